import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { fromDrop } from '../../taskpane/summary/chosenFiles';
import type { PageFile } from '../../taskpane/summary/readFiles';

const useStyles = makeStyles({
  zone: { position: 'relative', height: '100%' },
  veil: {
    position: 'absolute',
    inset: 0,
    zIndex: 1000,
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    border: `3px dashed ${tokens.colorBrandStroke1}`,
    pointerEvents: 'none',
  },
});

export interface DropZoneProps {
  readonly words: (p: { files: number }) => string;
  readonly onFile: (file: File) => void;
  /** Several files, or what lies in a folder: the workbooks among them. */
  readonly onFiles: (files: readonly PageFile[]) => void;
  readonly children: ReactNode;
}

/** A file to open, or several to sum up, can be dropped anywhere on the page. */
export function DropZone({ words, onFile, onFiles, children }: DropZoneProps) {
  const styles = useStyles();
  /** Files that hang over the page; null: none do. */
  const [over, setOver] = useState<number | null>(null);
  // A place for files inside the pane has taken the event already.
  const isOurs = (event: DragEvent) =>
    event.dataTransfer.types.includes('Files') && !event.isDefaultPrevented();
  const hover = (event: DragEvent) => {
    if (!isOurs(event)) return setOver(null);
    event.preventDefault();
    setOver(event.dataTransfer.items.length);
  };
  const leave = (event: DragEvent<HTMLElement>) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
      setOver(null);
    }
  };
  const drop = (event: DragEvent) => {
    setOver(null);
    if (!isOurs(event)) return;
    event.preventDefault();
    const { files, items } = event.dataTransfer;
    const [file] = files;
    const isFolder = items[0]?.webkitGetAsEntry()?.isDirectory === true;
    if (file !== undefined && files.length === 1 && !isFolder) onFile(file);
    else void fromDrop(event.dataTransfer).then(onFiles, () => onFiles([]));
  };
  return (
    <div className={styles.zone} onDragEnter={hover} onDragOver={hover} onDragLeave={leave} onDrop={drop}>
      {children}
      {over !== null && (
        <div className={styles.veil}>
          <Text size={500} weight="semibold">
            {words({ files: over })}
          </Text>
        </div>
      )}
    </div>
  );
}

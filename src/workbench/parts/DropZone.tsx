import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';

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
  readonly words: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** A file can be dropped anywhere on the page. */
export function DropZone({ words, onFile, children }: DropZoneProps) {
  const styles = useStyles();
  const [isOver, setOver] = useState(false);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent<HTMLElement>) => {
    if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) {
      setOver(false);
    }
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <div className={styles.zone} onDragEnter={over} onDragOver={over} onDragLeave={leave} onDrop={drop}>
      {children}
      {isOver && (
        <div className={styles.veil}>
          <Text size={500} weight="semibold">
            {words}
          </Text>
        </div>
      )}
    </div>
  );
}

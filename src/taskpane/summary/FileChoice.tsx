import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentMultipleRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import type { HostFiles } from '../../hosts/files';
import { summaryViewWords } from '../../locale/summary/view';
import { useWords } from '../words';
import { ACCEPTED, fromDrop, fromHost, fromInput } from './chosenFiles';
import type { ReturnedFile } from './readFiles';

/** Asks for a folder; no standard attribute, but every browser's. */
const FOLDER = { webkitdirectory: '' };

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
  button: { flexGrow: 1, flexBasis: 0, minWidth: 'fit-content' },
  hint: { flexBasis: '100%', textAlign: 'center', color: tokens.colorNeutralForeground2 },
  nothing: { flexBasis: '100%', color: tokens.colorStatusDangerForeground1 },
});

interface FileChoiceProps {
  /** It is the next thing to do. */
  readonly isFirst: boolean;
  /** The spreadsheet's own pickers; absent: the page's are used. */
  readonly hostFiles: HostFiles | undefined;
  readonly onFiles: (files: readonly ReturnedFile[]) => void;
}

/**
 * Buttons for files and for a folder, and a place to drop both. The spreadsheet's pickers come first where it has them: what
 * they give it can also open itself.
 */
export function FileChoice({ isFirst, hostFiles, onFiles }: FileChoiceProps) {
  const styles = useStyles();
  const words = summaryViewWords(useWords().language);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [isNothing, setNothing] = useState(false);
  const take = (chosen: readonly ReturnedFile[]) => {
    setNothing(chosen.length === 0);
    if (chosen.length > 0) onFiles(chosen);
  };
  const takeInput = (input: HTMLInputElement) => {
    const chosen = fromInput(input.files);
    // The same files can be chosen again, after they were put right.
    input.value = '';
    take(chosen);
  };
  const choose = (what: 'files' | 'folder') => {
    const input = what === 'files' ? files : folder;
    const pick = hostFiles?.pick(what) ?? { kind: 'unavailable' };
    if (pick.kind === 'picked') take(fromHost(pick.files));
    if (pick.kind === 'unavailable') input.current?.click();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void fromDrop(event.dataTransfer).then(take, () => take([]));
  };
  const hidden = { type: 'file', multiple: true, hidden: true, tabIndex: -1, 'aria-hidden': true } as const;
  return (
    <div
      className={mergeClasses(styles.zone, isOver && styles.over)}
      data-drop-zone=""
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        {...hidden}
        ref={files}
        accept={ACCEPTED}
        onChange={({ currentTarget }) => takeInput(currentTarget)}
      />
      <input
        {...hidden}
        {...FOLDER}
        ref={folder}
        onChange={({ currentTarget }) => takeInput(currentTarget)}
      />
      <Button
        className={styles.button}
        appearance={isFirst ? 'primary' : 'secondary'}
        icon={<DocumentMultipleRegular />}
        onClick={() => choose('files')}
      >
        {words.chooseFiles}
      </Button>
      <Button className={styles.button} icon={<FolderOpenRegular />} onClick={() => choose('folder')}>
        {words.chooseFolder}
      </Button>
      <Caption1 className={styles.hint}>{words.dropHint}</Caption1>
      {isNothing && (
        <Caption1 role="alert" className={styles.nothing}>
          {words.nothingChosen}
        </Caption1>
      )}
    </div>
  );
}

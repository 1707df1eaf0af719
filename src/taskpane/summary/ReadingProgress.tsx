import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { summaryViewWords } from '../../locale/summary/view';
import { useWords } from '../words';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  bar: { width: '100%', height: '6px', accentColor: tokens.colorBrandBackground },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { flexGrow: 1 },
  name: {
    minHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
  },
});

interface ReadingProgressProps {
  readonly total: number;
  readonly done: number;
  readonly name: string;
  readonly onCancel: () => void;
}

/** How many files are read, which one was the last, and the way to stop. */
export function ReadingProgress({ total, done, name, onCancel }: ReadingProgressProps) {
  const styles = useStyles();
  const words = summaryViewWords(useWords().language);
  const id = useId();
  return (
    <div className={styles.box}>
      <progress className={styles.bar} max={total} value={done} aria-labelledby={id} />
      <div className={styles.line}>
        <Caption1 id={id} className={styles.count}>
          {words.progress({ done, total })}
        </Caption1>
        <Button size="small" onClick={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <Caption1 className={styles.name}>{name}</Caption1>
    </div>
  );
}

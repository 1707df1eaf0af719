import { Body1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { Severity } from '../../rubric/finding';
import type { ReportedFinding } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';
import { FindingCard } from './FindingCard';
import { SeverityIcon } from './SeverityIcon';
import { useBatches } from './useBatches';

/** Findings drawn at once. */
const BATCH = 100;

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    marginBottom: tokens.spacingVerticalXS,
  },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
});

interface FindingListProps {
  readonly session: PaneSession;
  readonly severity: Severity;
  readonly findings: readonly ReportedFinding[];
}

/** Findings of one kind in one table. */
export function FindingList({ session, severity, findings }: FindingListProps) {
  const styles = useStyles();
  const { text } = useWords();
  const { drawn, more } = useBatches(findings, BATCH);
  return (
    <div>
      <Body1Strong as="h3" className={styles.heading}>
        <SeverityIcon severity={severity} />
        <span>{`${text.severity[severity]} ${findings.length}`}</span>
      </Body1Strong>
      <ul className={styles.list}>
        {drawn.map((reported, index) => (
          <FindingCard key={index} session={session} reported={reported} />
        ))}
      </ul>
      {more}
    </div>
  );
}

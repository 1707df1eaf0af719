import { Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Severity } from '../../rubric/finding';
import type { ReportedFinding } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';
import { FindingCard } from './FindingCard';
import { SeverityIcon } from './SeverityIcon';

/** Findings drawn at first and with each press of the button below: a hundred are drawn at once, thousands are not. */
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
  const [shown, setShown] = useState(BATCH);
  const more = Math.min(BATCH, findings.length - shown);
  return (
    <div>
      <Body1Strong as="h3" className={styles.heading}>
        <SeverityIcon severity={severity} />
        <span>{`${text.severity[severity]} ${findings.length}`}</span>
      </Body1Strong>
      <ul className={styles.list}>
        {findings.slice(0, shown).map((reported, index) => (
          <FindingCard key={index} session={session} reported={reported} />
        ))}
      </ul>
      {more > 0 && (
        <Button appearance="transparent" onClick={() => setShown(shown + BATCH)}>
          {text.action.showMore({ count: more })}
        </Button>
      )}
    </div>
  );
}

import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CheckedBook } from '../../check/report';
import type { Severity } from '../../rubric/finding';
import { SEVERITIES, countsOf, reportOf } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';
import { FindingSection } from './FindingSection';
import { SeverityFilter } from './SeverityFilter';
import { TotalsTable } from './TotalsTable';

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface ReportProps {
  readonly session: PaneSession;
  readonly book: CheckedBook;
  readonly showsFindings: boolean;
}

/** The result: totals, how many findings of which kind, and the findings. Totals alone until somebody asks for a check. */
export function Report({ session, book, showsFindings }: ReportProps) {
  const styles = useStyles();
  const { text } = useWords();
  const sections = useMemo(() => reportOf(book), [book]);
  const counts = useMemo(() => countsOf(sections), [sections]);
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set());
  const [only, ...others] = book.tables;
  const isOne = only !== undefined && others.length === 0;
  const total = SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
  const shown = SEVERITIES.filter((severity) => !hidden.has(severity));
  return (
    <div className={styles.report}>
      {isOne && <TotalsTable totals={only.totals} />}
      {!showsFindings && (
        <Body1 as="p" className={styles.sentence}>
          {text.ready}
        </Body1>
      )}
      {showsFindings && total === 0 && <Body1 as="p">{text.findings.clean}</Body1>}
      {showsFindings && total > 0 && <SeverityFilter counts={counts} hidden={hidden} onHidden={setHidden} />}
      {showsFindings && total > 0 && shown.every((severity) => counts[severity] === 0) && (
        <Body1 as="p" className={styles.sentence}>
          {text.findings.allFiltered}
        </Body1>
      )}
      {showsFindings &&
        sections.map((section, index) => (
          <FindingSection
            key={index}
            session={session}
            section={section}
            severities={shown}
            showsTotals={!isOne}
          />
        ))}
    </div>
  );
}

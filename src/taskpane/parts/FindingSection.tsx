import { Body1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { Severity } from '../../rubric/finding';
import type { ReportSection } from '../report';
import type { PaneSession } from '../session';
import { useWords } from '../words';
import { FindingList } from './FindingList';
import { TotalsTable } from './TotalsTable';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { display: 'block', margin: 0 },
  unit: { display: 'block', color: tokens.colorNeutralForeground2, margin: 0 },
});

interface FindingSectionProps {
  readonly session: PaneSession;
  readonly section: ReportSection;
  readonly severities: readonly Severity[];
  /** Totals and unit of the table, where they do not stand above all. */
  readonly showsTotals: boolean;
}

/** The findings of one table under the name of its sheet. */
export function FindingSection({ session, section, severities, showsTotals }: FindingSectionProps) {
  const styles = useStyles();
  const { text } = useWords();
  const { table, bySeverity } = section;
  const filled = severities.filter((severity) => bySeverity[severity].length > 0);
  const ownTotals = showsTotals ? table : null;
  if (filled.length === 0 && ownTotals === null) return null;
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {table?.table.grid.name ?? text.findings.ofBook}
      </Subtitle2>
      {ownTotals !== null && (
        <>
          <Body1 as="p" className={styles.unit}>
            {ownTotals.table.unit ?? text.header.noUnit}
          </Body1>
          <TotalsTable totals={ownTotals.totals} />
        </>
      )}
      {filled.map((severity) => (
        <FindingList key={severity} session={session} severity={severity} findings={bySeverity[severity]} />
      ))}
    </section>
  );
}

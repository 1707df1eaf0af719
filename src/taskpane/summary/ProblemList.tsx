import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { CursorClickRegular } from '@fluentui/react-icons';
import type { FiledFinding, Summary } from '../../check/across/acrossFiles';
import { findingSentence } from '../../locale/catalog';
import { summaryViewWords } from '../../locale/summary/view';
import { cellAddress } from '../../sheet/address';
import type { Severity } from '../../rubric/finding';
import { SeverityIcon } from '../parts/SeverityIcon';
import { useBatches } from '../parts/useBatches';
import { useWords } from '../words';

/** Problems drawn at once. */
const BATCH = 50;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

const useStyles = makeStyles({
  heading: { display: 'block', margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  item: { display: 'flex', gap: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  icon: { flexShrink: 0, paddingTop: tokens.spacingVerticalXXS },
  text: { minWidth: 0 },
  locate: { display: 'flex', marginTop: tokens.spacingVerticalXS },
  place: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface ProblemListProps {
  readonly summary: Summary;
  /** Shows the line of 问题清单 in the workbook; absent: it does not stand there. */
  readonly onLocate: ((filed: FiledFinding) => void) | undefined;
}

/** Everything to look at, gravest first; who is missing is told above. */
export function ProblemList({ summary, onLocate }: ProblemListProps) {
  const styles = useStyles();
  const { text, language } = useWords();
  const words = summaryViewWords(language);
  const told = summary.findings
    .filter(({ finding }) => finding.code !== 'summary/unit-missing')
    .sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
  const { drawn, more } = useBatches(told, BATCH);
  if (told.length === 0) return null;
  return (
    <section>
      <Body1Strong as="h2" className={styles.heading}>
        {words.problems({ count: told.length })}
      </Body1Strong>
      <ul className={styles.list}>
        {drawn.map((filed, index) => (
          <li key={index} className={styles.item}>
            <span className={styles.icon} role="img" aria-label={text.severity[filed.finding.severity]}>
              <SeverityIcon severity={filed.finding.severity} />
            </span>
            <span className={styles.text}>
              <Caption1 className={styles.place}>{placeOf(filed, summary)}</Caption1>
              <Body1>{findingSentence(filed.finding, language)}</Body1>
              {onLocate !== undefined && (
                <Button
                  className={styles.locate}
                  appearance="subtle"
                  size="small"
                  icon={<CursorClickRegular />}
                  onClick={() => onLocate(filed)}
                >
                  {words.locate}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function placeOf({ file, finding: { sheet, cell } }: FiledFinding, { submissions }: Summary): string {
  const parts = [
    file === null ? '' : (submissions[file]?.path ?? ''),
    sheet ?? '',
    cell === null ? '' : cellAddress(cell),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

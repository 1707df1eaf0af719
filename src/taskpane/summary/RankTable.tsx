import {
  Body1Strong,
  Caption1,
  makeStyles,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import type { Summary } from '../../check/across/acrossFiles';
import type { SummaryBlock } from '../../check/across/entries';
import { formatNumber } from '../../locale/format';
import { summaryWords } from '../../locale/summary';
import { summaryViewWords } from '../../locale/summary/view';
import { useBatches } from '../parts/useBatches';
import { useWords } from '../words';

/** Units drawn at once. */
const BATCH = 60;

const useStyles = makeStyles({
  heading: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, margin: 0 },
  stage: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...typographyStyles.body1,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'right',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightRegular,
  },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  rank: { textAlign: 'left', paddingLeft: 0 },
  unit: { textAlign: 'left', whiteSpace: 'normal', overflowWrap: 'anywhere', width: '100%' },
});

/** The ranking of one category. */
export function RankTable({ block, summary }: { readonly block: SummaryBlock; readonly summary: Summary }) {
  const styles = useStyles();
  const { language } = useWords();
  const words = summaryViewWords(language);
  const { drawn, more } = useBatches(block.entries, BATCH);
  const problems = new Map<number, number>();
  for (const { file } of summary.findings)
    if (file !== null) problems.set(file, (problems.get(file) ?? 0) + 1);
  const { standing } = summaryWords(language);
  const head = mergeClasses(styles.cell, styles.head);
  const title = words.block({ category: block.category, units: block.entries.length });
  return (
    <section>
      <Body1Strong as="h2" className={styles.heading}>
        <span>{title}</span>
        <Caption1 className={styles.stage}>{words.ranked({ stage: block.stage })}</Caption1>
      </Body1Strong>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.rank)}>
              {words.column.rank}
            </th>
            <th scope="col" className={mergeClasses(head, styles.unit)}>
              {words.column.unit}
            </th>
            <th scope="col" className={head}>
              {words.column.total}
            </th>
            <th scope="col" className={head}>
              {words.column.converted}
            </th>
            <th scope="col" className={head}>
              {words.column.problems}
            </th>
          </tr>
        </thead>
        <tbody>
          {drawn.map((entry, index) => {
            const { table, unit, converted, rank, file } = entry;
            return (
              <tr key={index} title={summary.submissions[file]?.path}>
                <td className={mergeClasses(styles.cell, styles.rank)}>
                  {entry.standing === 'ranked' ? rank : standing[entry.standing]}
                </td>
                <th scope="row" className={mergeClasses(styles.cell, styles.unit)}>
                  {unit ?? words.unnamed}
                </th>
                <td className={styles.cell}>{shownPoints(table.totals[block.stage]?.total)}</td>
                <td className={styles.cell}>{shownPoints(converted)}</td>
                <td className={styles.cell}>{problems.get(file) ?? 0}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more}
    </section>
  );
}

function shownPoints(points: number | null | undefined): string {
  return points == null ? '' : formatNumber(points);
}

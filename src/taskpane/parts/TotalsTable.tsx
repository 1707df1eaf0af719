import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { CheckedTable, ColumnTotals } from '../../check/report';
import { formatNumber } from '../../locale/format';
import type { Stage } from '../../locale/messages';
import { useWords } from '../words';

const STAGES: readonly Stage[] = ['self', 'review'];
const FIGURES: readonly (keyof ColumnTotals)[] = ['base', 'bonus', 'total', 'converted'];

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    ...typographyStyles.body1,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'right',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
  },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  label: { textAlign: 'left', paddingLeft: 0 },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The sums of both score columns; nothing where no score was entered yet. */
export function TotalsTable({ totals }: { readonly totals: CheckedTable['totals'] }) {
  const styles = useStyles();
  const words = useWords().text.totals;
  if (totals.self === null && totals.review === null) return null;
  return (
    <table className={styles.table} aria-label={words.caption}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.label)}>
            {words.score}
          </th>
          {FIGURES.map((figure) => (
            <th key={figure} scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {words[figure]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {STAGES.map((stage) => {
          const sums = totals[stage];
          if (sums === null) return null;
          return (
            <tr key={stage}>
              <th scope="row" className={mergeClasses(styles.cell, styles.label)}>
                {words.column[stage]}
              </th>
              {FIGURES.map((figure) => (
                <td key={figure} className={mergeClasses(styles.cell, isResult(figure) && styles.strong)}>
                  {formatNumber(sums[figure])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function isResult(figure: keyof ColumnTotals): boolean {
  return figure === 'total' || figure === 'converted';
}

import type { Stage } from '../../locale/messages';
import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { dueItems } from '../applies';
import { columnHasScores, itemLabel } from '../cells';
import type { Check } from '../context';
import { expectedRange } from '../expected';
import { isBonus, itemsAt } from '../totals';

/**
 * A base item has no score in its stage. A blank bonus is 0 and never missing. In the review stage the self scores are
 * asked for too where the unit scored itself at all: then a gap is an oversight, while an empty column is a choice.
 */
export const scoreMissing: Check = ({ table, applies, stage }) => {
  const due = dueItems(table, applies);
  const columns: Stage[] =
    stage === 'review' && columnHasScores(table, due, 'self') ? ['self', 'review'] : [stage];
  const findings: Finding[] = [];
  for (const item of itemsAt(table, due)) {
    if (isBonus(table, item)) continue;
    for (const column of columns) {
      const cell = item[column];
      if (cell === null || cell.state !== 'blank') continue;
      findings.push(
        finding({
          code: 'score/missing',
          severity: 'error',
          sheet: table.grid.name,
          cell: { row: cell.row, column: cell.column },
          params: { item: itemLabel(item), stage: column, max: item.max },
          received: null,
          expected: expectedRange(item.max),
        }),
      );
    }
  }
  return findings;
};

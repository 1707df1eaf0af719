import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { comparePoints, subtractPoints } from '../../rubric/points';
import { isBlankText } from '../../sheet/text';
import { itemLabel, scoreNumber } from '../cells';
import type { Check } from '../context';
import { isBonus, itemsThatShare } from '../totals';

/** Points were deducted in the stage's column, the table has a column for the reason, and it is blank. */
export const reasonMissing: Check = ({ table, applies, stage, sharedCells }) => {
  const findings: Finding[] = [];
  const shared = itemsThatShare(table);
  for (const index of applies) {
    const item = table.items[index];
    if (!item) continue;
    const score = scoreNumber(item[stage]);
    if (item.reason === null || item.max === null || score === null || isBonus(table, item)) continue;
    // Which of several rules under one maximum or one score lost points cannot be told.
    const cell = item[stage];
    if (shared.has(index) || (cell && sharedCells.has(`${cell.row},${cell.column}`))) continue;
    if (!isBlankText(item.reason.text) || comparePoints(score, item.max) >= 0) continue;
    findings.push(
      finding({
        code: 'reason/missing',
        severity: 'warning',
        sheet: table.grid.name,
        cell: { row: item.reason.row, column: item.reason.column },
        params: { item: itemLabel(item), lost: subtractPoints(item.max, score) },
        received: '',
      }),
    );
  }
  return findings;
};

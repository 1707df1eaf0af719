import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { isUnitTold } from '../applies';
import { COLUMNS, scoreNumber } from '../cells';
import type { Check } from '../context';
import { isBonus, itemsAt, uncappedTotals } from '../totals';

/** The bonus of a column adds up to more than 加分上限; it is cut there, and the last bonus score says so. */
export const bonusCap: Check = ({ table, applies, settings }) => {
  const cap = settings.bonusCap;
  if (cap === null || !isUnitTold(table)) return [];
  const findings: Finding[] = [];
  for (const column of COLUMNS) {
    const sum = uncappedTotals(table, applies, column)?.bonus ?? 0;
    if (sum <= cap) continue;
    const scored = itemsAt(table, applies).filter(
      (item) => isBonus(table, item) && scoreNumber(item[column]) !== null,
    );
    const cell = scored[scored.length - 1]?.[column];
    findings.push(
      finding({
        code: 'bonus/above-cap',
        severity: 'warning',
        sheet: table.grid.name,
        cell: cell ? { row: cell.row, column: cell.column } : null,
        params: { sum, cap },
        received: sum,
        expected: cap,
      }),
    );
  }
  return findings;
};

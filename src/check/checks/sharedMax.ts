import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { comparePoints } from '../../rubric/points';
import { COLUMNS, itemLabel, scoreNumber } from '../cells';
import type { Check } from '../context';
import { expectedRange } from '../expected';
import { itemsAt, sumOf } from '../totals';

/** Several rules stand under one merged maximum, and their scores together are more than that. */
export const sharedMax: Check = ({ table, applies }) => {
  const groups = new Map<number, number[]>();
  for (const index of applies) {
    const leader = table.items[index]?.sharesMaxWith;
    if (leader === undefined) continue;
    const group = groups.get(leader) ?? [leader];
    group.push(index);
    groups.set(leader, group);
  }
  const findings: Finding[] = [];
  for (const [leader, indexes] of groups) {
    const first = table.items[leader];
    const items = itemsAt(table, indexes);
    if (!first || first.max === null) continue;
    const max = first.max;
    for (const column of COLUMNS) {
      const sum = sumOf(items, column);
      const isAboveAlone = items.some((item) => (scoreNumber(item[column]) ?? 0) > max);
      if (sum === null || isAboveAlone || comparePoints(sum, max) <= 0) continue;
      const cell = items.filter((item) => scoreNumber(item[column]) !== null).pop()?.[column];
      findings.push(
        finding({
          code: 'score/above-max',
          severity: 'error',
          sheet: table.grid.name,
          cell: cell ? { row: cell.row, column: cell.column } : null,
          params: { item: itemLabel(first), score: sum, max },
          received: sum,
          expected: expectedRange(max),
        }),
      );
    }
  }
  return findings;
};

import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { itemLabel } from '../cells';
import type { Check } from '../context';
import { isBonus } from '../totals';

/** A base item has no readable maximum, so that only its rule sentence can judge its scores. */
export const maxMissing: Check = ({ table, applies }) => {
  const findings: Finding[] = [];
  for (const index of applies) {
    const item = table.items[index];
    if (!item || item.max !== null || isBonus(table, item)) continue;
    findings.push(
      finding({
        code: 'rubric/max-missing',
        severity: 'notice',
        sheet: table.grid.name,
        cell: item.maxCell ?? item.criterionCell,
        params: { item: itemLabel(item) },
      }),
    );
  }
  return findings;
};

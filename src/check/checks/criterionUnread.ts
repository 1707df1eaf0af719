import { finding } from '../../rubric/finding';
import type { Finding } from '../../rubric/finding';
import { isBlankText } from '../../sheet/text';
import { itemLabel } from '../cells';
import type { Check } from '../context';

/** No clause about points could be read in a criterion: only its maximum was checked, and the reader is told. */
export const criterionUnread: Check = ({ table, applies, readings }) => {
  const findings: Finding[] = [];
  for (const index of applies) {
    const item = table.items[index];
    const reading = readings[index]?.reading;
    if (!item || !reading || reading.clauses.length > 0 || isBlankText(item.criterion)) continue;
    findings.push(
      finding({
        code: 'rubric/criterion-unread',
        severity: 'notice',
        sheet: table.grid.name,
        cell: item.criterionCell,
        params: { item: itemLabel(item) },
      }),
    );
  }
  return findings;
};

import type { ClauseKind } from '../../rubric/clause';
import { finding } from '../../rubric/finding';
import type { Finding } from '../../rubric/finding';
import { isBlankText } from '../../sheet/text';
import { itemLabel } from '../cells';
import type { Check } from '../context';

/** Clauses that say nothing about how many points there are. */
const SILENT: ReadonlySet<ClauseKind> = new Set(['veto', 'not-applicable', 'no-double-counting']);

/** No clause about points could be read in a criterion: only its maximum was checked, and the reader is told. */
export const criterionUnread: Check = ({ table, applies, readings }) => {
  const findings: Finding[] = [];
  for (const index of applies) {
    const item = table.items[index];
    const reading = readings[index]?.reading;
    if (!item || !reading || isBlankText(item.criterion)) continue;
    if (reading.clauses.some((clause) => !SILENT.has(clause.kind))) continue;
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

import { lintTable } from '../check/lintTable';
import { inSheetOrder } from '../check/order';
import type { CheckedBook, CheckedTable } from '../check/report';
import type { WorkbookHost } from '../hosts/host';
import type { Finding } from '../rubric/finding';
import { checkSnapshot } from './checkWorkbook';

/**
 * Faults of the rubrics in a workbook before they are sent out: no score is judged, no unit is wanted. Sums that the
 * sheet declares (a 合计 row, 满分100分 in the title) count as in a check.
 * @throws HostError when the host cannot be read.
 */
export async function lintRubric(host: WorkbookHost): Promise<CheckedBook> {
  const checked = checkSnapshot(await host.read(), { stage: 'self' });
  return {
    ...checked,
    tables: checked.tables.map(linted),
    findings: checked.findings.filter(({ code }) => code === 'table/not-found'),
  };
}

function linted(checked: CheckedTable): CheckedTable {
  const sums = checked.findings.filter(
    ({ code }) => code === 'rubric/section-sum' || code === 'rubric/base-sum',
  );
  const layout = checked.findings.filter((one) => one.code.startsWith('table/') && !lacksScores(one));
  const seen = new Set([...layout, ...sums].map(keyOf));
  // The check knows more of a sheet's sums than the bare rubric does: rows that share a maximum, declared totals.
  const faults = lintTable(checked.table).filter(
    (one) => one.code !== 'rubric/section-sum' && !seen.has(keyOf(one)),
  );
  const totals = { self: null, review: null };
  return { ...checked, totals, findings: inSheetOrder([...layout, ...sums, ...faults]) };
}

/** A rubric that is not sent out yet need have no score columns. */
function lacksScores({ code, params }: Finding): boolean {
  return code === 'table/column-missing' && 'column' in params && params.column === 'review';
}

function keyOf({ code, cell }: Finding): string {
  return `${code} ${cell === null ? '' : `${cell.row},${cell.column}`}`;
}

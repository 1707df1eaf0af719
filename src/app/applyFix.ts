import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import type { CellEdit } from '../plan/edits';
import type { CellValue, Grid } from '../sheet/grid';
import { scoreFromText } from '../sheet/numbers';

/**
 * Makes one edit that somebody chose while looking at what was read earlier. Nothing is written where the row no longer
 * reads as it did then: the edit may have been meant for another.
 * @param seen the sheet as it was read when the edit was offered
 * @returns null where nothing was written
 * @throws HostError when the host cannot be read or written; then nothing was written.
 */
export async function applyFix(
  host: WorkbookHost,
  edit: CellEdit,
  seen: Grid,
  allowed: ApplyOptions = {},
): Promise<Receipt | null> {
  const { grids } = await host.read();
  const now = grids.find(({ name }) => name === edit.sheet);
  if (now === undefined || rowText(now, edit.row) !== rowText(seen, edit.row)) return null;
  return host.apply({ cells: [edit], marks: [] }, allowed);
}

/** A row to compare: 8分 and 8 are the same score, and 校验并合计 makes the one the other. */
function rowText({ rows }: Grid, row: number): string {
  const cells = rows.find(({ index }) => index === row)?.cells ?? [];
  return JSON.stringify(cells.map(({ column, value, formula }) => [column, meaning(value), formula]));
}

function meaning(value: CellValue): CellValue {
  return typeof value === 'string' ? (scoreFromText(value) ?? value) : value;
}

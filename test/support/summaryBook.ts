import { readFileSync } from 'node:fs';
import { openFileHost } from '../../src/hosts/file/fileHost';
import type { CellValue, Grid } from '../../src/sheet/grid';

/** Sheets of a workbook on disk. */
export async function gridsOf(path: string): Promise<readonly Grid[]> {
  const opened = await openFileHost(readFileSync(path), path);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return (await opened.host.read()).grids;
}

/** Rows of a sheet of a summary below its head, by the words of the head; blanks are null. */
export function recordsOf(grids: readonly Grid[], sheet: string): Record<string, CellValue>[] {
  const grid = grids.find(({ name }) => name === sheet);
  const head = grid?.rows.find(({ cells }) => cells[0]?.value === '序号');
  if (grid === undefined || head === undefined) throw new Error(`No table on ${sheet}`);
  const names = new Map(
    head.cells.map(({ column, value }) => [column, typeof value === 'string' ? value : '']),
  );
  return grid.rows
    .filter(({ index, cells }) => index > head.index && typeof cells[0]?.value === 'number')
    .map(({ cells }) =>
      Object.fromEntries(
        cells.map(({ column, value }) => [names.get(column) ?? '', value === '' ? null : value]),
      ),
    );
}

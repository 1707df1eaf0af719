import { rectAddress } from '../sheet/address';
import type { Grid, GridCell } from '../sheet/grid';
import type { ScoringTable } from '../sheet/table';

/** What stands in one column of a grid, by row, merged areas or not: a sum takes up whatever is in its range. */
function columnCells(grid: Grid, column: number): ReadonlyMap<number, GridCell> {
  const cells = new Map<number, GridCell>();
  for (const row of grid.rows) {
    const cell = row.cells.find((each) => each.column === column);
    if (cell) cells.set(row.index, cell);
  }
  return cells;
}

/**
 * The score cells of some items in one column as A1 ranges, top to bottom. Cells are joined into a range where nothing
 * that a sum would count stands between them: blank rows and repeated headers do not, a total or another item's score does.
 */
export function scoreRanges(
  table: ScoringTable,
  items: readonly number[],
  column: 'self' | 'review',
): readonly string[] {
  const index = table.columns[column];
  if (index === undefined) return [];
  const wanted = rowsOf(table, items, column);
  const barriers = barrierRows(table, index, column, new Set(wanted));
  const runs: { top: number; bottom: number }[] = [];
  let next = 0;
  for (const row of wanted) {
    const last = runs[runs.length - 1];
    while ((barriers[next] ?? Infinity) < (last?.bottom ?? row)) next += 1;
    if (last && (barriers[next] ?? Infinity) > row) last.bottom = row;
    else runs.push({ top: row, bottom: row });
  }
  return runs.map(({ top, bottom }) => rectAddress({ top, bottom, left: index, right: index }));
}

/** Rows that no range may run over, in order. */
function barrierRows(
  table: ScoringTable,
  index: number,
  column: 'self' | 'review',
  wanted: ReadonlySet<number>,
): readonly number[] {
  const all = table.items.map((_, item) => item);
  const barriers = new Set(rowsOf(table, all, column).filter((row) => !wanted.has(row)));
  // Total rows also while they are blank: what is written there must not sum itself.
  for (const { row } of table.totals) barriers.add(row);
  const headers = new Set(table.headerRows);
  for (const [row, cell] of columnCells(table.grid, index)) {
    const harmless = headers.has(row) && typeof cell.value === 'string' && cell.formula === null;
    if (!wanted.has(row) && !harmless) barriers.add(row);
  }
  return [...barriers].sort((a, b) => a - b);
}

/** Rows of the items' score cells, each once, in order. A cell merged over several items is one cell. */
function rowsOf(table: ScoringTable, items: readonly number[], column: 'self' | 'review'): readonly number[] {
  const rows = new Set<number>();
  for (const index of items) {
    const cell = table.items[index]?.[column];
    if (cell && cell.column === table.columns[column]) rows.add(cell.row);
  }
  return [...rows].sort((a, b) => a - b);
}

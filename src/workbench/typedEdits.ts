import type { StoredEdit } from '../hosts/file/patch/storedContent';
import type { CellRef } from '../rubric/finding';
import type { BookSnapshot, CellValue, Grid, GridCell, GridRow } from '../sheet/grid';

/** What a person put into a cell, or what a formula gives now: content only, the cell's look stays. */
export interface TypedEdit extends CellRef {
  readonly sheet: string;
  /** Without `=`; null: a constant. */
  readonly formula: string | null;
  readonly value: CellValue;
}

/** The same for the file. */
export function storedEdit({ sheet, row, column, formula, value }: TypedEdit): StoredEdit {
  const at = { sheet, row, column };
  if (formula !== null) return { ...at, content: { kind: 'formula', formula, cached: value } };
  return typeof value === 'object' || typeof value === 'boolean'
    ? { ...at, content: value === null ? { kind: 'value', value } : { kind: 'value', value } }
    : { ...at, content: { kind: 'value', value } };
}

/** A workbook's cells with these edits made, later ones winning; rows that none of them touches are the same objects. */
export function withEdits(snapshot: BookSnapshot, edits: readonly TypedEdit[]): BookSnapshot {
  if (edits.length === 0) return snapshot;
  const bySheet = new Map<string, Map<number, Map<number, TypedEdit>>>();
  for (const edit of edits) {
    const rows = bySheet.get(edit.sheet) ?? new Map<number, Map<number, TypedEdit>>();
    bySheet.set(edit.sheet, rows);
    const inRow = rows.get(edit.row) ?? new Map<number, TypedEdit>();
    rows.set(edit.row, inRow);
    inRow.set(edit.column, edit);
  }
  const grids = snapshot.grids.map((grid) => {
    const rows = bySheet.get(grid.name);
    return rows === undefined ? grid : gridWith(grid, rows);
  });
  return { ...snapshot, grids };
}

function gridWith(grid: Grid, edits: ReadonlyMap<number, ReadonlyMap<number, TypedEdit>>): Grid {
  const rows = grid.rows.map((row) => {
    const inRow = edits.get(row.index);
    return inRow === undefined ? row : rowWith(row, inRow);
  });
  const known = new Set(grid.rows.map(({ index }) => index));
  for (const [index, inRow] of edits) {
    if (!known.has(index)) rows.push(rowWith({ index, cells: [] }, inRow));
  }
  rows.sort((a, b) => a.index - b.index);
  const columns = [...edits.values()].flatMap((inRow) => [...inRow.keys()]);
  return {
    ...grid,
    rows: rows.filter(({ cells }) => cells.length > 0),
    lastRow: Math.max(grid.lastRow, ...edits.keys()),
    lastColumn: Math.max(grid.lastColumn, ...columns),
  };
}

function rowWith(row: GridRow, edits: ReadonlyMap<number, TypedEdit>): GridRow {
  const cells = new Map<number, GridCell>(row.cells.map((cell) => [cell.column, cell]));
  for (const { column, formula, value } of edits.values()) {
    if (formula === null && (value === null || value === '')) cells.delete(column);
    else cells.set(column, { column, value, formula });
  }
  return { index: row.index, cells: [...cells.values()].sort((a, b) => a.column - b.column) };
}

/** The cell that stands there, if any. */
export function cellIn(
  snapshot: BookSnapshot,
  sheet: string,
  { row, column }: CellRef,
): GridCell | undefined {
  const rows = snapshot.grids.find(({ name }) => name === sheet)?.rows ?? [];
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.index < row) low = middle + 1;
    else high = middle;
  }
  const found = rows[low];
  return found?.index === row ? found.cells.find((cell) => cell.column === column) : undefined;
}

/** Whether two values are the same; figures that agree in the 15 digits a cell keeps are. */
export function isSameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || a.toPrecision(15) === b.toPrecision(15);
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}

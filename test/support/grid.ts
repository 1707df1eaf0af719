import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput, GridOptions } from '../../src/sheet/gridFromRows';
import type { Grid, Rect } from '../../src/sheet/grid';

/** One cell of a layout: a value, or a value that is merged over several rows and columns. */
export type LayoutCell =
  CellInput | { readonly span: CellInput; readonly rows?: number; readonly columns?: number };

/** A cell merged `rows` down and `columns` across, as in an HTML table. */
export function span(value: CellInput, rows: number, columns = 1): LayoutCell {
  return { span: value, rows, columns };
}

/**
 * Lays rows out like an HTML table: cells under a span are left out of the rows below it. With `merges: null` the same
 * values stand in the same cells and nothing says what was merged.
 */
export function layout(
  name: string,
  rows: readonly (readonly LayoutCell[])[],
  options: GridOptions = {},
): Grid {
  const merges: Rect[] = [];
  const values: CellInput[][] = rows.map(() => []);
  const occupied = new Set<string>();
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (occupied.has(`${row},${column}`)) column++;
      const isSpan = typeof cell === 'object' && cell !== null && 'span' in cell;
      const high = isSpan ? (cell.rows ?? 1) : 1;
      const wide = isSpan ? (cell.columns ?? 1) : 1;
      const value = isSpan ? cell.span : cell;
      const target = values[row];
      if (target !== undefined) target[column] = value;
      for (let r = row; r < row + high; r++)
        for (let c = column; c < column + wide; c++) occupied.add(`${r},${c}`);
      if (high > 1 || wide > 1) {
        merges.push({ top: row, left: column, bottom: row + high - 1, right: column + wide - 1 });
      }
      column += wide;
    }
  });
  const dense = values.map((line) => Array.from({ length: line.length }, (_, column) => line[column]));
  return gridFromRows(name, dense, { ...options, merges: options.merges === null ? null : merges });
}

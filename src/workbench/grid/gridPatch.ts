import type { ICellData } from '@univerjs/core';
import type { BookPicture } from '../picture';
import type { SheetChanges } from '../pictureChanges';
import { contentData } from './cellData';
import { styleData } from './styleData';

export type CellMatrix = Record<number, Record<number, ICellData>>;

/** The cells that changed as the component takes them; null where nothing did. */
export function patchOf(
  { after, cells }: SheetChanges,
  picture: BookPicture,
  withLooks: boolean,
): CellMatrix | null {
  if (cells.length === 0) return null;
  const { look } = picture;
  const rich = new Map(after.look.richTexts.map((text) => [`${text.row},${text.column}`, text.runs]));
  const rows = new Map(after.grid.rows.map((row) => [row.index, row.cells]));
  const matrix: CellMatrix = {};
  for (const { row, column } of cells) {
    const cell = rows.get(row)?.find((one) => one.column === column);
    const index = after.look.rows.get(row)?.cells.find((one) => one.column === column)?.style;
    const style = index === undefined ? undefined : look.styles[index];
    (matrix[row] ??= {})[column] = {
      ...contentData(cell, rich.get(`${row},${column}`)),
      ...(withLooks ? { s: style === undefined ? null : styleData(style, look.plainFont) } : {}),
    };
  }
  return matrix;
}

/** Pasted cells as the component takes them. */
export function pastedMatrix(
  cells: readonly (readonly (string | number | null)[])[],
  top: number,
  left: number,
): CellMatrix {
  const matrix: CellMatrix = {};
  cells.forEach((inRow, down) =>
    inRow.forEach((value, right) => {
      (matrix[top + down] ??= {})[left + right] = { ...contentData(undefined, undefined), v: value };
    }),
  );
  return matrix;
}

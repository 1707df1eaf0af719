import type { IRange } from '@univerjs/core';
import type { BookLook, StyleLook } from '../../hosts/file/look/bookLook';
import type { GridRow } from '../../sheet/grid';
import type { SheetPicture } from '../picture';

/** Rows measured in one go: a few milliseconds each. */
const ROWS_AT_ONCE = 40;
/** What lies further down than a person looks keeps the plain height. */
const MOST_ROWS = 3_000;

/**
 * Rows whose height the file leaves open and whose text may want more than a plain line: wrapped text, line breaks, and
 * larger letters. As runs short enough to be measured in one go.
 */
export function rowsToMeasure({ grid, look }: SheetPicture, book: BookLook): IRange[] {
  const plainSize = book.plainFont.size ?? 11;
  const isTall = (style: StyleLook | undefined) =>
    style !== undefined && (style.wrap || (style.font.size ?? plainSize) > plainSize);
  const wants = ({ index, cells }: GridRow): boolean => {
    const row = look.rows.get(index);
    if ((row?.height ?? null) !== null) return false;
    const styles = new Map(row?.cells.map(({ column, style }) => [column, style]));
    return cells.some(({ column, value }) => {
      if (typeof value === 'string' && value.includes('\n')) return true;
      return isTall(book.styles[styles.get(column) ?? 0]);
    });
  };
  const runs: { startRow: number; endRow: number; startColumn: number; endColumn: number }[] = [];
  let count = 0;
  for (const row of grid.rows) {
    if (count >= MOST_ROWS) break;
    if (!wants(row)) continue;
    count++;
    const last = runs[runs.length - 1];
    const joins = last?.endRow === row.index - 1 && last.endRow - last.startRow + 1 < ROWS_AT_ONCE;
    if (joins) last.endRow = row.index;
    else {
      const { index: startRow } = row;
      runs.push({ startRow, endRow: startRow, startColumn: 0, endColumn: Math.max(0, grid.lastColumn) });
    }
  }
  return runs;
}

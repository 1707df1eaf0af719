import type { ICommandService, IRange } from '@univerjs/core';
import { SetWorksheetRowIsAutoHeightCommand } from '@univerjs/sheets';
import type { BookLook, StyleLook } from '../../hosts/file/look/bookLook';
import type { GridRow } from '../../sheet/grid';
import { sheetsOf } from '../picture';
import type { BookPicture, SheetPicture } from '../picture';
import { sheetId } from './workbookData';

/** Rows measured in one go: a few milliseconds each. */
const ROWS_AT_ONCE = 40;
/** What lies further down than a person looks keeps the plain height. */
const MOST_ROWS = 3_000;

/** Has heights that the file leaves to the text measured, a few rows at a time so that the page stays awake. */
export async function measureHeights(
  picture: BookPicture,
  unitId: string,
  commands: ICommandService,
  isShown: () => boolean,
): Promise<void> {
  for (const [index, sheet] of sheetsOf(picture).entries()) {
    for (const range of rowsToMeasure(sheet, picture.look)) {
      if (!isShown()) return;
      const params = { unitId, subUnitId: sheetId(index), ranges: [range] };
      commands.syncExecuteCommand(SetWorksheetRowIsAutoHeightCommand.id, params);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }
}

/**
 * Rows whose height the file leaves open and whose text may want more than a plain line: wrapped text, line breaks, and
 * larger letters. As runs short enough to be measured in one go.
 */
function rowsToMeasure({ grid, look }: SheetPicture, book: BookLook): IRange[] {
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

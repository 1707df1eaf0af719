import type { CellRef } from '../../../../rubric/finding';
import { columnName } from '../../../../sheet/address';

/** A cell that a formula refers to, and which of its numbers move when the formula is copied. */
export interface CellPlace extends CellRef {
  readonly rowMoves: boolean;
  readonly columnMoves: boolean;
}

/** Rows and columns of a sheet of this format: a block over all of them is written as columns or rows. */
const LAST_ROW = { old: 0x3fff, unicode: 0xffff };
const LAST_COLUMN = 0xff;

/**
 * A cell from its two fields (MS-XLS 2.5.198.109, 111). Two upper bits say which of them moves: of the column's field since Excel 97
 * (`unicode`), of the row's before. In a shared formula, the moving ones are distances from the cell at `origin`, and
 * go on at the other edge of the sheet.
 */
export function placeOf(
  rowField: number,
  columnField: number,
  unicode: boolean,
  origin: CellRef | null,
): CellPlace {
  const flags = unicode ? columnField : rowField;
  const [rowMoves, columnMoves] = [(flags & 0x8000) !== 0, (flags & 0x4000) !== 0];
  const row = rowField + (rowMoves ? (origin?.row ?? 0) : 0);
  const column = columnField + (columnMoves ? (origin?.column ?? 0) : 0);
  return { row: row & lastRow(unicode), column: column & LAST_COLUMN, rowMoves, columnMoves };
}

/** `$B2` and the like. */
export function shownCell(place: CellPlace): string {
  return shownColumn(place) + shownRow(place);
}

/** `B2:$C9` and the like; whole columns and rows as `B:C` and `2:9`. */
export function shownBlock(from: CellPlace, to: CellPlace, unicode: boolean): string {
  if (from.row === 0 && to.row === lastRow(unicode)) return `${shownColumn(from)}:${shownColumn(to)}`;
  if (from.column === 0 && to.column === LAST_COLUMN) return `${shownRow(from)}:${shownRow(to)}`;
  return `${shownCell(from)}:${shownCell(to)}`;
}

const lastRow = (unicode: boolean): number => (unicode ? LAST_ROW.unicode : LAST_ROW.old);
const shownColumn = (at: CellPlace): string => (at.columnMoves ? '' : '$') + columnName(at.column);
const shownRow = (at: CellPlace): string => `${at.rowMoves ? '' : '$'}${at.row + 1}`;

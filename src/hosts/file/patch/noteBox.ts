import type { CellRef } from '../../../rubric/finding';
import { attributeOf, childNamed } from './xmlTree';
import { isTrue } from './sheetCells';
import type { SheetCells } from './sheetCells';

/** Pixels at 96 dpi, the unit of a note's anchor. */
const BOX_WIDTH = 232;
const LINE_HEIGHT = 17;
const MOST_LINES = 26;
/** Widths of 9 pt characters: a Chinese one is square. */
const WIDE = 12;
const NARROW = 6;
const GAP = 12;

function lineCount(text: string): number {
  const lines = text.split('\n').map((line) => {
    let width = 0;
    for (const char of line) width += char.charCodeAt(0) > 0x2e7f ? WIDE : NARROW;
    return Math.max(1, Math.ceil(width / (BOX_WIDTH - 2 * GAP)));
  });
  return Math.min(
    MOST_LINES,
    lines.reduce((sum, n) => sum + n, 0),
  );
}

/** A point `distance` pixels behind the beginning of line `from` (a row or column): the line, and the pixels into it. */
function walk(from: number, distance: number, sizeOf: (index: number) => number): [number, number] {
  let index = from;
  let rest = distance;
  for (let size = sizeOf(index); rest >= size && index < from + 200; size = sizeOf(index)) {
    rest -= size;
    index++;
  }
  return [index, Math.max(0, Math.round(rest))];
}

/** Widths and heights of a sheet's columns and rows in pixels, as far as the file says. */
function measures(sheet: SheetCells): { column: (i: number) => number; row: (i: number) => number } {
  const { text, root } = sheet;
  const format = childNamed(root, 'sheetFormatPr');
  const number = (value: string | undefined, otherwise: number) =>
    Number(value) > 0 ? Number(value) : otherwise;
  const defaultWidth = number(format && attributeOf(text, format, 'defaultColWidth'), 8.43);
  const defaultHeight = number(format && attributeOf(text, format, 'defaultRowHeight'), 15);
  const columns = childNamed(root, 'cols')?.children ?? [];
  const column = (index: number) => {
    const col = columns.find(
      (c) =>
        Number(attributeOf(text, c, 'min')) <= index + 1 && Number(attributeOf(text, c, 'max')) >= index + 1,
    );
    if (col !== undefined && isTrue(attributeOf(text, col, 'hidden'))) return 0;
    return Math.round(number(col && attributeOf(text, col, 'width'), defaultWidth) * 7 + 5);
  };
  const row = (index: number) => {
    const element = sheet.row(index)?.element;
    if (element !== undefined && isTrue(attributeOf(text, element, 'hidden'))) return 0;
    return Math.round((number(element && attributeOf(text, element, 'ht'), defaultHeight) * 4) / 3);
  };
  return { column, row };
}

/** Where a note's box is drawn. */
export interface NoteBox {
  /** As VML has it: left column, pixels into it, top row, pixels, right column, pixels, bottom row, pixels. */
  readonly anchor: string;
  /** In points, for programs that go by these instead. */
  readonly width: number;
  readonly height: number;
}

/** The box of a note to the right of its cell, sized for its text. */
export function noteBox(sheet: SheetCells, cell: CellRef, text: string): NoteBox {
  const { column, row } = measures(sheet);
  const height = GAP + lineCount(text) * LINE_HEIGHT;
  const top = Math.max(0, cell.row - 1);
  const dy = Math.min(4, row(top));
  const [left, dx] = walk(cell.column + 1, GAP, column);
  const [right, dxEnd] = walk(left, dx + BOX_WIDTH, column);
  const [bottom, dyEnd] = walk(top, dy + height, row);
  const anchor = [left, dx, top, dy, right, dxEnd, bottom, dyEnd].join(', ');
  return { anchor, width: BOX_WIDTH * 0.75, height: height * 0.75 };
}

import type { CellLook, SheetCell, SheetContent } from '../../../../plan/sheetContent';
import { cellAddress, columnName } from '../../../../sheet/address';
import { HostError } from '../../../host';
import type { Utf8Pieces } from '../utf8Pieces';
import { escapeText, escapeXstring } from '../xmlTree';

/** Text that a spreadsheet would take for a formula when somebody enters it again. */
const FORMULA_LIKE = /^[=+\-@]/;

interface RowsPlace {
  readonly part: string;
  readonly styleOf: (look: CellLook, asText: boolean) => number;
}

/**
 * The rows of a sheet, which are nearly all of it: cells in their order, and rows that only have a height. Piece by piece,
 * for a summary of ten thousand units has a quarter of a million cells.
 */
export function putRows(out: Utf8Pieces, { cells, heights }: SheetContent, place: RowsPlace): void {
  const inOrder = ordered(cells);
  const rows = [...heights.keys()].sort((a, b) => a - b);
  let nextHeight = 0;
  let at = 0;
  while (at < inOrder.length || nextHeight < rows.length) {
    const row = Math.min(inOrder[at]?.row ?? Infinity, rows[nextHeight] ?? Infinity);
    if (rows[nextHeight] === row) nextHeight += 1;
    const height = heights.get(row);
    const number = String(row + 1);
    out.add(`<row r="${number}"`);
    out.add(height === undefined ? '>' : ` ht="${height}" customHeight="1">`);
    for (let cell = inOrder[at]; cell !== undefined && cell.row === row; cell = inOrder[++at]) {
      putCell(out, cell, number, place);
    }
    out.add('</row>');
    out.settle();
  }
}

/** Row by row, column by column; mostly they are. */
function ordered(cells: readonly SheetCell[]): readonly SheetCell[] {
  const before = (a: SheetCell, b: SheetCell): number => a.row - b.row || a.column - b.column;
  for (let at = 1; at < cells.length; at++) {
    if (before(cells[at - 1]!, cells[at]!) > 0) return [...cells].sort(before);
  }
  return cells;
}

function putCell(out: Utf8Pieces, cell: SheetCell, row: string, place: RowsPlace): void {
  const { column, content, look } = cell;
  const value = content.kind === 'value' ? content.value : content.kind === 'formula' ? content.cached : null;
  const text = content.kind === 'value' && typeof value === 'string' ? value : null;
  const style = place.styleOf(look, text !== null && FORMULA_LIKE.test(text));
  out.add('<c r="');
  out.add(columnName(column));
  out.add(row);
  out.add(style === 0 ? '"' : `" s="${style}"`);
  if (text !== null) {
    out.add(' t="inlineStr"><is><t xml:space="preserve">');
    out.add(escapeXstring(text));
    out.add('</t></is></c>');
  } else if (value === null) out.add('/>');
  else {
    out.add(typeof value === 'string' ? ' t="str">' : '>');
    if (content.kind === 'formula') {
      out.add('<f>');
      out.add(escapeText(content.formula.trim()));
      out.add('</f>');
    }
    out.add('<v>');
    out.add(typeof value === 'string' ? escapeXstring(value) : numberText(value, cell, place.part));
    out.add('</v></c>');
  }
}

function numberText(value: number, cell: SheetCell, part: string): string {
  if (!Number.isFinite(value)) {
    throw new HostError('write-failed', { part, cell: cellAddress(cell), reason: 'not-a-number' });
  }
  return String(value);
}

import { isClosingText } from './closing';
import type { GridRow } from './grid';
import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import { compact } from './text';
import { totalKind } from './totalLabels';
import { isUnitLabel } from './unitLabels';

/** Rows above a header that are looked at, at most. */
const REACH = 60;

/** First row of the text above a header that belongs to its table: below the last row of any other table. */
export function startOfTextAbove(reader: GridReader, block: HeaderBlock, from: number): number {
  const first = reader.from(block.top) - 1;
  for (let position = first; position >= 0 && position > first - REACH; position--) {
    const row = reader.rows[position];
    if (row === undefined || row.index < from) break;
    const apart = (reader.rows[position + 1]?.index ?? block.top) - row.index > 1;
    if (isTabular(reader, block, row, apart)) return row.index + 1;
  }
  return from;
}

/** Last row of the text below a table that belongs to it: above the first row of any other table. */
export function endOfTextBelow(reader: GridReader, block: HeaderBlock, from: number): number {
  const first = reader.from(from);
  for (let position = first; position < Math.min(first + REACH, reader.rows.length); position++) {
    const row = reader.rows[position];
    if (row === undefined) break;
    const apart = row.index - (reader.rows[position - 1]?.index ?? from) > 1;
    if (isTabular(reader, block, row, apart)) return row.index - 1;
  }
  return Number.MAX_SAFE_INTEGER;
}

const DATE_OR_PERSON =
  /^(?:填报|填表|考核|检查|自评|制表|审核|联系)?(?:日期|时间|年度|人员?|负责人|领导|电话|联系人|地点|地址)$/;

/** Whether a row of text is one of a table, and no title, label or signature. */
function isTabular(reader: GridReader, block: HeaderBlock, row: GridRow, apart: boolean): boolean {
  const cells = row.cells.filter((cell) => cell.column >= block.left && cell.column <= block.right);
  const filled = cells.filter((cell) => reader.text(row.index, cell.column) !== '');
  if (filled.length < 2) return false;
  const texts = filled.map((cell) => reader.text(row.index, cell.column));
  const speaks = texts.some(
    (text) =>
      /[:：]/.test(text) ||
      isUnitLabel(text) ||
      DATE_OR_PERSON.test(compact(text)) ||
      isClosingText(text) ||
      totalKind(text) !== null,
  );
  if (speaks) return false;
  return filled.length > 2 || apart || filled.some((cell) => typeof cell.value === 'number');
}

import type { Columns } from './columns';
import { isClosingText } from './closing';
import { isRuleText } from './ruleText';
import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import { headerBlocksAt } from './headerBlock';
import { compact, tidyName } from './text';
import { rowTotalKind, totalKind } from './totalLabels';
import { pointsFromText } from './numbers';
import { nameGoesOn } from './sectionName';
import type { RowLooks } from './rowLooks';
import { ROWS_A_STEP } from './steps';
import type { Steps } from './steps';
import type { TotalRow } from './table';

/** One row of a table's body, with what stands in the columns that matter. */
export interface BodyLine {
  readonly row: number;
  readonly kind: 'content' | 'total';
  readonly total: { readonly kind: TotalRow['kind']; readonly column: number; readonly text: string } | null;
  /** The one text of a row that has nothing else (a heading across the table, or a paragraph). */
  readonly alone: { readonly column: number; readonly text: string; readonly wide: boolean } | null;
}

export interface Body {
  readonly lines: readonly BodyLine[];
  readonly headerRows: readonly number[];
  /** First row that no longer belongs to the table. */
  readonly end: number;
}

const PAGE_NUMBER = /^(?:第?\d+页?|[-—–]\d+[-—–]|第\d+页[,，/]?共\d+页|\d+\/\d+)$/;

/**
 * Walks down from the header: repeated headers are passed over; a signature block, a title or another header ends the
 * table. `known`: what its first rows are, each a line of its own.
 */
export function* readBodyLines(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
  columns: Columns,
  isTable: (other: HeaderBlock) => boolean,
  known: readonly BodyLine[] = [],
): Steps<Body> {
  const lines = [...known];
  const headerRows = [block.top];
  let closed = false;
  let continued = false;
  let position = reader.from(block.bottom + 1) + known.length;
  let end = (known[known.length - 1]?.row ?? block.bottom) + 1;
  for (; position < reader.rows.length; position++) {
    const row = reader.rows[position];
    if (row === undefined) break;
    if (position % ROWS_A_STEP === 0) yield;
    const own = ownTexts(reader, row.index, block);
    if (own.length === 0) continue;
    const kind = looks.header(position);
    if (kind !== null) {
      const next = headerBlocksAt(reader, row, () => false).find(
        (other) => other.left <= block.right && other.right >= block.left,
      );
      if (kind === 'other' && next !== undefined && isTable(next)) break;
      if (kind === 'same') {
        const bottom = next?.bottom ?? row.index;
        if (!continued && startsAnotherTable(reader, block, columns, lines, closed, bottom)) break;
        closed = false;
        continued = false;
        headerRows.push(row.index);
        position = reader.from(bottom + 1) - 1;
        end = bottom + 1;
        continue;
      }
    }
    if (kind === null && lines.length > 0 && looks.beginsOtherTable(position)) break;
    const line = classify(reader, row.index, own, block, columns);
    if (line.total === null && isClosing(own, row.index, reader, columns)) {
      closed = true;
      continue;
    }
    if (closed && !isSureItem(reader, row.index, columns)) continue;
    if (line.alone !== null && PAGE_NUMBER.test(compact(line.alone.text))) continue;
    if (
      line.alone !== null &&
      line.alone.column !== columns.criterion &&
      isTitleAbove(reader, block, looks, position)
    ) {
      if (/续/.test(line.alone.text)) continued = true;
      else closed = true;
      continue;
    }
    closed = false;
    lines.push(line);
    end = row.index + 1;
  }
  return { lines, headerRows, end };
}

interface OwnText {
  readonly column: number;
  readonly text: string;
}

function ownTexts(reader: GridReader, row: number, block: HeaderBlock): OwnText[] {
  const found: OwnText[] = [];
  for (const cell of reader.rowAt(row)?.cells ?? []) {
    if (cell.column < block.left || cell.column > block.right) continue;
    const text = reader.text(row, cell.column);
    const present =
      text !== '' ||
      (reader.cell(row, cell.column)?.formula ?? null) !== null ||
      isOddValue(reader, row, cell.column);
    if (present) found.push({ column: cell.column, text });
  }
  return found;
}

function isOddValue(reader: GridReader, row: number, column: number): boolean {
  const value = reader.value(row, column);
  return value !== null && typeof value !== 'string';
}

function classify(
  reader: GridReader,
  row: number,
  own: readonly OwnText[],
  block: HeaderBlock,
  columns: Columns,
): BodyLine {
  const labels = own.filter((item) => item.column !== columns.self && item.column !== columns.review);
  for (const { column, text } of labels) {
    const kind = rowTotalKind(text);
    if (kind === null) continue;
    const others = labels.filter((item) => item.column !== column && item.column !== columns.section);
    if (others.some((item) => compact(item.text).length > 16 && item.column !== columns.reason)) continue;
    // 加分合计 in the section column may head the bonus items themselves; a rule beside it tells.
    if (others.some((item) => item.column === columns.criterion && isRuleText(item.text))) continue;
    return { row, kind: 'total', total: { kind, column, text }, alone: null };
  }
  const [only, ...more] = own;
  if (only === undefined || more.length > 0) return { row, kind: 'content', total: null, alone: null };
  const area = reader.merge(row, only.column);
  const width = area === null ? 1 : area.right - area.left + 1;
  const wide = width > 1 && width * 2 >= block.right - block.left + 1;
  return { row, kind: 'content', total: null, alone: { column: only.column, text: only.text, wide } };
}

/** 说明 | 1.每项扣完为止…; 考核组意见 | 同意: remarks and opinions with their label in a cell of its own. */
const REMARK =
  /^(?:注|备注|(?:填表|评分|考核|其他)?说明|附注)$|^.{0,10}(?:意见|结论|评语|签名|签字|签章|盖章)$|^(?:考核|考评|评定|评价|最终|最后)(?:结果|等次|等级|档次|评价)$/;

/** 填报单位（盖章）： 负责人（签字）： 日期 注： – never a row with points of its own. */
function isClosing(own: readonly OwnText[], row: number, reader: GridReader, columns: Columns): boolean {
  const first = own.find((item) => item.text !== '');
  if (first === undefined) return false;
  if (columns.max !== undefined && pointsFromText(reader.text(row, columns.max)) !== null) return false;
  if (first.column === columns.criterion && isRuleText(first.text) && own.length > 1) return false;
  const label = compact(first.text);
  const remark =
    REMARK.test(label) && !own.some((item) => isRuleText(item.text) && item.column === columns.criterion);
  return (remark && first.column !== columns.criterion) || isClosingText(first.text);
}

/** After a signature block only a row with points and words of its own can still be an item. */
function isSureItem(reader: GridReader, row: number, columns: Columns): boolean {
  if (columns.max === undefined || columns.criterion === undefined) return false;
  return pointsFromText(reader.text(row, columns.max)) !== null && reader.text(row, columns.criterion) !== '';
}

/** A text that stands alone right above a header is that header's title. */
function isTitleAbove(reader: GridReader, block: HeaderBlock, looks: RowLooks, position: number): boolean {
  for (let next = position + 1; next < Math.min(position + 6, reader.rows.length); next++) {
    const row = reader.rows[next];
    if (row === undefined) return false;
    const own = ownTexts(reader, row.index, block);
    if (own.length === 0) continue;
    if (looks.header(next) !== null) return true;
    if (own.length > 1 && !own.some((item) => isClosingText(item.text))) return false;
  }
  return false;
}

/**
 * A header that comes again is a page break unless the table before it was finished: signed, titled anew or totalled,
 * or the sections begin again from the first.
 */
function startsAnotherTable(
  reader: GridReader,
  block: HeaderBlock,
  columns: Columns,
  lines: readonly BodyLine[],
  closed: boolean,
  headerBottom: number,
): boolean {
  if (lines.length === 0) return false;
  const section = columns.section;
  const next = section === undefined ? '' : firstSection(reader, block, section, headerBottom + 1);
  if (next !== '' && section !== undefined) {
    const names = lines.map((line) => tidyName(reader.text(line.row, section))).filter((name) => name !== '');
    const first = names[0];
    const last = lastName(names.filter((name) => totalKind(name) === null));
    if (next === last && !(closed && next === first)) return false;
    if (next === first) return true;
  }
  return closed || ['total', 'converted'].includes(lines[lines.length - 1]?.total?.kind ?? '');
}

/** The last section's name, or its first piece where it is broken over rows: 基础 of 基础 / 工作. */
function lastName(names: readonly string[]): string | undefined {
  let at = names.length - 1;
  while (at > 0 && nameGoesOn(names[at - 1] ?? '', names[at] ?? '') === 'rest') at--;
  return names[at];
}

function firstSection(reader: GridReader, block: HeaderBlock, section: number, from: number): string {
  const start = reader.from(from);
  for (let position = start; position < Math.min(start + 4, reader.rows.length); position++) {
    const row = reader.rows[position];
    if (row === undefined || ownTexts(reader, row.index, block).length === 0) continue;
    return tidyName(reader.text(row.index, section));
  }
  return '';
}

import { isRuleText } from './ruleText';
import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { nameAndPoints, pointsFromText } from './numbers';
import { compact } from './text';

/** Rows that a heading's points are compared with, at most. */
const REACH = 200;

/** The words of a heading that fills a row of its own. */
export interface HeadingText {
  readonly text: string;
  readonly column: number;
}

/**
 * 一 | 组织领导 | 20 | : a heading in a row of its own, its points in the items' column. Told by a Chinese ordinal, or by
 * points that are the sum of the items' below. Null for any other row.
 */
export function headingRow(
  reader: GridReader,
  columns: Columns,
  lines: readonly BodyLine[],
  index: number,
): HeadingText | null {
  const line = lines[index];
  const { max, number, section, name, criterion } = columns;
  if (line === undefined || criterion === undefined) return null;
  const { row } = line;
  if (reader.text(row, criterion) !== '' || reader.coveredFromAbove(row, criterion)) return null;
  const heading = headingText(reader, columns, row);
  if (heading === null) return null;
  const ordinal =
    number !== undefined && /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$/.test(reader.word(row, number));
  if (ordinal || hasChineseOrdinal(heading.text)) return heading;
  const points = max === undefined ? null : pointsFromText(reader.text(row, max));
  const named = section !== undefined && name !== undefined && reader.text(row, name) !== '';
  return points !== null && !named && sumBelow(reader, columns, lines, index) === points ? heading : null;
}

function headingText(reader: GridReader, columns: Columns, row: number): HeadingText | null {
  for (const column of [columns.section, columns.name, columns.number]) {
    if (column === undefined) continue;
    const text = reader.text(row, column);
    if (text !== '' && !/^[\d.、（）()一二三四五六七八九十]+$/.test(compact(text))) return { text, column };
  }
  return null;
}

/** Sum of the maxima below a row, up to the next heading; null when fewer than two stand there. */
function sumBelow(
  reader: GridReader,
  columns: Columns,
  lines: readonly BodyLine[],
  index: number,
): number | null {
  const { max, criterion } = columns;
  if (max === undefined || criterion === undefined) return null;
  let sum = 0;
  let count = 0;
  for (let next = index + 1; next < Math.min(lines.length, index + REACH); next++) {
    const line = lines[next];
    if (line === undefined || line.kind === 'total' || line.alone !== null) break;
    const points = pointsFromText(reader.text(line.row, max));
    if (points === null) continue;
    if (reader.text(line.row, criterion) === '' && !reader.coveredFromAbove(line.row, criterion)) break;
    sum += points;
    count++;
  }
  return count < 2 ? null : Math.round(sum * 1e6) / 1e6;
}

/**
 * Where headings have rows of their own (一 | 组织领导 | 20, or a text across the table), the words beside the rules
 * name the items and no sections.
 */
export function withHeadingRows(reader: GridReader, columns: Columns, lines: readonly BodyLine[]): Columns {
  const { section, name, ...others } = columns;
  const { criterion } = columns;
  if (section === undefined || criterion === undefined) return columns;
  const own = lines.filter((line) => line.kind === 'content' && reader.text(line.row, criterion) !== '');
  const named = own.filter((line) => reader.text(line.row, section) !== '');
  if (named.length < 2 || named.length < own.length) return columns;
  const headed = lines.some((line, index) =>
    line.kind === 'content' && line.alone === null
      ? headingRow(reader, columns, lines, index) !== null
      : line.alone !== null && line.alone.column !== criterion && isPlainHeading(line.alone),
  );
  return headed ? { ...others, name: name ?? section } : columns;
}

function isPlainHeading({ text, wide }: NonNullable<BodyLine['alone']>): boolean {
  return (
    (wide && looksLikeHeading(text)) ||
    hasChineseOrdinal(text) ||
    (nameAndPoints(text).points !== null && looksLikeHeading(text))
  );
}

function hasChineseOrdinal(text: string): boolean {
  return /^\s*(?:第?[一二三四五六七八九十]{1,3}(?:部分|项|类)?\s*[、.．]|[(（][一二三四五六七八九十]{1,3}[)）])/.test(
    text,
  );
}

/** A few words without a full stop and without points to give: 二、管理工作（45分）, not a rule. */
export function looksLikeHeading(text: string): boolean {
  const plain = compact(text);
  if (/[。；;，,]/.test(plain) || plain.length > 30) return false;
  return !isRuleText(plain.replace(/[(（][^()（）]*[)）]/g, '').replace(/[\d.]+分$/, ''));
}

import { compact } from './text';
import { headerWord, isHeaderFragment } from './headerWords';
import type { HeaderWord } from './headerWords';
import { isRole, splitSideBySide, WIDEST } from './sideBySide';
import type { GridReader } from './gridReader';
import type { GridRow } from './grid';

/** Header rows that belong together, and what they call each column. */
export interface HeaderBlock {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** By column; a column under a spanning header has no label of its own. */
  readonly labels: ReadonlyMap<number, HeaderLabel>;
}

export interface HeaderLabel {
  readonly column: number;
  readonly row: number;
  /** The words of all its rows, in order. */
  readonly text: string;
  /** The same for comparing: half width, without spaces. */
  readonly plain: string;
  readonly word: HeaderWord | null;
}

/** Rows that a header broken over paragraphs or levels can have. */
export const TALLEST = 7;
const MOST_BLANK_INSIDE = 2;

/**
 * The header blocks that begin in a row: usually one; several where tables stand beside each other.
 * `taken` tells which cells belong to a table already read.
 */
export function headerBlocksAt(
  reader: GridReader,
  row: GridRow,
  taken: (row: number, column: number) => boolean,
): HeaderBlock[] {
  const columns: number[] = [];
  let says = false;
  for (const { column, value } of row.cells) {
    if (typeof value !== 'string' || taken(row.index, column)) continue;
    const text = reader.text(row.index, column);
    if (text === '') continue;
    columns.push(column);
    says ||= isRole(headerWord(text));
  }
  if (columns.length < 2 || !says) return [];
  return (
    splitSideBySide(reader, row.index, columns)
      // 被考核单位 | 小港街道 right above a header is a label, not its first row.
      .filter((part) => rolesOf(part.map((column) => headerWord(reader.text(row.index, column)))) >= 2)
      .map((part, index, parts) =>
        headerBlock(reader, row.index, part, (parts[index + 1]?.[0] ?? Infinity) - 1),
      )
      .filter((block) => countRoles(block) >= 2)
  );
}

/** Grows one header downward from its first row; `end` is the last column that can belong to it. */
function headerBlock(reader: GridReader, top: number, columns: readonly number[], end: number): HeaderBlock {
  const parts = new Map<number, { row: number; texts: string[] }>();
  for (const column of columns) parts.set(column, { row: top, texts: [reader.text(top, column)] });
  const left = Math.min(...columns);
  let right = Math.max(...columns);
  const spans = reader.merge(top, right);
  if (spans !== null && spans.top === top) right = Math.max(right, Math.min(spans.right, left + WIDEST));
  let bottom = top;
  for (let row = top + 1; row < top + TALLEST && row - bottom <= MOST_BLANK_INSIDE + 1; row++) {
    const words = continuation(reader, row, { left, right, end }, parts);
    if (words === null) break;
    if (words.length === 0) continue;
    for (const [column, text] of words) {
      const part = parts.get(column);
      if (part === undefined) parts.set(column, { row, texts: [text] });
      else part.texts.push(text);
      // 得分 over 自评 | 考核 as the last columns, where nothing tells that 得分 spans both.
      right = Math.max(right, column);
    }
    bottom = row;
  }
  const labels = new Map<number, HeaderLabel>();
  for (const column of [...parts.keys()].sort((a, b) => a - b)) {
    const { row, texts } = parts.get(column) ?? { row: top, texts: [] };
    const bottomOfCell = Math.min(reader.merge(row, column)?.bottom ?? row, top + TALLEST);
    if (bottomOfCell > bottom && headerMayReach(reader, bottom + 1, bottomOfCell, left, right))
      bottom = bottomOfCell;
    const text = texts.join('');
    labels.set(column, {
      column,
      row,
      text,
      plain: compact(text),
      word: wordUnder(groupAbove(reader, top, column, parts), texts),
    });
  }
  return { top, bottom, left, right, labels };
}

/** The words of a further header row by column; null when the row is none, empty when nothing stands in it. */
function continuation(
  reader: GridReader,
  row: number,
  { left, right, end }: { readonly left: number; readonly right: number; readonly end: number },
  parts: ReadonlyMap<number, { texts: string[] }>,
): [number, string][] | null {
  const words: [number, string][] = [];
  let edge = right;
  for (const cell of reader.rowAt(row)?.cells ?? []) {
    if (cell.column < left) continue;
    const text = reader.text(row, cell.column);
    if (cell.column > right) {
      if (cell.column > Math.min(edge + 1, end) || headerWord(text) === null) break;
      edge = cell.column;
    }
    if (text === '') {
      if (cell.value !== null && typeof cell.value !== 'string') return null;
      continue;
    }
    if (typeof cell.value !== 'string' || compact(text).length > 12) return null;
    const before = parts.get(cell.column)?.texts ?? [];
    // 自 / 评分: a word only together. Words that say enough already take no more.
    const joined =
      before.length > 0 && headerWord(before.join('')) === null
        ? headerWord([...before, text].join(''))
        : null;
    const spanned = reader.merge(row, cell.column);
    if (spanned !== null && spanned.right - spanned.left >= Math.max(2, (right - left) / 2)) return null;
    const fits =
      (before.length > 0 && isHeaderFragment(text)) || joined !== null || headerWord(text) !== null;
    if (!fits) return null;
    words.push([cell.column, text]);
  }
  return words;
}

/** A merged header cell reaches down only over rows without numbers and long texts. */
function headerMayReach(reader: GridReader, from: number, to: number, left: number, right: number): boolean {
  for (let row = from; row <= to; row++) {
    for (const cell of reader.rowAt(row)?.cells ?? []) {
      if (cell.column < left || cell.column > right) continue;
      const text = reader.text(row, cell.column);
      if (typeof cell.value === 'number' || compact(text).length > 12) return false;
    }
  }
  return true;
}

const BARE = /^(?:实)?(?:得|评|打|计|扣|加|减)分(?:数|值)?$|^分[数值]?$/;

/** The words of the header cell that stands over a column from further left: 自评 over 扣分 | 得分; '' for none. */
function groupAbove(
  reader: GridReader,
  top: number,
  column: number,
  parts: ReadonlyMap<number, { readonly row: number; readonly texts: readonly string[] }>,
): string {
  const own = parts.get(column);
  if (own === undefined || own.row === top) return '';
  const anchor = reader.anchor(top, column);
  if (anchor.column < column) return reader.text(anchor.row, anchor.column);
  // Where nothing is merged: the nearest header on the left that has two rows as well.
  for (let left = column - 1; left >= Math.max(0, column - 3); left--) {
    const before = parts.get(left);
    if (before?.row !== top) continue;
    return reader.merge(top, left) === null && before.texts.length > 1 ? (before.texts[0] ?? '') : '';
  }
  return '';
}

/** 得分 under 自评 is 自评得分; words that say whose score they are need nothing above them. */
function wordUnder(group: string, texts: readonly string[]): HeaderWord | null {
  const word = wordOf(texts);
  if (group === '' || !BARE.test(compact(texts.join('')))) return word;
  const above = headerWord(group)?.role;
  if (above !== 'self' && above !== 'review') return word;
  return (
    headerWord(`${group}${texts.join('')}`) ?? (word?.role === 'other' ? word : { role: above, weight: 8 })
  );
}

/** 自查 / 分 → 自查分; 得分 / 自评 → 自评; 考核内容 / 分值 → 分值. */
function wordOf(texts: readonly string[]): HeaderWord | null {
  const last = texts[texts.length - 1] ?? '';
  const whole = headerWord(texts.join(''));
  if (whole !== null && (texts.length === 1 || whole.role !== 'text')) return whole;
  return (
    (isHeaderFragment(last) && texts.length > 1 ? null : headerWord(last)) ??
    whole ??
    headerWord(texts[0] ?? '') ??
    headerWord(last)
  );
}

function countRoles(block: HeaderBlock): number {
  return rolesOf([...block.labels.values()].map((label) => label.word));
}

function rolesOf(words: readonly (HeaderWord | null)[]): number {
  return new Set(words.filter(isRole).map((word) => word?.role)).size;
}

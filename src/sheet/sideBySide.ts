import type { GridReader } from './gridReader';
import { headerWord } from './headerWords';
import type { HeaderRole, HeaderWord } from './headerWords';

/** A header further apart than this from the next one belongs to another table. */
export const WIDEST = 200;
/** Empty columns that may stand inside one table. */
const WIDEST_GAP = 2;

/** Whether a header word says something about points or rules. */
export function isRole(word: HeaderWord | null): boolean {
  return word !== null && word.role !== 'other';
}

/**
 * Tables beside each other: the header begins again with its first word, or nothing at all stands between two parts
 * (neither in the header nor in the rows just below).
 */
export function splitSideBySide(reader: GridReader, row: number, columns: readonly number[]): number[][] {
  const groups: number[][] = [];
  let group: number[] = [];
  let words = new Set<string>();
  const roleAt = (column: number): HeaderRole | undefined => headerWord(reader.text(row, column))?.role;
  for (const [position, column] of columns.entries()) {
    const previous = group[group.length - 1];
    const first = group[0];
    const word = reader.word(row, column);
    const end = previous === undefined ? column : (reader.merge(row, previous)?.right ?? previous);
    const startsAgain = first !== undefined && words.size > 2 && word === reader.word(row, first);
    const apart =
      previous !== undefined &&
      column - end > 1 &&
      isEmptyBelow(reader, row, end + 1, column - 1) &&
      (column - end - 1 > WIDEST_GAP ||
        beginsAnew(group.map(roleAt), columns.slice(position, position + WIDEST).map(roleAt)));
    if (previous !== undefined && (startsAgain || apart || column - (first ?? column) > WIDEST)) {
      groups.push(group);
      group = [];
      words = new Set();
    }
    group.push(column);
    words.add(word);
  }
  groups.push(group);
  // A part that says nothing on its own belongs to its neighbour: an unlabelled column stood between them.
  const joined: number[][] = [];
  for (const part of groups) {
    const before = joined[joined.length - 1];
    const alone = part.filter((column) => isRole(headerWord(reader.text(row, column)))).length;
    if (before !== undefined && alone < 2 && (part[0] ?? 0) - (before[0] ?? 0) <= WIDEST)
      before.push(...part);
    else joined.push(part);
  }
  return joined;
}

const WHAT: ReadonlySet<string | undefined> = new Set([
  'criterion',
  'text',
  'section',
  'name',
  'unit',
  'number',
]);

/** Whether the headers behind an empty column are a set of their own: maxima again, or words to score behind the scores. */
function beginsAnew(
  before: readonly (HeaderRole | undefined)[],
  after: readonly (HeaderRole | undefined)[],
): boolean {
  if (before.includes('max') && after.includes('max')) return true;
  const scored = before.includes('self') || before.includes('review');
  return scored && before.some((role) => WHAT.has(role)) && after.some((role) => WHAT.has(role));
}

function isEmptyBelow(reader: GridReader, row: number, left: number, right: number): boolean {
  const start = reader.from(row);
  for (let position = start; position < Math.min(start + 25, reader.rows.length); position++) {
    const entry = reader.rows[position];
    if (entry === undefined) break;
    for (let column = left; column <= Math.min(right, left + 8); column++) {
      const cell = reader.cell(entry.index, column);
      if (cell !== null && (cell.value !== null || cell.formula !== null)) return false;
    }
  }
  return true;
}

import type { Stage } from '../locale/messages';
import { shorten } from '../locale/format';
import type { ScoreCell, ScoringTable, TableItem } from '../sheet/table';

/** The score columns, in the order in which people fill them. */
export const COLUMNS: readonly Stage[] = ['self', 'review'];

/** Characters of a criterion that name its item in a sentence. */
const LABEL_LENGTH = 20;

/** What counts as a score: a number, or text that stands for one; null for anything else. */
export function scoreNumber(cell: ScoreCell | null): number | null {
  return cell !== null && (cell.state === 'number' || cell.state === 'text-number') ? cell.number : null;
}

/** Whether somebody entered something: not blank and no stroke that stands for nothing. */
export function isFilled(cell: ScoreCell | null): boolean {
  return cell !== null && cell.state !== 'blank' && !isStroke(cell);
}

/** 无, /, —: how people strike out a cell that has nothing to say. */
export function isStroke(cell: ScoreCell): boolean {
  return (
    typeof cell.value === 'string' && /^[\s/／\\＼\-－—–_＿、]*[无]?[\s/／\\＼\-－—–_＿、]*$/.test(cell.value)
  );
}

/** Whether any item has something in this score column. */
export function columnHasScores(table: ScoringTable, items: readonly number[], column: Stage): boolean {
  return items.some((index) => scoreNumber(table.items[index]?.[column] ?? null) !== null);
}

/** A short name for an item in a sentence: its name, or the beginning of its criterion. */
export function itemLabel(item: TableItem): string {
  const name = item.name?.trim() ?? '';
  return shorten(name === '' ? item.criterion : name, LABEL_LENGTH);
}

/** What a cell shows, as a short text for a sentence. */
export function shownText(cell: ScoreCell): string {
  if (cell.value === null) return cell.formula === null ? '' : shorten(`=${cell.formula}`, LABEL_LENGTH);
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  return shorten(typeof cell.value === 'object' ? cell.value.error : String(cell.value), LABEL_LENGTH);
}

import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { isScoredRow } from './itemCells';
import type { OpenItem } from './itemCells';
import { pointsFromText } from './numbers';
import { isRuleText } from './ruleText';
import { isBonusSection } from './sections';
import type { SectionList } from './sections';
import { compact } from './text';

/** What is known on the way down a table. */
export interface ReadingState {
  readonly reader: GridReader;
  readonly columns: Columns;
  readonly lines: readonly BodyLine[];
  readonly sections: SectionList;
  readonly open: OpenItem | null;
  readonly criterionColumn: number;
  readonly scoreColumns: readonly number[];
  /** Whether any cells of the body are merged downward. */
  readonly mergesDown: boolean;
  /** Whether rules run over several rows that nothing joins, as in a paste from a document. */
  readonly fragmented: boolean;
}

/** The rule of a row; under a merged rule that several items share, the shared one. */
export function ruleAt(state: ReadingState, row: number): string {
  const own = state.reader.text(row, state.criterionColumn);
  if (own !== '' || !state.reader.coveredFromAbove(row, state.criterionColumn)) return own;
  const { max } = state.columns;
  const hasOwnMax = max !== undefined && pointsFromText(state.reader.text(row, max)) !== null;
  const at = state.reader.anchor(row, state.criterionColumn);
  return hasOwnMax && !sharesScores(state, row) ? state.reader.text(at.row, at.column) : '';
}

/** Whether a row begins an item of its own, and does not go on with the open one. */
export function startsItem(
  state: ReadingState,
  row: number,
  rule: string,
  maxText: string,
  points: number | null,
): boolean {
  if (points !== null) return rule !== '' || hasName(state, row) || state.open === null;
  if (rule === '') return false;
  if (maxText !== '') return true;
  const open = state.open;
  if (open === null || open.section !== state.sections.index) return true;
  if (sharesScores(state, row)) return false;
  const { max, number } = state.columns;
  const scoredAgain = state.scoreColumns.some(
    (column) =>
      isScoredRow(state.reader, row, column) &&
      rowsOf(open).some((other) => isScoredRow(state.reader, other, column)),
  );
  if (isBonusSection(state.sections.current) || max === undefined) {
    if (scoredAgain) return true;
    if (goesOn(open, rule)) return false;
    if (state.mergesDown && state.scoreColumns.length > 0) return true;
    const saidAlready = open.paragraphs.some((paragraph) => isRuleText(paragraph.text));
    if (!isUnfinished(open)) return true;
    return saidAlready && isRuleText(rule) && !(state.fragmented && stopsInside(open, rule));
  }
  if (isCovered(state, row, max)) return false;
  if (number !== undefined && state.reader.text(row, number) !== '') return true;
  if (scoredAgain) return true;
  return state.mergesDown && !isUnfinished(open);
}

/** Whether a paragraph only goes on with the rule before: that one stops in its middle, or this one refers to it. */
function goesOn(item: OpenItem, rule: string): boolean {
  const last = compact(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
  const next = compact(rule);
  if (/[,、:(和与及或的]$/.test(last)) return true;
  // Half of what the ladder before it gives.
  if (/减半/.test(next) && !/\d分/.test(next)) return true;
  return /^(?:其中|同时|以上|上述|此项|该项|本项|同一|累计|最高|最多|不重复|封顶|并|且|和|及|或)/.test(next);
}

/** Whether the rule so far stops in the middle of a clause: not behind points, and not before a mark. */
function stopsInside(item: OpenItem, rule: string): boolean {
  const last = compact(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
  return !/(?:分|为止|[)）])$/.test(last) || /^[、，,；;。)）]/.test(compact(rule));
}

/** Whether rules with a maximum go on in rows of their own below. */
export function hasFragments(
  reader: GridReader,
  { max, criterion }: Columns,
  lines: readonly BodyLine[],
): boolean {
  if (max === undefined || criterion === undefined) return false;
  let inside = false;
  let fragment = false;
  for (const { row, kind } of lines) {
    if (kind === 'total') inside = false;
    else if (reader.text(row, max) !== '') {
      if (fragment) return true;
      inside = pointsFromText(reader.text(row, max)) !== null;
    } else if (inside && reader.text(row, criterion) !== '') fragment = true;
  }
  return false;
}

/** Whether the row names its item. */
export function hasName(state: ReadingState, row: number): boolean {
  return state.columns.name !== undefined && state.reader.text(row, state.columns.name) !== '';
}

function rowsOf(item: OpenItem): number[] {
  return item.paragraphs.map((paragraph) => paragraph.row);
}

/** Whether the cell lies under a merge that began in the open item. */
export function isCovered(state: ReadingState, row: number, column: number): boolean {
  if (state.open === null) return false;
  const top = state.reader.merge(row, column)?.top ?? row;
  return top < row && top >= state.open.row;
}

/** Whether every score of the row is one with the open item's: the row is a part of that item. */
export function sharesScores(state: ReadingState, row: number): boolean {
  return state.scoreColumns.length > 0 && state.scoreColumns.every((column) => isCovered(state, row, column));
}

/** Whether the rule read so far stops without the end of a sentence. */
export function isUnfinished(item: OpenItem): boolean {
  return !/[。；;！!？?]["”’）)]*\s*$/.test(item.paragraphs[item.paragraphs.length - 1]?.text ?? '');
}

/** 加分 | | | 2: bonus points without any rule, beside their name; not a heading over bonus items. */
export function isBareBonus(
  state: ReadingState,
  row: number,
  name: string,
  rule: string,
  index: number,
): boolean {
  const section = state.sections.current;
  if (name === '' || rule !== '' || !isBonusSection(section) || section.items.length > 0) return false;
  if (!state.scoreColumns.some((column) => isScoredRow(state.reader, row, column))) return false;
  const next = state.lines[index + 1];
  if (next === undefined || next.kind === 'total') return true;
  return state.columns.section !== undefined && state.reader.text(next.row, state.columns.section) !== '';
}

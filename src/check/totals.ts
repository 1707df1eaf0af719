import type { Stage } from '../locale/messages';
import { addPoints, fromMillionths, subtractPoints, sumPoints, toMillionths } from '../rubric/points';
import type { Settings } from '../sheet/settings';
import type { ScoringTable, TableItem } from '../sheet/table';
import { scoreNumber } from './cells';
import { convert } from './conversion';
import type { ColumnTotals, SectionSums } from './report';

/** Sum of the scores of some items in one column; null where none of them has a score. */
export function sumOf(items: readonly TableItem[], column: Stage): number | null {
  const scores: number[] = [];
  for (const item of items) {
    const score = scoreNumber(item[column]);
    if (score !== null) scores.push(score);
  }
  return scores.length === 0 ? null : sumPoints(scores);
}

/** The items of a table by index, passing over indexes that name none. */
export function itemsAt(table: ScoringTable, indexes: readonly number[]): readonly TableItem[] {
  const items: TableItem[] = [];
  for (const index of indexes) {
    const item = table.items[index];
    if (item) items.push(item);
  }
  return items;
}

/** Indexes of the items that share a maximum with another one. */
export function itemsThatShare({ items }: ScoringTable): ReadonlySet<number> {
  const sharing = new Set<number>();
  items.forEach(({ sharesMaxWith }, index) => {
    if (sharesMaxWith !== undefined) sharing.add(sharesMaxWith).add(index);
  });
  return sharing;
}

/** Whether an item stands in a bonus section. */
export function isBonus(table: ScoringTable, item: TableItem): boolean {
  return table.sections[item.section]?.bonus ?? false;
}

/** Whether an item stands in a section that only takes points away, 扣分项. */
export function isDeduction(table: ScoringTable, item: TableItem): boolean {
  return table.sections[item.section]?.deduction === true;
}

/** Sums of a column before caps and conversion, in points. */
export interface UncappedTotals {
  readonly base: number;
  readonly bonus: number;
  /** What 扣分项 take away, as a positive number: both -2 and 2 written there mean two points less. */
  readonly deducted: number;
}

/** Sums of a column before caps and conversion; null where it has no score at all. */
export function uncappedTotals(
  table: ScoringTable,
  applies: readonly number[],
  column: Stage,
): UncappedTotals | null {
  // In whole millionths, and without a list for each part: every sheet of a batch comes through here several times.
  let [base, bonus, deducted] = [0, 0, 0];
  let hasScores = false;
  for (const index of applies) {
    const item = table.items[index];
    const score = item === undefined ? null : scoreNumber(item[column]);
    if (item === undefined || score === null) continue;
    hasScores = true;
    if (isDeduction(table, item)) deducted += Math.abs(toMillionths(score));
    else if (isBonus(table, item)) bonus += toMillionths(score);
    else base += toMillionths(score);
  }
  if (!hasScores) return null;
  return {
    base: fromMillionths(base),
    bonus: fromMillionths(bonus),
    deducted: fromMillionths(deducted),
  };
}

/**
 * Totals of one score column. Scores count as they stand, also those that a check finds wrong; what is no number
 * counts nothing. The bonus is cut at 加分上限 before 扣分项 take from it, the total at 总分上限, and 加分计入折算 says whether
 * the bonus is converted.
 */
export function columnTotals(
  table: ScoringTable,
  applies: readonly number[],
  column: Stage,
  settings: Settings,
): ColumnTotals | null {
  const sums = uncappedTotals(table, applies, column);
  if (sums === null) return null;
  const bonus = subtractPoints(atMost(sums.bonus, settings.bonusCap), sums.deducted);
  const total = atMost(addPoints(sums.base, bonus), settings.totalCap);
  const convertible = settings.bonusConverted ? total : atMost(sums.base, settings.totalCap);
  return { base: sums.base, bonus, total, converted: convert(convertible, settings) };
}

/** Sums of the sections that have any applying item. */
export function sectionSums(table: ScoringTable, applies: readonly number[]): readonly SectionSums[] {
  const applying = new Set(applies);
  return table.sections.flatMap((section, index) => {
    const items = itemsAt(
      table,
      section.items.filter((item) => applying.has(item)),
    );
    if (items.length === 0) return [];
    const { name, points } = section;
    return [{ section: index, name, points, self: sumOf(items, 'self'), review: sumOf(items, 'review') }];
  });
}

function atMost(points: number, cap: number | null): number {
  return cap === null ? points : Math.min(points, cap);
}

import type { Stage } from '../locale/messages';
import { addPoints, sumPoints } from '../rubric/points';
import type { Settings } from '../sheet/settings';
import type { ScoringTable, TableItem } from '../sheet/table';
import { scoreNumber } from './cells';
import { convert } from './conversion';
import type { ColumnTotals, SectionSums } from './report';

/**
 * Sum of the scores of some items in one column; null where none of them has a score. A score cell that is merged over
 * several items counts once.
 */
export function sumOf(items: readonly TableItem[], column: Stage): number | null {
  const scores = new Map<string, number>();
  for (const item of items) {
    const cell = item[column];
    const score = scoreNumber(cell);
    if (cell !== null && score !== null) scores.set(`${cell.row},${cell.column}`, score);
  }
  return scores.size === 0 ? null : sumPoints(scores.values());
}

/** The items of a table by index, passing over indexes that name none. */
export function itemsAt(table: ScoringTable, indexes: readonly number[]): readonly TableItem[] {
  return indexes.flatMap((index) => table.items[index] ?? []);
}

/** Whether an item stands in a bonus section. */
export function isBonus(table: ScoringTable, item: TableItem): boolean {
  return table.sections[item.section]?.bonus ?? false;
}

/** Base, bonus and total of a column before any conversion, in points; null where it has no score at all. */
export function uncappedTotals(
  table: ScoringTable,
  applies: readonly number[],
  column: Stage,
): { readonly base: number; readonly bonus: number } | null {
  const items = itemsAt(table, applies);
  const base = sumOf(
    items.filter((item) => !isBonus(table, item)),
    column,
  );
  const bonus = sumOf(
    items.filter((item) => isBonus(table, item)),
    column,
  );
  return base === null && bonus === null ? null : { base: base ?? 0, bonus: bonus ?? 0 };
}

/**
 * Totals of one score column. Scores count as they stand, also those that a check finds wrong; what is no number
 * counts nothing. The bonus is cut at 加分上限, the total at 总分上限, and 加分计入折算 says whether the bonus is converted.
 */
export function columnTotals(
  table: ScoringTable,
  applies: readonly number[],
  column: Stage,
  settings: Settings,
): ColumnTotals | null {
  const sums = uncappedTotals(table, applies, column);
  if (sums === null) return null;
  const bonus = atMost(sums.bonus, settings.bonusCap);
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

import type { ScoringTable } from '../sheet/table';
import { COLUMNS, isFilled } from './cells';

/**
 * Whether it is told which sections count. A department table may hold the sections of many units; then the unit must
 * be known. With one unit's section only there is nothing to choose.
 */
export function isUnitTold(table: ScoringTable): boolean {
  if (table.form !== 'department' || table.unit !== null) return true;
  const units = new Set(table.sections.map((section) => section.unit));
  units.delete(null);
  return units.size <= 1;
}

/** Indexes of the items that apply to the unit, in sheet order; all of them when no unit can be told. */
export function applyingItems(table: ScoringTable): readonly number[] {
  const all = table.items.map((_, index) => index);
  if (table.form !== 'department' || table.unit === null) return all;
  return all.filter((index) => {
    const unit = table.sections[table.items[index]?.section ?? -1]?.unit ?? null;
    return unit === null || unit === table.unit;
  });
}

/**
 * Indexes of the items that must have a score. Where no unit can be told these are the sections for all and every
 * section that somebody began to score.
 */
export function dueItems(table: ScoringTable, applies: readonly number[]): readonly number[] {
  if (isUnitTold(table)) return applies;
  const begun = new Set<number>();
  for (const item of table.items) {
    if (COLUMNS.some((column) => isFilled(item[column]))) begun.add(item.section);
  }
  return applies.filter((index) => {
    const section = table.items[index]?.section ?? -1;
    return (table.sections[section]?.unit ?? null) === null || begun.has(section);
  });
}

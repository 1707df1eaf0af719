import type { BodyLine } from './bodyLines';
import type { TableItem, TableSection } from './table';

/** A total row as met on the way down; its kind is settled when the whole table is known. */
export interface MetTotal {
  readonly line: BodyLine;
  /** Index of the section above it, null when none. */
  readonly section: number | null;
  /** Number of items above it. */
  readonly itemsAbove: number;
}

export interface ItemsReading {
  readonly sections: readonly TableSection[];
  readonly items: readonly TableItem[];
  readonly totals: readonly MetTotal[];
}

/**
 * A heading over other headings, or a closing remark, has no items and is no section. What comes on top of the base has
 * no maximum of its own.
 */
export function withoutEmptySections({ sections, items, totals }: ItemsReading): ItemsReading {
  const kept: TableSection[] = [];
  const indexes = new Map<number, number>();
  sections.forEach((section, index) => {
    if (section.items.length === 0) return;
    indexes.set(index, kept.length);
    kept.push(section);
  });
  return {
    sections: kept,
    items: items.map((item) => {
      const bonus = sections[item.section]?.bonus === true;
      return { ...item, section: indexes.get(item.section) ?? 0, max: bonus ? null : item.max };
    }),
    totals: totals.map((total) => ({
      ...total,
      section: total.section === null ? null : (indexes.get(total.section) ?? null),
    })),
  };
}

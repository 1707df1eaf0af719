import type { Rubric } from '../../src/rubric/rubric';
import { readBook } from '../../src/sheet/readBook';
import type { Grid } from '../../src/sheet/grid';
import type { ScoringTable } from '../../src/sheet/table';
import type { Scored } from './tableLayout';

/** What a person would say the table holds. */
export interface Outline {
  readonly name: string;
  readonly points: number | null;
  readonly bonus: boolean;
  readonly items: readonly { max: number | null; criterion: string; self: unknown; review: unknown }[];
}

export function outline(table: ScoringTable): Outline[] {
  return table.sections.map((section) => ({
    name: section.name,
    points: section.points,
    bonus: section.bonus,
    items: section.items.map((index) => {
      const item = table.items[index];
      return {
        max: item?.max ?? null,
        criterion: (item?.criterion ?? '').replace(/\n/g, ''),
        self: item?.self?.value ?? null,
        review: item?.review?.value ?? null,
      };
    }),
  }));
}

export function expectedOutline(rubric: Rubric, scored: Scored, withPoints = true): Outline[] {
  let index = 0;
  return rubric.sections.map((section) => ({
    name: section.name,
    points: withPoints ? section.points : null,
    bonus: section.bonus,
    items: section.items.map((item) => {
      const { self, review } = scored(index++);
      return { ...item, self: self ?? null, review: review ?? null };
    }),
  }));
}

export function tablesIn(...grids: Grid[]): readonly ScoringTable[] {
  return readBook({ fileName: null, grids }).tables;
}

export function codes(table: ScoringTable | undefined): string[] {
  return (table?.findings ?? []).map((finding) => finding.code);
}

import type { ReadItem, RubricDifference } from '../../rubric/fingerprint';
import type { Rubric } from '../../rubric/rubric';
import type { Outline } from './submission';

/** What a table changed, with the items it read; `read[i]` is item `items[i]` of the outline. */
export interface Compared {
  readonly differences: readonly RubricDifference[];
  readonly items: readonly number[];
}

/** Items of an outline as the comparison wants them. */
export function readItems({ items, sections }: Outline, indexes: readonly number[]): ReadItem[] {
  return indexes.flatMap((index) => {
    const item = items[index];
    if (item === undefined) return [];
    const { max, criterion } = item;
    return [{ section: sections[item.section]?.name ?? '', max, criterion }];
  });
}

/** The rubric that an outline holds. */
export function rubricOf({ form, sections, items }: Outline): Rubric {
  return {
    title: '',
    year: 0,
    form,
    sections: sections.map(({ name, points, bonus }, index) => ({
      name,
      points,
      bonus,
      items: items
        .filter(({ section }) => section === index)
        .map(({ max, criterion }) => ({ max, criterion })),
    })),
  };
}

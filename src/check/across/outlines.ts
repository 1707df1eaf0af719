import type { CellRef } from '../../rubric/finding';
import type { ScoringTable, TableItem } from '../../sheet/table';
import { itemLabel } from '../cells';
import { itemsThatShare } from '../totals';
import { detached } from './sharedData';
import type { Outline, OutlineItem } from './submission';

/** Most outlines kept; then all are forgotten: those that are still in use come again. */
const MOST = 500;

interface Kept {
  readonly outline: Outline;
  /** What the items are called, which makes their labels. */
  readonly names: readonly (string | null)[];
}

/**
 * Outlines of the tables that were read, by a number that tables of one rubric share. A round has thousands of tables and a
 * few rubrics, and holding a table against an outline costs a fifth of making one.
 */
const memory = new Map<number, Kept[]>();
let count = 0;

/** The rubric of a table with the cells where it stands: mostly one and the same object for tables that have the same. */
export function outlineOf(table: ScoringTable, applies: readonly number[]): Outline {
  const sharing = itemsThatShare(table);
  const sight = sightOf(table);
  const alike = memory.get(sight) ?? [];
  const known = alike.find((kept) => isOutlineOf(kept, table, applies, sharing));
  if (known !== undefined) return known.outline;
  const outline = detached(newOutline(table, applies, sharing));
  if (count >= MOST) {
    memory.clear();
    count = 0;
  }
  const names = table.items.map(({ name }) => detached(name));
  memory.set(sight, [...alike, { outline, names }]);
  count += 1;
  return outline;
}

function newOutline(table: ScoringTable, applies: readonly number[], sharing: ReadonlySet<number>): Outline {
  return {
    form: table.form,
    sections: table.sections.map(({ name, nameCell, points, bonus }) => ({ name, nameCell, points, bonus })),
    items: table.items.map((item, index) => ({
      section: item.section,
      max: item.max,
      criterion: item.criterion,
      label: itemLabel(item),
      criterionCell: item.criterionCell,
      maxCell: item.maxCell,
      sharesMax: sharing.has(index),
    })),
    applies,
  };
}

/** Whether `newOutline` would say the same. */
function isOutlineOf(
  { outline, names }: Kept,
  table: ScoringTable,
  applies: readonly number[],
  sharing: ReadonlySet<number>,
): boolean {
  const { form, sections, items } = outline;
  return (
    form === table.form &&
    items.length === table.items.length &&
    sections.length === table.sections.length &&
    applies.length === outline.applies.length &&
    applies.every((item, index) => item === outline.applies[index]) &&
    table.items.every(
      (item, index) => item.name === names[index] && isSameItem(items[index], item, sharing.has(index)),
    ) &&
    table.sections.every(({ name, nameCell, points, bonus }, index) => {
      const one = sections[index];
      return (
        one?.name === name &&
        one.points === points &&
        one.bonus === bonus &&
        isSameCell(one.nameCell, nameCell)
      );
    })
  );
}

function isSameItem(outlined: OutlineItem | undefined, item: TableItem, sharesMax: boolean): boolean {
  return (
    outlined !== undefined &&
    outlined.section === item.section &&
    outlined.max === item.max &&
    outlined.sharesMax === sharesMax &&
    outlined.criterion === item.criterion &&
    isSameCell(outlined.criterionCell, item.criterionCell) &&
    isSameCell(outlined.maxCell, item.maxCell)
  );
}

function isSameCell(a: CellRef | null, b: CellRef | null): boolean {
  if (a === null || b === null) return a === b;
  return a.row === b.row && a.column === b.column;
}

/** A number that tables of one rubric share and others rarely do. */
function sightOf({ area, sections, items }: ScoringTable): number {
  let sight = area.top * 31 + sections.length;
  for (const { criterion, max, section } of items) {
    sight = (Math.imul(sight, 31) + criterion.length * 64 + section * 8 + (max ?? -1)) | 0;
  }
  return sight;
}

import { layout } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { tablesIn } from '../support/outline';
import type { ScoringTable } from '../../src/sheet/table';

/** One line a section, one line an item: max | name | rule | self | review. */
export function sketch(table: ScoringTable | undefined): string[] {
  return (table?.sections ?? []).flatMap((section) => [
    `# ${section.name} ${section.bonus ? '加分' : String(section.points)}`,
    ...section.items.map((index) => {
      const item = table?.items[index];
      const score = (
        cell: typeof item extends undefined ? never : NonNullable<typeof item>['self'] | undefined,
      ) =>
        cell == null
          ? ''
          : cell.state === 'number'
            ? String(cell.number)
            : cell.state === 'text-number'
              ? `~${cell.number}`
              : cell.state;
      return [
        item?.max ?? '',
        item?.name ?? '',
        item?.criterion.replace(/\n/g, '⏎'),
        score(item?.self),
        score(item?.review),
      ].join(' | ');
    }),
  ]);
}

/** One line a total row: kind, sheet row, section, max, self, review. */
export const totals = (table: ScoringTable | undefined): string[] =>
  (table?.totals ?? []).map((total) =>
    [
      total.kind,
      total.row + 1,
      total.section,
      total.max?.number ?? '',
      total.self?.number ?? '',
      total.review?.number ?? '',
    ].join(' '),
  );

/** With merges known and unknown: the same reading. */
export function both(rows: LayoutCell[][], look: (tables: readonly ScoringTable[]) => void): void {
  look(tablesIn(layout('表', rows)));
  look(tablesIn(layout('表', rows, { merges: null })));
}

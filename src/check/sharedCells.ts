import type { ScoreCell, ScoringTable, TableItem } from '../sheet/table';
import { COLUMNS } from './cells';
import type { SharedCells } from './context';

/** Finds the score cells that are merged over several items; only the first of them has the cell. */
export function sharedCells(table: ScoringTable): SharedCells {
  const shared = new Map<string, TableItem[]>();
  for (const column of COLUMNS) {
    if (table.columns[column] === undefined) continue;
    let first: TableItem | null = null;
    for (const item of table.items) {
      const cell = item[column];
      if (cell !== null) {
        first = item;
        continue;
      }
      const above: ScoreCell | null = first?.[column] ?? null;
      if (first === null || above === null || !isMergedDown(table, above, item.row)) continue;
      const key = `${above.row},${above.column}`;
      const items = shared.get(key);
      if (items) items.push(item);
      else shared.set(key, [first, item]);
    }
  }
  return shared;
}

function isMergedDown({ grid }: ScoringTable, cell: ScoreCell, row: number): boolean {
  return (grid.merges ?? []).some(
    ({ top, left, bottom }) => top === cell.row && left === cell.column && bottom >= row,
  );
}

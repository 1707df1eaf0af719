import type { CellRef } from '../../../rubric/finding';
import { parseRect, rectAddress } from '../../../sheet/address';
import type { Rect } from '../../../sheet/grid';

/** Cells as few blocks one column wide, column by column. */
export function areasOf(cells: readonly CellRef[]): Rect[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = areas[areas.length - 1];
    if (last !== undefined && last.left === column && row <= last.bottom + 1) last.bottom = row;
    else areas.push({ top: row, left: column, bottom: row, right: column });
  }
  return areas;
}

/** Blocks of a `sqref` list; unreadable ones are left out. */
export function parseAreas(sqref: string): Rect[] {
  return sqref
    .split(/\s+/)
    .map((address) => parseRect(address))
    .filter((area) => area !== null);
}

const MOST_CELLS = 100_000;

/** Addresses of all cells of the blocks, null when they are more than a scoring table ever has. */
export function cellsOfAreas(areas: readonly Rect[]): CellRef[] | null {
  const size = areas.reduce((sum, a) => sum + (a.bottom - a.top + 1) * (a.right - a.left + 1), 0);
  if (size > MOST_CELLS) return null;
  const cells: CellRef[] = [];
  for (const { top, left, bottom, right } of areas) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) cells.push({ row, column });
    }
  }
  return cells;
}

/** One text for a set of cells, the same however they are cut into blocks. */
export function canonicalAreas(cells: readonly CellRef[]): string {
  return areasOf(cells).map(rectAddress).join(' ');
}

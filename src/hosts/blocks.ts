import type { CellRef } from '../rubric/finding';
import { rectAddress } from '../sheet/address';
import type { Rect } from '../sheet/grid';

/**
 * The fewest blocks that one pass makes of these cells: neighbours in a row are joined, then rows of the same width.
 * Every cell is in exactly one block.
 */
export function blocksOf(cells: readonly CellRef[]): Rect[] {
  const blocks: Rect[] = [];
  /** Position of the lowest block of these columns, which may grow downward. */
  const lowest = new Map<string, number>();
  for (const run of runsOf(cells)) {
    const key = `${run.left},${run.right}`;
    const position = lowest.get(key);
    const above = position === undefined ? undefined : blocks[position];
    if (position !== undefined && above?.bottom === run.top - 1) {
      blocks[position] = { ...above, bottom: run.top };
    } else {
      lowest.set(key, blocks.length);
      blocks.push(run);
    }
  }
  return blocks;
}

/** Neighbours in a row as one block each, from top to bottom. */
function runsOf(cells: readonly CellRef[]): Rect[] {
  const runs: Rect[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs[runs.length - 1];
    const follows = last?.top === row && column <= last.right + 1;
    if (last !== undefined && follows) runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  return runs;
}

/** One entry for each cell of a block, row by row. */
export function tableOf<T>(block: Rect, entry: (row: number, column: number) => T): T[][] {
  const rows: T[][] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const cells: T[] = [];
    for (let column = block.left; column <= block.right; column++) cells.push(entry(row, column));
    rows.push(cells);
  }
  return rows;
}

/** Addresses that together name all blocks, `A1:B2,D4,…`, none longer than `longest` characters. */
export function joinedAddresses(blocks: readonly Rect[], longest: number): string[] {
  const addresses: string[] = [];
  for (const block of blocks) {
    const address = rectAddress(block);
    const last = addresses[addresses.length - 1];
    if (last !== undefined && last.length + address.length < longest) {
      addresses[addresses.length - 1] = `${last},${address}`;
    } else {
      addresses.push(address);
    }
  }
  return addresses;
}

/** Key of a cell in a map. */
export function cellKey({ row, column }: CellRef): string {
  return `${row},${column}`;
}

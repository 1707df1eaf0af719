import type { CellRef } from '../../rubric/finding';
import { rectAddress } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { blocksOf } from '../blocks';
import { rangeOf } from './blockValues';
import type { EtRange, EtWorksheet } from './etApi';

/** The ranges of a sheet that were asked for: each costs a hop, once. */
export class Ranges {
  private readonly known = new Map<string, EtRange>();

  constructor(private readonly sheet: EtWorksheet) {}

  of(block: Rect): EtRange {
    const address = rectAddress(block);
    const range = this.known.get(address) ?? rangeOf(this.sheet, block);
    this.known.set(address, range);
    return range;
  }
}

/** A block that is read whole, and the cells in it that are meant. */
export interface ReadingBlock {
  readonly block: Rect;
  readonly cells: readonly CellRef[];
}

/** Most cells of a block that is read for the sake of some: an answer of that size costs less than a few hops. */
const MOST_CELLS = 20_000;

/**
 * Few blocks that hold these cells: blocks of the same columns become one with all that lies between. For reading only.
 */
export function readingBlocks(cells: readonly CellRef[]): ReadingBlock[] {
  const spans = new Map<string, Rect[]>();
  for (const block of blocksOf(cells)) {
    const key = `${block.left},${block.right}`;
    const span = spans.get(key) ?? [];
    const last = span[span.length - 1];
    const size =
      last === undefined ? Infinity : (block.bottom - last.top + 1) * (block.right - block.left + 1);
    if (last !== undefined && size <= MOST_CELLS) span[span.length - 1] = { ...last, bottom: block.bottom };
    else span.push(block);
    spans.set(key, span);
  }
  const left = new Set(cells);
  return [...spans.values()].flat().map((block) => {
    const own = [...left].filter(({ row, column }) => isIn(block, row, column));
    for (const cell of own) left.delete(cell);
    return { block, cells: own };
  });
}

function isIn({ top, bottom, left, right }: Rect, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

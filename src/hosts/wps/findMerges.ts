import { cellAddress, parseRect } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import { rangeOf } from './blockValues';
import type { EtWorksheet } from './etApi';

/** Whether a cell holds something. */
export type Filled = (row: number, column: number) => boolean;

/**
 * Merged areas of a block. ET tells for a block only whether all, none or some of its cells are merged, and each question
 * costs a hop: so columns without any go at once, and a cell that is likely to begin an area (something stands in it,
 * nothing right of it or below) is asked before a column is halved.
 */
export function findMerges(sheet: EtWorksheet, block: Rect, whole: boolean | null, filled: Filled): Rect[] {
  if (whole === false) return [];
  const search = new MergeSearch(sheet, block, filled);
  for (let column = block.left; column <= block.right; column++) search.column(column);
  return search.found;
}

class MergeSearch {
  readonly found: Rect[] = [];

  constructor(
    private readonly sheet: EtWorksheet,
    private readonly block: Rect,
    private readonly filled: Filled,
  ) {}

  column(column: number): void {
    this.part(column, this.block.top, this.block.bottom, undefined);
  }

  /** @param known what is known of the cells from `from` to `to`: true, all are merged; null, some; undefined, nothing */
  private part(column: number, from: number, to: number, known: true | null | undefined): void {
    let state = known;
    /** Whether a guess is worth its hops: the last one was right, or none was made yet. */
    let guesses = known === null;
    for (let row = from; row <= to;) {
      const covering = this.areaOver(row, column);
      if (covering !== null) {
        row = covering.bottom + 1;
        if (state === null) state = undefined;
        continue;
      }
      const guess = guesses && this.isLikely(row, column);
      if (state === undefined && !guess) {
        const answer = this.ask(column, row, to);
        if (answer === false) return;
        state = answer;
        guesses = true;
        continue;
      }
      if (state === true || row === to || guess) {
        const area = this.areaAt(row, column);
        guesses = area !== null;
        row = (area?.bottom ?? row) + 1;
        if (state === null && area !== null) state = undefined;
        continue;
      }
      const middle = Math.floor((row + to) / 2);
      const upper = this.ask(column, row, middle);
      if (upper !== false) this.part(column, row, middle, upper);
      // Some are merged: if none of the upper half, then some of the lower.
      row = middle + 1;
      state = upper === false ? null : undefined;
    }
  }

  private ask(column: number, top: number, bottom: number): boolean | null {
    const answer = rangeOf(this.sheet, { top, bottom, left: column, right: column }).MergeCells;
    return answer === true || answer === false ? answer : null;
  }

  private areaOver(row: number, column: number): Rect | null {
    return (
      this.found.find(
        (area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
      ) ?? null
    );
  }

  private areaAt(row: number, column: number): Rect | null {
    const address = this.sheet.Range(cellAddress({ row, column })).MergeArea.Address(false, false);
    const area = parseRect(address);
    if (area === null || (area.top === area.bottom && area.left === area.right)) return null;
    this.found.push(area);
    return area;
  }

  private isLikely(row: number, column: number): boolean {
    if (!this.filled(row, column)) return false;
    const below = row < this.block.bottom && !this.filled(row + 1, column);
    const right = column < this.block.right && !this.filled(row, column + 1);
    return below || right;
  }
}

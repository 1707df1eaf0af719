import type { HiddenRuns, Rect } from '../../../sheet/grid';
import { RowMemory } from './rowMemory';
import { StringMemory } from './stringMemory';
import { TextMemory } from './textMemory';

/** What a sheet's part says before its rows, or behind them. */
export interface SheetFrame {
  readonly merges: readonly Rect[];
  /** As they stand, in any order. */
  readonly hiddenColumns: HiddenRuns;
}

/** What reading workbooks leaves behind for those to come: the answers are the same with it and without. */
export class BookMemory {
  readonly strings = new StringMemory();
  readonly rows = new RowMemory();
  readonly heads = new TextMemory<SheetFrame>();
  readonly tails = new TextMemory<SheetFrame>();
}

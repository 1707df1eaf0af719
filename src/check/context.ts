import type { Stage } from '../locale/messages';
import type { Finding } from '../rubric/finding';
import type { Settings } from '../sheet/settings';
import type { ScoringTable, TableItem } from '../sheet/table';
import type { ItemReading } from './readings';

/** What the checks of one table share. */
export interface TableContext {
  readonly table: ScoringTable;
  readonly settings: Settings;
  readonly stage: Stage;
  /** Indexes of the items that apply to the unit, in sheet order. */
  readonly applies: readonly number[];
  /** By item index. */
  readonly readings: readonly ItemReading[];
  /** Score cells that are merged over several items, with these items. */
  readonly sharedCells: SharedCells;
}

/** By `row,column`. */
export type SharedCells = ReadonlyMap<string, readonly TableItem[]>;

/** One check: looks at one thing in a table and says what is wrong with it. Never throws. */
export type Check = (context: TableContext) => readonly Finding[];

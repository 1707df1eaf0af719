import type { CellRef } from '../rubric/finding';
import type { CellInput } from './cellInput';

/** The number format of a cell that was formatted as text and gets a number or a formula. */
export const GENERAL = 'General';

/** One cell's change in a running spreadsheet, whose own looks it names: what to enter, and how to take it back. Null: leave it. */
export interface HostCellChange<Look> extends CellRef {
  readonly input: CellInput | null;
  readonly undoInput: CellInput | null;
  /** The cell was formatted as text and held something else: it is brought back with another format, then given its own. */
  readonly untypable: boolean;
  readonly look: { readonly from: Look; readonly to: Look } | null;
  /** Where no look is taken: the number format to set, and the one to set back. */
  readonly numberFormat: { readonly from: string; readonly to: string } | null;
}

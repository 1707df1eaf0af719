import type { HighlightGroup } from '../highlightGroups';
import type { EtWorksheet } from './etApi';
import type { NoteText } from './notes';
import type { WrittenSheets } from './sheets/writeSheets';
import type { CellChange } from './writeSheet';

/** What has to be put back on a sheet to undo its part of a write. */
export interface SheetBefore {
  readonly sheet: EtWorksheet;
  readonly changes: readonly CellChange[];
  /**
   * The formulas that the cells showed after the write: a cell that says something else now was edited since. Null: the
   * write broke off, and everything goes back.
   */
  readonly after: ReadonlyMap<string, unknown> | null;
  readonly notes: readonly { readonly before: NoteText; readonly after: NoteText }[];
  /** Null: they were left alone. */
  readonly highlights: readonly HighlightGroup[] | null;
}

/** A finished write. */
export interface Written {
  readonly cells: number;
  readonly before: readonly SheetBefore[];
  /** Sheets whose protection was lifted for the write: undo may lift it too. */
  readonly lifted: readonly EtWorksheet[];
  /** Null: no sheet was written whole. */
  readonly sheets: WrittenSheets | null;
}

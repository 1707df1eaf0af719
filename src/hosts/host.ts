import type { EditPlan } from '../plan/edits';
import type { CellRef } from '../rubric/finding';
import type { BookSnapshot } from '../sheet/grid';
import type { HostFiles } from './files';
import type { SelfCheck } from './selfCheck';

/**
 * The port: what the program needs of a spreadsheet, whichever it is. Adapters stand beside this file and decide nothing.
 */
export interface WorkbookHost {
  /** Values, formulas, merges and hidden parts of all sheets. */
  read(options?: ReadOptions): Promise<BookSnapshot>;
  /** Executes the plan: all of it, or nothing where the host can tell beforehand that it will fail (HostError). */
  apply(plan: EditPlan, options?: ApplyOptions): Promise<Receipt>;
  /** Shows and selects a cell, where there is a sheet on the screen. HostError when the sheet is gone. */
  select?(sheet: string, cell: CellRef): Promise<void>;
  /**
   * Tells what a person does in the workbook until the returned function is called; own writes are not told. Absent
   * where the spreadsheet cannot tell. The first place is told at once where it is known.
   */
  watch?(listener: (event: HostEvent) => void): Promise<() => Promise<void>>;
  /** Other files on the disk, where the spreadsheet reaches them; absent: a page has its own pickers only. */
  readonly files?: HostFiles;
  /** What this spreadsheet cannot do, to be told once; absent or empty: nothing is missing. */
  readonly shortfalls?: readonly HostShortfall[];
  /** Finds out how this spreadsheet behaves where that is not known; absent where it is. */
  readonly selfCheck?: SelfCheck;
}

/** selected: the person stands on this cell (of a larger selection, its first) · edited: cells of this sheet were changed. */
export type HostEvent =
  | { readonly kind: 'selected'; readonly sheet: string; readonly cell: CellRef }
  | { readonly kind: 'edited'; readonly sheet: string };

export interface ReadOptions {
  /**
   * Nobody asked for this reading: who is typing in a cell goes on typing, and what is typed there is not read yet. A
   * spreadsheet that cannot be read meanwhile throws `cell-editing`.
   */
  readonly isUnasked?: boolean;
}

/** What the user has allowed for one write. */
export interface ApplyOptions {
  /** Lift the protection of sheets that have no password, and protect them again in the same way. */
  readonly unprotect?: boolean;
}

/**
 * merges-unknown: merged areas cannot be listed · hidden-rows-unknown: single hidden rows cannot be told ·
 * words-as-comments: marks are explained in comments, notes cannot be reached · words-as-messages: in input messages, which
 * show while a cell is selected · no-words: marks are explained in the pane
 * only · own-undo-only: the spreadsheet's own undo cannot take a write back in one step · no-input-rules, no-page-setup:
 * sheets that are written whole go without rules for input, without a page set-up.
 */
export type HostShortfall =
  | 'merges-unknown'
  | 'hidden-rows-unknown'
  | 'words-as-comments'
  | 'words-as-messages'
  | 'no-words'
  | 'own-undo-only'
  | 'no-input-rules'
  | 'no-page-setup';

export interface Receipt {
  /** Cells written (values, formulas, formats). */
  readonly cells: number;
  readonly highlights: number;
  readonly notes: number;
  /** Notes left out where the host could not give them, such as on a cell with a threaded conversation. */
  readonly degraded?: number;
  /** Puts everything back that `apply` changed. */
  readonly undo: () => Promise<void>;
}

/** A fault of the host, not of the workbook's content: named, with parameters for a sentence a person can act on. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
    this.name = 'HostError';
  }
}

/**
 * sheet-protected: `sheets` are protected, and `ApplyOptions.unprotect` would help · sheet-password: they have a password,
 * and it would not · workbook-protected: its structure is, and it takes no new sheet · cell-editing: the user is typing in a
 * cell, and this spreadsheet cannot wait · read-failed: the spreadsheet did not answer · write-broken-off: a write failed
 * and could not be taken back wholly.
 */
export type HostErrorCode =
  | 'sheet-missing'
  | 'read-only-format'
  | 'write-failed'
  | 'file-unreadable'
  | 'sheet-protected'
  | 'sheet-password'
  | 'workbook-protected'
  | 'cell-editing'
  | 'read-failed'
  | 'write-broken-off';

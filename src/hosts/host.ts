import type { EditPlan } from '../plan/edits';
import type { BookSnapshot } from '../sheet/grid';

/**
 * The port: what the program needs of a spreadsheet, whichever it is. Adapters stand beside this file and decide nothing.
 */
export interface WorkbookHost {
  /** Values, formulas, merges and hidden parts of all sheets. */
  read(): Promise<BookSnapshot>;
  /** Executes the plan: all of it, or nothing where the host can tell beforehand that it will fail (HostError). */
  apply(plan: EditPlan): Promise<Receipt>;
}

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

export type HostErrorCode = 'sheet-missing' | 'read-only-format' | 'write-failed' | 'file-unreadable';

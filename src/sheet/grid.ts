/** An error value such as `#REF!`, kept apart from text that looks like one. */
export interface CellError {
  readonly error: string;
}

/** The value a cell shows: for a formula its cached result, null when there is none. */
export type CellValue = string | number | boolean | CellError | null;

export interface GridCell {
  readonly column: number;
  readonly value: CellValue;
  /** The formula without its `=`, null for a constant. A shared formula's followers may carry ''. */
  readonly formula: string | null;
}

export interface GridRow {
  readonly index: number;
  /** In column order; only cells that hold a value or a formula. */
  readonly cells: readonly GridCell[];
}

/** A block of cells, 0-based, both ends included. Never expanded: a merge may span the whole sheet. */
export interface Rect {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Runs of hidden rows or columns, as inclusive 0-based ranges. */
export type HiddenRuns = readonly { readonly from: number; readonly to: number }[];

/** One sheet as a host gives it: sparse, in order, values and formulas only. */
export interface Grid {
  readonly name: string;
  /** Rows that hold anything, in order. */
  readonly rows: readonly GridRow[];
  /** Merged areas; null where the host cannot tell. */
  readonly merges: readonly Rect[] | null;
  readonly hidden: boolean;
  readonly hiddenRows: HiddenRuns;
  readonly hiddenColumns: HiddenRuns;
  /**
   * Last row and column with anything in them, 0-based, including styled but empty cells where the host knows;
   * -1 for an empty sheet.
   */
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** All sheets of a workbook in tab order. */
export interface BookSnapshot {
  /** File name without folder, null for a workbook never saved. */
  readonly fileName: string | null;
  readonly grids: readonly Grid[];
}

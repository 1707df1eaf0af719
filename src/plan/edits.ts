import type { CellRef, Severity } from '../rubric/finding';
import type { CellContent } from './cellContent';
import type { SheetContent } from './sheetContent';

export interface CellEdit extends CellRef {
  readonly sheet: string;
  readonly content: CellContent;
  /** Take the cell's format from this cell of the same sheet (an added row takes the table's look); a formula shows its figure uncut, as a number, whatever that cell's number format. Absent: keep its own. */
  readonly like?: CellRef;
}

export interface Highlight extends CellRef {
  readonly severity: Severity;
}

export interface Note extends CellRef {
  /** Our words only; the host puts them in a delimited block after what a user wrote there. */
  readonly text: string;
}

/** After the plan is applied our marks on this sheet are exactly these: older marks of ours go, users' own stay. */
export interface SheetMarks {
  readonly sheet: string;
  readonly highlights: readonly Highlight[];
  readonly notes: readonly Note[];
}

/** What to write back, as data. A host executes it and decides nothing. */
export interface EditPlan {
  readonly cells: readonly CellEdit[];
  readonly marks: readonly SheetMarks[];
  /** Sheets of ours, written whole before any cell is edited; absent: none. */
  readonly sheets?: readonly SheetContent[];
}

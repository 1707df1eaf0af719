import type { CellRef } from '../rubric/finding';
import type { BookPicture } from './picture';
import type { TypedEdit } from './typedEdits';

/** The sheet on the screen, as the workbench uses it. It shows what it is told and tells what a person does. */
export interface SheetView {
  /** When the first picture is on the screen and can be worked with. */
  ready(): Promise<void>;
  /** Shows a state of the workbook in the place of the one before: only what differs changes. */
  show(picture: BookPicture): void;
  select(sheet: string, cell: CellRef): void;
  /** Takes a cell being typed in as finished, and waits until formulas are computed. */
  settle(): Promise<void>;
  /** Waits until formulas are computed, and leaves a cell being typed in alone. */
  calculated(): Promise<void>;
  focus(): void;
  close(): void;
}

/** What a person does in the view. */
export interface SheetViewEvents {
  /** Cells that were typed in, pasted, filled or emptied in one go. */
  typed(edits: readonly TypedEdit[]): void;
  /** Results of formulas that follow from what was typed. */
  computed(edits: readonly TypedEdit[]): void;
  selected(sheet: string, cell: CellRef): void;
  undo(): void;
  redo(): void;
  save(): void;
}

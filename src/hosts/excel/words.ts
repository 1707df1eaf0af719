import type { Note } from '../../plan/edits';
import type { CellRef } from '../../rubric/finding';

/** What stood in a cell's note or comment before a write. */
export interface WordsBefore extends CellRef {
  /** Null: nothing stood there. */
  readonly text: string | null;
}

/**
 * The words of the marks on one sheet, in the form this Excel has for them. Made before a `context.sync()` that answers
 * its questions; what `write` and `restore` queue is done in the next one.
 */
export interface SheetWords {
  /** Cells whose place is still unknown after a sync: `askPlaces` and one more sync tell, or lead a step nearer. */
  readonly needsPlaces: boolean;
  askPlaces(): void;
  /** Notes of the last `write` for which there was no room; absent: there always is. */
  readonly unsaid?: number;
  /** Whether words of ours stand on the sheet. */
  readonly hasOwn: boolean;
  /** Makes our words on the sheet exactly these; the function returned tells after the sync what stood there before. */
  write(notes: readonly Note[]): () => readonly WordsBefore[];
  /** Brings back what stood there before a `write`. What a user wrote meanwhile stays. */
  restore(before: readonly WordsBefore[]): void;
}

import type { Note } from '../../plan/edits';
import { noteBlockOf, withNoteBlock, withoutNoteBlock } from '../../plan/marks';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { cellKey } from '../blocks';
import type { SheetWords, WordsBefore } from './words';

/** Words as notes (ExcelApi 1.18): our block stands behind what the user wrote in the cell's note. */
export class NoteWords implements SheetWords {
  readonly needsPlaces = false;
  private readonly notes: Excel.NoteCollection;
  private readonly existing: ReadonlyMap<string, Excel.Note>;

  constructor(sheet: Excel.Worksheet, cells: readonly CellRef[]) {
    this.notes = sheet.notes;
    this.notes.load('items/content');
    this.existing = new Map(
      cells.map((cell) => {
        const note = this.notes.getItemOrNullObject(cellAddress(cell));
        note.load('content');
        return [cellKey(cell), note];
      }),
    );
  }

  askPlaces(): void {
    // Notes are asked for by their cells.
  }

  get hasOwn(): boolean {
    return this.own().length > 0;
  }

  write(notes: readonly Note[]): () => readonly WordsBefore[] {
    const removed = this.removeOwn();
    const changed: WordsBefore[] = [];
    for (const note of notes) {
      const before = this.textAt(note);
      const users = before === null ? '' : withoutNoteBlock(before);
      this.put(note, users === '' ? null : users, withNoteBlock(users, note.text));
      // A note that has our block already is told among the removed ones.
      if (before === null || users === before)
        changed.push({ row: note.row, column: note.column, text: before });
    }
    return () => [...removed(), ...changed];
  }

  restore(before: readonly WordsBefore[]): void {
    for (const { text, ...cell } of before) {
      const now = this.textAt(cell);
      const users = now === null ? '' : withoutNoteBlock(now);
      const ours = text === null ? null : noteBlockOf(text);
      if (users === withoutNoteBlock(text ?? '')) this.put(cell, now, text);
      else if (now !== null) this.put(cell, now, ours === null ? users : withNoteBlock(users, ours));
    }
  }

  /** Makes the text of a cell's note `wanted`, from `now`; null: no note. */
  private put(cell: CellRef, now: string | null, wanted: string | null): void {
    const address = cellAddress(cell);
    if (wanted === now) return;
    if (wanted === null) this.notes.getItem(address).delete();
    else if (now === null) this.notes.add(address, wanted);
    else this.notes.getItem(address).content = wanted;
  }

  private textAt(cell: CellRef): string | null {
    const note = this.existing.get(cellKey(cell));
    return note === undefined || note.isNullObject ? null : note.content;
  }

  private own(): Excel.Note[] {
    return this.notes.items.filter(({ content }) => noteBlockOf(content) !== null);
  }

  private removeOwn(): () => WordsBefore[] {
    const removed = this.own().map((note) => {
      const place = note.getLocation();
      place.load('rowIndex,columnIndex');
      return { note, place, text: note.content };
    });
    // Office.js finds a note of the list again by its position: the last goes first, and the others keep theirs.
    for (const { note, text } of [...removed].reverse()) {
      const users = withoutNoteBlock(text);
      if (users === '') note.delete();
      else note.content = users;
    }
    return () => removed.map(({ place, text }) => ({ row: place.rowIndex, column: place.columnIndex, text }));
  }
}

import type { Note } from '../../plan/edits';
import { noteBlockOf, withNoteBlock, withoutNoteBlock } from '../../plan/marks';
import type { CellRef } from '../../rubric/finding';
import { cellAddress, parseCell } from '../../sheet/address';
import { cellKey } from '../blocks';
import { HostError } from '../host';
import { attempt } from './etApi';
import type { EtComment, EtWorksheet } from './etApi';

/** The text of a cell's comment (批注); null: there is none. */
export interface NoteText extends CellRef {
  readonly text: string | null;
}

/** A comment with our block in it. */
interface OwnNote extends CellRef {
  readonly text: string;
}

/** The comments of a sheet, as far as they concern us, before a write. */
export interface SheetNotes {
  readonly own: readonly OwnNote[];
  /** Cells that have a comment of the user's alone. */
  readonly foreign: ReadonlySet<string>;
  /** Null: this build has no list of them, and each cell is asked by itself. */
  readonly count: number | null;
}

/** @param places cells where our words may stand, for builds that cannot list a sheet's comments */
export function findNotes(sheet: EtWorksheet, places: readonly CellRef[]): SheetNotes {
  const comments = attempt(() => sheet.Comments);
  const count = comments === undefined || comments === null ? undefined : attempt(() => comments.Count);
  if (comments === undefined || comments === null || count === undefined) return askEach(sheet, places);
  const own: OwnNote[] = [];
  const foreign = new Set<string>();
  for (let index = 1; index <= count; index++) {
    const comment = comments.Item(index);
    const cell = placeOf(comment);
    if (cell === null) return askEach(sheet, places);
    const text = plainText(comment.Text());
    if (noteBlockOf(text) === null) foreign.add(cellKey(cell));
    else own.push({ ...cell, text });
  }
  return { own, foreign, count };
}

function askEach(sheet: EtWorksheet, places: readonly CellRef[]): SheetNotes {
  const own: OwnNote[] = [];
  const foreign = new Set<string>();
  const cells = new Map(places.map(({ row, column }) => [cellKey({ row, column }), { row, column }]));
  for (const cell of cells.values()) {
    const text = noteAt(sheet, cell);
    if (text === null) continue;
    if (noteBlockOf(text) === null) foreign.add(cellKey(cell));
    else own.push({ ...cell, text });
  }
  return { own, foreign, count: null };
}

function placeOf(comment: EtComment): CellRef | null {
  return parseCell(attempt(() => comment.Parent?.Address(false, false)) ?? '');
}

function noteAt(sheet: EtWorksheet, cell: CellRef): string | null {
  const comment = sheet.Range(cellAddress(cell)).Comment;
  return comment === null || comment === undefined ? null : plainText(comment.Text());
}

/** What a plan makes of the comments: each cell with what is to stand there. What is so already is left out. */
export function noteChanges(
  sheet: EtWorksheet,
  { own, foreign }: SheetNotes,
  notes: readonly Note[],
): { readonly before: NoteText; readonly after: NoteText }[] {
  const wanted = new Map(notes.map((note) => [cellKey(note), note]));
  const changes: { before: NoteText; after: NoteText }[] = [];
  const change = (cell: CellRef, before: string | null, after: string | null) => {
    const { row, column } = cell;
    if (before !== after)
      changes.push({ before: { row, column, text: before }, after: { row, column, text: after } });
  };
  for (const note of own) {
    const next = wanted.get(cellKey(note));
    wanted.delete(cellKey(note));
    const users = withoutNoteBlock(note.text);
    change(
      note,
      note.text,
      next !== undefined ? withNoteBlock(users, next.text) : users === '' ? null : users,
    );
  }
  for (const note of wanted.values()) {
    const before = foreign.has(cellKey(note)) ? noteAt(sheet, note) : null;
    change(note, before, withNoteBlock(before ?? '', note.text));
  }
  return changes;
}

/**
 * Makes a cell's comment say this. A text is changed in place, which keeps the comment's size and look, and where a build
 * does not do that the comment is made anew.
 * @throws HostError when it does not stand there afterwards
 */
export function putNote(sheet: EtWorksheet, { text, ...cell }: NoteText, exists: boolean): void {
  const range = sheet.Range(cellAddress(cell));
  if (!exists) {
    if (text !== null) range.AddComment(text);
    return;
  }
  const comment = range.Comment;
  if (text !== null && comment) {
    attempt(() => comment.Text(text));
    if (plainText(comment.Text()) === text) return;
  }
  comment?.Delete();
  if (text !== null) range.AddComment(text);
}

/** @throws HostError unless each cell's comment says what it should */
export function checkNotes(
  sheet: EtWorksheet,
  expected: readonly NoteText[],
  countBefore: number | null,
  countNow: number | null,
): void {
  const comments = attempt(() => sheet.Comments);
  const isCounted = countBefore !== null && countNow !== null && comments?.Count === countNow;
  if (isCounted) return;
  for (const { text, ...cell } of expected) {
    if (noteAt(sheet, cell) !== text)
      throw new HostError('write-failed', { detail: `Comment ${cellAddress(cell)}` });
  }
}

/** Line ends as the core has them. */
function plainText(text: unknown): string {
  return typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : '';
}

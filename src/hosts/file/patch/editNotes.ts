import type { Note } from '../../../plan/edits';
import { NOTE_AUTHOR, noteBlock, noteBlockOf, saysInBlock, withoutNoteBlock } from '../../../plan/marks';
import { cellAddress } from '../../../sheet/address';
import {
  addComments,
  blockAddition,
  blockRemoval,
  dropUnusedAuthor,
  emptyComments,
  readComments,
} from './commentsPart';
import type { Comment } from './commentsPart';
import { noteBox } from './noteBox';
import { addNoteBoxes, removeNoteBoxes } from './noteDrawing';
import type { PackageEdit } from './packageEdit';
import { SheetCells } from './sheetCells';
import { applySplices } from './splice';
import type { WorkbookMap } from './workbookEdit';
import { attributeOf, parseXml, removeElement } from './xmlTree';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';

export interface NotesEdited {
  readonly notes: number;
  /** Notes left out because a threaded conversation stands on the cell: its legacy note is not ours to change. */
  readonly degraded: number;
}

/** Addresses of cells with a threaded conversation. */
function threadedCells(pkg: PackageEdit, sheetPart: string, comments: readonly Comment[]): Set<string> {
  const cells = new Set(comments.filter(({ author }) => author.startsWith('tc=')).map(cellAddress));
  for (const { kind, part } of pkg.relationships(sheetPart)) {
    if (kind !== 'threadedComment' || part === null || !pkg.has(part)) continue;
    const text = pkg.text(part);
    for (const thread of parseXml(text, part).children) {
      cells.add((attributeOf(text, thread, 'ref') ?? '').replace(/\$/g, ''));
    }
  }
  return cells;
}

/** One text a cell; several notes on a cell stand below each other. */
function byCell(notes: readonly Note[]): Map<string, Note> {
  const map = new Map<string, Note>();
  for (const note of notes) {
    const before = map.get(cellAddress(note));
    map.set(
      cellAddress(note),
      before === undefined ? note : { ...note, text: `${before.text}\n${note.text}` },
    );
  }
  return map;
}

/** Makes our notes on a sheet exactly these. Nothing is touched where they stand already. */
export function editNotes(
  pkg: PackageEdit,
  map: WorkbookMap,
  sheetPart: string,
  notes: readonly Note[],
): NotesEdited {
  const known = pkg
    .relationships(sheetPart)
    .find(({ kind, part }) => kind === 'comments' && part && pkg.has(part));
  const commentsPart = known?.part ?? null;
  const current = commentsPart === null ? [] : readComments(pkg.text(commentsPart), commentsPart);
  const threaded = threadedCells(pkg, sheetPart, current);
  const all = byCell(notes);
  const wanted = new Map([...all].filter(([address]) => !threaded.has(address)));
  const result = { notes: wanted.size, degraded: all.size - wanted.size };

  const ours = current.filter(
    (comment) => noteBlockOf(comment.plain) !== null && !threaded.has(cellAddress(comment)),
  );
  const stale = ours.filter((comment) => {
    const note = wanted.get(cellAddress(comment));
    return note === undefined || !saysInBlock(comment.plain, note.text);
  });
  const standing = new Set(ours.filter((comment) => !stale.includes(comment)).map(cellAddress));
  const missing = [...wanted.values()].filter((note) => !standing.has(cellAddress(note)));
  if (commentsPart !== null && stale.length > 0) removeNotes(pkg, sheetPart, commentsPart, stale);
  if (missing.length > 0) addNotes(pkg, map, sheetPart, missing);
  if (commentsPart !== null && stale.length > 0) dropEmptyParts(pkg, sheetPart);
  return result;
}

function removeNotes(pkg: PackageEdit, sheetPart: string, part: string, stale: readonly Comment[]): void {
  const text = pkg.text(part);
  // LibreOffice keeps no authors: it writes a blank.
  const whollyOurs = ({ author, plain }: Comment) =>
    (author === NOTE_AUTHOR || author.trim() === '') && withoutNoteBlock(plain) === '';
  const splices = stale.flatMap((comment) =>
    whollyOurs(comment) ? [removeElement(comment.element)] : blockRemoval(text, comment),
  );
  pkg.setText(part, applySplices(text, splices));
  removeNoteBoxes(pkg, sheetPart, stale.filter(whollyOurs));
}

function addNotes(pkg: PackageEdit, map: WorkbookMap, sheetPart: string, notes: readonly Note[]): void {
  const part = commentsPartOf(pkg, map, sheetPart);
  const text = pkg.text(part);
  const existing = new Map(readComments(text, part).map((comment) => [cellAddress(comment), comment]));
  const splices = [];
  const fresh: Note[] = [];
  for (const note of notes) {
    const comment = existing.get(cellAddress(note));
    if (comment === undefined) fresh.push(note);
    else splices.push(blockAddition(text, comment, note.text));
  }
  const appended = applySplices(text, splices);
  if (fresh.length === 0) return pkg.setText(part, appended);
  pkg.setText(part, addComments(appended, part, fresh));
  const sheet = new SheetCells(pkg.text(sheetPart), sheetPart);
  const shapes = fresh.map((note) => ({
    row: note.row,
    column: note.column,
    ...noteBox(sheet, note, noteBlock(note.text)),
  }));
  addNoteBoxes(pkg, map, sheetPart, shapes);
}

/** The sheet's comments part, made where it has none. */
function commentsPartOf(pkg: PackageEdit, map: WorkbookMap, sheetPart: string): string {
  const known = pkg
    .relationships(sheetPart)
    .find(({ kind, part }) => kind === 'comments' && part && pkg.has(part));
  if (known?.part) return known.part;
  const text = pkg.text(sheetPart);
  const root = parseXml(text, sheetPart, new Set(['sheetData']));
  const namespace = attributeOf(
    text,
    root,
    root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`,
  );
  const folder = map.part.slice(0, map.part.lastIndexOf('/') + 1);
  const part = pkg.freeName(`${folder}comments`, '.xml');
  pkg.setText(part, emptyComments(namespace ?? ''));
  pkg.addContentType(part, COMMENTS_TYPE);
  pkg.addRelationship(sheetPart, `${map.relationshipBase}comments`, part);
  return part;
}

/** Takes the comments part away once no note is left in it, and our author once no note is by it. */
function dropEmptyParts(pkg: PackageEdit, sheetPart: string): void {
  const known = pkg
    .relationships(sheetPart)
    .find(({ kind, part }) => kind === 'comments' && part && pkg.has(part));
  if (!known?.part) return;
  const text = pkg.text(known.part);
  if (readComments(text, known.part).length > 0) {
    pkg.setText(known.part, dropUnusedAuthor(text, known.part));
    return;
  }
  pkg.removeRelationship(sheetPart, known.id);
  pkg.removePart(known.part);
}

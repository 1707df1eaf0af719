import { noteBlockOf, withNoteBlock, withoutNoteBlock } from '../../plan/marks';
import { cellAddress } from '../../sheet/address';
import { cellKey } from '../blocks';
import { HostError } from '../host';
import { rangeOf, tableFrom } from './blockValues';
import { attempt } from './etApi';
import type { EtWorksheet } from './etApi';
import { enterCells } from './enterCells';
import { addHighlights, findHighlights, removeHighlights } from './highlights';
import { putNote } from './notes';
import type { NoteText } from './notes';
import { GENERAL } from '../cellChange';
import { dressCells, setNumberFormats } from './writeSheet';
import type { CellChange } from './writeSheet';
import { Ranges, readingBlocks } from './ranges';
import type { SheetBefore } from './written';

/** Puts one sheet back. @throws HostError when it does not look so afterwards */
export function putBack(before: SheetBefore): void {
  const { sheet, highlights, notes } = before;
  const ours = before.after === null ? before.changes : unedited(before.after, before);
  if (highlights !== null) removeHighlights(findHighlights(sheet));
  for (const { before: note, after } of notes) putNoteBack(sheet, note, after);
  const untypable = ours.filter((change) => change.untypable);
  const ranges = new Ranges(sheet);
  setNumberFormats(ranges, formatted(untypable, GENERAL));
  enterCells(sheet, inputsOf(untypable), ranges);
  dressCells(ranges, ours, 'back');
  setNumberFormats(ranges, formatted(untypable, '@'));
  enterCells(sheet, inputsOf(ours.filter((change) => !change.untypable)), ranges);
  if (highlights === null) return;
  const made = addHighlights(sheet, highlights);
  if (findHighlights(sheet).positions.length !== made) {
    throw new HostError('write-failed', { detail: 'FormatConditions' });
  }
}

/** Changes of cells that still say what the write left there. */
function unedited(after: ReadonlyMap<string, unknown>, { sheet, changes }: SheetBefore): CellChange[] {
  const now = new Map<string, unknown>();
  const entered = changes.filter(({ input }) => input !== null);
  const keys = new Set(entered.map(cellKey));
  const isMeant = (row: number, column: number) => keys.has(cellKey({ row, column }));
  for (const { block, cells } of readingBlocks(entered)) {
    const formulas = tableFrom(sheet, block, rangeOf(sheet, block), 'Formula', isMeant);
    for (const cell of cells) {
      now.set(cellKey(cell), formulas[cell.row - block.top]?.[cell.column - block.left]);
    }
  }
  return changes.filter(
    (change) => change.input === null || after.get(cellKey(change)) === now.get(cellKey(change)),
  );
}

/** The text before the write; where the user wrote into the comment since, only our block in it is put back. */
function putNoteBack(sheet: EtWorksheet, before: NoteText, after: NoteText): void {
  const comment = attempt(() => sheet.Range(cellAddress(before)).Comment) ?? null;
  const now = comment === null ? null : comment.Text().replace(/\r\n?/g, '\n');
  const users = withoutNoteBlock(now ?? '');
  const isTouched =
    users !== withoutNoteBlock(after.text ?? '') && users !== withoutNoteBlock(before.text ?? '');
  const ours = before.text === null ? null : noteBlockOf(before.text);
  const wanted = !isTouched ? before.text : ours === null ? users : withNoteBlock(users, ours);
  if (wanted !== now) putNote(sheet, { ...before, text: wanted }, now !== null);
}

function inputsOf(changes: readonly CellChange[]) {
  return changes.map(({ row, column, undoInput }) => ({ row, column, input: undoInput }));
}

function formatted(changes: readonly CellChange[], format: string) {
  return changes.map(({ row, column }) => ({ row, column, format }));
}

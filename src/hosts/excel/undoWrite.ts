import { cellKey } from '../blocks';
import { HostError } from '../host';
import type { WriteOutcome } from './applyPlan';
import { addHighlights, askHighlights, ownFormats, removeHighlights } from './highlights';
import type { ExcelCapabilities } from './officeApi';
import { loadSheetWriter } from './sheets/loadSheetWriter';
import { askWords, placeWords } from './survey';
import { GENERAL } from '../cellChange';
import { askFormulas, dressCells, enterCells, setNumberFormats } from './writeSheet';
import type { CellChange, SheetBefore } from './writeSheet';

/**
 * Puts everything back that a write changed. What the user did since stays: a cell that was edited, a sheet that was
 * deleted, words in a note.
 * @throws HostError when a sheet was protected since
 */
export async function undoWrite(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  outcome: WriteOutcome,
): Promise<void> {
  if (outcome.before.length > 0) await undoEdits(context, capabilities, outcome);
  if (outcome.sheets === null) return;
  const { undoWholeSheets } = await loadSheetWriter();
  await undoWholeSheets(context, outcome.sheets);
}

async function undoEdits(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  { before, lifted, fault }: WriteOutcome,
): Promise<void> {
  const asked = before.map((sheetBefore) => ask(context, capabilities, sheetBefore));
  const guards = lifted.map(({ sheetId, options }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.protection.load('protected');
    return { sheet, options };
  });
  await context.sync();
  await placeWords(
    context,
    asked.map(({ words }) => words),
  );

  const present = asked.filter(({ sheet }) => !sheet.isNullObject);
  const mayLift = new Set(lifted.map(({ sheetId }) => sheetId));
  const locked = present.filter(({ sheet }) => sheet.protection.protected && !mayLift.has(sheet.id));
  if (locked.length > 0) {
    const sheets = locked.map(({ sheet }) => sheet.name).join('、');
    throw new HostError('sheet-protected', { sheets });
  }
  const standing = guards.filter(({ sheet }) => !sheet.isNullObject);
  // A write that broke off may have left a sheet unprotected, or not have come to it.
  const password = fault instanceof HostError && fault.code === 'sheet-password';
  for (const { sheet } of standing) if (sheet.protection.protected && !password) sheet.protection.unprotect();
  if (!password) for (const sheet of present) putBack(sheet, capabilities);
  for (const { sheet, options } of standing) {
    if (!password || !sheet.protection.protected) sheet.protection.protect(options);
  }
  await context.sync();
}

function ask(context: Excel.RequestContext, capabilities: ExcelCapabilities, before: SheetBefore) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(before.sheetId);
  sheet.load('id,name');
  sheet.protection.load('protected');
  const { changes, marks } = before;
  const highlights = marks === null ? null : askHighlights(sheet);
  return {
    before,
    sheet,
    formulas: askFormulas(sheet, changes),
    highlights,
    words:
      marks === null || highlights === null
        ? null
        : askWords(sheet, marks.words, capabilities, [], highlights),
  };
}

function putBack(
  { before, sheet, formulas, highlights, words }: ReturnType<typeof ask>,
  capabilities: ExcelCapabilities,
): void {
  const now = formulas();
  const ours = before.changes.filter(
    (change) =>
      change.input === null ||
      before.after === null ||
      before.after.get(cellKey(change)) === now.get(cellKey(change)),
  );
  if (highlights !== null) removeHighlights(ownFormats(highlights), capabilities);
  words?.restore(before.marks?.words ?? []);
  const untypable = ours.filter((change) => change.untypable);
  setNumberFormats(sheet, formatted(untypable, GENERAL));
  enterCells(sheet, inputsOf(untypable));
  dressCells(sheet, ours, 'back');
  setNumberFormats(sheet, formatted(untypable, '@'));
  enterCells(sheet, inputsOf(ours.filter((change) => !change.untypable)));
  addHighlights(sheet, before.marks?.highlights ?? [], capabilities);
}

function inputsOf(changes: readonly CellChange[]) {
  return changes.map(({ row, column, undoInput }) => ({ row, column, input: undoInput }));
}

function formatted(changes: readonly CellChange[], format: string) {
  return changes.map(({ row, column }) => ({ row, column, format }));
}

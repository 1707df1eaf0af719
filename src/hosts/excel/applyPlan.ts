import type { EditPlan } from '../../plan/edits';
import { HostError } from '../host';
import type { ApplyOptions } from '../host';
import { bySheet } from '../sheetPlan';
import type { ExcelCapabilities } from './officeApi';
import { faultLocation } from './runExcel';
import { loadSheetWriter } from './sheets/loadSheetWriter';
import type { SheetsWritten } from './sheets/wholeSheets';
import { SheetSurvey, placeWords } from './survey';
import { isIdle, workOn, writeSheet } from './writeSheet';
import type { SheetBefore, SheetWork } from './writeSheet';

/** A sheet's protection as it was before a write lifted it. */
export interface LiftedProtection {
  readonly sheetId: string;
  readonly options: Excel.WorksheetProtectionOptions;
}

/** A finished write, or one that broke off: with the fault, and what has to be put back. */
export interface WriteOutcome {
  readonly cells: number;
  readonly before: readonly SheetBefore[];
  readonly lifted: readonly LiftedProtection[];
  /** Null: no sheet was written whole. */
  readonly sheets: SheetsWritten | null;
  /** Notes that the cells had no room for. */
  readonly unsaid: number;
  readonly fault: unknown;
}

const NOTHING: WriteOutcome = { cells: 0, before: [], lifted: [], sheets: null, unsaid: 0, fault: null };

/** What the host remembers between a reading and a write, and from write to write. */
export interface WriteMemory {
  /** Words known to be on each sheet, by sheet name: ids of comments, or addresses of cells with a message of ours. */
  readonly knownWords: ReadonlyMap<string, readonly string[]>;
  /** Sheets that hold what this pane has replaced. */
  readonly keptIds: ReadonlySet<string>;
}

/** Writes a plan: its whole sheets first, then its cells and marks, which may be on them. */
export async function writePlan(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  plan: EditPlan,
  options: ApplyOptions,
  memory: WriteMemory,
): Promise<WriteOutcome> {
  const edit = () => writeEdits(context, capabilities, plan, options, memory.knownWords);
  if ((plan.sheets ?? []).length === 0) return edit();
  const { writeWholeSheets } = await loadSheetWriter();
  const sheets = await writeWholeSheets(context, capabilities, plan, options, memory.keptIds);
  if (sheets.fault !== null) return { ...NOTHING, sheets, fault: sheets.fault };
  const cells = sheets.sheets.reduce((sum, { content }) => sum + content.cells.length, 0);
  if (plan.cells.length + plan.marks.length === 0) return { ...NOTHING, cells, sheets };
  try {
    const outcome = await edit();
    return { ...outcome, cells: outcome.cells + cells, sheets };
  } catch (fault) {
    return { ...NOTHING, sheets, fault };
  }
}

/**
 * Writes cells and marks in two requests: one that asks for everything the write will change, one that writes. Nothing is written
 * when a sheet is missing or protected.
 * @param knownWords see `WriteMemory`
 */
async function writeEdits(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  plan: EditPlan,
  options: ApplyOptions,
  knownWords: ReadonlyMap<string, readonly string[]>,
): Promise<WriteOutcome> {
  const surveys = await survey(context, capabilities, plan, knownWords);
  const work = surveys.map(workOn).filter((sheet) => !isIdle(sheet));
  const guarded = work.filter((sheet) => sheet.survey.isProtected);
  if (guarded.length > 0 && options.unprotect !== true) throw protectedSheets('sheet-protected', guarded);
  if (work.length === 0) return NOTHING;

  const lifted = guarded.map(({ survey: { sheet } }) => ({
    sheetId: sheet.id,
    options: sheet.protection.options,
  }));
  if (capabilities.areas) context.application.suspendScreenUpdatingUntilNextSync();
  for (const { survey: guardedSheet } of guarded) guardedSheet.sheet.protection.unprotect();
  const undoers = work.map((sheet) => writeSheet(sheet, capabilities));
  for (const { survey: guardedSheet } of guarded) {
    guardedSheet.sheet.protection.protect(guardedSheet.sheet.protection.options);
  }
  const fault: unknown = await context.sync().then(
    () => null,
    (reason: unknown) => reason,
  );
  const refused = fault !== null && faultLocation(fault).endsWith('Protection.unprotect');
  return {
    cells: work.reduce((sum, { changes }) => sum + changes.length, 0),
    before: undoers.map((undoer) => undoer()),
    lifted,
    sheets: null,
    unsaid: work.reduce((sum, { survey: { words } }) => sum + (words?.unsaid ?? 0), 0),
    fault: refused ? protectedSheets('sheet-password', guarded) : fault,
  };
}

function protectedSheets(
  code: 'sheet-protected' | 'sheet-password',
  sheets: readonly SheetWork[],
): HostError {
  return new HostError(code, { sheets: sheets.map(({ survey: { sheet } }) => sheet.name).join('、') });
}

async function survey(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  plan: EditPlan,
  knownWords: ReadonlyMap<string, readonly string[]>,
): Promise<SheetSurvey[]> {
  const ask = (known: ReadonlyMap<string, readonly string[]>) =>
    bySheet(plan).map((sheetPlan) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(sheetPlan.name);
      return new SheetSurvey(sheet, sheetPlan, capabilities, known.get(sheetPlan.name) ?? null);
    });
  let surveys = ask(knownWords);
  try {
    await context.sync();
  } catch (fault) {
    if (knownWords.size === 0) throw fault;
    // A comment was deleted since the workbook was read: ask again without knowing any.
    surveys = ask(new Map());
    await context.sync();
  }
  for (const sheet of surveys) sheet.mustExist();
  await placeWords(
    context,
    surveys.map(({ words }) => words),
  );
  return surveys;
}

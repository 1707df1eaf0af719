import type { EditPlan } from '../../../plan/edits';
import type { SheetContent } from '../../../plan/sheetContent';
import { keptSheetName } from '../../../sheet/keptSheet';
import type { ApplyOptions } from '../../host';
import type { ExcelCapabilities } from '../officeApi';
import { writeRules } from './inputRules';
import { rebind } from './references';
import type { Referring } from './references';
import { writeContents } from './sheetContents';
import { writeLooks, writeSizes } from './sheetLooks';
import type { ColumnScale } from './sheetLooks';
import { addChart, freeze, writePage } from './sheetPage';
import { surveyBook } from './sheetSurvey';
import type { Standing } from './sheetSurvey';

/** One sheet that was written whole. */
export interface SheetWritten {
  /** Null where the write broke off before the sheet's id was known. */
  readonly id: string | null;
  readonly content: SheetContent;
  /** The sheet that had the name, hidden since under another; null: there was none. */
  readonly replaced: Standing | null;
}

/** What a write of whole sheets has changed, to be taken back. */
export interface SheetsWritten {
  readonly sheets: readonly SheetWritten[];
  readonly referring: readonly Referring[];
  readonly fault: unknown;
}

/**
 * Writes sheets whole, in three requests at most. A sheet of the same name is not cleared but hidden under another name:
 * nothing that a user put there is ever lost, and undo is exact. Formulas elsewhere are made to mean the new sheet.
 * @param keptIds sheets that this pane has hidden so; those of an earlier one can be brought back by nobody, and go
 */
export async function writeWholeSheets(
  context: Excel.RequestContext,
  capabilities: ExcelCapabilities,
  plan: EditPlan,
  options: ApplyOptions,
  keptIds: ReadonlySet<string>,
): Promise<SheetsWritten> {
  const edited = [...plan.cells, ...plan.marks].map(({ sheet }) => sheet);
  const survey = await surveyBook(context, plan.sheets ?? [], edited, options);
  const { worksheets } = context.workbook;
  if (capabilities.areas) context.application.suspendScreenUpdatingUntilNextSync();
  let number = Math.max(0, ...survey.kept.map((kept) => kept.number));
  const queued = survey.tasks.map(({ content, replaced }) => {
    const old = replaced === null ? null : worksheets.getItem(replaced.id);
    if (old !== null) old.name = keptSheetName(++number);
    const sheet = worksheets.add(replaced?.name ?? content.name);
    sheet.load('id');
    fillSheet(sheet, content, capabilities, survey.scale);
    return { content, replaced, sheet, old };
  });
  // From the last place to the first: none of them moves the places before it.
  const byPlace = [...queued].sort((a, b) => (b.replaced?.position ?? 0) - (a.replaced?.position ?? 0));
  for (const { sheet, old, replaced } of byPlace) {
    if (replaced !== null && old !== null) takePlace(sheet, old, replaced);
  }
  for (const { id } of survey.kept) if (!keptIds.has(id)) removeSheet(worksheets.getItem(id));
  rebind(worksheets, survey.referring);
  const fault: unknown = await context.sync().then(
    () => null,
    (reason: unknown) => reason,
  );
  return {
    sheets: queued.map(({ content, replaced, sheet }) => ({
      id: fault === null ? sheet.id : null,
      content,
      replaced,
    })),
    referring: survey.referring,
    fault,
  };
}

function fillSheet(
  sheet: Excel.Worksheet,
  content: SheetContent,
  capabilities: ExcelCapabilities,
  scale: ColumnScale,
): void {
  writeContents(sheet, content);
  writeLooks(sheet, content.cells);
  writeSizes(sheet, content, scale);
  writeRules(sheet, content.validations, capabilities);
  if (content.frozen !== null) freeze(sheet, content.frozen);
  if (content.page !== null) writePage(sheet, content.page, capabilities);
  for (const chart of content.charts) addChart(sheet, chart);
  // Room may be made for a reason written beside a score.
  if (content.isProtected) sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}

/** The new sheet stands where the old one stood, and shows as it did. */
function takePlace(sheet: Excel.Worksheet, old: Excel.Worksheet, replaced: Standing): void {
  sheet.position = replaced.position;
  if (replaced.isActive) sheet.activate();
  if (replaced.visibility !== 'Visible') sheet.visibility = replaced.visibility;
  old.visibility = 'VeryHidden';
}

/** Excel deletes no sheet that is hidden from its own menus. */
function removeSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

/**
 * Takes whole sheets back: new ones go, whatever was done on them since, and those they replaced stand in their place
 * again. A sheet that the user deleted or brought back by hand meanwhile is left at that.
 */
export async function undoWholeSheets(
  context: Excel.RequestContext,
  { sheets, referring }: SheetsWritten,
): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  await context.sync();
  const present = new Map(worksheets.items.map((sheet) => [sheet.id, sheet.name]));
  const named = (wanted: string) =>
    worksheets.items.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())?.id ?? null;
  const goners: string[] = [];
  for (const [index, { id, content, replaced }] of sheets.entries()) {
    const found = id ?? named(replaced?.name ?? content.name);
    const isNew = found !== null && found !== replaced?.id && present.has(found);
    if (isNew) goners.push(found);
    if (replaced === null || !present.has(replaced.id)) continue;
    // Two sheets cannot have one name, not even while they change it.
    if (isNew) worksheets.getItem(found).name = `${GOING}${index}`;
    const old = worksheets.getItem(replaced.id);
    old.visibility = replaced.visibility === 'VeryHidden' ? 'Hidden' : replaced.visibility;
    old.name = replaced.name;
    if (replaced.isActive) old.activate();
    if (replaced.visibility === 'VeryHidden') old.visibility = 'VeryHidden';
  }
  rebind(
    worksheets,
    referring.filter(({ sheetId }) => present.has(sheetId)),
  );
  for (const id of goners) removeSheet(worksheets.getItem(id));
  await context.sync();
}

/** Name of a sheet on its way out. */
const GOING = '_考核_撤销';

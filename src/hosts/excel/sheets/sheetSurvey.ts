import type { SheetContent } from '../../../plan/sheetContent';
import { keptSheetNumber } from '../../../sheet/keptSheet';
import { HostError } from '../../host';
import type { ApplyOptions } from '../../host';
import { faultCode } from '../runExcel';
import { askReferring } from './references';
import type { Referring } from './references';
import type { ColumnScale } from './sheetLooks';

/** A sheet that stands in the workbook where one of the plan is to be. */
export interface Standing {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly visibility: Excel.Worksheet['visibility'];
  readonly isActive: boolean;
}

/** A sheet of the plan, and the one of that name that it replaces. */
export interface SheetTask {
  readonly content: SheetContent;
  readonly replaced: Standing | null;
}

/** The workbook before whole sheets are written. */
export interface BookSurvey {
  readonly tasks: readonly SheetTask[];
  /** Sheets that hold what was replaced earlier. */
  readonly kept: readonly { readonly id: string; readonly number: number }[];
  readonly scale: ColumnScale;
  readonly referring: readonly Referring[];
}

/**
 * Asks for all that decides whether the sheets can be written: one request, and one more where a sheet is replaced.
 * @param edited sheets that the plan edits besides
 * @throws HostError when a sheet to be edited is missing, a sheet to be replaced is protected, or the workbook takes none
 */
export async function surveyBook(
  context: Excel.RequestContext,
  contents: readonly SheetContent[],
  edited: readonly string[],
  options: ApplyOptions,
): Promise<BookSurvey> {
  const { workbook } = context;
  const { worksheets } = workbook;
  worksheets.load('items/id,items/name,items/visibility,items/position,items/protection/protected');
  workbook.protection.load('protected');
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  const first = worksheets.getFirst();
  first.load('standardWidth');
  const usual = first.getRange(LAST_COLUMN);
  usual.load('format/columnWidth');
  await context.sync();

  const tasks = contents.map((content): SheetTask => {
    const standing = worksheets.items.find(({ name }) => sameName(name, content.name));
    if (standing === undefined) return { content, replaced: null };
    const { id, name, position, visibility } = standing;
    return { content, replaced: { id, name, position, visibility, isActive: id === active.id } };
  });
  const isThere = (wanted: string) =>
    [...worksheets.items, ...contents].some(({ name }) => sameName(name, wanted));
  const missing = edited.find((name) => !isThere(name));
  if (missing !== undefined) throw new HostError('sheet-missing', { sheet: missing });
  if (workbook.protection.protected) throw new HostError('workbook-protected');
  const replacedIds = new Set(tasks.flatMap(({ replaced }) => replaced?.id ?? []));
  const guarded = worksheets.items.filter(
    ({ id, protection }) => replacedIds.has(id) && protection.protected,
  );
  if (guarded.length > 0 && options.unprotect !== true) {
    throw new HostError('sheet-protected', { sheets: guarded.map(({ name }) => name).join('、') });
  }
  return {
    tasks,
    kept: worksheets.items.flatMap(({ id, name }) => {
      const number = keptSheetNumber(name);
      return number === null ? [] : [{ id, number }];
    }),
    scale: { characters: first.standardWidth, points: usual.format.columnWidth },
    referring: await referringTo(context, worksheets.items, tasks),
  };
}

/** Its width is nearly always the sheet's usual one. */
const LAST_COLUMN = 'XFD1';

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Formulas on other sheets that name a sheet to be replaced. Protected sheets take no formula, and keep theirs. */
async function referringTo(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[],
  tasks: readonly SheetTask[],
): Promise<readonly Referring[]> {
  const replaced = tasks.flatMap((task) => task.replaced ?? []);
  if (replaced.length === 0) return [];
  const others = sheets.filter(
    ({ id, name, protection }) =>
      replaced.every((standing) => standing.id !== id) &&
      !protection.protected &&
      keptSheetNumber(name) === null,
  );
  const answer = askReferring(
    others,
    replaced.map(({ name }) => name),
  );
  try {
    await context.sync();
    return answer();
  } catch (fault) {
    // Too much for one answer: then formulas that name the sheet go on meaning the one that was there.
    if (faultCode(fault) !== 'ResponsePayloadSizeLimitExceeded') throw fault;
    return [];
  }
}

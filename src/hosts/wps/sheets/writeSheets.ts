import type { SheetContent } from '../../../plan/sheetContent';
import { keptSheetName, keptSheetNumber } from '../../../sheet/keptSheet';
import { HostError } from '../../host';
import type { ApplyOptions } from '../../host';
import { SHEET_VERY_HIDDEN, SHEET_VISIBLE, attempt } from '../etApi';
import type { EtApplication, EtWorkbook, EtWorksheet } from '../etApi';
import { protectedSheets } from '../protection';
import { rebind, referringTo } from './references';
import type { Referring } from './references';
import { fillSheet } from './fillSheet';

/** A sheet that stands in the workbook where one of the plan is to be. */
interface Standing {
  readonly sheet: EtWorksheet;
  readonly name: string;
  readonly visible: number;
}

/** The sheets of a plan before they are written. */
export interface SheetsWork {
  readonly tasks: readonly { readonly content: SheetContent; readonly replaced: Standing | null }[];
  readonly sheets: readonly EtWorksheet[];
  /** Sheets that hold what was replaced by somebody before: nobody can take that back any more. */
  readonly stale: readonly EtWorksheet[];
  /** Formulas on other sheets that name one that is replaced. */
  readonly referring: readonly Referring[];
  /** The sheet that the person looks at. */
  readonly active: EtWorksheet | null;
}

/** One sheet that was written, and the one that it replaced. */
export interface WrittenSheet {
  readonly made: EtWorksheet;
  readonly replaced: Standing | null;
}

/** Whole sheets that were written, for taking them back. */
export interface WrittenSheets {
  readonly written: readonly WrittenSheet[];
  readonly referring: readonly Referring[];
  readonly active: EtWorksheet | null;
}

/**
 * Looks at what decides whether the sheets can be written.
 * @param kept names of the sheets that hold what this host has replaced
 * @throws HostError when a sheet to be replaced is protected and that may not be lifted
 */
export function surveySheets(
  book: EtWorkbook,
  contents: readonly SheetContent[],
  options: ApplyOptions,
  kept: ReadonlySet<string>,
): SheetsWork {
  const list = book.Sheets;
  const { Count: count } = list;
  const sheets: { sheet: EtWorksheet; name: string }[] = [];
  for (let index = 1; index <= count; index++) {
    const sheet = list.Item(index);
    if (sheet !== null) sheets.push({ sheet, name: sheet.Name });
  }
  const tasks = contents.map((content) => {
    const found = sheets.find(({ name }) => sameName(name, content.name));
    const visible = found === undefined ? SHEET_VISIBLE : (found.sheet.Visible ?? SHEET_VISIBLE);
    return { content, replaced: found === undefined ? null : { ...found, visible } };
  });
  const guarded = tasks.flatMap(({ replaced }) =>
    replaced?.sheet.ProtectContents === true ? [replaced.sheet] : [],
  );
  if (guarded.length > 0 && options.unprotect !== true) throw protectedSheets(guarded);
  const names = tasks.flatMap(({ replaced }) => replaced?.name ?? []);
  const others = sheets.filter(({ name }) => !names.includes(name) && keptSheetNumber(name) === null);
  return {
    tasks,
    sheets: sheets.map(({ sheet }) => sheet),
    stale: sheets.flatMap(({ sheet, name }) =>
      keptSheetNumber(name) !== null && !kept.has(name) ? [sheet] : [],
    ),
    referring:
      names.length === 0
        ? []
        : referringTo(
            others.map(({ sheet }) => sheet),
            names,
          ),
    active: attempt(() => book.ActiveSheet) ?? null,
  };
}

/**
 * Writes whole sheets. One of the same name is never cleared: it is hidden under another name, so that undo has all of it,
 * and formulas that named it are entered anew, so that they mean the new one.
 * @param started what was written so far: filled as it goes, so that a fault leaves it to the caller
 */
export function writeSheets(
  application: EtApplication,
  book: EtWorkbook,
  { tasks, sheets, stale, referring, active }: SheetsWork,
  started: WrittenSheet[],
  kept: Set<string>,
): void {
  let number = sheets.reduce((most, sheet) => Math.max(most, keptSheetNumber(sheet.Name) ?? 0), 0);
  for (const { content, replaced } of tasks) {
    const list = book.Sheets;
    const made = replaced === null ? list.Add(undefined, list.Item(list.Count)) : list.Add(replaced.sheet);
    started.push({ made, replaced });
    if (replaced !== null) {
      const name = keptSheetName(++number);
      replaced.sheet.Name = name;
      kept.add(name);
      replaced.sheet.Visible = SHEET_VERY_HIDDEN;
    }
    made.Name = content.name;
    if (made.Name !== content.name) throw new HostError('write-failed', { detail: content.name });
    fillSheet(application, made, content);
    if (replaced !== null && replaced.visible !== SHEET_VISIBLE) made.Visible = replaced.visible;
  }
  rebind(referring);
  for (const sheet of stale) attempt(() => sheet.Delete());
  show(active, started);
}

/** Takes the new sheets away and brings the old ones back. Asks nobody: alerts have to be off. */
export function removeSheets({ written, referring, active }: WrittenSheets): void {
  for (const { made, replaced } of [...written].reverse()) {
    const isThere = attempt(() => made.Name) !== undefined;
    if (replaced !== null) replaced.sheet.Visible = SHEET_VISIBLE;
    if (isThere) made.Delete();
    if (attempt(() => made.Name) !== undefined) throw new HostError('write-failed', { detail: made.Name });
    if (replaced === null) continue;
    replaced.sheet.Name = replaced.name;
    replaced.sheet.Visible = replaced.visible;
  }
  rebind(referring);
  show(active, []);
}

/** The person sees the sheet they saw before, or what has taken its place. */
function show(active: EtWorksheet | null, written: readonly WrittenSheet[]): void {
  const name = active === null ? undefined : attempt(() => active.Name);
  const taken = written.find(
    ({ replaced }) => replaced !== null && attempt(() => replaced.sheet.Name) === name,
  );
  attempt(() => (taken?.made ?? active)?.Activate());
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

import type { CellEdit, EditPlan } from '../../plan/edits';
import { showsFigure } from '../../plan/figureFormat';
import type { CellRef } from '../../rubric/finding';
import { cellAddress, rectAddress } from '../../sheet/address';
import { GENERAL } from '../cellChange';
import type { HostCellChange } from '../cellChange';
import { blocksOf, cellKey, tableOf } from '../blocks';
import { holds, inputOf, inputToRestore, isUntypable, needsNumberFormat } from '../cellInput';
import type { CellInput } from '../cellInput';
import { groupsOf } from '../highlightGroups';
import type { HighlightGroup } from '../highlightGroups';
import { addHighlights, ownFormats, removeHighlights } from './highlights';
import { dress, sameLook, taken } from './looks';
import type { CellLook } from './looks';
import type { ExcelCapabilities } from './officeApi';
import { faultCode } from './runExcel';
import type { SheetSurvey } from './survey';
import type { WordsBefore } from './words';

/** One cell's change on a sheet of this spreadsheet. */
export type CellChange = HostCellChange<CellLook>;

/** What is to be done on one sheet, worked out from its survey before anything is written. */
export interface SheetWork {
  readonly survey: SheetSurvey;
  readonly changes: readonly CellChange[];
  readonly marks: boolean;
}

/** What has to be put back on a sheet to undo its part of a write. */
export interface SheetBefore {
  readonly sheetId: string;
  readonly changes: readonly CellChange[];
  /**
   * The formulas that Excel showed after the write, by cell: a cell that says something else now was edited since.
   * Null: the write broke off, and everything goes back.
   */
  readonly after: ReadonlyMap<string, unknown> | null;
  /** Null: the marks were left alone. */
  readonly marks: {
    readonly highlights: readonly HighlightGroup[];
    readonly words: readonly WordsBefore[];
  } | null;
}

/** What the survey leaves to do: cells and marks that are as planned already are left alone. */
export function workOn(survey: SheetSurvey): SheetWork {
  const { plan, highlights, words } = survey;
  const changes = plan.cells.flatMap((edit) => changeOf(edit, survey) ?? []);
  const marks =
    plan.marks !== null &&
    (plan.marks.highlights.length > 0 ||
      (plan.marks.notes.length > 0 && words !== null) ||
      words?.hasOwn === true ||
      (highlights !== null && ownFormats(highlights).length > 0));
  return { survey, changes, marks };
}

export function isIdle({ changes, marks }: SheetWork): boolean {
  return changes.length === 0 && !marks;
}

function changeOf(edit: CellEdit, survey: SheetSurvey): CellChange | null {
  const { row, column, content, like } = edit;
  const before = survey.cell(edit);
  const look = like === undefined ? null : lookChange(edit, survey);
  const effective = look?.to.numberFormat ?? before.numberFormat;
  const input = holds(before, content) ? null : inputOf(content, effective);
  const asGeneral = look === null && input !== null && needsNumberFormat(content, effective);
  if (input === null && look === null) return null;
  return {
    row,
    column,
    input,
    undoInput: input === null ? null : inputToRestore(before, before.numberFormat),
    untypable: input !== null && isUntypable(before, before.numberFormat),
    look,
    numberFormat: asGeneral ? { from: before.numberFormat, to: GENERAL } : null,
  };
}

function lookChange(edit: CellEdit, survey: SheetSurvey): CellChange['look'] {
  const from = survey.look(edit);
  const model = survey.modelOf(edit);
  if (from === null || model === null) return null;
  const look = taken(edit, from, model, (at) => survey.modelOf(at));
  const hides =
    edit.content.kind === 'formula'
      ? !showsFigure(look.numberFormat)
      : needsNumberFormat(edit.content, look.numberFormat);
  const to = hides ? { ...look, numberFormat: GENERAL } : look;
  return sameLook(from, to) ? null : { from, to };
}

/** Queues the whole write of a sheet; the function returned tells after the sync how to undo it. */
export function writeSheet(work: SheetWork, capabilities: ExcelCapabilities): () => SheetBefore {
  const { survey, changes } = work;
  const { sheet, plan } = survey;
  const marksBefore = work.marks ? writeMarks(work, capabilities) : null;
  dressCells(sheet, changes, 'forward');
  enterCells(sheet, changes);
  if (work.marks) addHighlights(sheet, groupsOf(plan.marks?.highlights ?? []), capabilities);
  const after = askFormulas(sheet, changes);
  return () => ({
    sheetId: sheet.id,
    changes,
    after: ifAnswered(after),
    marks: marksBefore === null ? null : ifAnswered(marksBefore),
  });
}

/** An answer that may be missing because the request broke off before its question: null then. */
function ifAnswered<T>(read: () => T): T | null {
  try {
    return read();
  } catch (fault) {
    if (faultCode(fault) === '') throw fault;
    return null;
  }
}

function writeMarks({ survey }: SheetWork, capabilities: ExcelCapabilities): () => SheetBefore['marks'] {
  const own = survey.highlights === null ? [] : ownFormats(survey.highlights);
  const highlights = removeHighlights(own, capabilities);
  const words = survey.words?.write(survey.plan.marks?.notes ?? []);
  return () => ({ highlights: highlights(), words: words?.() ?? [] });
}

/** Looks and number formats first: what a cell's input means depends on them. */
export function dressCells(
  sheet: Excel.Worksheet,
  changes: readonly CellChange[],
  way: 'forward' | 'back',
): void {
  for (const { row, column, look } of changes) {
    if (look === null) continue;
    const [from, to] = way === 'forward' ? [look.from, look.to] : [look.to, look.from];
    dress(sheet.getRange(cellAddress({ row, column })), from, to);
  }
  const formats = changes.flatMap(({ row, column, numberFormat }) =>
    numberFormat === null
      ? []
      : [{ row, column, format: way === 'forward' ? numberFormat.to : numberFormat.from }],
  );
  setNumberFormats(sheet, formats);
}

export function setNumberFormats(
  sheet: Excel.Worksheet,
  cells: readonly (CellRef & { readonly format: string })[],
): void {
  const formats = new Map(cells.map((cell) => [cellKey(cell), cell.format]));
  for (const block of blocksOf(cells)) {
    sheet.getRange(rectAddress(block)).numberFormat = tableOf(block, (row, column) =>
      formats.get(cellKey({ row, column })),
    );
  }
}

/** Assigns inputs in blocks of neighbours: one request for each block, however many cells it has. */
export function enterCells(
  sheet: Excel.Worksheet,
  cells: readonly (CellRef & { readonly input: CellInput | null })[],
): void {
  const entered = cells.filter(({ input }) => input !== null);
  const inputs = new Map(entered.map((cell) => [cellKey(cell), cell.input]));
  for (const block of blocksOf(entered)) {
    sheet.getRange(rectAddress(block)).formulas = tableOf(block, (row, column) =>
      inputs.get(cellKey({ row, column })),
    );
  }
}

/** Asks for the formulas of all cells that get an input; the function returned gives them after the sync, by cell. */
export function askFormulas(
  sheet: Excel.Worksheet,
  changes: readonly CellChange[],
): () => ReadonlyMap<string, unknown> {
  const asked = blocksOf(changes.filter(({ input }) => input !== null)).map((block) => {
    const range = sheet.getRange(rectAddress(block));
    range.load('formulas');
    return { block, range };
  });
  return () => {
    const formulas = new Map<string, unknown>();
    for (const { block, range } of asked) {
      range.formulas.forEach((cells: readonly unknown[], row) => {
        cells.forEach((formula, column) => {
          formulas.set(cellKey({ row: block.top + row, column: block.left + column }), formula);
        });
      });
    }
    return formulas;
  };
}

/** How many highlights and words a plan asks for, where this Excel can give them. */
export function markCounts(
  plan: EditPlan,
  capabilities: ExcelCapabilities,
): { highlights: number; notes: number } {
  const hasWords = capabilities.words !== 'none';
  return {
    highlights: plan.marks.reduce((sum, { highlights }) => sum + highlights.length, 0),
    notes: hasWords ? plan.marks.reduce((sum, { notes }) => sum + notes.length, 0) : 0,
  };
}

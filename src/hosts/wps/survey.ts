import type { CellEdit } from '../../plan/edits';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { cellKey, tableOf } from '../blocks';
import type { CellBefore } from '../cellInput';
import { HostError } from '../host';
import type { SheetPlan } from '../sheetPlan';
import { cellBefore, tableFrom } from './blockValues';
import { attempt } from './etApi';
import type { EtRange, EtWorkbook, EtWorksheet } from './etApi';
import { findHighlights } from './highlights';
import type { OwnHighlights } from './highlights';
import type { EtLook } from './looks';
import { findNotes } from './notes';
import type { SheetNotes } from './notes';
import { Ranges, readingBlocks } from './ranges';
import { readLooks } from './readLooks';

/** A cell before a write. */
export interface SurveyedCell extends CellBefore {
  readonly numberFormat: string;
}

/** A sheet as it stands before a write: all that the write may change, so that undo can bring it back. */
export interface SheetSurvey {
  readonly plan: SheetPlan;
  readonly sheet: EtWorksheet;
  readonly isProtected: boolean;
  /** Those that were asked for the survey. */
  readonly ranges: Ranges;
  readonly cells: ReadonlyMap<string, SurveyedCell>;
  /** Looks of the cells that take one and of those that give it. */
  readonly looks: ReadonlyMap<string, EtLook>;
  /** By the place of the cell that takes the look. */
  readonly models: ReadonlyMap<string, EtLook>;
  /** Null: the plan leaves the marks alone. */
  readonly highlights: OwnHighlights | null;
  readonly notes: SheetNotes | null;
}

/** @throws HostError when there is no such sheet */
export function sheetNamed(book: EtWorkbook, name: string): EtWorksheet {
  const sheet = attempt(() => book.Sheets.Item(name));
  if (sheet === undefined || sheet === null) throw new HostError('sheet-missing', { sheet: name });
  return sheet;
}

export function surveySheet(sheet: EtWorksheet, plan: SheetPlan): SheetSurvey {
  const highlights = plan.marks === null ? null : findHighlights(sheet);
  const ranges = new Ranges(sheet);
  const looks = readLooks(ranges, lookCells(plan.cells));
  return {
    plan,
    sheet,
    isProtected: sheet.ProtectContents === true,
    ranges,
    cells: surveyCells(sheet, ranges, plan.cells, looks),
    looks,
    models: new Map(plan.cells.flatMap((edit) => modelOf(edit, looks))),
    highlights,
    notes: plan.marks === null ? null : findNotes(sheet, noteCells(plan, highlights)),
  };
}

function surveyCells(
  sheet: EtWorksheet,
  ranges: Ranges,
  cells: readonly CellEdit[],
  looks: ReadonlyMap<string, EtLook>,
): ReadonlyMap<string, SurveyedCell> {
  const found = new Map<string, SurveyedCell>();
  const meant = new Set(cells.map(cellKey));
  const isMeant = (row: number, column: number) => meant.has(cellKey({ row, column }));
  for (const { block, cells: own } of readingBlocks(cells)) {
    const range = ranges.of(block);
    const values = tableFrom(sheet, block, range, 'Value2', isMeant);
    const formulas = tableFrom(sheet, block, range, 'Formula', isMeant);
    const formatOf = numberFormats(sheet, range, looks);
    for (const cell of own) {
      const [down, right] = [cell.row - block.top, cell.column - block.left];
      const before = cellBefore(values[down]?.[right], formulas[down]?.[right]);
      found.set(cellKey(cell), { ...before, numberFormat: formatOf(cell) });
    }
  }
  return found;
}

/** Known of the cell's look, or one answer where all cells of the block have the same; else each is asked. */
function numberFormats(
  sheet: EtWorksheet,
  range: EtRange,
  looks: ReadonlyMap<string, EtLook>,
): (cell: CellRef) => string {
  let isAsked = false;
  let common: unknown;
  return ({ row, column }) => {
    const known = looks.get(cellKey({ row, column }))?.values.NumberFormat;
    if (typeof known === 'string') return known;
    if (!isAsked) common = attempt(() => range.NumberFormat);
    isAsked = true;
    if (typeof common === 'string') return common;
    if (common === undefined) return '';
    const own = attempt(() => sheet.Range(cellAddress({ row, column })).NumberFormat);
    return typeof own === 'string' ? own : '';
  };
}

function lookCells(cells: readonly CellEdit[]): CellRef[] {
  const wanted = cells.flatMap(({ row, column, like }) =>
    like === undefined ? [] : [{ row, column }, like],
  );
  return [...new Map(wanted.map(({ row, column }) => [cellKey({ row, column }), { row, column }])).values()];
}

function modelOf(edit: CellEdit, looks: ReadonlyMap<string, EtLook>): (readonly [string, EtLook])[] {
  const look = edit.like === undefined ? undefined : looks.get(cellKey(edit.like));
  return look === undefined ? [] : [[cellKey(edit), look]];
}

/** Cells where words of ours may stand: those of the plan, and those under our highlights. */
function noteCells(plan: SheetPlan, highlights: OwnHighlights | null): CellRef[] {
  const marked = (highlights?.groups ?? []).flatMap(({ blocks }) =>
    blocks.flatMap((block) => tableOf(block, (row, column) => ({ row, column })).flat()),
  );
  return [...(plan.marks?.notes ?? []), ...marked];
}

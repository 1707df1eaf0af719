import type { CellEdit } from '../../plan/edits';
import { showsFigure } from '../../plan/figureFormat';
import type { CellRef } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { GENERAL } from '../cellChange';
import type { HostCellChange } from '../cellChange';
import { blocksOf, cellKey } from '../blocks';
import { holds, inputOf, inputToRestore, isUntypable, needsNumberFormat } from '../cellInput';
import { groupsOf } from '../highlightGroups';
import type { HighlightGroup } from '../highlightGroups';
import { HostError } from '../host';
import { dress } from './dress';
import { enterCells } from './enterCells';
import { addHighlights, removeHighlights } from './highlights';
import { sameLook, taken } from './looks';
import type { EtLook } from './looks';
import { checkNotes, noteChanges, putNote } from './notes';
import type { NoteText } from './notes';
import type { Ranges } from './ranges';
import type { SheetSurvey } from './survey';

/** One cell's change on a sheet of this spreadsheet. */
export type CellChange = HostCellChange<EtLook>;

/** What is to be done on one sheet, worked out from its survey before anything is written. */
export interface SheetWork {
  readonly survey: SheetSurvey;
  readonly changes: readonly CellChange[];
  readonly notes: readonly { readonly before: NoteText; readonly after: NoteText }[];
  /** Null: the highlights stay as they are. */
  readonly highlights: readonly HighlightGroup[] | null;
}

/** What the survey leaves to do: cells and marks that are as planned already are left alone. */
export function workOn(survey: SheetSurvey): SheetWork {
  const { plan, sheet } = survey;
  const changes = plan.cells.flatMap((edit) => changeOf(edit, survey) ?? []);
  const wanted = groupsOf(plan.marks?.highlights ?? []);
  const isSame =
    survey.highlights === null || JSON.stringify(survey.highlights.groups) === JSON.stringify(wanted);
  return {
    survey,
    changes,
    notes: survey.notes === null ? [] : noteChanges(sheet, survey.notes, plan.marks?.notes ?? []),
    highlights: isSame ? null : wanted,
  };
}

export function isIdle({ changes, notes, highlights }: SheetWork): boolean {
  return changes.length === 0 && notes.length === 0 && highlights === null;
}

function changeOf(edit: CellEdit, survey: SheetSurvey): CellChange | null {
  const { row, column, content } = edit;
  const before = survey.cells.get(cellKey(edit));
  if (before === undefined) throw new Error(`No survey of ${cellAddress(edit)}`);
  const look = lookChange(edit, survey);
  const effective = look === null ? before.numberFormat : formatOf(look.to, before.numberFormat);
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

function lookChange(edit: CellEdit, { looks, models }: SheetSurvey): CellChange['look'] {
  const from = looks.get(cellKey(edit));
  const model = models.get(cellKey(edit));
  if (from === undefined || model === undefined) return null;
  const look = taken(edit, from, model, (at) => models.get(cellKey(at)) ?? null);
  const format = formatOf(look, GENERAL);
  const hides =
    edit.content.kind === 'formula' ? !showsFigure(format) : needsNumberFormat(edit.content, format);
  const to = hides ? { ...look, values: { ...look.values, NumberFormat: GENERAL } } : look;
  return sameLook(from, to) ? null : { from, to };
}

function formatOf({ values: { NumberFormat: format } }: EtLook, otherwise: string): string {
  return typeof format === 'string' ? format : otherwise;
}

/**
 * Writes one sheet. What is entered and marked is looked at again: a write can fail without a word.
 * @throws HostError when something does not stand there afterwards; whatever was done before it stays done
 * @returns the formulas that the cells show now, by cell
 */
export function writeSheet(work: SheetWork): ReadonlyMap<string, unknown> {
  const { survey, changes, notes, highlights } = work;
  const { sheet, ranges } = survey;
  if (highlights !== null && survey.highlights !== null) removeHighlights(survey.highlights);
  for (const { before, after } of notes) putNote(sheet, after, before.text !== null);
  dressCells(ranges, changes, 'forward');
  const after = enterCells(sheet, changes, ranges);
  if (highlights !== null && survey.highlights !== null) {
    const { conditions, count, positions } = survey.highlights;
    const made = addHighlights(sheet, highlights);
    if (conditions.Count !== count - positions.length + made) {
      throw new HostError('write-failed', { detail: 'FormatConditions' });
    }
  }
  if (notes.length > 0) {
    const countBefore = survey.notes?.count ?? null;
    const countNow = notes.reduce(
      (sum, { before, after: now }) => sum + Number(now.text !== null) - Number(before.text !== null),
      countBefore ?? 0,
    );
    checkNotes(
      sheet,
      notes.map((note) => note.after),
      countBefore,
      countNow,
    );
  }
  return after;
}

/** Looks and number formats first: what a cell's input means depends on them. */
export function dressCells(ranges: Ranges, changes: readonly CellChange[], way: 'forward' | 'back'): void {
  dress(
    ranges,
    changes.flatMap(({ row, column, look }) => {
      if (look === null) return [];
      return [way === 'forward' ? { row, column, ...look } : { row, column, from: look.to, to: look.from }];
    }),
  );
  setNumberFormats(
    ranges,
    changes.flatMap(({ row, column, numberFormat }) =>
      numberFormat === null
        ? []
        : [{ row, column, format: way === 'forward' ? numberFormat.to : numberFormat.from }],
    ),
  );
}

export function setNumberFormats(
  ranges: Ranges,
  cells: readonly (CellRef & { readonly format: string })[],
): void {
  for (const format of new Set(cells.map((cell) => cell.format))) {
    const alike = cells.filter((cell) => cell.format === format);
    for (const block of blocksOf(alike)) ranges.of(block).NumberFormat = format;
  }
}

import { attempt } from '../etApi';
import type { EtRange, EtWorksheet } from '../etApi';
import { rangeOf } from '../blockValues';
import { withoutQuestions } from '../quietly';
import type { ProbedApplication, ProbedWorkbook } from './probedApi';

/** Rows between the places of two probes: what one tries must not touch another's. */
const APART = 10;

/** A sheet of our own in the person's workbook, to try things on. */
export interface Scratch {
  readonly application: ProbedApplication;
  readonly book: ProbedWorkbook;
  readonly sheet: EtWorksheet;
  readonly name: string;
  /** Whether the sheet came where it was asked for: after the last. */
  readonly isLast: boolean;
}

/** Cells of one probe, all its own: `at(1, 2)` is the second row's third cell. */
export type At = (row: number, column: number, high?: number, wide?: number) => EtRange;

/** The place of the probe of this number. */
export function placeOf({ sheet }: Scratch, number: number): At {
  const origin = 1 + number * APART;
  return (row, column, high = 1, wide = 1) => {
    const top = origin + row;
    return rangeOf(sheet, { top, left: column, bottom: top + high - 1, right: column + wide - 1 });
  };
}

/**
 * Lays a scratch sheet at the workbook's end, lets `work` have it and takes it away again, whatever happens: the person sees
 * the sheet they saw before, and a workbook that was saved counts as saved.
 * @returns what `work` gave, and the name of the sheet where it could not be taken away
 * @throws what ET throws where it adds no sheet
 */
export async function onScratchSheet<T>(
  application: ProbedApplication,
  book: ProbedWorkbook,
  wantedName: string,
  work: (scratch: Scratch) => Promise<T>,
): Promise<{ readonly result: T; readonly leftOver: string | null }> {
  const shown = attempt(() => book.ActiveSheet) ?? null;
  const isSaved = attempt(() => book.Saved) === true;
  let made: EtWorksheet | null = null;
  const remove = () =>
    withoutQuestions(application, () => {
      const name = attempt(() => made?.Name);
      attempt(() => made?.Unprotect(''));
      attempt(() => made?.Delete());
      const leftOver = attempt(() => made?.Name) === undefined ? null : (name ?? wantedName);
      attempt(() => shown?.Activate());
      if (isSaved && leftOver === null) attempt(() => (book.Saved = true));
      return leftOver;
    });
  let result: T;
  try {
    const scratch = withoutQuestions(application, (): Scratch => {
      const { Sheets: sheets } = book;
      made = sheets.Add(undefined, sheets.Item(sheets.Count));
      const sheet = made;
      // The name may be taken, or a build may not rename: then it keeps the one it came with.
      attempt(() => (sheet.Name = wantedName));
      const { Name: name } = sheet;
      const isLast = attempt(() => sheets.Item(sheets.Count)?.Name) === name;
      attempt(() => shown?.Activate());
      return { application, book, sheet, name, isLast };
    });
    result = await work(scratch);
  } catch (fault) {
    remove();
    throw fault;
  }
  return { result, leftOver: remove() };
}

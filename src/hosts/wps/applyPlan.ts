import type { EditPlan } from '../../plan/edits';
import { HostError } from '../host';
import type { ApplyOptions } from '../host';
import { bySheet } from '../sheetPlan';
import type { EtApplication, EtWorkbook, EtWorksheet } from './etApi';
import { faultOf } from './faults';
import { putBack } from './putBack';
import { lift, protectAgain, protectedSheets } from './protection';
import type { LiftedProtection } from './protection';
import { quietly } from './quietly';
import { removeSheets, surveySheets, writeSheets } from './sheets/writeSheets';
import type { WrittenSheet, WrittenSheets } from './sheets/writeSheets';
import { sheetNamed, surveySheet } from './survey';
import { isIdle, workOn, writeSheet } from './writeSheet';
import type { SheetWork } from './writeSheet';
import type { SheetBefore, Written } from './written';

/**
 * Writes a plan: looks at everything that it will change, writes, and looks again. Nothing is written when a sheet is
 * missing or protected; a write that fails is taken back.
 * @param kept names of the hidden sheets that hold what this host has replaced: more are added
 * @throws HostError
 */
export function writePlan(
  application: EtApplication,
  book: EtWorkbook,
  plan: EditPlan,
  options: ApplyOptions,
  kept: Set<string>,
): Written {
  const contents = plan.sheets ?? [];
  if (contents.length === 0) return writeEdits(application, book, plan, options);
  const names = new Set(contents.map(({ name }) => name.toLowerCase()));
  // What the plan edits on other sheets must be there before anything is written.
  for (const { name } of bySheet(plan)) if (!names.has(name.toLowerCase())) sheetNamed(book, name);
  const work = surveySheets(book, contents, options, kept);
  return quietly(application, true, () => {
    const written: WrittenSheet[] = [];
    const sheets = { written, referring: work.referring, active: work.active };
    try {
      writeSheets(application, book, work, written, kept);
      const edits = writeEdits(application, book, plan, options, names);
      const cells = contents.reduce((sum, content) => sum + content.cells.length, edits.cells);
      return { ...edits, cells, sheets };
    } catch (fault) {
      takeBack(sheets, fault);
      throw faultOf(fault, 'write-failed');
    }
  });
}

function takeBack(sheets: WrittenSheets, fault: unknown): void {
  try {
    removeSheets(sheets);
  } catch (reason) {
    const { message } = faultOf(reason, 'write-failed');
    throw new HostError('write-broken-off', { detail: message }, { cause: fault });
  }
}

function writeEdits(
  application: EtApplication,
  book: EtWorkbook,
  plan: EditPlan,
  options: ApplyOptions,
  own: ReadonlySet<string> = new Set(),
): Written {
  const plans = bySheet(plan);
  const sheets = plans.map(({ name }) => sheetNamed(book, name));
  const work = plans
    .map((sheetPlan, index) => workOn(surveySheet(sheets[index] as EtWorksheet, sheetPlan)))
    .filter((sheet) => !isIdle(sheet));
  const guarded = work.filter(({ survey }) => survey.isProtected).map(({ survey }) => survey.sheet);
  const refused = guarded.filter(({ Name: name }) => !own.has(name.toLowerCase()));
  if (refused.length > 0 && options.unprotect !== true) throw protectedSheets(refused);
  if (work.length === 0) return { cells: 0, before: [], lifted: [], sheets: null };

  return quietly(application, false, () => {
    const started: SheetBefore[] = [];
    const lifted: LiftedProtection[] = [];
    try {
      for (const sheet of guarded) lifted.push(lift(sheet));
      for (const sheet of work) {
        const index = started.push(beforeOf(sheet)) - 1;
        started[index] = { ...beforeOf(sheet), after: writeSheet(sheet) };
      }
      for (const protection of lifted) protectAgain(protection);
    } catch (fault) {
      rollBack(started, lifted, fault);
      throw faultOf(fault, 'write-failed');
    }
    const cells = work.reduce((sum, { changes }) => sum + changes.length, 0);
    return { cells, before: started, lifted: guarded, sheets: null };
  });
}

function beforeOf({ survey, changes, notes, highlights }: SheetWork): SheetBefore {
  const groups = highlights === null ? null : (survey.highlights?.groups ?? []);
  return { sheet: survey.sheet, changes, after: null, notes, highlights: groups };
}

/** Nothing stays half written: what was done before the fault is taken back, the last sheet first. */
function rollBack(
  started: readonly SheetBefore[],
  lifted: readonly LiftedProtection[],
  fault: unknown,
): void {
  let failed: unknown = null;
  for (const before of [...started].reverse()) {
    try {
      putBack({ ...before, after: null });
    } catch (reason) {
      failed ??= reason;
    }
  }
  for (const protection of lifted) {
    try {
      protectAgain(protection);
    } catch (reason) {
      failed ??= reason;
    }
  }
  if (failed !== null) {
    throw new HostError(
      'write-broken-off',
      { detail: faultOf(failed, 'write-failed').message },
      { cause: fault },
    );
  }
}

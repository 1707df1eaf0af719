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
import { sheetNamed, surveySheet } from './survey';
import { isIdle, workOn, writeSheet } from './writeSheet';
import type { SheetWork } from './writeSheet';
import type { SheetBefore, Written } from './written';

/**
 * Writes a plan: looks at everything that it will change, writes, and looks again. Nothing is written when a sheet is
 * missing or protected; a write that fails is taken back.
 * @throws HostError
 */
export function writePlan(
  application: EtApplication,
  book: EtWorkbook,
  plan: EditPlan,
  options: ApplyOptions,
): Written {
  const plans = bySheet(plan);
  const sheets = plans.map(({ name }) => sheetNamed(book, name));
  const work = plans
    .map((sheetPlan, index) => workOn(surveySheet(sheets[index] as EtWorksheet, sheetPlan)))
    .filter((sheet) => !isIdle(sheet));
  const guarded = work.filter(({ survey }) => survey.isProtected).map(({ survey }) => survey.sheet);
  if (guarded.length > 0 && options.unprotect !== true) throw protectedSheets(guarded);
  if (work.length === 0) return { cells: 0, before: [], lifted: [] };

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
    return { cells, before: started, lifted: guarded };
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

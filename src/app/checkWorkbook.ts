import { checkBookInSteps } from '../check/checkBook';
import type { CheckedBook } from '../check/report';
import type { WorkbookHost } from '../hosts/host';
import type { BookSnapshot } from '../sheet/grid';
import { readBookInSteps } from '../sheet/readBook';
import { settingsFromObject } from '../sheet/readSettings';
import { wholly } from '../sheet/steps';
import type { Steps } from '../sheet/steps';
import { inTurns } from './inTurns';
import type { CheckChoices } from './options';

/**
 * 校验: reads every scoring table of the workbook, checks and totals it; writes nothing. A large workbook is checked in
 * slices, so that a page stays awake meanwhile.
 * @throws HostError when the host cannot be read; what is wrong in the workbook comes as findings.
 */
export async function checkWorkbook(host: WorkbookHost, choices: CheckChoices): Promise<CheckedBook> {
  return inTurns(checkInSteps(await host.read({ isUnasked: true }), choices));
}

/** The same, given up when nobody wants it any more: null. */
export async function checkWhileWanted(
  host: WorkbookHost,
  choices: CheckChoices,
  isWanted: () => boolean,
): Promise<CheckedBook | null> {
  const snapshot = await host.read({ isUnasked: true });
  return isWanted() ? inTurns(checkInSteps(snapshot, choices), isWanted) : null;
}

/** The same for a workbook already read, in one go. */
export function checkSnapshot(snapshot: BookSnapshot, choices: CheckChoices): CheckedBook {
  return wholly(checkInSteps(snapshot, choices));
}

function* checkInSteps(
  snapshot: BookSnapshot,
  { stage, settings, roster, forms }: CheckChoices,
): Steps<CheckedBook> {
  const outside = settings === undefined ? null : settingsFromObject(settings);
  const book = yield* readBookInSteps(snapshot, {
    ...(outside !== null && { settings: outside.settings }),
    ...(roster !== undefined && { roster }),
    ...(forms !== undefined && { forms }),
  });
  const findings = [...(outside?.findings ?? []), ...book.findings];
  const options = stage === undefined ? {} : { stage };
  return yield* checkBookInSteps({ ...book, findings }, options);
}

import { checkBook } from '../check/checkBook';
import type { CheckedBook } from '../check/report';
import type { WorkbookHost } from '../hosts/host';
import type { BookSnapshot } from '../sheet/grid';
import { readBook } from '../sheet/readBook';
import { settingsFromObject } from '../sheet/readSettings';
import type { CheckChoices } from './options';

/**
 * 校验: reads every scoring table of the workbook, checks and totals it; writes nothing.
 * @throws HostError when the host cannot be read; what is wrong in the workbook comes as findings.
 */
export async function checkWorkbook(host: WorkbookHost, choices: CheckChoices): Promise<CheckedBook> {
  return checkSnapshot(await host.read(), choices);
}

/** The same for a workbook already read. */
export function checkSnapshot(
  snapshot: BookSnapshot,
  { stage, settings, roster }: CheckChoices,
): CheckedBook {
  const outside = settings === undefined ? null : settingsFromObject(settings);
  const book = readBook(snapshot, {
    ...(outside !== null && { settings: outside.settings }),
    ...(roster !== undefined && { roster }),
  });
  const findings = [...(outside?.findings ?? []), ...book.findings];
  return checkBook({ ...book, findings }, stage === undefined ? {} : { stage });
}

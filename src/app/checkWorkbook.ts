import { checkBook } from '../check/checkBook';
import type { CheckedBook } from '../check/report';
import type { WorkbookHost } from '../hosts/host';
import { readBook } from '../sheet/readBook';
import type { CheckChoices } from './options';

/**
 * 校验: reads every scoring table of the workbook, checks and totals it; writes nothing.
 * @throws HostError when the host cannot be read; what is wrong in the workbook comes as findings.
 */
export async function checkWorkbook(host: WorkbookHost, choices: CheckChoices): Promise<CheckedBook> {
  const snapshot = await host.read();
  return checkBook(readBook(snapshot, { settings: choices.settings }), { stage: choices.stage ?? 'auto' });
}

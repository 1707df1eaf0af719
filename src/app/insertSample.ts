import type { ApplyOptions, Receipt, WorkbookHost } from '../hosts/host';
import { FORM_WORDS } from '../locale/formWords';
import { sampleSheet } from '../plan/blank/sampleSheet';
import { freeSheetNames } from './freeSheetNames';

/**
 * Puts a scoring sheet with some faults into the workbook, as a sheet of its own, for somebody who wants to see what the
 * program does. Nothing that is there is touched.
 * @throws HostError when the host cannot be read or written; then nothing was written.
 */
export async function insertSample(
  host: WorkbookHost,
  allowed: ApplyOptions = {},
): Promise<Receipt & { readonly sheet: string }> {
  const sheet = freeSheetNames(await host.read())(FORM_WORDS.sample);
  const receipt = await host.apply({ cells: [], marks: [], sheets: [sampleSheet(sheet)] }, allowed);
  return { ...receipt, sheet };
}

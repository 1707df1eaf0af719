import { openFileHost } from '../hosts/file/fileHost';
import type { Finding } from '../rubric/finding';
import { WorkbenchHost } from './workbenchHost';

/** A workbook that was opened, and the name it is saved under. */
export interface OpenWorkbook {
  readonly host: WorkbenchHost;
  readonly fileName: string;
  readonly saveName: string;
  /** Of a format that is only read, with its dot; null where the file is saved as what it is. */
  readonly convertedFrom: string | null;
}

export type Opening =
  { readonly ok: true; readonly workbook: OpenWorkbook } | { readonly ok: false; readonly finding: Finding };

/** Opens the bytes of a file of any format; what stands in the way comes back as a finding. */
export async function openWorkbook(bytes: Uint8Array, fileName: string): Promise<Opening> {
  const opened = await openFileHost(bytes, fileName);
  if (!opened.ok) return opened;
  const { host: file } = opened;
  const { extension } = file;
  const isPatched = extension === '.xlsx' || extension === '.xlsm';
  const saveName = fileName.replace(/\.[^.]+$/, '') + (extension === '.xlsm' ? '.xlsm' : '.xlsx');
  const host = new WorkbenchHost(file.save(), fileName, isPatched);
  return {
    ok: true,
    workbook: { host, fileName, saveName, convertedFrom: isPatched ? null : extension },
  };
}

import { openFileHost } from '../hosts/file/fileHost';
import { newWorkbook } from '../hosts/file/patch/newWorkbook';
import type { Finding } from '../rubric/finding';
import { gridFromRows } from '../sheet/gridFromRows';
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

/** A workbook with nothing in it: a place for sheets that the pane writes. It stands in no file, and loses nothing when it is left. */
export function emptyWorkbook(fileName: string): OpenWorkbook {
  const bytes = newWorkbook({ fileName, grids: [gridFromRows('Sheet1', [])] });
  const host = new WorkbenchHost(bytes, fileName, false);
  return { host, fileName, saveName: fileName, convertedFrom: null };
}

import type { EditPlan } from '../../plan/edits';
import type { Finding } from '../../rubric/finding';
import type { BookSnapshot } from '../../sheet/grid';
import type { Receipt, WorkbookHost } from '../host';
import type { NativeCodec } from './codec';
import { DEFAULT_LIMITS } from './inflate';
import { executePlan, executePlanAside } from './patch/executePlan';
import { asWorkbook } from './patch/documentType';
import { newWorkbook, withSheetNames } from './patch/newWorkbook';
import { readFile } from './read/readFile';
import type { FileSource } from './read/readFile';
import { readWorkbook } from './read/workbook';
import { locateWorkbook } from './read/workbookParts';
import { openZip } from './zip';

export type OpenedFile =
  { readonly ok: true; readonly host: FileHost } | { readonly ok: false; readonly finding: Finding };

/** A workbook file in memory as a host. It runs in a browser and in Node alike and touches no disk. */
export class FileHost implements WorkbookHost {
  /** Null until a format that is only read has to become an .xlsx. */
  #bytes: Uint8Array | null;
  /** Null where it is not read yet, or not any more. */
  #snapshot: BookSnapshot | null;
  readonly #fileName: string;

  constructor(
    bytes: Uint8Array | null,
    snapshot: BookSnapshot | null,
    fileName: string,
    /** Format by content, with its dot: `.xlsx` and `.xlsm` are saved as they are, any other as an .xlsx. */
    readonly extension: string,
    private readonly codec: NativeCodec | null = null,
  ) {
    this.#bytes = bytes;
    this.#snapshot = snapshot;
    this.#fileName = fileName;
  }

  async read(): Promise<BookSnapshot> {
    this.#snapshot ??= readWorkbook(this.save(), this.#fileName).snapshot;
    return this.#snapshot;
  }

  async apply(plan: EditPlan): Promise<Receipt> {
    const before = this.save();
    const { bytes, cells, highlights, notes, degraded } =
      this.codec === null ? executePlan(before, plan) : await executePlanAside(before, plan, this.codec);
    this.#become(bytes);
    return { cells, highlights, notes, degraded, undo: async () => this.#become(before) };
  }

  /** Bytes of the workbook as it stands; those that were opened as long as nothing changed. */
  save(): Uint8Array {
    // Before the first edit the snapshot is the one that was opened.
    this.#bytes ??= newWorkbook(this.#snapshot ?? { fileName: this.#fileName, grids: [] });
    return this.#bytes;
  }

  #become(bytes: Uint8Array): void {
    if (bytes === this.#bytes) return;
    this.#bytes = bytes;
    this.#snapshot = null;
  }
}

export type FileContent =
  { readonly ok: true; readonly snapshot: BookSnapshot } | { readonly ok: false; readonly finding: Finding };

/** What a host of these bytes would read, for those who never write: nothing is looked at that only writing needs. */
export async function readFileContent(
  bytes: Uint8Array,
  fileName: string,
  codec: NativeCodec | null = null,
): Promise<FileContent> {
  const reading = await readFile(bytes, fileName, codec);
  return reading.ok ? { ok: true, snapshot: contentOf(reading) } : reading;
}

/** A format that is only read may name sheets as no workbook can. */
function contentOf({ snapshot, source }: { snapshot: BookSnapshot; source: FileSource }): BookSnapshot {
  return source.format === 'xlsx' ? snapshot : withSheetNames(snapshot);
}

/**
 * Opens the bytes of a file of any format the program reads; what stands in the way comes back as one finding. `codec`:
 * the platform's own way to inflate and deflate, where it has one.
 */
export async function openFileHost(
  bytes: Uint8Array,
  fileName: string,
  codec: NativeCodec | null = null,
): Promise<OpenedFile> {
  const reading = await readFile(bytes, fileName, codec);
  if (!reading.ok) return reading;
  const { snapshot, source } = reading;
  if (source.format === 'xlsx') {
    const { bytes: workbook, extension } = asWorkbook(source.parts.zip);
    return { ok: true, host: new FileHost(workbook, snapshot, fileName, extension, codec) };
  }
  const named = /\.[^.]+$/.exec(fileName)?.[0].toLowerCase() ?? '';
  // Other bytes under the name of a workbook: saved in place they would lose all that was not read.
  const isMisnamed = named === '' || named === '.xlsx' || named === '.xlsm';
  const extension = isMisnamed ? `.${source.format}` : named;
  return { ok: true, host: new FileHost(null, contentOf(reading), fileName, extension, codec) };
}

/**
 * Opens an .xlsx or .xlsm to be written into: nothing but where its sheets lie is read until somebody asks for more. Null for
 * anything else, and where something stands in the way: `openFileHost` tells what.
 */
export function openUnread(
  bytes: Uint8Array,
  fileName: string,
  codec: NativeCodec | null = null,
): { readonly host: FileHost; readonly sheets: readonly string[] } | null {
  try {
    const zip = openZip(bytes, DEFAULT_LIMITS, codec);
    const { sheets } = locateWorkbook(zip);
    const { bytes: workbook, extension } = asWorkbook(zip);
    return {
      host: new FileHost(workbook, null, fileName, extension, codec),
      sheets: sheets.map(({ name }) => name),
    };
  } catch {
    return null;
  }
}

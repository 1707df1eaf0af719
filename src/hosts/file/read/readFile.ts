import type { Finding } from '../../../rubric/finding';
import { finding } from '../../../rubric/finding';
import type { BookSnapshot } from '../../../sheet/grid';
import { FileFault, unreadable } from '../fault';
import type { NativeCodec } from '../codec';
import type { FileFaultCause } from '../fault';
import { DEFAULT_LIMITS, tooLarge } from '../inflate';
import { LIMITS } from '../limits';
import { openZip } from '../zip';
import { openCompoundFile } from './compoundFile';
import { decodeCsv, readCsv } from './csv';
import { openDocumentKind, readOpenDocument } from './ods';
import { sniff } from './sniff';
import { readWorkbook } from './workbook';
import type { WorkbookParts } from './workbookParts';

/** Where a snapshot came from: an archive that can be patched, or a format that is only read. */
export type FileSource =
  | { readonly format: 'xlsx'; readonly parts: WorkbookParts }
  | { readonly format: 'xls' | 'ods' | 'csv'; readonly parts: null };

export type FileReading =
  | { readonly ok: true; readonly snapshot: BookSnapshot; readonly source: FileSource }
  | { readonly ok: false; readonly finding: Finding };

type Opened = Omit<Extract<FileReading, { ok: true }>, 'ok'>;

const TEXT_NAME = /\.(csv|tsv|txt)$/i;

/**
 * Reads a workbook of any format the program knows. What it is, its bytes say: an .xls named .xlsx is read as what it
 * is; only plain text must be named .csv, .tsv or .txt to count as a table. Never throws: what cannot be read gives one
 * `file/*` finding. `codec`: the platform's own way to inflate, where it has one.
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  codec: NativeCodec | null = null,
): Promise<FileReading> {
  try {
    return { ok: true, ...(await open(bytes, fileName, codec)) };
  } catch (error) {
    return { ok: false, finding: fileFinding(error) };
  }
}

/** The finding for whatever went wrong with a file. */
function fileFinding(error: unknown): Finding {
  const fault: FileFaultCause =
    error instanceof FileFault ? error.fault : { code: 'file/unreadable', params: { reason: 'cannot-open' } };
  return finding({ ...fault, severity: 'error', sheet: null, cell: null });
}

async function open(bytes: Uint8Array, fileName: string, codec: NativeCodec | null): Promise<Opened> {
  if (bytes.length > LIMITS.fileBytes) throw tooLarge(LIMITS.fileBytes);
  const sniffed = sniff(bytes);
  switch (sniffed.kind) {
    case 'empty':
    case 'html':
      throw unreadable(sniffed.kind);
    case 'other':
      throw new FileFault({ code: 'file/unsupported', params: { format: sniffed.format } });
    case 'zip':
      return openArchive(bytes, fileName, codec);
    case 'ole2':
      return openOle2(bytes, fileName);
    case 'biff':
      return openBiff(bytes, fileName);
    case 'text':
      if (TEXT_NAME.test(fileName)) return openText(bytes, fileName);
      throw unreadable('not-a-workbook');
    case 'unknown':
      throw unreadable('not-a-workbook');
  }
}

function openArchive(bytes: Uint8Array, fileName: string, codec: NativeCodec | null): Opened {
  const zip = openZip(bytes, DEFAULT_LIMITS, codec);
  const kind = openDocumentKind(zip);
  if (kind === null) {
    const { snapshot, parts } = readWorkbook(zip, fileName);
    return { snapshot, source: { format: 'xlsx', parts } };
  }
  if (kind !== 'spreadsheet')
    throw new FileFault({ code: 'file/unsupported', params: { format: `OpenDocument ${kind}` } });
  return { snapshot: readOpenDocument(zip, fileName), source: { format: 'ods', parts: null } };
}

/** Streams of documents that are no workbook, and what they are. */
const OTHER_STREAMS: readonly (readonly [string, string])[] = [
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
];

async function openOle2(bytes: Uint8Array, fileName: string): Promise<Opened> {
  const file = openCompoundFile(bytes);
  if (file.has('EncryptedPackage') || file.has('EncryptionInfo'))
    throw new FileFault({ code: 'file/encrypted', params: {} });
  const stream = ['Workbook', 'Book'].find((name) => file.has(name));
  if (stream === undefined) {
    const other = OTHER_STREAMS.find(([name]) => file.has(name));
    if (other !== undefined) throw new FileFault({ code: 'file/unsupported', params: { format: other[1] } });
    throw unreadable('not-a-workbook');
  }
  return openBiff(file.stream(stream), fileName);
}

/** Old workbooks are rare: what reads them is loaded when one comes. */
async function openBiff(bytes: Uint8Array, fileName: string): Promise<Opened> {
  const { readBiff } = await import('./biff/readBiff');
  return { snapshot: readBiff(bytes, fileName), source: { format: 'xls', parts: null } };
}

function openText(bytes: Uint8Array, fileName: string): Opened {
  const sheetName = fileName.replace(TEXT_NAME, '');
  return {
    snapshot: { fileName, grids: [readCsv(decodeCsv(bytes), sheetName)] },
    source: { format: 'csv', parts: null },
  };
}

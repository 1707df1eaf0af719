import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type FileHost, openFileHost } from '../hosts/file/fileHost';
import { LIMITS } from '../hosts/file/limits';
import { type Finding, finding } from '../rubric/finding';
import { detailOf } from './fault';
import { nativeCodec } from './nativeCodec';

export type Loaded =
  { readonly ok: true; readonly host: FileHost } | { readonly ok: false; readonly finding: Finding };

type BytesRead =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly finding: Finding };

/** Opens a workbook file; whatever stands in the way comes back as a `file/*` finding, never as an exception. */
export async function loadFile(path: string): Promise<Loaded> {
  const read = readBytes(path);
  return read.ok ? openFileHost(read.bytes, basename(path), nativeCodec) : read;
}

/** The bytes of a file, unless it is missing, cannot be opened or is larger than any workbook should be. */
export function readBytes(path: string): BytesRead {
  try {
    // Not the asynchronous calls: each is a trip to another thread, and nothing else is waiting here.
    const { size } = statSync(path);
    if (size > LIMITS.fileBytes) return failed('file/too-large', { limitMb: LIMITS.fileBytes / 2 ** 20 });
    return { ok: true, bytes: readFileSync(path) };
  } catch (error) {
    const detail = detailOf(error);
    if (detail === 'ENOENT') return failed('file/unreadable', { reason: 'missing' });
    return failed('file/unreadable', { reason: 'cannot-open', detail });
  }
}

function failed<C extends 'file/too-large' | 'file/unreadable'>(
  code: C,
  params: Finding<C>['params'],
): { readonly ok: false; readonly finding: Finding } {
  return { ok: false, finding: finding<C>({ code, severity: 'error', sheet: null, cell: null, params }) };
}

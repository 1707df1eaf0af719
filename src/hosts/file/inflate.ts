import { Inflate } from 'fflate';
import { FileFault, unreadable } from './fault';
import { inflateRaw } from './inflateRaw';
import { LIMITS } from './limits';

/** Bytes a part, and all parts read from one archive together, may have when inflated. */
export interface InflateLimits {
  readonly part: number;
  readonly total: number;
}

export const DEFAULT_LIMITS: InflateLimits = { part: LIMITS.partBytes, total: LIMITS.totalBytes };

const CHUNK = 16 * 1024;

export function tooLarge(limit: number, part?: string): FileFault {
  const limitMb = Math.max(1, Math.round(limit / 2 ** 20));
  return new FileFault({
    code: 'file/too-large',
    params: part === undefined ? { limitMb } : { part, limitMb },
  });
}

/** Refuses what the header itself admits to be too much, before a byte is inflated. */
export function checkDeclared(name: string, compressed: number, size: number, limit: number): void {
  if (size > limit) throw tooLarge(limit, name);
  if (size > LIMITS.repetitiveBytes && size > compressed * LIMITS.ratio)
    throw tooLarge(LIMITS.repetitiveBytes, name);
}

/**
 * Inflates one part from its place in the archive into `out`, which is as long as its header declares: not a byte more
 * is written. (fflate's one-shot call has no such limit: with a buffer that is too small it runs on and drops the
 * rest.) Throws a FileFault when the bytes are damaged, give another size than declared, or too much.
 */
export function inflatePart(
  name: string,
  archive: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  limit: number,
): Uint8Array {
  const size = out.length;
  try {
    const length = inflateRaw(archive, from, end, out);
    if (length < 0) throw excess(name, archive.subarray(from, end), size, limit);
    if (length < size) throw unreadable('broken-part', name);
    return out;
  } catch (error) {
    throw error instanceof FileFault ? error : unreadable('broken-part', name, error);
  }
}

/** Tells a bomb with a lying size from a damaged part, by following it a little further without keeping anything. */
function excess(name: string, data: Uint8Array, size: number, limit: number): FileFault {
  const most = Math.min(limit, size + LIMITS.repetitiveBytes);
  let length = 0;
  const inflate = new Inflate((chunk) => (length += chunk.length));
  for (let at = 0; at < data.length && length <= most; at += CHUNK) {
    inflate.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
  }
  return length > most ? tooLarge(limit, name) : unreadable('broken-part', name);
}

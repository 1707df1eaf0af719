import { Inflate, inflateSync } from 'fflate';
import { FileFault, unreadable } from './fault';
import { LIMITS } from './limits';

/** Bytes a part, and all parts read from one archive together, may have when inflated. */
export interface InflateLimits {
  readonly part: number;
  readonly total: number;
}

export const DEFAULT_LIMITS: InflateLimits = { part: LIMITS.partBytes, total: LIMITS.totalBytes };

/** Deflate gives at most 1032 bytes a byte, so this many compressed bytes are safe to inflate in one go. */
const ONE_GO = 32 * 1024;
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
 * Inflates one part whose header declares `size` bytes. fflate's one-shot call has no output limit (with a buffer that
 * is too small it runs on and drops the rest), so only parts too small to do harm go through it; others are inflated
 * chunk by chunk and dropped when they pass the limit. Throws a FileFault when the bytes are damaged, give another
 * size than declared, or too much.
 */
export function inflatePart(name: string, data: Uint8Array, size: number, limit: number): Uint8Array {
  checkDeclared(name, data.length, size, limit);
  try {
    return data.length <= ONE_GO ? inOneGo(name, data, size) : inChunks(name, data, size, limit);
  } catch (error) {
    throw error instanceof FileFault ? error : unreadable('broken-part', name, error);
  }
}

function inOneGo(name: string, data: Uint8Array, size: number): Uint8Array {
  // One byte more than declared: a part that fills it is longer than it says.
  const out = inflateSync(data, { out: new Uint8Array(size + 1) });
  if (out.length === size) return out;
  if (out.length < size) throw unreadable('broken-part', name);
  return inChunks(name, data, size, LIMITS.repetitiveBytes);
}

function inChunks(name: string, data: Uint8Array, size: number, limit: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  let done = false;
  // A lying size is followed only as far as it takes to tell a damaged part from a bomb.
  const most = Math.min(limit, size + LIMITS.repetitiveBytes);
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length > most) throw tooLarge(limit, name);
    if (length < size) out.set(chunk.subarray(0, size - length), length);
    length += chunk.length;
    done = final;
  });
  for (let at = 0; at < data.length; at += CHUNK) {
    inflate.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
  }
  if (!done || length !== size) throw unreadable('broken-part', name);
  return out;
}

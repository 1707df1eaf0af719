import { unreadable } from './fault';
import { LIMITS } from './limits';
import { decodeUtf8 } from './utf8';

/** One entry of the central directory (APPNOTE.TXT 4.3.12), sizes in bytes. */
export interface ZipEntry {
  /** As written in the archive. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  /** DOS time in the low 16 bits, DOS date in the high ones. */
  readonly time: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** The whole central record, as it stands. */
  readonly record: Uint8Array;
  /** Where the local header begins. */
  readonly localOffset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** The archive's own comment. */
  readonly comment: Uint8Array;
  /** Where the directory begins: no entry's data reaches beyond. */
  readonly start: number;
}

const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The end record lies in the last 64 KB: 22 bytes and a comment that reaches to the end (some writers pad it). */
function findEnd(data: DataView): number {
  const lowest = Math.max(0, data.byteLength - END_LENGTH - 0xffff);
  for (let at = data.byteLength - END_LENGTH; at >= lowest; at--) {
    if (
      data.getUint32(at, true) === 0x06054b50 &&
      at + END_LENGTH + data.getUint16(at + 20, true) <= data.byteLength
    )
      return at;
  }
  throw unreadable('truncated');
}

/** 64-bit figures are read as doubles: exact up to 2^53, and nothing near that passes the limits. */
function uint64(data: DataView, at: number): number {
  return data.getUint32(at, true) + data.getUint32(at + 4, true) * 0x100000000;
}

interface Bounds {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the records after the directory begin. */
  readonly end: number;
}

function bounds(data: DataView, end: number): Bounds {
  const plain = {
    count: data.getUint16(end + 10, true),
    size: data.getUint32(end + 12, true),
    offset: data.getUint32(end + 16, true),
    end,
  };
  if (plain.count !== 0xffff && plain.size !== 0xffffffff && plain.offset !== 0xffffffff) return plain;
  const locator = end - 20;
  if (locator < 0 || data.getUint32(locator, true) !== 0x07064b50) return plain;
  // The locator's offset is wrong where something was put before the archive: look right before it then.
  for (const at of [uint64(data, locator + 8), locator - 56]) {
    if (at >= 0 && at + 56 <= locator && data.getUint32(at, true) === 0x06064b50)
      return {
        count: uint64(data, at + 32),
        size: uint64(data, at + 40),
        offset: uint64(data, at + 48),
        end: at,
      };
  }
  throw unreadable('truncated');
}

/** Figures of the ZIP64 extra field, which hold where the 32-bit ones are all ones. */
function wide(data: DataView, extra: number, extraEnd: number, figures: [number, number, number]): void {
  for (let at = extra; at + 4 <= extraEnd; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    const end = Math.min(extraEnd, at + 4 + data.getUint16(at + 2, true));
    let next = at + 4;
    for (let i = 0; i < 3; i++) {
      if (figures[i] !== 0xffffffff || next + 8 > end) continue;
      figures[i] = uint64(data, next);
      next += 8;
    }
    return;
  }
}

/** Reads the central directory; throws a FileFault when there is none or it is cut off. */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.length < END_LENGTH) throw unreadable('truncated');
  const data = view(bytes);
  const end = findEnd(data);
  const { count, size, offset, end: after } = bounds(data, end);
  if (count > LIMITS.entries) throw unreadable('cannot-open', `${count} entries`);
  // Bytes put before the archive shift every offset by the same amount.
  const isRecord = (at: number) => at >= 0 && at + 4 <= after && data.getUint32(at, true) === 0x02014b50;
  const start = count > 0 && !isRecord(after - size) && isRecord(offset) ? offset : after - size;
  const shift = start - offset;
  if (start < 0 || shift < 0) throw unreadable('truncated');

  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_LENGTH > after || data.getUint32(at, true) !== 0x02014b50) throw unreadable('truncated');
    const nameEnd = at + CENTRAL_LENGTH + data.getUint16(at + 28, true);
    const extraEnd = nameEnd + data.getUint16(at + 30, true);
    const next = extraEnd + data.getUint16(at + 32, true);
    if (next > after) throw unreadable('truncated');
    const figures: [number, number, number] = [
      data.getUint32(at + 24, true),
      data.getUint32(at + 20, true),
      data.getUint32(at + 42, true),
    ];
    if (extraEnd > nameEnd) wide(data, nameEnd, extraEnd, figures);
    entries.push({
      name: decodeUtf8(bytes, at + CENTRAL_LENGTH, nameEnd),
      method: data.getUint16(at + 10, true),
      flags: data.getUint16(at + 8, true),
      time: data.getUint32(at + 12, true),
      crc: data.getUint32(at + 16, true),
      compressedSize: figures[1],
      size: figures[0],
      record: bytes.subarray(at, next),
      localOffset: figures[2] + shift,
    });
    at = next;
  }
  const commentEnd = end + END_LENGTH + data.getUint16(end + 20, true);
  return { entries, comment: bytes.subarray(end + END_LENGTH, commentEnd), start };
}

import type { NativeCodec } from './codec';
import { crc32 } from './crc32';
import { FileFault, unreadable } from './fault';
import { checkDeclared, DEFAULT_LIMITS, inflatePart, tooLarge } from './inflate';
import type { InflateLimits } from './inflate';
import type { PartMemory } from './partMemory';
import { readDirectory } from './zipDirectory';
import type { ZipEntry } from './zipDirectory';

export type { ZipEntry } from './zipDirectory';
export type { InflateLimits } from './inflate';

/** A part's name as looked up: OPC names ignore case, and some writers use backslashes or a leading slash. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * A ZIP archive opened for reading. Entries are inflated when asked for, never all at once; what is read is checked
 * against the limits (as declared and as found), its declared size and its CRC.
 */
export class ZipArchive {
  readonly #byKey = new Map<string, ZipEntry>();
  readonly #doubled = new Set<string>();
  #inflated = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly entries: readonly ZipEntry[],
    readonly comment: Uint8Array,
    /** No entry's data reaches beyond this offset. */
    readonly dataEnd: number,
    readonly limits: InflateLimits,
    readonly codec: NativeCodec | null,
  ) {
    for (const entry of entries) {
      const key = partKey(entry.name);
      const before = this.#byKey.get(key);
      // The same bytes twice do no harm; different bytes under one name mean that readers would disagree.
      if (before !== undefined && (before.crc !== entry.crc || before.size !== entry.size))
        this.#doubled.add(key);
      else this.#byKey.set(key, entry);
    }
  }

  /** Names as written, in archive order. */
  names(): string[] {
    return this.entries.map((entry) => entry.name);
  }

  has(name: string): boolean {
    return this.#byKey.has(partKey(name));
  }

  /** The entry under this name in any case, with or without a leading slash. */
  entry(name: string): ZipEntry | undefined {
    return this.#byKey.get(partKey(name));
  }

  /** The entry's compressed bytes, as they stand in the archive (no copy). Throws a FileFault when cut off. */
  raw(entry: ZipEntry): Uint8Array {
    const start = localDataStart(this, entry);
    if (start + entry.compressedSize > this.dataEnd) throw unreadable('truncated', entry.name);
    return this.bytes.subarray(start, start + entry.compressedSize);
  }

  /**
   * The inflated bytes of a part. Throws a FileFault when there is no such part or it is damaged, encrypted, ambiguous
   * or too large.
   */
  read(name: string): Uint8Array {
    return this.#read(name, (size) => new Uint8Array(size));
  }

  /**
   * Like `read`, for bytes that are needed only during the call: small parts take turns in one buffer, since fresh
   * memory for every part of many workbooks is a fair share of the time that reading takes.
   */
  use<T>(name: string, take: (bytes: Uint8Array) => T): T {
    const shared = scratch;
    // A part read while another is in use gets memory of its own.
    scratch = null;
    try {
      const fits = (size: number) => shared !== null && size <= shared.length;
      return take(
        this.#read(name, (size) => (fits(size) ? shared!.subarray(0, size) : new Uint8Array(size))),
      );
    } finally {
      scratch = shared;
    }
  }

  /** What `make` makes of a part, or has made of one with the same name and the same bytes; nobody may change it. */
  made<T>(name: string, memory: PartMemory<T>, make: (bytes: Uint8Array) => T): T {
    const entry = this.#admitted(name);
    const raw = this.raw(entry);
    const before = entry.method === 8 ? memory.find(entry, raw) : undefined;
    if (before !== undefined) {
      this.#inflated += entry.size;
      return before;
    }
    const value = this.use(name, make);
    memory.keep(entry, raw, value);
    return value;
  }

  #read(name: string, buffer: (size: number) => Uint8Array): Uint8Array {
    const entry = this.#admitted(name);
    const out = this.#inflate(entry, buffer);
    this.#inflated += out.length;
    const sum = this.codec === null ? crc32(out) : this.codec.crc32(out);
    if (sum !== entry.crc) throw unreadable('broken-part', entry.name);
    return out;
  }

  /** The entry of a part that may be inflated. */
  #admitted(name: string): ZipEntry {
    const entry = this.entry(name);
    if (entry === undefined) throw unreadable('broken-part', name);
    if (this.#doubled.has(partKey(name))) throw unreadable('broken-part', entry.name);
    if (entry.flags & 1) throw new FileFault({ code: 'file/encrypted', params: {} });
    const { part, total } = this.limits;
    checkDeclared(entry.name, entry.compressedSize, entry.size, part);
    if (this.#inflated + entry.size > total) throw tooLarge(total);
    return entry;
  }

  #inflate(entry: ZipEntry, buffer: (size: number) => Uint8Array): Uint8Array {
    const data = this.raw(entry);
    if (entry.method === 8) {
      const native = this.codec?.inflate(data, entry.size) ?? null;
      if (native !== null) return native;
      const from = data.byteOffset - this.bytes.byteOffset;
      return inflatePart(
        entry.name,
        this.bytes,
        from,
        from + data.length,
        buffer(entry.size),
        this.limits.part,
      );
    }
    if (entry.method !== 0) throw unreadable('broken-part', entry.name);
    if (data.length !== entry.size) throw unreadable('broken-part', entry.name);
    return data;
  }
}

/** Where parts that are only looked at are inflated to; null while in use. */
let scratch: Uint8Array | null = new Uint8Array(256 * 1024);

/** Opens an archive; throws a FileFault when its directory is missing or cut off. */
export function openZip(
  bytes: Uint8Array,
  limits: InflateLimits = DEFAULT_LIMITS,
  codec: NativeCodec | null = null,
): ZipArchive {
  const { entries, comment, start } = readDirectory(bytes);
  return new ZipArchive(bytes, entries, comment, start, limits, codec);
}

/** Bytes of a local header without its name and extra fields. */
export const LOCAL_LENGTH = 30;

export const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the data of an entry begins. Throws a FileFault when its local header is none. */
export function localDataStart(archive: ZipArchive, entry: ZipEntry): number {
  const at = entry.localOffset;
  if (at < 0 || at + LOCAL_LENGTH > archive.dataEnd) throw unreadable('truncated', entry.name);
  const data = view(archive.bytes);
  if (data.getUint32(at, true) !== 0x04034b50) throw unreadable('broken-part', entry.name);
  return at + LOCAL_LENGTH + data.getUint16(at + 26, true) + data.getUint16(at + 28, true);
}

import { deflateSync } from 'fflate';
import type { NativeCodec } from './codec';
import { crc32 } from './crc32';
import { unreadable } from './fault';
import { LOCAL_LENGTH, localDataStart, openZip, partKey, view } from './zip';
import type { ZipArchive, ZipEntry } from './zip';

/** Bytes of a central record without its name, extra fields and comment. */
const CENTRAL_LENGTH = 46;

/** Local header, data and data descriptor of an entry, as they stand. */
function localRecord(archive: ZipArchive, entry: ZipEntry): Uint8Array {
  const dataStart = localDataStart(archive, entry);
  const dataEnd = dataStart + entry.compressedSize;
  let end = dataEnd;
  if (entry.flags & 8) {
    // CRC and two sizes of 4 or 8 bytes, with or without a signature: whichever repeats the directory's figures.
    const data = view(archive.bytes);
    const matches = (at: number, wide: boolean) =>
      at + (wide ? 20 : 12) <= archive.dataEnd &&
      data.getUint32(at, true) === entry.crc &&
      data.getUint32(at + 4, true) === entry.compressedSize &&
      data.getUint32(at + (wide ? 12 : 8), true) === entry.size;
    const signed = dataEnd + 4 <= archive.dataEnd && data.getUint32(dataEnd, true) === 0x08074b50;
    const at = signed ? dataEnd + 4 : dataEnd;
    if (matches(at, false)) end = at + 12;
    else if (matches(at, true)) end = at + 20;
  }
  if (end > archive.dataEnd) throw unreadable('truncated', entry.name);
  return archive.bytes.subarray(entry.localOffset, end);
}

/** 1980-01-01 00:00, the first DOS date: new parts get it so that the same input gives the same bytes. */
const FIRST_DAY = 0x00210000;
const FLAG_UTF8 = 0x0800;

interface Written {
  readonly local: Uint8Array;
  /** Central record whose offset is still to be set. */
  readonly central: Uint8Array;
}

function deflate(content: Uint8Array, codec: NativeCodec | null): Uint8Array {
  return codec === null ? deflateSync(content, { level: 6 }) : codec.deflate(content);
}

function newEntry(
  name: string,
  content: Uint8Array,
  packed: Uint8Array,
  time: number,
  codec: NativeCodec | null,
): Written {
  const nameBytes = new TextEncoder().encode(name);
  const sum = codec === null ? crc32(content) : codec.crc32(content);
  const method = packed.length < content.length ? 8 : 0;
  const data = method === 8 ? packed : content;
  const local = new Uint8Array(LOCAL_LENGTH + nameBytes.length + data.length);
  const central = new Uint8Array(CENTRAL_LENGTH + nameBytes.length);
  const flags = nameBytes.length === name.length ? 0 : FLAG_UTF8;
  const shared = (to: DataView, at: number) => {
    to.setUint16(at, 20, true);
    to.setUint16(at + 2, flags, true);
    to.setUint16(at + 4, method, true);
    to.setUint32(at + 6, time, true);
    to.setUint32(at + 10, sum, true);
    to.setUint32(at + 14, data.length, true);
    to.setUint32(at + 18, content.length, true);
    to.setUint16(at + 22, nameBytes.length, true);
  };
  view(local).setUint32(0, 0x04034b50, true);
  shared(view(local), 4);
  local.set(nameBytes, LOCAL_LENGTH);
  local.set(data, LOCAL_LENGTH + nameBytes.length);
  view(central).setUint32(0, 0x02014b50, true);
  view(central).setUint16(4, 20, true);
  shared(view(central), 6);
  central.set(nameBytes, CENTRAL_LENGTH);
  return { local, central };
}

/** A central record without ZIP64 figures: everything within the limits fits 32 bits. */
function narrowCentral(entry: ZipEntry): Uint8Array {
  const record = entry.record.slice();
  const data = view(record);
  data.setUint32(20, entry.compressedSize, true);
  data.setUint32(24, entry.size, true);
  const nameEnd = CENTRAL_LENGTH + data.getUint16(28, true);
  const extraEnd = nameEnd + data.getUint16(30, true);
  for (let at = nameEnd; at + 4 <= extraEnd;) {
    const next = at + 4 + data.getUint16(at + 2, true);
    if (data.getUint16(at, true) === 1 && next <= extraEnd) {
      data.setUint16(30, extraEnd - nameEnd - (next - at), true);
      return concat([record.subarray(0, at), record.subarray(next)]);
    }
    at = next;
  }
  return record;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/**
 * The archive with some parts changed: new content, or null to remove; a name the archive lacks is appended. Every
 * other entry is copied as it stands (header, extra fields, compressed bytes, descriptor), in the same order. A
 * changed part keeps its name, place and date; a new one is dated 1980-01-01, so equal input gives equal bytes.
 * `deflated` has what is deflated already, by its content. Throws a FileFault when an entry to be copied is cut off.
 */
export function writeZip(
  archive: ZipArchive,
  changes: ReadonlyMap<string, Uint8Array | null>,
  deflated: ReadonlyMap<Uint8Array, Uint8Array> = new Map(),
): Uint8Array {
  const { codec } = archive;
  const added = (name: string, content: Uint8Array, time: number): Written =>
    newEntry(name, content, deflated.get(content) ?? deflate(content, codec), time, codec);
  const wanted = new Map([...changes].map(([name, content]) => [partKey(name), { name, content }]));
  const written: Written[] = [];
  const placed = new Set<string>();
  for (const entry of archive.entries) {
    const key = partKey(entry.name);
    const change = wanted.get(key);
    if (change === undefined) {
      written.push({ local: localRecord(archive, entry), central: narrowCentral(entry) });
    } else if (change.content !== null && !placed.has(key)) {
      written.push(added(entry.name, change.content, entry.time));
    }
    if (change !== undefined) placed.add(key);
  }
  for (const [key, { name, content }] of wanted) {
    if (content !== null && !placed.has(key))
      written.push(added(name.replace(/^\/+/, ''), content, FIRST_DAY));
  }

  let offset = 0;
  for (const { local, central } of written) {
    view(central).setUint32(42, offset, true);
    offset += local.length;
  }
  const directorySize = written.reduce((sum, { central }) => sum + central.length, 0);
  const end = new Uint8Array(22);
  const data = view(end);
  data.setUint32(0, 0x06054b50, true);
  data.setUint16(8, written.length, true);
  data.setUint16(10, written.length, true);
  data.setUint32(12, directorySize, true);
  data.setUint32(16, offset, true);
  data.setUint16(20, archive.comment.length, true);
  return concat([
    ...written.map(({ local }) => local),
    ...written.map(({ central }) => central),
    end,
    archive.comment,
  ]);
}

const EMPTY_ARCHIVE = new Uint8Array([0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0)]);

/** A new archive of these files, in this order, all dated 1980-01-01; names are UTF-8 and marked so. */
export function newZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return writeZip(openZip(EMPTY_ARCHIVE), files);
}

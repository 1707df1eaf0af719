import { unreadable } from '../fault';

/** An OLE2 compound file (MS-CFB): a small file system in sectors, which .xls, .et, .doc and encrypted .xlsx are. */
export interface CompoundFile {
  /** Whether its root folder has a stream or folder of this name; case does not count. */
  has(name: string): boolean;
  /** Bytes of a stream in the root folder. Throws a FileFault when its sectors are not all there. */
  stream(name: string): Uint8Array;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER = 512;
const HEADER_ADDRESSES = 109;
const ENTRY = 128;
/** Sector numbers from here on are marks: end of chain, free, part of the table itself. */
const FIRST_MARK = 0xfffffffa;
/** Streams shorter than this lie in the stream of short sectors. */
const SHORT_STREAM = 4096;
const SHORT_SECTOR = 64;
const ROOT = 5;
const [FOLDER, STREAM] = [1, 2];
const NOTHING = new Uint8Array(0);

/** Follows a chain of sectors; null where it leaves the table or bites its tail. */
type Next = (sector: number) => number | null;

/**
 * Opens a compound file. Every chain is followed at most as far as the file has sectors, so a damaged one ends. Where the
 * directory, which often lies at the end, cannot be reached, its entries are looked for, to tell at least what the file
 * is. Throws a FileFault (`truncated`) when there are none.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER) throw unreadable('truncated');
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = data.getUint16(30, true) === 12 ? 4096 : 512;
  const table = sectorTable(data, sectorSize);
  const next: Next = (sector) => {
    const at = table[Math.floor((sector * 4) / sectorSize)];
    const place = at === undefined ? Infinity : at + ((sector * 4) % sectorSize);
    return place + 4 <= bytes.length ? data.getUint32(place, true) : null;
  };
  const sectors = (start: number, size: number): Uint8Array =>
    gather(bytes, chain(start, next, bytes.length / sectorSize), sectorSize, sectorSize, size);

  const directory = entriesOf(sectors(data.getUint32(48, true), Infinity));
  const root = directory[0]?.kind === ROOT ? directory[0] : undefined;
  const listed = root === undefined ? strayEntries(bytes) : siblings(directory, root.child);
  if (root === undefined && listed.length === 0) throw unreadable('truncated');
  const inRoot = new Map<string, Entry>(listed.map((entry) => [entry.name.toUpperCase(), entry]));

  const shortStream = (entry: Entry): Uint8Array => {
    const container = root === undefined ? NOTHING : sectors(root.start, root.size);
    const links = sectors(data.getUint32(60, true), Infinity);
    const view = new DataView(links.buffer, links.byteOffset, links.byteLength);
    const nextShort: Next = (sector) =>
      sector * 4 + 4 <= links.length ? view.getUint32(sector * 4, true) : null;
    const places = chain(entry.start, nextShort, container.length / SHORT_SECTOR);
    return gather(container, places, SHORT_SECTOR, 0, entry.size);
  };
  return {
    has: (name) => inRoot.has(name.toUpperCase()),
    stream(name) {
      const entry = inRoot.get(name.toUpperCase());
      if (entry === undefined) throw unreadable('missing', name);
      return entry.size < SHORT_STREAM ? shortStream(entry) : sectors(entry.start, entry.size);
    },
  };
}

/** Byte positions of the sectors that hold the table of chains: 109 stand in the header, more in a chain of their own. */
function sectorTable(data: DataView, sectorSize: number): number[] {
  const places: number[] = [];
  const place = (sector: number): number => (sector + 1) * sectorSize;
  const add = (sector: number): void => {
    if (sector < FIRST_MARK) places.push(place(sector));
  };
  for (let i = 0; i < HEADER_ADDRESSES; i++) add(data.getUint32(76 + 4 * i, true));
  let sector = data.getUint32(68, true);
  for (let left = data.byteLength / sectorSize; left > 0 && sector < FIRST_MARK; left--) {
    const at = place(sector);
    if (at + sectorSize > data.byteLength) break;
    for (let i = 0; i + 4 < sectorSize; i += 4) add(data.getUint32(at + i, true));
    sector = data.getUint32(at + sectorSize - 4, true);
  }
  return places;
}

function chain(start: number, next: Next, most: number): number[] {
  const found: number[] = [];
  let sector: number | null = start;
  while (sector !== null && sector < FIRST_MARK && found.length <= most) {
    found.push(sector);
    sector = next(sector);
  }
  return found;
}

/**
 * The first `size` bytes of sectors, or all that are there when that is Infinity. The last sector of a file may be cut
 * short: some programs do not pad it.
 */
function gather(
  bytes: Uint8Array,
  chained: readonly number[],
  sectorSize: number,
  origin: number,
  size: number,
): Uint8Array {
  const there = chained.length * sectorSize;
  if (size !== Infinity && there < size) throw unreadable('truncated');
  const out = new Uint8Array(Math.min(size, there));
  for (let i = 0; i * sectorSize < out.length; i++) {
    const from = origin + chained[i]! * sectorSize;
    const wanted = Math.min(sectorSize, out.length - i * sectorSize);
    const part = bytes.subarray(from, from + wanted);
    if (part.length < wanted && size !== Infinity) throw unreadable('truncated');
    out.set(part, i * sectorSize);
  }
  return out;
}

function entriesOf(directory: Uint8Array): Entry[] {
  const data = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) entries.push(entryAt(data, at));
  return entries;
}

function entryAt(data: DataView, at: number): Entry {
  let name = '';
  const nameEnd = Math.min(data.getUint16(at + 64, true), 64) - 2;
  for (let i = 0; i < nameEnd; i += 2) name += String.fromCharCode(data.getUint16(at + i, true));
  return {
    name,
    kind: data.getUint8(at + 66),
    left: data.getUint32(at + 68, true),
    right: data.getUint32(at + 72, true),
    child: data.getUint32(at + 76, true),
    start: data.getUint32(at + 116, true),
    size: data.getUint32(at + 120, true),
  };
}

/** Entries that a file holds anywhere, by their shape: they lie at multiples of their length. */
function strayEntries(bytes: Uint8Array): Entry[] {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Entry[] = [];
  for (let at = HEADER; at + ENTRY <= bytes.length; at += ENTRY) {
    const nameBytes = data.getUint16(at + 64, true);
    const [kind, colour] = [bytes[at + 66]!, bytes[at + 67]!];
    if (nameBytes < 4 || nameBytes > 64 || nameBytes % 2 !== 0 || colour > 1) continue;
    if (kind !== FOLDER && kind !== STREAM) continue;
    if (data.getUint16(at + nameBytes - 2, true) === 0) found.push(entryAt(data, at));
  }
  return found;
}

/** All entries of one folder: they hang below each other as a tree, whose order does not matter here. */
function siblings(directory: readonly Entry[], first: number): Entry[] {
  const found: Entry[] = [];
  const seen = new Set<number>();
  const open = [first];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = directory[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

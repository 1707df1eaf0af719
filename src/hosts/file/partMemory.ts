import type { ZipEntry } from './zipDirectory';

/** Compressed bytes of a part that is worth keeping: one that says where others are, not one that holds a sheet. */
const LARGEST = 2048;
const MOST = 500;

interface Kept<T> {
  readonly name: string;
  readonly size: number;
  readonly raw: Uint8Array;
  readonly value: T;
}

/**
 * What was made of small parts, by their compressed bytes: a program writes the same few into all its workbooks, and
 * inflating one costs more than all else that is done with it. Bounded, so that hostile files cannot fill the memory.
 */
export class PartMemory<T> {
  readonly #byCrc = new Map<number, Kept<T>>();

  /** Undefined where no part of this name with exactly these bytes was kept. */
  find(entry: ZipEntry, raw: Uint8Array): T | undefined {
    const kept = this.#byCrc.get(entry.crc);
    if (kept === undefined || kept.name !== entry.name || kept.size !== entry.size) return undefined;
    return sameBytes(kept.raw, raw) ? kept.value : undefined;
  }

  keep(entry: ZipEntry, raw: Uint8Array, value: T): void {
    if (raw.length > LARGEST) return;
    if (this.#byCrc.size >= MOST) this.#byCrc.clear();
    this.#byCrc.set(entry.crc, { name: entry.name, size: entry.size, raw: raw.slice(), value });
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

import { fillCode, longCode, newCode } from './huffmanCode';
import type { HuffmanCode } from './huffmanCode';

/**
 * DEFLATE (RFC 1951) into a buffer of known size. It stops the moment the output would pass the buffer's end, which
 * general libraries do not, and it keeps its tables: a workbook is many small parts, where building tables is most
 * of the work.
 */

/** Codes of up to this many bits are looked up at once; longer ones, which are rare, are decoded bit by bit. */
const LITERAL_BITS = 10;
const DISTANCE_BITS = 8;

/** Extra bits of the length and distance codes, and the values they count from (RFC 1951, 3.2.5). */
const LENGTH_EXTRA = Uint8Array.from([
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]);
const DISTANCE_EXTRA = Uint8Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));

function bases(extra: Uint8Array, first: number): Uint16Array {
  const base = new Uint16Array(extra.length);
  let next = first;
  extra.forEach((bits, i) => {
    base[i] = next;
    next += 1 << bits;
  });
  return base;
}

const LENGTH_BASE = bases(LENGTH_EXTRA, 3);
// The last length code stands for 258 alone, not for what would come next.
LENGTH_BASE[28] = 258;
const DISTANCE_BASE = bases(DISTANCE_EXTRA, 1);
const LENGTH_ORDER = Uint8Array.from([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

const lengths = new Uint8Array(320);
const lengthCode = newCode(7, 19);
const literals = newCode(LITERAL_BITS, 288);
const distances = newCode(DISTANCE_BITS, 32);

const fixedLiterals = newCode(9, 288);
const fixedDistances = newCode(5, 32);
fillCode(
  fixedLiterals,
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
  0,
  288,
);
fillCode(fixedDistances, new Uint8Array(32).fill(5), 0, 32);

/** Bytes that are no DEFLATE stream, or one that is cut off. */
class DamagedStream extends Error {}

/** Below this a loop copies a match faster than a call does. */
const LONG_MATCH = 24;

class Inflater {
  #hold = 0;
  #bits = 0;

  constructor(
    /** Must go on at least four bytes beyond `end`; an archive's directory follows every part. */
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly end: number,
    private readonly out: Uint8Array,
  ) {}

  /** Length of the output; -1 when it would pass the buffer's end. */
  run(): number {
    let length = 0;
    for (;;) {
      const last = this.#take(1);
      const type = this.#take(2);
      if (type === 0) length = this.#stored(length);
      else if (type === 1) length = this.#coded(length, fixedLiterals, fixedDistances);
      else if (type === 2) {
        this.#readCodes();
        length = this.#coded(length, literals, distances);
      } else throw new DamagedStream();
      if (length < 0 || last === 1) return length;
    }
  }

  /** The next `count` bits (at most 15). */
  #take(count: number): number {
    const value = this.#peek() & ((1 << count) - 1);
    this.#hold >>>= count;
    this.#bits -= count;
    return value;
  }

  #stored(length: number): number {
    // Back to the byte after the block's three header bits; whole bytes that were held are given back.
    this.at -= this.#bits >> 3;
    this.#hold = this.#bits = 0;
    const { bytes, out } = this;
    const size = bytes[this.at]! | (bytes[this.at + 1]! << 8);
    const check = bytes[this.at + 2]! | (bytes[this.at + 3]! << 8);
    const from = this.at + 4;
    if (size !== (~check & 0xffff) || from + size > this.end) throw new DamagedStream();
    if (length + size > out.length) return -1;
    out.set(bytes.subarray(from, from + size), length);
    this.at = from + size;
    return length + size;
  }

  #readCodes(): void {
    const literalCount = this.#take(5) + 257;
    const distanceCount = this.#take(5) + 1;
    const count = this.#take(4) + 4;
    lengths.fill(0, 0, 19);
    for (let i = 0; i < count; i++) lengths[LENGTH_ORDER[i]!] = this.#take(3);
    if (!fillCode(lengthCode, lengths, 0, 19)) throw new DamagedStream();
    const total = literalCount + distanceCount;
    for (let i = 0; i < total;) {
      const entry = lengthCode.table[this.#peek() & 0x7f]!;
      if (entry === 0) throw new DamagedStream();
      this.#take(entry & 15);
      const symbol = entry >>> 4;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new DamagedStream();
      const value = symbol === 16 ? lengths[i - 1]! : 0;
      const repeat =
        symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (i + repeat > total) throw new DamagedStream();
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
    const fits =
      fillCode(literals, lengths, 0, literalCount) && fillCode(distances, lengths, literalCount, total);
    if (!fits) throw new DamagedStream();
  }

  /** At least 15 bits without taking them. */
  #peek(): number {
    if (this.#bits < 15) {
      this.#hold |= (this.bytes[this.at]! | (this.bytes[this.at + 1]! << 8)) << this.#bits;
      this.at += 2;
      this.#bits += 16;
      if (this.at > this.end + 4) throw new DamagedStream();
    }
    return this.#hold;
  }

  /** One block of coded symbols. The state lives in locals: this loop is where the time goes. */
  #coded(from: number, literal: HuffmanCode, distance: HuffmanCode): number {
    const { bytes, out, end } = this;
    const size = out.length;
    const literalTable = literal.table;
    const literalMask = literalTable.length - 1;
    const distanceTable = distance.table;
    const distanceMask = distanceTable.length - 1;
    let hold = this.#hold;
    let bits = this.#bits;
    let at = this.at;
    let length = from;
    for (;;) {
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
        if (at > end + 4) throw new DamagedStream();
      }
      let entry = literalTable[hold & literalMask]!;
      if (entry === 0 && (entry = longCode(literal, hold)) === 0) throw new DamagedStream();
      hold >>>= entry & 15;
      bits -= entry & 15;
      let symbol = entry >>> 4;
      if (symbol < 256) {
        if (length >= size) return -1;
        out[length++] = symbol;
        continue;
      }
      if (symbol === 256) break;
      symbol -= 257;
      if (symbol > 28) throw new DamagedStream();
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      let extra = LENGTH_EXTRA[symbol]!;
      const run = LENGTH_BASE[symbol]! + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      entry = distanceTable[hold & distanceMask]!;
      if (entry === 0 && (entry = longCode(distance, hold)) === 0) throw new DamagedStream();
      hold >>>= entry & 15;
      bits -= entry & 15;
      symbol = entry >>> 4;
      if (symbol > 29) throw new DamagedStream();
      if (bits < 16) {
        hold |= (bytes[at]! | (bytes[at + 1]! << 8)) << bits;
        at += 2;
        bits += 16;
      }
      extra = DISTANCE_EXTRA[symbol]!;
      const back = DISTANCE_BASE[symbol]! + (hold & ((1 << extra) - 1));
      hold >>>= extra;
      bits -= extra;
      let source = length - back;
      if (source < 0) throw new DamagedStream();
      const until = length + run;
      if (until > size) return -1;
      if (run >= LONG_MATCH && back >= run) {
        out.copyWithin(length, source, source + run);
        length = until;
      } else {
        for (; until - length > 3; length += 4, source += 4) {
          out[length] = out[source]!;
          out[length + 1] = out[source + 1]!;
          out[length + 2] = out[source + 2]!;
          out[length + 3] = out[source + 3]!;
        }
        while (length < until) out[length++] = out[source++]!;
      }
    }
    this.#hold = hold;
    this.#bits = bits;
    this.at = at;
    return length;
  }
}

/**
 * Inflates the raw DEFLATE stream at `from`–`end` of `bytes` into `out`. Gives the number of bytes written, or -1 when
 * there are more than `out` holds. Throws DamagedStream when it is none or is cut off.
 */
export function inflateRaw(bytes: Uint8Array, from: number, end: number, out: Uint8Array): number {
  return new Inflater(bytes, from, end, out).run();
}

const MOST_BITS = 15;

/** A Huffman code of DEFLATE, made to be filled again and again without taking memory. */
export interface HuffmanCode {
  readonly bits: number;
  /** By the next `bits` bits: symbol × 16 + code length; 0 where the code is longer (or there is none). */
  readonly table: Uint16Array;
  /** How many codes there are of each length, and the symbols in code order (RFC 1951, 3.2.2). */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** An empty code for so many symbols, of which codes of up to `bits` bits are looked up at once. */
export function newCode(bits: number, symbols: number): HuffmanCode {
  return {
    bits,
    table: new Uint16Array(1 << bits),
    counts: new Uint16Array(MOST_BITS + 1),
    symbols: new Uint16Array(symbols),
  };
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0;
  for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) reversed |= 0x80 >> bit;
  return reversed;
});

const starts = new Uint16Array(MOST_BITS + 2);
const firstCodes = new Uint16Array(MOST_BITS + 2);

/** Fills a code from the lengths of its symbols; false where more codes are asked for than bits can tell apart. */
export function fillCode(code: HuffmanCode, lengths: Uint8Array, from: number, to: number): boolean {
  const { bits, table, counts, symbols } = code;
  counts.fill(0);
  for (let i = from; i < to; i++) counts[lengths[i]!]!++;
  counts[0] = 0;
  let first = 0;
  starts[1] = 0;
  for (let length = 1; length <= MOST_BITS; length++) {
    firstCodes[length] = first;
    starts[length + 1] = starts[length]! + counts[length]!;
    first += counts[length]!;
    if (first > 1 << length) return false;
    first <<= 1;
  }
  table.fill(0);
  const size = 1 << bits;
  for (let i = from; i < to; i++) {
    const length = lengths[i]!;
    if (length === 0) continue;
    symbols[starts[length]!++] = i - from;
    if (length > bits) continue;
    const next = firstCodes[length]!++;
    const reversed = ((REVERSED[next & 0xff]! << 8) | REVERSED[next >>> 8]!) >>> (16 - length);
    const entry = ((i - from) << 4) | length;
    for (let slot = reversed; slot < size; slot += 1 << length) table[slot] = entry;
  }
  return true;
}

/** A code longer than the table: its entry, found bit by bit in canonical order; 0 where there is no such code. */
export function longCode(code: HuffmanCode, hold: number): number {
  let value = 0;
  let first = 0;
  let index = 0;
  for (let length = 1; length <= MOST_BITS; length++) {
    value |= (hold >>> (length - 1)) & 1;
    const count = code.counts[length]!;
    if (value - count < first) return (code.symbols[index + value - first]! << 4) | length;
    index += count;
    first = (first + count) << 1;
    value <<= 1;
  }
  return 0;
}

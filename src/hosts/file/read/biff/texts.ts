import type { BiffVersion } from './records';

/** How a stream writes text: Unicode since Excel 97, bytes of a code page before. */
export interface TextCoding {
  readonly version: BiffVersion;
  readonly decoder: TextDecoder;
}

/** Encodings by code page (MS-XLS 2.4.52); those of Windows (1250 …) follow a rule. */
const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [10008, 'gb18030'],
  [32768, 'macintosh'],
  [54936, 'gb18030'],
]);

/** The decoder of a code page; of western Windows where it is not known. */
export function decoderOf(codePage: number | null): TextDecoder {
  const windows = codePage !== null && codePage >= 1250 && codePage <= 1258;
  return new TextDecoder(windows ? `windows-${codePage}` : (ENCODINGS.get(codePage ?? 0) ?? 'windows-1252'));
}

/** Bit of the byte before the characters: two bytes each, not one. */
const WIDE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;

/** Reads on over a record and its continuations. Throws a RangeError at their end. */
export class TextReader {
  private piece = 0;
  private at: number;

  constructor(
    private readonly pieces: readonly DataView[],
    start = 0,
  ) {
    this.at = start;
  }

  /** Whether anything is left. */
  get hasMore(): boolean {
    return this.piece < this.pieces.length - 1 || this.left > 0;
  }

  /** How far the piece at hand is read. */
  get position(): number {
    return this.at;
  }

  u8(): number {
    this.move();
    return this.view.getUint8(this.at++);
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(count: number): void {
    let rest = count;
    while (rest > this.left) {
      rest -= this.left;
      this.advance();
    }
    this.at += rest;
  }

  /** Text of Excel 97 whose number of characters is known: a byte of flags, then they. */
  unicode(count: number): string {
    return this.characters(count, (this.u8() & WIDE) !== 0);
  }

  /** One entry of the table of shared strings (XLUnicodeRichExtendedString, MS-XLS 2.5.293). */
  shared(): string {
    const count = this.u16();
    const flags = this.u8();
    const runs = (flags & RICH) === 0 ? 0 : this.u16();
    const extra = (flags & EXTENDED) === 0 ? 0 : this.u32();
    const text = this.characters(count, (flags & WIDE) !== 0);
    this.skip(4 * runs + extra);
    return text;
  }

  /** Text whose length stands before it, in one byte or two, in the coding of the stream. */
  text(lengthBytes: 1 | 2, coding: TextCoding): string {
    const count = lengthBytes === 1 ? this.u8() : this.u16();
    return this.ofLength(count, coding);
  }

  /** Text of known length in the coding of the stream: so many characters, or bytes of a code page. */
  ofLength(count: number, { version, decoder }: TextCoding): string {
    if (version === 8) return count === 0 && !this.hasMore ? '' : this.unicode(count);
    return decoder.decode(this.bytes(count));
  }

  private get view(): DataView {
    return this.pieces[this.piece]!;
  }

  private get left(): number {
    return this.view.byteLength - this.at;
  }

  private move(): void {
    while (this.left === 0) this.advance();
  }

  private advance(): void {
    if (this.piece + 1 >= this.pieces.length) throw new RangeError('the record ends too soon');
    this.piece++;
    this.at = 0;
  }

  /** Characters of one or two bytes; where they go on in the next piece, a byte there says anew how wide they are. */
  private characters(count: number, wide: boolean): string {
    let text = '';
    let width = wide ? 2 : 1;
    for (let rest = count; rest > 0;) {
      const here = Math.min(rest, Math.floor(this.left / width));
      text += codes(this.view, this.at, here, width);
      this.at += here * width;
      rest -= here;
      if (rest > 0) {
        this.advance();
        width = (this.u8() & WIDE) === 0 ? 1 : 2;
      }
    }
    return text;
  }

  private bytes(count: number): Uint8Array {
    const out = new Uint8Array(Math.min(count, this.left));
    for (let i = 0; i < out.length; i++) out[i] = this.u8();
    return out;
  }
}

/** Characters are put together in portions: a function takes only so many arguments. */
const PORTION = 4096;

function codes(view: DataView, start: number, count: number, width: number): string {
  let text = '';
  for (let from = 0; from < count; from += PORTION) {
    const units: number[] = [];
    for (let i = from; i < Math.min(count, from + PORTION); i++)
      units.push(width === 2 ? view.getUint16(start + 2 * i, true) : view.getUint8(start + i));
    text += String.fromCharCode(...units);
  }
  return text;
}

/** A record of an old workbook: its type and its bytes. */
export type BiffPart = readonly [type: number, data: Uint8Array];

export const u8 = (...values: number[]): Uint8Array => Uint8Array.from(values);
export const u16 = (...values: number[]): Uint8Array =>
  Uint8Array.from(values.flatMap((value) => [value & 0xff, (value >> 8) & 0xff]));
export const u32 = (value: number): Uint8Array => u16(value & 0xffff, value >>> 16);
export const f64 = (value: number): Uint8Array => new Uint8Array(new Float64Array([value]).buffer);
export const joined = (...parts: Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** Text of Excel 97: length (in so many bytes), width, characters. */
export const unicode = (text: string, lengthBytes: 1 | 2): Uint8Array =>
  joined(
    lengthBytes === 1 ? u8(text.length) : u16(text.length),
    u8(1),
    u16(...text.split('').map((c) => c.charCodeAt(0))),
  );

export const record = (type: number, ...data: Uint8Array[]): BiffPart => [type, joined(...data)];
export const number = (row: number, column: number, value: number): BiffPart =>
  record(0x0203, u16(row, column, 0), f64(value));
export const formula = (row: number, column: number, value: number, tokens: Uint8Array): BiffPart =>
  record(0x0006, u16(row, column, 0), f64(value), u16(0, 0, 0), u16(tokens.length), tokens);

const VERSION = { 5: 0x0500, 8: 0x0600 };
const bof = (version: 5 | 8, content: number): BiffPart =>
  record(0x0809, u16(VERSION[version], content, 0, 0), ...(version === 8 ? [u32(0), u32(0)] : []));
const EOF: BiffPart = [0x000a, u8()];

function stream(parts: readonly BiffPart[]): Uint8Array {
  return joined(...parts.map(([type, data]) => joined(u16(type, data.length), data)));
}

export interface OldSheet {
  readonly name: string;
  readonly records: readonly BiffPart[];
}

/** The records of a workbook of Excel 5.0 (names as bytes of its code page) or Excel 97, without a container. */
export function biffStream(
  version: 5 | 8,
  sheets: readonly OldSheet[],
  globals: readonly BiffPart[] = [],
  encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text),
): Uint8Array {
  const bodies = sheets.map((sheet) => stream([bof(version, 0x10), ...sheet.records, EOF]));
  const nameOf = (name: string): Uint8Array =>
    version === 8 ? unicode(name, 1) : joined(u8(encode(name).length), encode(name));
  const head = (starts: readonly number[]): Uint8Array =>
    stream([
      bof(version, 0x05),
      ...globals,
      ...sheets.map(({ name }, i) => record(0x0085, u32(starts[i] ?? 0), u16(0), nameOf(name))),
      EOF,
    ]);
  const starts: number[] = [];
  let at = head([]).length;
  for (const body of bodies) {
    starts.push(at);
    at += body.length;
  }
  return joined(head(starts), ...bodies);
}

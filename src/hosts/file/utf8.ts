const decoder = new TextDecoder();

/** Longer pieces go through TextDecoder, whose cost a call is what makes short ones slow. */
const SHORT = 512;
const units = new Uint16Array(SHORT);

/** Text of a piece of UTF-8; made for many short pieces of a large buffer. Malformed bytes become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array, from: number, to: number): string {
  if (to - from > SHORT) return decoder.decode(bytes.subarray(from, to));
  let length = 0;
  for (let at = from; at < to;) {
    const a = bytes[at]!;
    if (a < 0x80) {
      units[length++] = a;
      at++;
      continue;
    }
    const b = bytes[at + 1]! ^ 0x80;
    const c = bytes[at + 2]! ^ 0x80;
    // Only three-byte forms are worth a way of their own: Chinese is made of them.
    const unit = ((a & 0x0f) << 12) | (b << 6) | c;
    if (
      (a & 0xf0) !== 0xe0 ||
      b > 0x3f ||
      c > 0x3f ||
      at + 3 > to ||
      unit < 0x800 ||
      (unit & 0xf800) === 0xd800
    )
      return decoder.decode(bytes.subarray(from, to));
    units[length++] = unit;
    at += 3;
  }
  return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
}

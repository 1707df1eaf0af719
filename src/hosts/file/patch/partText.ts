import { HostError } from '../../host';

/** A part's text with the way back to bytes: decoding and encoding an unchanged text gives the same bytes. */
export interface PartText {
  readonly text: string;
  readonly encode: (text: string) => Uint8Array;
}

const utf8 = new TextEncoder();

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return bytes;
}

/** New parts are UTF-8 without a byte order mark. */
export function encodeUtf8(text: string): Uint8Array {
  return utf8.encode(text);
}

/** Decodes a part to be edited. Throws a HostError where its encoding could not be written back byte for byte. */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const [a, b] = bytes;
  const wide = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const wideBig = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  if (wide || wideBig) {
    const decoder = new TextDecoder(wide ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });
    return { text: decoder.decode(bytes), encode: (text) => encodeUtf16(text, wide) };
  }
  try {
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
    return { text, encode: encodeUtf8 };
  } catch (cause) {
    throw new HostError('write-failed', { part, reason: 'encoding' }, { cause });
  }
}

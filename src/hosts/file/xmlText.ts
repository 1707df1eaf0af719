import { unreadable } from './fault';
import type { ZipArchive } from './zip';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function reference(whole: string, body: string): string {
  if (body.charCodeAt(0) !== 35) return NAMED.get(body) ?? whole;
  const code = body[1] === 'x' ? parseInt(body.slice(2), 16) : parseInt(body.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : '\uFFFD';
}

const REFERENCE = /&(#x[0-9a-fA-F]+|#[0-9]+|[a-z]+);/g;

/** Character data between two offsets, references resolved, line ends as \n (XML 1.0, 2.11). */
export function decodeText(text: string, from: number, to: number): string {
  let out = text.slice(from, to);
  if (out.includes('\r')) out = out.replace(/\r\n?/g, '\n');
  return out.includes('&') ? out.replace(REFERENCE, reference) : out;
}

/** An attribute's value, references resolved, line ends and tabs as spaces (XML 1.0, 3.3.3). */
export function decodeAttribute(text: string, from: number, to: number): string {
  let out = text.slice(from, to);
  if (/[\r\n\t]/.test(out)) out = out.replace(/\r\n|[\r\n\t]/g, ' ');
  return out.includes('&') ? out.replace(REFERENCE, reference) : out;
}

/** Resolves the `_x000D_` escapes of SpreadsheetML strings (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring). */
export function decodeXstring(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A copy that does not keep a whole part in memory: engines make a piece of a string by pointing into it. */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

const utf8 = new TextDecoder();

/**
 * Text of an XML part: UTF-8 unless a byte order mark, its first bytes or its declaration say otherwise. Throws a
 * FileFault where the declared encoding is unknown.
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0x3c && b === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const text = utf8.decode(bytes);
  if (!text.startsWith('<?xml')) return text;
  const declaration = text.slice(0, text.indexOf('?>') + 1);
  const label = /\sencoding\s*=\s*["']([^"']+)["']/.exec(declaration)?.[1]?.toLowerCase();
  if (label === undefined || label === 'utf-8' || label === 'us-ascii' || label.startsWith('utf-16'))
    return text;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch (error) {
    throw unreadable('broken-part', part, error);
  }
}

/** Text of an XML part of an archive. Throws a FileFault when it cannot be read. */
export function readXmlText(zip: ZipArchive, part: string): string {
  return zip.use(part, (bytes) => decodeXml(bytes, part));
}

/** What a file is by its first bytes; its name is not asked. */
export type Sniffed =
  | { readonly kind: 'empty' | 'zip' | 'ole2' | 'biff' | 'html' | 'text' | 'unknown' }
  /** A known format that is no spreadsheet this program reads. */
  | { readonly kind: 'other'; readonly format: string };

const SIGNATURES: readonly (readonly [string, Sniffed])[] = [
  ['504b0304', { kind: 'zip' }],
  ['504b0506', { kind: 'zip' }],
  ['504b0708', { kind: 'zip' }],
  ['d0cf11e0a1b11ae1', { kind: 'ole2' }],
  // A BIFF stream without its container: BOF of versions 2, 3, 4, 5 and 8.
  ['09000400', { kind: 'biff' }],
  ['09020600', { kind: 'biff' }],
  ['09040600', { kind: 'biff' }],
  ['09080800', { kind: 'biff' }],
  ['09081000', { kind: 'biff' }],
  ['25504446', { kind: 'other', format: 'pdf' }],
  ['526172211a07', { kind: 'other', format: 'rar' }],
  ['377abcaf271c', { kind: 'other', format: '7z' }],
  ['1f8b', { kind: 'other', format: 'gz' }],
  ['89504e47', { kind: 'other', format: 'png' }],
  ['ffd8ff', { kind: 'other', format: 'jpg' }],
  ['7b5c727466', { kind: 'other', format: 'rtf' }],
];

/** Text is looked at this far. */
const HEAD = 2048;

function signature(bytes: Uint8Array): Sniffed | undefined {
  let hex = '';
  for (const byte of bytes.subarray(0, 8)) hex += byte.toString(16).padStart(2, '0');
  return SIGNATURES.find(([start]) => hex.startsWith(start))?.[1];
}

/** The beginning as text, each byte a character, NULs of UTF-16 left out: enough to find ASCII words in. */
function asciiHead(bytes: Uint8Array): string {
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) if (byte !== 0) head += String.fromCharCode(byte);
  return head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart();
}

function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
}

/** Tells a file's kind from its bytes. */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { kind: 'empty' };
  const known = signature(bytes);
  if (known !== undefined) return known;
  const head = asciiHead(bytes);
  if (head.startsWith('<')) {
    if (/urn:schemas-microsoft-com:office:spreadsheet/.test(head))
      return { kind: 'other', format: 'XML 2003' };
    if (/<(!doctype\s+html|html|head|meta|body|table|style|div)\b/i.test(head)) return { kind: 'html' };
    return { kind: 'unknown' };
  }
  if (/^mime-version:/i.test(head)) return { kind: 'html' };
  if (head === '' && !bytes.subarray(3).some((byte) => byte > 32)) return { kind: 'empty' };
  // NUL bytes stand in no text but UTF-16.
  return { kind: isUtf16(bytes) || !bytes.subarray(0, HEAD).includes(0) ? 'text' : 'unknown' };
}

import { decodeUtf8 } from '../utf8';
import { decodeText, decodeXstring } from '../xmlText';
import { StringWalk } from './stringMemory';
import type { StringMemory } from './stringMemory';

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const [LT, GT, SLASH] = [60, 62, 47];
const [AMPERSAND, CR, QUOTE] = [38, 13, 34];
const [LOW_P, LOW_R, LOW_T] = [112, 114, 116];
const ITEM = ascii('<si>');
const ITEM_END = ascii('</si>');
const RUN = ascii('<r>');
const RUN_END = ascii('</r>');
const LOOK = ascii('<rPr>');
const LOOK_END = ascii('</rPr>');
const TEXT = ascii('<t>');
const SPACED_TEXT = ascii('<t xml:space="preserve">');
const TEXT_END = ascii('</t>');
/** How a phonetic guide would look: Excel adds it to what was typed in Chinese, without any guide. */
const GUIDE_LOOK = ascii('<phoneticPr ');
const ROOT_END = ascii('</sst>');

function isAt(bytes: Uint8Array, at: number, tag: Uint8Array): boolean {
  for (let i = 1; i < tag.length; i++) if (bytes[at + i] !== tag[i]) return false;
  return true;
}

function nextTag(bytes: Uint8Array, from: number): number {
  let at = from;
  const { length } = bytes;
  while (at < length && bytes[at] !== LT) at++;
  return at;
}

/** How far to go on when this byte stands where the last one of `</rPr>` should (Horspool's search). */
const STEP = new Uint8Array(256).fill(LOOK_END.length);
LOOK_END.subarray(0, -1).forEach((byte, i) => (STEP[byte] = LOOK_END.length - 1 - i));

/** Offset behind the next `</rPr>`, -1 where there is none. */
function lookEnd(bytes: Uint8Array, from: number): number {
  const last = LOOK_END.length - 1;
  for (let at = from; at + last < bytes.length;) {
    const byte = bytes[at + last]!;
    if (byte === GT && isAt(bytes, at, LOOK_END)) return at + LOOK_END.length;
    at += STEP[byte]!;
  }
  return -1;
}

/** Offset behind the root's start tag; -1 where the part does not begin as expected, in UTF-8. */
function behindRoot(bytes: Uint8Array): number {
  // Bytes as characters: only ASCII counts here, and offsets stay those of the bytes.
  const head = String.fromCharCode.apply(null, bytes.subarray(0, 400) as unknown as number[]);
  const match = /^(?:\xef\xbb\xbf)?(?:<\?xml ([^?]*)\?>)?\s*<sst [^<>]*[^<>/]>/.exec(head);
  if (match === null) return -1;
  const encoding = /encoding=["']([^"']*)/.exec(match[1] ?? '')?.[1] ?? 'utf-8';
  return encoding.toLowerCase() === 'utf-8' ? match[0].length : -1;
}

/** Offset behind an empty-element tag that begins here; -1 where it is none. */
function emptyTagEnd(bytes: Uint8Array, from: number): number {
  let quotes = 0;
  let at = from;
  for (; at < bytes.length && bytes[at] !== GT; at++) if (bytes[at] === QUOTE) quotes++;
  // A > may stand in a value.
  return bytes[at - 1] === SLASH && quotes % 2 === 0 ? at + 1 : -1;
}

/** Item that began here: where it ends, and its text. */
interface Item {
  end: number;
  text: string;
}

/** Reads the item whose start tag begins here; false where it holds anything unusual. */
function readItem(bytes: Uint8Array, from: number, item: Item): boolean {
  let text = '';
  let at = from + ITEM.length;
  for (;;) {
    at = nextTag(bytes, at);
    const code = bytes[at + 1];
    if (code === LOW_T) {
      const spaced = isAt(bytes, at, SPACED_TEXT);
      if (!spaced && !isAt(bytes, at, TEXT)) return false;
      const start = at + (spaced ? SPACED_TEXT : TEXT).length;
      let plain = true;
      for (at = start; at < bytes.length && bytes[at] !== LT; at++) {
        if (bytes[at] === AMPERSAND || bytes[at] === CR) plain = false;
      }
      if (!isAt(bytes, at, TEXT_END)) return false;
      const piece = decodeUtf8(bytes, start, at);
      text += plain ? piece : decodeText(piece, 0, piece.length);
      at += TEXT_END.length;
    } else if (code === LOW_R) {
      if (isAt(bytes, at, RUN)) at += RUN.length;
      else if (isAt(bytes, at, LOOK)) {
        at = lookEnd(bytes, at + LOOK.length);
        if (at < 0) return false;
      } else return false;
    } else if (code === LOW_P) {
      if (!isAt(bytes, at, GUIDE_LOOK)) return false;
      at = emptyTagEnd(bytes, at + GUIDE_LOOK.length);
      if (at < 0) return false;
    } else if (code === SLASH) {
      if (isAt(bytes, at, RUN_END)) at += RUN_END.length;
      else if (isAt(bytes, at, ITEM_END)) {
        item.text = decodeXstring(text);
        item.end = at + ITEM_END.length;
        return true;
      } else return false;
    } else return false;
  }
}

/**
 * Reads the shared strings as nearly every program writes them, straight from the bytes: most of such a part is the
 * look of its runs, and stepping over that without decoding it halves the time; items met before are not even looked
 * into. Null where anything else is met (a prefix, a comment, phonetic guides, other attributes …): the general reader
 * takes over then.
 */
export function readPlainStrings(bytes: Uint8Array, memory: StringMemory): string[] | null {
  const strings: string[] = [];
  let at = behindRoot(bytes);
  if (at < 0) return null;
  const walk = new StringWalk(memory, bytes);
  const item: Item = { end: 0, text: '' };
  for (;;) {
    at = nextTag(bytes, at);
    if (!isAt(bytes, at, ITEM)) return bytes[at + 1] === SLASH && isAt(bytes, at, ROOT_END) ? strings : null;
    const known = walk.find(at);
    if (known !== null) {
      strings.push(known.text);
      at += known.length;
      continue;
    }
    if (!readItem(bytes, at, item)) return null;
    walk.learn(at, item.end, item.text);
    strings.push(item.text);
    at = item.end;
  }
}

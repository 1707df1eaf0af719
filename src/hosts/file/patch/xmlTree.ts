import { XmlScanner } from '../xml';
import type { Splice } from './splice';

/** An element as a place in its part's text; nothing is decoded until asked for. */
export interface XmlElement {
  /** With its colon, '' when there is none. */
  readonly prefix: string;
  readonly local: string;
  readonly start: number;
  /** Behind the start tag's `>`. */
  readonly openEnd: number;
  /** Of `</`; equals `openEnd` for an empty-element tag. */
  readonly closeStart: number;
  readonly end: number;
  /** `<a/>` */
  readonly empty: boolean;
  readonly children: readonly XmlElement[];
}

const NONE: ReadonlySet<string> = new Set();

function readElement(scanner: XmlScanner, opaque: ReadonlySet<string>): XmlElement {
  const { prefix, local, start, end: openEnd, empty } = scanner;
  const children: XmlElement[] = [];
  if (empty) return { prefix, local, start, openEnd, closeStart: openEnd, end: openEnd, empty, children };
  if (opaque.has(local)) scanner.skip();
  else readChildren(scanner, opaque, children);
  return { prefix, local, start, openEnd, closeStart: scanner.start, end: scanner.end, empty, children };
}

/** Reads elements until the end tag of the element around them. */
function readChildren(scanner: XmlScanner, opaque: ReadonlySet<string>, into: XmlElement[]): void {
  while (scanner.next() && scanner.open) into.push(readElement(scanner, opaque));
}

/**
 * The root element of a part with all below it, but for the content of elements named in `opaque` (a sheet's
 * `sheetData` may be huge). Throws a FileFault where the part is no XML.
 */
export function parseXml(text: string, part: string, opaque: ReadonlySet<string> = NONE): XmlElement {
  const scanner = new XmlScanner(text, part);
  if (!scanner.next() || !scanner.open) throw scanner.broken();
  return readElement(scanner, opaque);
}

/** The child elements of an element that was read as opaque. */
export function parseInside(
  text: string,
  part: string,
  element: XmlElement,
  opaque: ReadonlySet<string> = NONE,
): XmlElement[] {
  const children: XmlElement[] = [];
  if (element.empty) return children;
  const scanner = new XmlScanner(text, part);
  scanner.end = element.openEnd;
  scanner.depth = 1;
  readChildren(scanner, opaque, children);
  return children;
}

function startTag(text: string, element: XmlElement): XmlScanner {
  const scanner = new XmlScanner(text, '');
  scanner.end = element.start;
  scanner.next();
  return scanner;
}

/** Decoded value of an attribute, by its name as written; undefined when there is none. */
export function attributeOf(text: string, element: XmlElement, name: string): string | undefined {
  return startTag(text, element).attribute(name);
}

/** Decoded value of the attribute with this local name and any prefix, such as `r:id`. */
export function prefixedAttributeOf(text: string, element: XmlElement, local: string): string | undefined {
  return startTag(text, element).prefixedAttribute(local);
}

/** Names and decoded values of an element's attributes, in order. */
export function attributesOf(text: string, element: XmlElement): [string, string][] {
  const tag = startTag(text, element);
  return Array.from({ length: tag.attributeCount }, (_, i) => {
    const name = tag.attributeName(i);
    return [name, tag.attribute(name) ?? ''];
  });
}

/** Decoded character data of an element, without that of its children. */
export function contentOf(text: string, element: XmlElement): string {
  return startTag(text, element).content();
}

/** Where the start tag's attributes end: before `>` or `/>` and blanks. */
function attributesEnd(text: string, element: XmlElement): number {
  let at = element.openEnd - (element.empty ? 2 : 1);
  while (text.charCodeAt(at - 1) <= 32) at--;
  return at;
}

/** Sets an attribute, or removes it (null). */
export function setAttribute(
  text: string,
  element: XmlElement,
  name: string,
  value: string | null,
): Splice[] {
  const tag = startTag(text, element);
  const index = tag.find(name);
  if (index < 0) {
    if (value === null) return [];
    const at = attributesEnd(text, element);
    return [{ from: at, to: at, text: ` ${name}="${escapeAttribute(value)}"` }];
  }
  const from = tag.attributeStart(index);
  const to = tag.attributeEnd(index);
  if (value !== null) return [{ from, to, text: escapeAttribute(value) }];
  let begin = text.lastIndexOf(name, from);
  while (text.charCodeAt(begin - 1) <= 32) begin--;
  return [{ from: begin, to: to + 1, text: '' }];
}

/** Puts XML at the end of an element's content; an empty-element tag is opened. */
export function appendInside(text: string, element: XmlElement, xml: string): Splice {
  if (!element.empty) return { from: element.closeStart, to: element.closeStart, text: xml };
  const from = attributesEnd(text, element);
  return { from, to: element.end, text: `>${xml}</${element.prefix}${element.local}>` };
}

export function removeElement(element: XmlElement): Splice {
  return { from: element.start, to: element.end, text: '' };
}

export function childNamed(element: XmlElement, local: string): XmlElement | undefined {
  return element.children.find((child) => child.local === local);
}

/** Escapes for a double- or single-quoted attribute. */
export function escapeAttribute(value: string): string {
  if (!/[&<>"'\n\t]/.test(value)) return value;
  return escapeText(value)
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&apos;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}

export function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

// A whole surrogate pair is matched first so that only lone halves fall to the last alternative.

const UNFIT = /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/g;

/** What any of the replacements could be about; most texts have none of it. */
const MAY_NEED_ESCAPING = /[&<>_\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

const hexEscape = (c: string) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Any text as SpreadsheetML writes it: what XML cannot carry becomes `_xHHHH_`, and so does an underscore that would
 * be read as the beginning of such an escape (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring).
 */
export function escapeXstring(text: string): string {
  if (!MAY_NEED_ESCAPING.test(text)) return text;
  const safe = text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(UNFIT, (c) => (c.length > 1 ? c : hexEscape(c)));
  return escapeText(safe);
}

/** The same in a double-quoted attribute. */
export function escapeXstringAttribute(text: string): string {
  const safe = escapeXstring(text);
  if (!/["\n\t]/.test(safe)) return safe;
  return safe.replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}

function descendants(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}

/** Inserts a new child so that the schema's order of children holds: before the first that comes later. */
export function insertChild(
  text: string,
  parent: XmlElement,
  order: readonly string[],
  local: string,
  xml: string,
): Splice {
  // What an AlternateContent stands for lies deeper in it.
  const rankOf = (child: XmlElement): number =>
    child.local === 'AlternateContent'
      ? Math.max(-1, ...descendants(child).map((inner) => order.indexOf(inner.local)))
      : order.indexOf(child.local);
  const later = parent.children.find((child) => rankOf(child) > order.indexOf(local));
  return later === undefined
    ? appendInside(text, parent, xml)
    : { from: later.start, to: later.start, text: xml };
}

import { unreadable } from './fault';
import { decodeAttribute, decodeText } from './xmlText';

const [LT, GT, SLASH, BANG, QUESTION] = [60, 62, 47, 33, 63];
const [EQUALS, QUOTE, APOSTROPHE, COLON] = [61, 34, 39, 58];

/**
 * Steps through the tags of an XML text without building a tree. Comments, processing instructions and character data
 * between tags are passed over; names are local (without prefix); positions are offsets into `text`, so that a part
 * can be spliced where a tag stands. A DOCTYPE is refused, and so is a text that ends inside a tag or an element.
 */
export class XmlScanner {
  /** Of the current tag: offset of its `<`, and the offset after its `>`. */
  start = 0;
  end = 0;
  /** A start tag (also an empty-element tag), not an end tag. */
  open = false;
  /** `<a/>`: there will be no end tag. */
  empty = false;
  /** Elements open after the current tag; the root's start tag gives 1 (an empty-element tag adds nothing). */
  depth = 0;
  /** Offsets of the current tag's local name. */
  nameStart = 0;
  nameEnd = 0;
  /** Of the attributes: name start, name end, value start, value end (four numbers an attribute). */
  readonly #attributes: number[] = [];
  #attributeCount = 0;

  constructor(
    readonly text: string,
    /** Named in faults. */
    readonly part: string,
  ) {}

  /** Moves to the next tag; false at the end of the text. Throws a FileFault (`doctype`, `broken-part`). */
  next(): boolean {
    const { text } = this;
    let from = this.end;
    for (;;) {
      // Tags mostly follow one another directly.
      const at = text.charCodeAt(from) === LT ? from : text.indexOf('<', from);
      if (at < 0) {
        if (this.depth !== 0) throw this.broken();
        return false;
      }
      const code = text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        from = this.#pass(at, code);
        continue;
      }
      this.start = at;
      if (code === SLASH) this.#closeTag(at);
      else this.#openTag(at);
      return true;
    }
  }

  /** Whether the current tag's local name is this. */
  is(name: string): boolean {
    return this.nameEnd - this.nameStart === name.length && this.text.startsWith(name, this.nameStart);
  }

  /** The current tag's local name. */
  get local(): string {
    return this.text.slice(this.nameStart, this.nameEnd);
  }

  /** The current tag's prefix with its colon, '' when it has none. */
  get prefix(): string {
    return this.text.slice(this.start + (this.open ? 1 : 2), this.nameStart);
  }

  get attributeCount(): number {
    return this.#attributeCount;
  }

  /** Name of an attribute of the current tag, with its prefix. */
  attributeName(index: number): string {
    return this.text.slice(this.#attributes[index * 4], this.#attributes[index * 4 + 1]);
  }

  /** The whole name of an attribute where it is one character long, else ''. */
  attributeChar(index: number): string {
    const at = this.#attributes[index * 4]!;
    return this.#attributes[index * 4 + 1] === at + 1 ? this.text[at]! : '';
  }

  /** Where an attribute's value begins and ends (inside its quotes). */
  attributeStart(index: number): number {
    return this.#attributes[index * 4 + 2]!;
  }
  attributeEnd(index: number): number {
    return this.#attributes[index * 4 + 3]!;
  }

  /** Index of the attribute of this name (with its prefix, if any), -1 when the tag has none. */
  find(name: string): number {
    for (let i = 0; i < this.#attributeCount; i++) {
      const at = this.#attributes[i * 4]!;
      if (this.#attributes[i * 4 + 1]! - at === name.length && this.text.startsWith(name, at)) return i;
    }
    return -1;
  }

  /** Decoded value of the attribute of this name (with its prefix, if any). */
  attribute(name: string): string | undefined {
    const index = this.find(name);
    return index < 0
      ? undefined
      : decodeAttribute(this.text, this.attributeStart(index), this.attributeEnd(index));
  }

  /** Decoded value of the attribute with this local name and any prefix, such as `r:id`. */
  prefixedAttribute(local: string): string | undefined {
    for (let i = 0; i < this.#attributeCount; i++) {
      const name = this.attributeName(i);
      if (name.endsWith(local) && name.charCodeAt(name.length - local.length - 1) === COLON)
        return decodeAttribute(this.text, this.attributeStart(i), this.attributeEnd(i));
    }
    return undefined;
  }

  /** True when the current start tag sets this attribute to an XML Schema true. */
  flag(name: string): boolean {
    const value = this.attribute(name);
    return value !== undefined && /^\s*(1|true|on)\s*$/i.test(value);
  }

  /** From a start tag: moves to its end tag (stays on an empty-element tag), whatever lies between. */
  skip(): void {
    if (this.empty || !this.open) return;
    const outside = this.depth - 1;
    while (this.depth > outside && this.next());
  }

  /** From a start tag: calls `each` at every child of this name, passes over others; moves to the end tag. */
  children(name: string, each: () => void): void {
    if (this.empty) return;
    while (this.next() && this.open) {
      if (this.is(name)) each();
      else this.skip();
    }
  }

  /** Moves on by so many characters without looking at them; `deeper`: so many elements more are open behind them. */
  jump(characters: number, deeper: number): void {
    this.end += characters;
    this.start = this.end;
    this.depth += deeper;
    this.open = false;
    this.empty = false;
    this.#attributeCount = 0;
  }

  /**
   * From a start tag: its character data, CDATA included, child elements left out, decoded; moves to its end tag.
   */
  content(): string {
    if (this.empty) return '';
    const { text } = this;
    const from = this.end;
    const at = text.indexOf('<', from);
    if (at >= 0 && text.charCodeAt(at + 1) === SLASH) {
      this.start = at;
      this.#closeTag(at);
      return decodeText(text, from, at);
    }
    return this.mixed(() => null);
  }

  /**
   * From a start tag: the number that its content spells when that is one to nine digits and nothing else; moves to
   * its end tag then. Else -1, and stays: most cells hold such a number, and this is a quick way to it.
   */
  plainNumber(): number {
    const { text } = this;
    const most = this.end + 9;
    let number = 0;
    let at = this.end;
    for (let code; at < most && (code = text.charCodeAt(at)) >= 48 && code <= 57; at++)
      number = number * 10 + code - 48;
    if (at === this.end || this.empty || text.charCodeAt(at) !== LT || text.charCodeAt(at + 1) !== SLASH)
      return -1;
    this.start = at;
    this.#closeTag(at);
    return number;
  }

  /**
   * Like `content`, with a say about child elements: `child` gets the local name of each start tag and gives the text
   * that stands for the tag itself before its own content, or null to leave the whole child out.
   */
  mixed(child: (local: string) => string | null): string {
    if (this.empty) return '';
    const { text } = this;
    const outside = this.depth - 1;
    let out = '';
    let from = this.end;
    for (;;) {
      const at = text.indexOf('<', from);
      if (at < 0) throw this.broken();
      out += decodeText(text, from, at);
      const code = text.charCodeAt(at + 1);
      if (code === BANG || code === QUESTION) {
        from = this.#pass(at, code);
        if (text.startsWith('<![CDATA[', at)) out += text.slice(at + 9, from - 3).replace(/\r\n?/g, '\n');
        continue;
      }
      this.start = at;
      if (code === SLASH) this.#closeTag(at);
      else {
        this.#openTag(at);
        const words = child(this.local);
        if (words === null) this.skip();
        else out += words;
      }
      if (this.depth === outside) return out;
      from = this.end;
    }
  }

  /** The fault of a part that is no XML a reader can follow. */
  broken(): Error {
    return unreadable('broken-part', this.part);
  }

  /** Passes over a comment, CDATA section or processing instruction; gives the offset behind it. */
  #pass(at: number, code: number): number {
    const { text } = this;
    const [close, from] =
      code === QUESTION
        ? ['?>', at + 2]
        : text.startsWith('<!--', at)
          ? ['-->', at + 4]
          : text.startsWith('<![CDATA[', at)
            ? [']]>', at + 9]
            : ['', 0];
    if (close === '') throw unreadable('doctype', this.part);
    const end = text.indexOf(close, from);
    if (end < 0) throw this.broken();
    return end + close.length;
  }

  #closeTag(at: number): void {
    const { text } = this;
    const { length } = text;
    let i = at + 2;
    this.nameStart = i;
    this.nameEnd = -1;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code === GT) break;
      if (code === COLON && this.nameEnd < 0) this.nameStart = i + 1;
      else if (code <= 32 && this.nameEnd < 0) this.nameEnd = i;
    }
    if (i >= length || --this.depth < 0) throw this.broken();
    if (this.nameEnd < 0) this.nameEnd = i;
    this.open = false;
    this.empty = false;
    this.#attributeCount = 0;
    this.end = i + 1;
  }

  #openTag(at: number): void {
    const { text } = this;
    const length = text.length;
    let i = at + 1;
    let code = 0;
    this.nameStart = i;
    for (; i < length; i++) {
      code = text.charCodeAt(i);
      if (code === COLON) this.nameStart = i + 1;
      else if (code <= 32 || code === GT || code === SLASH) break;
    }
    this.nameEnd = i;
    if (this.nameEnd === this.nameStart) throw this.broken();
    this.open = true;
    this.#attributeCount = 0;
    for (;;) {
      while (i < length && (code = text.charCodeAt(i)) <= 32) i++;
      if (i >= length) throw this.broken();
      if (code === GT) {
        this.empty = false;
        this.depth++;
        this.end = i + 1;
        return;
      }
      if (code === SLASH) {
        if (text.charCodeAt(i + 1) !== GT) throw this.broken();
        this.empty = true;
        this.end = i + 2;
        return;
      }
      i = this.#oneAttribute(i);
    }
  }

  /** Notes the attribute that begins here; gives the offset behind its closing quote. */
  #oneAttribute(from: number): number {
    const { text } = this;
    const { length } = text;
    let i = from;
    let code = text.charCodeAt(i);
    while (code > 32 && code !== EQUALS && code !== GT) code = text.charCodeAt(++i);
    const nameEnd = i;
    while (code <= 32) code = text.charCodeAt(++i);
    if (code !== EQUALS) throw this.broken();
    do code = text.charCodeAt(++i);
    while (code <= 32);
    if (code !== QUOTE && code !== APOSTROPHE) throw this.broken();
    const valueStart = i + 1;
    do i++;
    while (i < length && text.charCodeAt(i) !== code);
    if (i >= length) throw this.broken();
    const slot = this.#attributeCount++ * 4;
    this.#attributes[slot] = from;
    this.#attributes[slot + 1] = nameEnd;
    this.#attributes[slot + 2] = valueStart;
    this.#attributes[slot + 3] = i;
    return i + 1;
  }
}

import { HostError } from '../../host';
import type { NativeCodec } from '../codec';
import { relationshipsPath, resolveTarget } from '../read/relationships';
import { writeZip } from '../writeZip';
import { decodeXml } from '../xmlText';
import { partKey } from '../zip';
import type { ZipArchive } from '../zip';
import { decodePart, encodeUtf8 } from './partText';
import type { PartText } from './partText';
import { applySplices } from './splice';
import { Utf8Pieces } from './utf8Pieces';
import { appendInside, attributeOf, escapeAttribute, parseXml, removeElement } from './xmlTree';
import type { XmlElement } from './xmlTree';

export interface Relationship {
  readonly id: string;
  /** Last segment of the type's address, such as `worksheet`: the same in transitional and strict packages. */
  readonly kind: string;
  readonly type: string;
  /** Name of the part it points to; null for an external target. */
  readonly part: string | null;
  readonly element: XmlElement;
}

export interface NewRelationship {
  readonly type: string;
  /** Name of a part, or the address as written for an external target. */
  readonly target: string;
  readonly external: boolean;
}

const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const CONTENT_TYPES = '[Content_Types].xml';

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Relationship target for a part, relative to the part that holds the relationship. */
function relativeTarget(source: string, target: string): string {
  const from = source.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Bytes of a part from which on it is worth deflating it on another thread. */
const WORTH_A_THREAD = 100_000;

interface Edited {
  readonly name: string;
  /** Null once it is removed; bytes are UTF-8. */
  readonly content: string | Uint8Array | null;
  /** Written anew in UTF-8, whatever the part that stood there was encoded in. */
  readonly isNew: boolean;
}

/**
 * A package being edited: an overlay of changed parts over an archive that stays as it is. Parts whose text ends up
 * unchanged are not written.
 */
export class PackageEdit {
  readonly #originals = new Map<string, PartText>();
  /** By key. */
  readonly #edited = new Map<string, Edited>();
  readonly #deflating = new Map<Uint8Array, Promise<Uint8Array>>();

  /** `aside`: long parts are deflated on another thread as soon as they are there, for `writeAside`. */
  constructor(
    readonly archive: ZipArchive,
    private readonly aside: NativeCodec['deflateAside'] | null = null,
  ) {}

  has(part: string): boolean {
    const edited = this.#edited.get(partKey(part));
    return edited === undefined ? this.archive.has(part) : edited.content !== null;
  }

  /** Names of all parts as they stand now. */
  names(): string[] {
    const names = this.archive.names().filter((name) => this.has(name));
    for (const { name, content } of this.#edited.values()) {
      if (content !== null && !this.archive.has(name)) names.push(name);
    }
    return names;
  }

  text(part: string): string {
    const edited = this.#edited.get(partKey(part));
    if (typeof edited?.content === 'string') return edited.content;
    if (edited !== undefined && edited.content !== null) return decodePart(edited.content, part).text;
    if (edited !== undefined || !this.archive.has(part))
      throw new HostError('write-failed', { part, reason: 'missing' });
    return this.#original(part).text;
  }

  /** The text of a part as far as its first bytes go. */
  beginning(part: string, bytes: number): { readonly text: string; readonly isWhole: boolean } {
    const content = this.#edited.get(partKey(part))?.content ?? null;
    if (typeof content === 'string') return { text: content, isWhole: true };
    const whole = content ?? this.archive.read(part);
    return { text: decodeXml(whole.subarray(0, bytes), part), isWhole: whole.length <= bytes };
  }

  setText(part: string, text: string): void {
    const isNew = this.#edited.get(partKey(part))?.isNew ?? false;
    this.#edited.set(partKey(part), { name: part, content: text, isNew });
  }

  /** Puts a part written anew here, in place of one that may stand here. */
  putText(part: string, text: string): void {
    this.#edited.set(partKey(part), { name: part, content: text, isNew: true });
  }

  /** The same of a long part, in UTF-8. Whether another one, or none, stands in the archive. */
  putBytes(part: string, bytes: Uint8Array): boolean {
    const isThere = this.archive.has(part) && isSame(bytes, this.archive.read(part));
    if (isThere) this.#edited.delete(partKey(part));
    else this.#edited.set(partKey(part), { name: part, content: bytes, isNew: true });
    if (!isThere && bytes.length >= WORTH_A_THREAD && this.aside) {
      this.#deflating.set(bytes, this.aside(bytes));
    }
    return !isThere;
  }

  remove(part: string): void {
    this.#edited.set(partKey(part), { name: part, content: null, isNew: false });
  }

  /** The archive's bytes with the edits; the very same bytes when there are none. */
  write(): Uint8Array {
    return this.#written(new Map());
  }

  /** The same, with what is deflated on other threads. */
  async writeAside(): Promise<Uint8Array> {
    const deflated = new Map<Uint8Array, Uint8Array>();
    for (const [bytes, deflating] of this.#deflating) deflated.set(bytes, await deflating);
    return this.#written(deflated);
  }

  #written(deflated: ReadonlyMap<Uint8Array, Uint8Array>): Uint8Array {
    const changes = new Map<string, Uint8Array | null>();
    for (const { name, content, isNew } of this.#edited.values()) {
      if (!this.archive.has(name)) {
        if (content !== null) changes.set(name, typeof content === 'string' ? encodeUtf8(content) : content);
      } else if (content === null || typeof content !== 'string') changes.set(name, content);
      else if (isNew) {
        const bytes = encodeUtf8(content);
        if (!isSame(bytes, this.archive.read(name))) changes.set(name, bytes);
      } else if (content !== this.#original(name).text)
        changes.set(name, this.#original(name).encode(content));
    }
    return changes.size === 0 ? this.archive.bytes : writeZip(this.archive, changes, deflated);
  }

  /** A free part name made of `stem`, a number and `extension`. */
  freeName(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}${extension}`)) number++;
    return `${stem}${number}${extension}`;
  }

  relationships(part: string): Relationship[] {
    const rels = relationshipsPath(part);
    if (!this.has(rels)) return [];
    const text = this.text(rels);
    return parseXml(text, rels).children.map((element) => {
      const type = attributeOf(text, element, 'Type') ?? '';
      const target = attributeOf(text, element, 'Target') ?? '';
      const external = attributeOf(text, element, 'TargetMode')?.toLowerCase() === 'external';
      const id = attributeOf(text, element, 'Id') ?? '';
      const kind = type.slice(type.lastIndexOf('/') + 1);
      return { id, kind, type, part: external ? null : this.#existing(resolveTarget(part, target)), element };
    });
  }

  /** Adds a relationship and gives its id. */
  addRelationship(part: string, type: string, target: string): string {
    const rels = relationshipsPath(part);
    if (!this.has(rels)) {
      this.setText(rels, `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}"></Relationships>`);
    }
    const taken = new Set(this.relationships(part).map(({ id }) => id));
    let number = 1;
    while (taken.has(`rId${number}`)) number++;
    const text = this.text(rels);
    const root = parseXml(text, rels);
    const address = escapeAttribute(relativeTarget(part, target));
    const xml = `<${root.prefix}Relationship Id="rId${number}" Type="${escapeAttribute(type)}" Target="${address}"/>`;
    this.setText(rels, applySplices(text, [appendInside(text, root, xml)]));
    return `rId${number}`;
  }

  /** Removes a relationship; a part of relationships left empty goes too. */
  removeRelationship(part: string, id: string): void {
    const rels = relationshipsPath(part);
    const found = this.relationships(part);
    const element = found.find((relationship) => relationship.id === id)?.element;
    if (element === undefined) return;
    if (found.length === 1) this.removePart(rels);
    else this.setText(rels, applySplices(this.text(rels), [removeElement(element)]));
  }

  /** Writes the relationships of a part anew, in this order as rId1, rId2 …; none: there is no such part then. */
  putRelationships(part: string, list: readonly NewRelationship[]): void {
    const rels = relationshipsPath(part);
    if (list.length === 0) {
      if (this.has(rels)) this.removePart(rels);
      return;
    }
    const out = new Utf8Pieces();
    out.add(`${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">`);
    list.forEach(({ type, target, external }, index) => {
      const address = external ? target : relativeTarget(part, target);
      out.add(`<Relationship Id="rId${index + 1}" Type="${escapeAttribute(type)}" Target="`);
      out.add(escapeAttribute(address));
      out.add(external ? '" TargetMode="External"/>' : '"/>');
      out.settle();
    });
    out.add('</Relationships>');
    this.putBytes(rels, out.bytes());
  }

  /** Declares a part's content type for this part alone; nothing is done where it is declared so already. */
  addContentType(part: string, type: string): void {
    const text = this.text(CONTENT_TYPES);
    const root = parseXml(text, CONTENT_TYPES);
    const known = this.#overrides(part).find((element) => attributeOf(text, element, 'ContentType') === type);
    if (known !== undefined) return;
    const xml = `<${root.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
    this.setText(CONTENT_TYPES, applySplices(text, [appendInside(text, root, xml)]));
  }

  /** Whether parts with this extension have a content type without being named one by one. */
  hasDefaultType(extension: string): boolean {
    const text = this.text(CONTENT_TYPES);
    return parseXml(text, CONTENT_TYPES).children.some(
      (element) =>
        element.local === 'Default' && attributeOf(text, element, 'Extension')?.toLowerCase() === extension,
    );
  }

  /** Removes a part with its relationships and its own content type; those that lead to it are the caller's. */
  removePart(part: string): void {
    this.remove(part);
    const rels = relationshipsPath(part);
    if (this.has(rels)) this.removePart(rels);
    const overrides = this.#overrides(part).map(removeElement);
    this.setText(CONTENT_TYPES, applySplices(this.text(CONTENT_TYPES), overrides));
  }

  /** The part's own content types. */
  #overrides(part: string): XmlElement[] {
    const text = this.text(CONTENT_TYPES);
    return parseXml(text, CONTENT_TYPES).children.filter(
      (element) =>
        element.local === 'Override' &&
        partKey(attributeOf(text, element, 'PartName') ?? '') === partKey(part),
    );
  }

  /** A target as it is or, where only that exists, with its percent escapes resolved. */
  #existing(part: string): string {
    if (this.has(part) || !part.includes('%')) return part;
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  #original(part: string): PartText {
    const key = partKey(part);
    let original = this.#originals.get(key);
    if (original === undefined) {
      original = decodePart(this.archive.read(part), part);
      this.#originals.set(key, original);
    }
    return original;
  }
}

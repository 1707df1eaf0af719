import type { CellLook } from '../../../../plan/sheetContent';
import type { PackageEdit } from '../packageEdit';
import { applySplices } from '../splice';
import { STYLES_ORDER, stylesPart } from '../styles';
import type { WorkbookMap } from '../workbookEdit';
import {
  appendInside,
  attributeOf,
  childNamed,
  escapeXstringAttribute,
  insertChild,
  parseXml,
  setAttribute,
} from '../xmlTree';
import type { XmlElement } from '../xmlTree';
import { canonicalXml } from './canonicalXml';
import { fontXml } from './fontXml';

/** Built-in number formats (ISO/IEC 29500-1, 18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['@', 49],
]);
const FIRST_OWN_FORMAT = 164;

/** One list of the styles part (`fonts`, `fills` …): what it has, and what is appended. */
class StyleList {
  readonly #known = new Map<string, number>();
  readonly added: string[] = [];
  readonly count: number;

  constructor(
    text: string,
    readonly local: string,
    readonly element: XmlElement | undefined,
    namespace: string,
  ) {
    const items = element?.children ?? [];
    this.count = items.length;
    items.forEach((item, index) => {
      const key = canonicalXml(text.slice(item.start, item.end), namespace);
      if (!this.#known.has(key)) this.#known.set(key, index);
    });
  }

  /** Index of an item, appended where the list has none that says the same. `namespace` stands for the root's prefix. */
  index(xml: string, namespace: string): number {
    const key = canonicalXml(xml, namespace);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.count + this.added.push(xml) - 1;
    this.#known.set(key, index);
    return index;
  }
}

/** Cell formats for the looks of our sheets: reused where the workbook has the same, else appended. */
export class CellLooks {
  readonly #pkg: PackageEdit;
  readonly #part: string;
  readonly #text: string;
  readonly #root: XmlElement;
  readonly #lists = new Map<string, StyleList>();
  readonly #formats = new Map<string, number>();
  readonly #addedFormats: string[] = [];
  readonly #indexes = new Map<CellLook, [number?, number?]>();
  /** The workbook's plain cell format, 0. */
  readonly #plain: XmlElement | undefined;

  constructor(pkg: PackageEdit, map: WorkbookMap) {
    this.#pkg = pkg;
    this.#part = stylesPart(pkg, map);
    this.#text = pkg.text(this.#part);
    this.#root = parseXml(this.#text, this.#part);
    for (const local of ['fonts', 'fills', 'borders', 'cellXfs']) {
      const element = childNamed(this.#root, local);
      this.#lists.set(local, new StyleList(this.#text, local, element, this.#root.prefix));
    }
    for (const format of childNamed(this.#root, 'numFmts')?.children ?? []) {
      const code = attributeOf(this.#text, format, 'formatCode');
      const id = Number(attributeOf(this.#text, format, 'numFmtId'));
      if (code !== undefined && !this.#formats.has(code)) this.#formats.set(code, id);
    }
    this.#plain = childNamed(this.#root, 'cellXfs')?.children[0];
  }

  /** Index of a cell's format; `asText` for text that would be a formula or a number if somebody entered it again. */
  index(look: CellLook, asText: boolean): number {
    const known = this.#indexes.get(look) ?? [];
    const slot = asText ? 1 : 0;
    const index = known[slot] ?? this.#find(look, asText);
    known[slot] = index;
    this.#indexes.set(look, known);
    return index;
  }

  /** Writes what was appended. */
  write(): void {
    const splices = [...this.#lists.values()].flatMap(({ local, element, added, count }) =>
      this.#appended(local, element, added, count),
    );
    const formats = childNamed(this.#root, 'numFmts');
    splices.push(...this.#appended('numFmts', formats, this.#addedFormats, formats?.children.length ?? 0));
    this.#pkg.setText(this.#part, applySplices(this.#text, splices));
  }

  #appended(local: string, element: XmlElement | undefined, added: readonly string[], count: number) {
    if (added.length === 0) return [];
    const p = this.#root.prefix;
    const total = String(count + added.length);
    const items = added.join('');
    if (element === undefined) {
      const xml = `<${p}${local} count="${total}">${items}</${p}${local}>`;
      return [insertChild(this.#text, this.#root, STYLES_ORDER, local, xml)];
    }
    return [...setAttribute(this.#text, element, 'count', total), appendInside(this.#text, element, items)];
  }

  #listIndex(local: string, xml: string): number {
    return this.#lists.get(local)!.index(xml, this.#root.prefix);
  }

  #find(look: CellLook, asText: boolean): number {
    const p = this.#root.prefix;
    const plain = (name: string) => (this.#plain && attributeOf(this.#text, this.#plain, name)) ?? '0';
    const font = look.font === undefined ? plain('fontId') : this.#listIndex('fonts', this.#font(look.font));
    const fill = look.fill === undefined ? plain('fillId') : this.#listIndex('fills', fillXml(p, look.fill));
    const border = look.border === true ? this.#listIndex('borders', borderXml(p)) : plain('borderId');
    const format = look.format === undefined ? plain('numFmtId') : this.#numberFormat(look.format);
    const alignment = alignmentXml(p, look);
    const protection = look.unlocked === true ? `<${p}protection locked="0"/>` : '';
    const inner = `${alignment}${protection}`;
    const attributes = [
      `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`,
      asText ? ' quotePrefix="1"' : '',
      look.format === undefined ? '' : ' applyNumberFormat="1"',
      look.font === undefined ? '' : ' applyFont="1"',
      look.fill === undefined ? '' : ' applyFill="1"',
      look.border === true ? ' applyBorder="1"' : '',
      alignment === '' ? '' : ' applyAlignment="1"',
      protection === '' ? '' : ' applyProtection="1"',
    ].join('');
    return this.#listIndex('cellXfs', `<${p}xf ${attributes}${inner === '' ? '/>' : `>${inner}</${p}xf>`}`);
  }

  #font(font: NonNullable<CellLook['font']>): string {
    const fonts = childNamed(this.#root, 'fonts')?.children ?? [];
    const base = fonts[Number((this.#plain && attributeOf(this.#text, this.#plain, 'fontId')) ?? 0)];
    return fontXml(this.#text, this.#root.prefix, base, font);
  }

  #numberFormat(code: string): number {
    const known = BUILT_IN.get(code) ?? this.#formats.get(code);
    if (known !== undefined) return known;
    const id = Math.max(FIRST_OWN_FORMAT - 1, ...this.#formats.values()) + 1;
    this.#formats.set(code, id);
    const p = this.#root.prefix;
    this.#addedFormats.push(`<${p}numFmt numFmtId="${id}" formatCode="${escapeXstringAttribute(code)}"/>`);
    return id;
  }
}

function fillXml(p: string, rgb: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

function borderXml(p: string): string {
  const sides = ['left', 'right', 'top', 'bottom'].map(
    (side) => `<${p}${side} style="thin"><${p}color auto="1"/></${p}${side}>`,
  );
  return `<${p}border>${sides.join('')}<${p}diagonal/></${p}border>`;
}

function alignmentXml(p: string, { horizontal, vertical, wrap }: CellLook): string {
  const attributes = [
    horizontal === undefined ? '' : ` horizontal="${horizontal}"`,
    vertical === undefined ? '' : ` vertical="${vertical}"`,
    wrap === true ? ' wrapText="1"' : '',
  ].join('');
  return attributes === '' ? '' : `<${p}alignment${attributes}/>`;
}

import { unzipSync } from 'fflate';
import { decodeText } from '../../src/hosts/file/xmlText';
import { parseCell, parseRect } from '../../src/sheet/address';

/** Tags of one kind in an XML text without prefixes, with their attributes and what is inside. */
export interface Tag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

const unescape = (text: string) =>
  decodeText(text, 0, text.length).replace(/_x([0-9A-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );

/** By pattern, independently of the code under test; the elements looked for never hold one of their own kind. */
export function tags(xml: string, name: string): Tag[] {
  const pattern = new RegExp(`<${name}((?:\\s[^<>]*?)?)(?:/>|>(.*?)</${name}>)`, 'gs');
  return [...xml.matchAll(pattern)].map(([, head = '', inner = '']) => ({
    attributes: Object.fromEntries(
      [...head.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, unescape(value)]),
    ),
    inner,
  }));
}

export const content = (xml: string, name: string) => {
  const found = tags(xml, name)[0];
  return found === undefined ? null : unescape(found.inner);
};

/** Looks into the bytes of an .xlsx whose parts have no prefixes. */
export class SheetInspector {
  readonly parts: Map<string, string>;

  constructor(bytes: Uint8Array) {
    const entries = Object.entries(unzipSync(bytes));
    this.parts = new Map(entries.map(([name, part]) => [name, new TextDecoder().decode(part)]));
  }

  text(part: string): string {
    const text = this.parts.get(part);
    if (text === undefined) throw new Error(`no part ${part}`);
    return text;
  }

  get tabs(): { name: string; path: string }[] {
    const targets = new Map(this.relationships('xl/workbook.xml').map(({ id, target }) => [id, target]));
    return tags(this.text('xl/workbook.xml'), 'sheet').map(({ attributes }) => ({
      name: attributes['name'] ?? '',
      path: targets.get(attributes['r:id'] ?? '') ?? '',
    }));
  }

  path(sheet: string): string {
    const tab = this.tabs.find(({ name }) => name === sheet);
    if (tab === undefined) throw new Error(`no sheet ${sheet}`);
    return tab.path;
  }

  sheet(name: string): string {
    return this.text(this.path(name));
  }

  relationships(part: string) {
    const folder = part.replace(/[^/]*$/, '');
    const rels = this.parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`) ?? '';
    return tags(rels, 'Relationship').map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      kind: (attributes['Type'] ?? '').replace(/.*\//, ''),
      target:
        attributes['TargetMode'] === 'External'
          ? (attributes['Target'] ?? '')
          : new URL(attributes['Target'] ?? '', `file:///${folder}`).pathname.slice(1),
    }));
  }

  /** The cell's format with its font, fill, border and number format spelt out. */
  look(sheet: string, address: string) {
    const style = Number(this.cell(sheet, address)?.attributes['s'] ?? 0);
    const styles = this.text('xl/styles.xml');
    const list = (name: string, item: string) => tags(innerOf(styles, name), item);
    const xf = list('cellXfs', 'xf')[style]!;
    const pick = (name: string, item: string, id: string) => list(name, item)[Number(xf.attributes[id] ?? 0)];
    const font = pick('fonts', 'font', 'fontId')?.inner ?? '';
    const fill = tags(pick('fills', 'fill', 'fillId')?.inner ?? '', 'fgColor')[0]?.attributes['rgb'] ?? null;
    const border = pick('borders', 'border', 'borderId')?.inner ?? '';
    const alignment = tags(xf.inner, 'alignment')[0]?.attributes ?? {};
    const id = xf.attributes['numFmtId'] ?? '0';
    const own = list('numFmts', 'numFmt').find(({ attributes }) => attributes['numFmtId'] === id);
    const builtIn: Record<string, string> = { 0: 'General', 1: '0', 2: '0.00', 49: '@' };
    const horizontal = alignment['horizontal'] as 'left' | 'center' | 'right' | undefined;
    return {
      bold: tags(font, 'b').length > 0,
      fontName: tags(font, 'name')[0]?.attributes['val'] ?? '',
      size: Number(tags(font, 'sz')[0]?.attributes['val']),
      fill: fill === null ? null : fill.slice(2),
      bordered: ['left', 'right', 'top', 'bottom'].every(
        (side) => tags(border, side)[0]?.attributes['style'] === 'thin',
      ),
      wrapped: alignment['wrapText'] === '1',
      ...(horizontal === undefined ? {} : { horizontal }),
      format: own?.attributes['formatCode'] ?? builtIn[id] ?? id,
      unlocked: /^(0|false)$/.test(tags(xf.inner, 'protection')[0]?.attributes['locked'] ?? ''),
      quoted: xf.attributes['quotePrefix'] === '1',
    };
  }

  cell(sheet: string, address: string): Tag | undefined {
    return tags(this.sheet(sheet), 'c').find(({ attributes }) => attributes['r'] === address);
  }

  /** Data validations of a sheet. */
  rules(sheet: string) {
    return tags(this.sheet(sheet), 'dataValidation').map(({ attributes, inner }) => ({
      attributes,
      formulas: ['formula1', 'formula2'].flatMap((name) => content(inner, name) ?? []),
      covers: (address: string) => {
        const { row, column } = parseCell(address)!;
        return (attributes['sqref'] ?? '').split(' ').some((area) => {
          const rect = parseRect(area)!;
          return rect.top <= row && row <= rect.bottom && rect.left <= column && column <= rect.right;
        });
      },
    }));
  }
}

function innerOf(xml: string, name: string): string {
  return tags(xml, name)[0]?.inner ?? '';
}

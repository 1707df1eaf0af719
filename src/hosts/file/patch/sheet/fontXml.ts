import type { CellLook } from '../../../../plan/sheetContent';
import { attributeOf, escapeXstringAttribute } from '../xmlTree';
import type { XmlElement } from '../xmlTree';

/** Children of a font in the order in which Excel writes them. */
const FONT_ORDER =
  'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(' ');

/** Windows code page of simplified Chinese (ISO/IEC 29500-1, 18.8.8 `charset`: GB2312). */
const GB2312 = '134';

const isChinese = (name: string) => /[^\u0000-\u00FF]|GB\d+$/.test(name);

/** A font that is the workbook's plain one but for what is asked for. */
export function fontXml(
  text: string,
  p: string,
  plain: XmlElement | undefined,
  font: NonNullable<CellLook['font']>,
): string {
  const children = new Map<string, string>();
  for (const child of plain?.children ?? []) children.set(child.local, text.slice(child.start, child.end));
  const set = (local: string, attributes: string) => children.set(local, `<${p}${local}${attributes}/>`);
  if (font.bold !== undefined) {
    if (font.bold) set('b', '');
    else children.delete('b');
  }
  if (font.underline !== undefined) {
    if (font.underline) set('u', '');
    else children.delete('u');
  }
  if (font.size !== undefined) set('sz', ` val="${font.size}"`);
  if (font.color !== undefined) set('color', ` rgb="FF${font.color}"`);
  const before = plain?.children.find(({ local }) => local === 'name');
  if (font.name !== undefined && (before && attributeOf(text, before, 'val')) !== font.name) {
    set('name', ` val="${escapeXstringAttribute(font.name)}"`);
    // These three said something about the font of the other name.
    for (const local of ['family', 'charset', 'scheme']) children.delete(local);
    if (isChinese(font.name)) set('charset', ` val="${GB2312}"`);
  }
  const ordered = [...children].sort(([a], [b]) => FONT_ORDER.indexOf(a) - FONT_ORDER.indexOf(b));
  return `<${p}font>${ordered.map(([, xml]) => xml).join('')}</${p}font>`;
}

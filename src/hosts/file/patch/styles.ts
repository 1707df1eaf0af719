import { HIGHLIGHT_FILLS } from '../../../plan/marks';
import type { Severity } from '../../../rubric/finding';
import type { PackageEdit } from './packageEdit';
import { applySplices } from './splice';
import type { WorkbookMap } from './workbookEdit';
import { appendInside, attributeOf, childNamed, insertChild, parseXml, setAttribute } from './xmlTree';
import type { XmlElement } from './xmlTree';

/** Children of `styleSheet` in schema order (ISO/IEC 29500-1, 18.8.39). */
export const STYLES_ORDER =
  'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');

const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The least that every program takes for a styles part; `p` is nothing or a prefix with its colon. */
const PLAIN_STYLES =
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** Programs differ in which of the two colours of a solid fill they take inside a conditional format: both are set. */
function dxfXml(p: string, rgb: string): string {
  const pattern = `<${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/><${p}bgColor rgb="FF${rgb}"/></${p}patternFill>`;
  return `<${p}dxf><${p}fill>${pattern}</${p}fill></${p}dxf>`;
}

/** Whether a differential format is a fill of this colour and nothing else. */
function isFill(text: string, dxf: XmlElement, rgb: string): boolean {
  const pattern = dxf.children[0]?.children[0];
  const background = pattern && childNamed(pattern, 'bgColor');
  if (dxf.children.length !== 1 || background === undefined) return false;
  return attributeOf(text, background, 'rgb')?.toUpperCase() === `FF${rgb}`;
}

/** The styles part, made and declared where the workbook has none. */
export function stylesPart(pkg: PackageEdit, map: WorkbookMap): string {
  const known = map.styles ?? pkg.relationships(map.part).find(({ kind }) => kind === 'styles')?.part;
  if (known && pkg.has(known)) return known;
  const root = parseXml(pkg.text(map.part), map.part);
  const main = attributeOf(
    pkg.text(map.part),
    root,
    root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`,
  );
  const part = known ?? `${map.part.slice(0, map.part.lastIndexOf('/') + 1)}styles.xml`;
  pkg.setText(
    part,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main ?? ''}">${PLAIN_STYLES}</styleSheet>`,
  );
  if (!known) pkg.addRelationship(map.part, `${map.relationshipBase}styles`, part);
  pkg.addContentType(part, STYLES_TYPE);
  return part;
}

/** Index of the differential format of a severity's highlight; appended where the workbook has none like it. */
export function highlightFormat(pkg: PackageEdit, map: WorkbookMap, severity: Severity): number {
  const part = stylesPart(pkg, map);
  const text = pkg.text(part);
  const root = parseXml(text, part);
  const dxfs = childNamed(root, 'dxfs');
  const formats = dxfs?.children.filter(({ local }) => local === 'dxf') ?? [];
  const rgb = HIGHLIGHT_FILLS[severity];
  const known = formats.findIndex((dxf) => isFill(text, dxf, rgb));
  if (known >= 0) return known;
  const p = root.prefix;
  const splices =
    dxfs === undefined
      ? [insertChild(text, root, STYLES_ORDER, 'dxfs', `<${p}dxfs count="1">${dxfXml(p, rgb)}</${p}dxfs>`)]
      : [
          ...setAttribute(text, dxfs, 'count', String(formats.length + 1)),
          appendInside(text, dxfs, dxfXml(p, rgb)),
        ];
  pkg.setText(part, applySplices(text, splices));
  return formats.length;
}

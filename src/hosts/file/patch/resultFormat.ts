import { showsFigure } from '../../../plan/figureFormat';
import type { PackageEdit } from './packageEdit';
import { applySplices } from './splice';
import type { WorkbookMap } from './workbookEdit';
import { appendInside, attributeOf, childNamed, parseXml, setAttribute } from './xmlTree';
import type { XmlElement } from './xmlTree';

/** Built-in formats with two decimals (ISO/IEC 29500-1, 18.8.30): 0.00 and #,##0.00. */
const TWO_DECIMALS: ReadonlySet<string> = new Set(['2', '4']);

/**
 * The cell format of a computed figure that takes the look of another cell: that look, but with a number format that
 * shows the figure as it is.
 */
export function resultFormat(pkg: PackageEdit, map: WorkbookMap, style: string | null): string | null {
  const part = map.styles;
  if (style === null || part === null || !pkg.has(part)) return style;
  const text = pkg.text(part);
  const root = parseXml(text, part);
  const formats = childNamed(root, 'cellXfs');
  const all = formats?.children.filter(({ local }) => local === 'xf') ?? [];
  const model = all[Number(style)];
  if (formats === undefined || model === undefined || showsResult(text, root, model)) return style;
  const own = text.slice(model.start, model.end);
  const shift = setAttribute(text, model, 'numFmtId', '0').map((splice) => ({
    ...splice,
    from: splice.from - model.start,
    to: splice.to - model.start,
  }));
  const wanted = applySplices(own, shift);
  const known = all.findIndex(({ start, end }) => text.slice(start, end) === wanted);
  if (known >= 0) return known === 0 ? null : String(known);
  const splices = [
    ...setAttribute(text, formats, 'count', String(all.length + 1)),
    appendInside(text, formats, wanted),
  ];
  pkg.setText(part, applySplices(text, splices));
  return String(all.length);
}

function showsResult(text: string, root: XmlElement, format: XmlElement): boolean {
  const id = attributeOf(text, format, 'numFmtId') ?? '0';
  if (id === '0' || TWO_DECIMALS.has(id)) return true;
  const custom = childNamed(root, 'numFmts')?.children.find(
    (each) => attributeOf(text, each, 'numFmtId') === id,
  );
  const code = custom && attributeOf(text, custom, 'formatCode');
  return code !== undefined && showsFigure(code);
}

import type { CellLook, PageSetup, SheetContent } from '../../../../plan/sheetContent';
import { cellAddress, rectAddress } from '../../../../sheet/address';
import { XML_HEAD } from '../packageEdit';
import { Utf8Pieces } from '../utf8Pieces';
import { escapeXstring, escapeXstringAttribute } from '../xmlTree';
import { linkLocation } from './links';
import { putRows } from './rows';
import { validationsXml } from './validationsXml';
import type { Vocabulary } from './vocabulary';

/** What a sheet's XML needs of the package around it. */
export interface SheetSurroundings {
  readonly part: string;
  readonly words: Vocabulary;
  readonly styleOf: (look: CellLook, asText: boolean) => number;
  /** Relationship ids of the links, null for those within the workbook. */
  readonly linkIds: readonly (string | null)[];
  readonly drawingId: string | null;
  /** It is the tab that stands open. */
  readonly wasSelected: boolean;
}

/** Bytes of a worksheet part, its children in schema order (ISO/IEC 29500-1, 18.3.1.99). */
export function sheetXml(sheet: SheetContent, around: SheetSurroundings): Uint8Array {
  const { words, drawingId } = around;
  const out = new Utf8Pieces();
  out.add(`${XML_HEAD}<worksheet xmlns="${words.main}" xmlns:r="${words.relationships}">`);
  if (sheet.page?.fitWidth === true) out.add('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  out.add(`<dimension ref="${dimension(sheet)}"/>`);
  out.add(viewXml(sheet, around.wasSelected));
  out.add('<sheetFormatPr defaultRowHeight="15"/>');
  out.add(columnsXml(sheet.widths));
  out.add('<sheetData>');
  putRows(out, sheet, around);
  out.add('</sheetData>');
  if (sheet.isProtected)
    out.add('<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>');
  out.add(mergesXml(sheet));
  out.add(validationsXml(sheet.validations));
  putLinks(out, sheet, around.linkIds);
  if (sheet.page !== null) out.add(pageXml(sheet.page));
  if (drawingId !== null) out.add(`<drawing r:id="${drawingId}"/>`);
  out.add('</worksheet>');
  return out.bytes();
}

function dimension({ cells }: SheetContent): string {
  let [bottom, right] = [0, 0];
  for (const { row, column } of cells) {
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  }
  return rectAddress({ top: 0, left: 0, bottom, right });
}

function viewXml({ frozen }: SheetContent, selected: boolean): string {
  const head = `<sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (frozen === null || (frozen.row === 0 && frozen.column === 0))
    return `<sheetViews>${head}/></sheetViews>`;
  const pane = frozen.row === 0 ? 'topRight' : frozen.column === 0 ? 'bottomLeft' : 'bottomRight';
  const split = [
    frozen.column > 0 ? ` xSplit="${frozen.column}"` : '',
    frozen.row > 0 ? ` ySplit="${frozen.row}"` : '',
  ].join('');
  const cell = cellAddress(frozen);
  return (
    `<sheetViews>${head}><pane${split} topLeftCell="${cell}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/></sheetView></sheetViews>`
  );
}

/** A file counts a column's inner margin of five pixels, in 256ths of a digit of seven pixels (18.3.1.13 `width`). */
function fileWidth(characters: number): number {
  return Math.trunc(((characters * 7 + 5) / 7) * 256) / 256;
}

function columnsXml(widths: readonly number[]): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${fileWidth(width)}" customWidth="1"/>`,
  );
  return columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
}

function mergesXml({ merges }: SheetContent): string {
  if (merges.length === 0) return '';
  const items = merges.map((merge) => `<mergeCell ref="${rectAddress(merge)}"/>`);
  return `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`;
}

function putLinks(out: Utf8Pieces, { links }: SheetContent, ids: readonly (string | null)[]): void {
  if (links.length === 0) return;
  out.add('<hyperlinks>');
  links.forEach((link, index) => {
    const id = ids[index] ?? null;
    const location = linkLocation(link);
    out.add(`<hyperlink ref="${cellAddress(link)}"`);
    if (id !== null) out.add(` r:id="${id}"`);
    if (location !== null) out.add(` location="${escapeXstringAttribute(location)}"`);
    if (link.tip !== undefined) out.add(` tooltip="${escapeXstringAttribute(link.tip)}"`);
    out.add('/>');
    out.settle();
  });
  out.add('</hyperlinks>');
}

/** Code of A4 (18.3.1.63 `paperSize`). */
const A4 = 9;

function pageXml({ landscape, fitWidth, header, footer }: PageSetup): string {
  const centre = (local: string, text: string) =>
    text === '' ? '' : `<${local}>&amp;C${escapeXstring(text)}</${local}>`;
  const words = centre('oddHeader', header) + centre('oddFooter', footer);
  return [
    '<printOptions horizontalCentered="1"/>',
    // Inches: 1.5 cm all round, the footer 0.7 cm from the edge.
    '<pageMargins left="0.59" right="0.59" top="0.59" bottom="0.63" header="0.28" footer="0.28"/>',
    `<pageSetup paperSize="${A4}" orientation="${landscape ? 'landscape' : 'portrait'}"${fitWidth ? ' fitToHeight="0"' : ''}/>`,
    words === '' ? '' : `<headerFooter>${words}</headerFooter>`,
  ].join('');
}

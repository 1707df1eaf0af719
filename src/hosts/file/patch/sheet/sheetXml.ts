import type { CellLook, PageSetup, SheetCell, SheetContent } from '../../../../plan/sheetContent';
import { cellAddress, rectAddress } from '../../../../sheet/address';
import { cellXml } from '../cellXml';
import { XML_HEAD } from '../packageEdit';
import { escapeXstring, escapeXstringAttribute } from '../xmlTree';
import { linkLocation } from './links';
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

/** A worksheet part, its children in schema order (ISO/IEC 29500-1, 18.3.1.99). */
export function sheetXml(sheet: SheetContent, around: SheetSurroundings): string {
  const { words, drawingId } = around;
  return [
    `${XML_HEAD}<worksheet xmlns="${words.main}" xmlns:r="${words.relationships}">`,
    sheet.page?.fitWidth === true ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="${dimension(sheet)}"/>`,
    viewXml(sheet, around.wasSelected),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet.widths),
    `<sheetData>${rowsXml(sheet, around)}</sheetData>`,
    sheet.isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : '',
    mergesXml(sheet),
    validationsXml(sheet.validations),
    linksXml(sheet, around.linkIds),
    sheet.page === null ? '' : pageXml(sheet.page),
    drawingId === null ? '' : `<drawing r:id="${drawingId}"/>`,
    '</worksheet>',
  ].join('');
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

/** Text that a spreadsheet would take for a formula when somebody enters it again. */
const FORMULA_LIKE = /^[=+\-@]/;

function rowsXml({ cells, heights }: SheetContent, { part, styleOf }: SheetSurroundings): string {
  const rows = new Map<number, SheetCell[]>();
  for (const row of heights.keys()) rows.set(row, []);
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const place = { prefix: '', part };
  const lines = [...rows].sort(([a], [b]) => a - b);
  return lines
    .map(([row, inRow]) => {
      const height = heights.get(row);
      const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
      const xml = inRow
        .sort((a, b) => a.column - b.column)
        .map(({ column, content, look }) => {
          const text = content.kind === 'value' && typeof content.value === 'string' ? content.value : '';
          const style = styleOf(look, FORMULA_LIKE.test(text));
          const shown = content.kind === 'format' ? null : content;
          return cellXml(place, { row, column }, shown, style === 0 ? null : String(style));
        });
      return `<row r="${row + 1}"${size}>${xml.join('')}</row>`;
    })
    .join('');
}

function mergesXml({ merges }: SheetContent): string {
  if (merges.length === 0) return '';
  const items = merges.map((merge) => `<mergeCell ref="${rectAddress(merge)}"/>`);
  return `<mergeCells count="${items.length}">${items.join('')}</mergeCells>`;
}

function linksXml({ links }: SheetContent, ids: readonly (string | null)[]): string {
  if (links.length === 0) return '';
  const items = links.map((link, index) => {
    const id = ids[index] ?? null;
    const location = linkLocation(link);
    return [
      `<hyperlink ref="${cellAddress(link)}"`,
      id === null ? '' : ` r:id="${id}"`,
      location === null ? '' : ` location="${escapeXstringAttribute(location)}"`,
      link.tip === undefined ? '' : ` tooltip="${escapeXstringAttribute(link.tip)}"`,
      '/>',
    ].join('');
  });
  return `<hyperlinks>${items.join('')}</hyperlinks>`;
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

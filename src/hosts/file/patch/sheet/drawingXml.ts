import type { BarChart } from '../../../../plan/sheetContent';
import { XML_HEAD } from '../packageEdit';
import { escapeXstringAttribute } from '../xmlTree';
import type { Vocabulary } from './vocabulary';

function corner(local: string, row: number, column: number): string {
  return `<xdr:${local}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${local}>`;
}

/** The drawing part of a sheet: a frame for each chart over the cells it covers; chart n is relationship n. */
export function drawingXml(charts: readonly BarChart[], words: Vocabulary): string {
  const frames = charts.map(({ title, place }, index) => {
    const number = index + 1;
    return (
      `<xdr:twoCellAnchor>${corner('from', place.top, place.left)}${corner('to', place.bottom + 1, place.right + 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${number + 1}" name="Chart ${number}" descr="${escapeXstringAttribute(title)}"/>` +
      '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
      `<a:graphic><a:graphicData uri="${words.chart}"><c:chart xmlns:c="${words.chart}" r:id="rId${number}"/></a:graphicData></a:graphic>` +
      '</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
    );
  });
  return (
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="${words.spreadsheetDrawing}" xmlns:a="${words.drawing}" xmlns:r="${words.relationships}">` +
    `${frames.join('')}</xdr:wsDr>`
  );
}

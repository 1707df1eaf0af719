import { CellValueType, DocumentFlavor } from '@univerjs/core';
import type { ICellData, IDocumentData } from '@univerjs/core';
import type { TextRun } from '../../hosts/file/look/bookLook';
import type { CellValue, GridCell } from '../../sheet/grid';
import { fontData } from './styleData';

/** Value and kind of a cell as the grid component has them. */
function valueData(value: CellValue): Pick<ICellData, 'v' | 't'> {
  if (value === null) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: typeof value === 'string' ? value : value.error, t: CellValueType.STRING };
}

/** What stands in a cell as the grid component has it; everything is named, so that nothing old stays behind. */
export function contentData(cell: GridCell | undefined, runs: readonly TextRun[] | undefined): ICellData {
  const formula = cell?.formula ?? '';
  return {
    ...valueData(cell?.value ?? null),
    f: formula === '' ? null : `=${formula}`,
    si: null,
    p: runs === undefined ? null : richText(runs),
  };
}

/** A text with several looks. Line ends are paragraphs there. */
function richText(runs: readonly TextRun[]): IDocumentData {
  let text = '';
  const textRuns = runs.map((run) => {
    const st = text.length;
    text += run.text.replace(/\r\n?|\n/g, '\r');
    return { st, ed: text.length, ts: fontData(run.font) };
  });
  const dataStream = `${text}\r\n`;
  const paragraphs = [...dataStream.matchAll(/\r/g)].map(({ index }) => ({ startIndex: index }));
  return {
    id: 'd',
    documentStyle: { documentFlavor: DocumentFlavor.UNSPECIFIED },
    body: { dataStream, textRuns, paragraphs },
    drawings: {},
    drawingsOrder: [],
  };
}

import { parseRect, rectAddress } from '../../sheet/address';
import type { BookSnapshot, Grid, GridCell, GridRow, Rect } from '../../sheet/grid';
import { keptSheetNumber } from '../../sheet/keptSheet';
import { HostError } from '../host';
import { cellContent, rangeOf, readBlock } from './blockValues';
import type { BlockContent } from './blockValues';
import { SHEET_VISIBLE, attempt } from './etApi';
import type { EtApplication, EtRange, EtWorkbook, EtWorksheet } from './etApi';
import { findMerges } from './findMerges';
import { hiddenColumns, hiddenRows } from './hiddenRuns';

/** Nothing beyond is read: no scoring table is that large, and a stray format in the last row must not cost a minute. */
export const FARTHEST: Rect = { top: 0, left: 0, bottom: 19_999, right: 99 };
/** Most cells in one answer. */
const MOST_CELLS = 100_000;

/** @throws HostError when no workbook is open */
export function openWorkbook(application: EtApplication): EtWorkbook {
  const book = application.ActiveWorkbook ?? attempt(() => application.Workbooks.Item(1)) ?? null;
  if (book === null) throw new HostError('read-failed', { detail: 'no workbook' });
  return book;
}

/** All sheets of a workbook, chart sheets apart. */
export function readWorkbook(book: EtWorkbook): BookSnapshot {
  const sheets = book.Sheets;
  const grids: Grid[] = [];
  const count = sheets.Count;
  for (let index = 1; index <= count; index++) {
    const sheet = sheets.Item(index);
    const used = sheet === null ? undefined : attempt(() => sheet.UsedRange);
    if (sheet === null || used === undefined || used === null) continue;
    const name = sheet.Name;
    if (keptSheetNumber(name) === null) grids.push(readSheet(sheet, name, used));
  }
  return { fileName: fileNameOf(book.Name), grids };
}

function readSheet(sheet: EtWorksheet, name: string, used: EtRange): Grid {
  const extent = parseRect(used.Address(false, false)) ?? FARTHEST;
  const pieces = bandsOf(extent).map((block) => {
    const range = sameBlock(block, extent) ? used : rangeOf(sheet, block);
    return { range, content: readBlock(sheet, block, range) };
  });
  const rows = pieces.flatMap(({ content }) => rowsOf(content));
  const last = rows[rows.length - 1]?.index ?? -1;
  const isEmpty = rows.length === 0 && extent.bottom === 0 && extent.right === 0;
  const filled = filledIn(rows);
  return {
    name,
    rows,
    merges: unique(
      pieces.flatMap(({ range, content: { block } }) => findMerges(sheet, block, range.MergeCells, filled)),
    ),
    hidden: (attempt(() => sheet.Visible) ?? SHEET_VISIBLE) !== SHEET_VISIBLE,
    hiddenRows: pieces.flatMap(({ range, content: { block } }) => hiddenRows(sheet, block, range)),
    hiddenColumns: pieces
      .slice(0, 1)
      .flatMap(({ range, content: { block } }) => hiddenColumns(sheet, block, range)),
    lastRow: isEmpty ? -1 : Math.max(extent.bottom, last),
    lastColumn: isEmpty ? -1 : extent.right,
  };
}

/** The part of a block that is read, in pieces of whole rows that are answered at once. */
function bandsOf(extent: Rect): Rect[] {
  const bottom = Math.min(extent.bottom, FARTHEST.bottom);
  const right = Math.min(extent.right, FARTHEST.right);
  if (extent.left > right) return [];
  const high = Math.max(1, Math.floor(MOST_CELLS / (right - extent.left + 1)));
  const bands: Rect[] = [];
  for (let top = extent.top; top <= bottom; top += high) {
    bands.push({ top, left: extent.left, bottom: Math.min(bottom, top + high - 1), right });
  }
  return bands;
}

function sameBlock(a: Rect, b: Rect): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function rowsOf({ block, values, formulas }: BlockContent): GridRow[] {
  return values.flatMap((row, offset) => {
    const cells: GridCell[] = [];
    row.forEach((value, at) => {
      const content = cellContent(value, formulas[offset]?.[at]);
      if (content !== null) cells.push({ column: block.left + at, ...content });
    });
    return cells.length === 0 ? [] : [{ index: block.top + offset, cells }];
  });
}

function filledIn(rows: readonly GridRow[]): (row: number, column: number) => boolean {
  const keys = new Set(rows.flatMap(({ index, cells }) => cells.map(({ column }) => `${index},${column}`)));
  return (row, column) => keys.has(`${row},${column}`);
}

/** An area over two pieces is found in both. */
function unique(areas: readonly Rect[]): Rect[] {
  return [...new Map(areas.map((area) => [rectAddress(area), area])).values()];
}

/** A workbook never saved has a name without an extension. */
function fileNameOf(name: string): string | null {
  return /\.[A-Za-z]{2,5}$/.test(name) ? name : null;
}

import { BooleanNumber, LocaleType } from '@univerjs/core';
import type {
  ICellData,
  IColumnData,
  IObjectArrayPrimitiveType,
  IRowData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import type { BookLook } from '../../hosts/file/look/bookLook';
import type { HiddenRuns } from '../../sheet/grid';
import { sheetsOf } from '../picture';
import type { BookPicture, SheetPicture } from '../picture';
import { contentData } from './cellData';
import { digitWidth } from './fonts';
import { styleData } from './styleData';

/** Blank rows and columns around what is used: room to type in. */
const SPARE_ROWS = 40;
const SPARE_COLUMNS = 6;
const LEAST_ROWS = 60;
const LEAST_COLUMNS = 16;
/** Runs of columns may reach to the last column there is. */
const MOST_COLUMNS = 400;

const styleId = (index: number) => `f${index}`;
export const sheetId = (index: number) => `s${index}`;

const ROW_HEADER_WIDTH = 46;
/** Beside the scroll bar, with a strip of what comes next. */
const MARGIN = 30;
/** Smaller than this the criteria can hardly be read. */
const LEAST_ZOOM = 0.6;

/** Scores stand in the last columns: a sheet opens small enough to have them in sight, where that can still be read. */
function zoomFor(used: number, room: number): number {
  const fitting = Math.floor(((room - MARGIN) / used) * 20) / 20;
  return Math.min(1, Math.max(LEAST_ZOOM, fitting));
}

const pixels = (points: number) => Math.round((points * 4) / 3);

/** A workbook in the grid component's own form. `room` is what there is for a sheet's width, in pixels. */
export function workbookData(
  picture: BookPicture,
  id: string,
  language: 'zh-CN' | 'en',
  room: number,
): IWorkbookData {
  const { look } = picture;
  const digit = digitWidth(look.plainFont);
  const sheets = sheetsOf(picture);
  return {
    id,
    name: picture.snapshot.fileName ?? '',
    appVersion: '',
    locale: language === 'en' ? LocaleType.EN_US : LocaleType.ZH_CN,
    styles: Object.fromEntries(
      look.styles.map((style, index) => [styleId(index), styleData(style, look.plainFont)]),
    ),
    ...(look.styles.length === 0 ? {} : { defaultStyle: styleId(0) }),
    sheetOrder: sheets.map((_, index) => sheetId(index)),
    sheets: Object.fromEntries(
      sheets.map((sheet, index) => [
        sheetId(index),
        worksheetData(sheet, sheetId(index), { digit, look, room }),
      ]),
    ),
  };
}

function worksheetData(
  { grid, look }: SheetPicture,
  id: string,
  { digit, look: book, room }: { digit: number; look: BookLook; room: number },
): Partial<IWorksheetData> {
  const width = (digits: number) => Math.trunc(((256 * digits + Math.trunc(128 / digit)) / 256) * digit);
  const lastColumn = Math.max(grid.lastColumn, ...look.columns.map(({ to }) => (to < MOST_COLUMNS ? to : 0)));
  const rowCount = Math.max(grid.lastRow + 1 + SPARE_ROWS, LEAST_ROWS);
  const columns = columnData({ grid, look }, Math.max(lastColumn + 1, 0), width);
  // The plain font's own width, 8.43 of its digits, is what a file means that says nothing.
  const defaultColumnWidth = width(look.columnWidth ?? 8.43 + 5 / digit);
  let used = ROW_HEADER_WIDTH;
  for (let column = 0; column <= grid.lastColumn; column++) {
    const { hd, w = defaultColumnWidth } = columns[column] ?? {};
    if (hd !== BooleanNumber.TRUE) used += w;
  }
  const columnCount = Math.max(lastColumn + 1 + SPARE_COLUMNS, LEAST_COLUMNS);
  return {
    id,
    name: grid.name,
    hidden: grid.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    ...(look.tabColor === undefined ? {} : { tabColor: `#${look.tabColor}` }),
    rowCount,
    columnCount,
    defaultColumnWidth,
    zoomRatio: zoomFor(used, room),
    defaultRowHeight: pixels(look.rowHeight ?? Math.max(13.5, (book.plainFont.size ?? 11) * 1.3)),
    showGridlines: look.gridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    freeze:
      look.frozen === null
        ? { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 }
        : {
            xSplit: look.frozen.column,
            ySplit: look.frozen.row,
            startRow: look.frozen.row === 0 ? -1 : look.frozen.row,
            startColumn: look.frozen.column === 0 ? -1 : look.frozen.column,
          },
    mergeData: (grid.merges ?? []).map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: Math.min(bottom, rowCount - 1),
      endColumn: Math.min(right, columnCount - 1),
    })),
    cellData: cellData({ grid, look }),
    rowData: rowData({ grid, look }),
    columnData: columns,
    rowHeader: { width: ROW_HEADER_WIDTH },
    columnHeader: { height: 22 },
  };
}

function cellData({ grid, look }: SheetPicture): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  const rich = new Map(look.richTexts.map((text) => [`${text.row},${text.column}`, text.runs]));
  for (const row of grid.rows) {
    const inRow = (cells[row.index] ??= {});
    for (const cell of row.cells) {
      inRow[cell.column] = contentData(cell, rich.get(`${row.index},${cell.column}`));
    }
  }
  for (const [index, row] of look.rows) {
    const inRow = (cells[index] ??= {});
    for (const { column, style } of row.cells) (inRow[column] ??= {}).s = styleId(style);
  }
  return cells;
}

function isIn(runs: HiddenRuns, index: number): boolean {
  return runs.some(({ from, to }) => index >= from && index <= to);
}

function rowData({ grid, look }: SheetPicture): IObjectArrayPrimitiveType<Partial<IRowData>> {
  const rows: Record<number, Partial<IRowData>> = {};
  for (const [index, { height, style }] of look.rows) {
    rows[index] = {
      ...(height === null ? { ia: BooleanNumber.TRUE } : { h: pixels(height), ia: BooleanNumber.FALSE }),
      ...(style === null ? {} : { s: styleId(style) }),
    };
  }
  for (const { from, to } of grid.hiddenRows) {
    for (let row = from; row <= Math.min(to, grid.lastRow); row++) {
      rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
    }
  }
  return rows;
}

function columnData(
  { grid, look }: SheetPicture,
  count: number,
  width: (digits: number) => number,
): IObjectArrayPrimitiveType<Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const { from, to, width: digits, style } of look.columns) {
    for (let column = from; column <= Math.min(to, count - 1); column++) {
      columns[column] = {
        ...(digits === null ? {} : { w: width(digits) }),
        ...(style === 0 ? {} : { s: styleId(style) }),
      };
    }
  }
  for (let column = 0; column < count; column++) {
    if (isIn(grid.hiddenColumns, column)) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  }
  return columns;
}

import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import type { BookSnapshot, CellValue, Grid, GridCell, GridRow, HiddenRuns, Rect } from '../../sheet/grid';
import { FileFault, unreadable } from './fault';

function cellValue(cell: CellObject): CellValue {
  switch (cell.t) {
    case 'n':
      return typeof cell.v === 'number' && Number.isFinite(cell.v) ? cell.v : null;
    case 's':
      return typeof cell.v === 'string' ? cell.v : null;
    case 'b':
      return cell.v === true;
    case 'e':
      return { error: typeof cell.w === 'string' ? cell.w : (ERRORS.get(Number(cell.v)) ?? '#VALUE!') };
    default:
      return null;
  }
}

/** BIFF error codes (MS-XLS 2.5.10 BErr). */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function gridCells(row: readonly (CellObject | undefined)[]): { cells: GridCell[]; last: number } {
  const cells: GridCell[] = [];
  let last = -1;
  // Rows and cells are sparse arrays: forEach passes over the holes.
  row.forEach((cell, column) => {
    if (cell === undefined) return;
    last = Math.max(last, column);
    const value = cellValue(cell);
    const formula = typeof cell.f === 'string' ? cell.f : null;
    if (formula !== null || (value !== null && value !== '')) cells.push({ column, value, formula });
  });
  return { cells, last };
}

function hiddenRuns(infos: readonly ({ hidden?: boolean } | undefined)[] | undefined): HiddenRuns {
  const runs: { from: number; to: number }[] = [];
  infos?.forEach((info, index) => {
    if (info?.hidden !== true) return;
    const last = runs.at(-1);
    if (last !== undefined && last.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index });
  });
  return runs;
}

const rect = ({ s, e }: Range): Rect => ({ top: s.r, left: s.c, bottom: e.r, right: e.c });

function gridOf(name: string, sheet: WorkSheet, hidden: boolean): Grid {
  const rows: GridRow[] = [];
  let lastRow = -1;
  let lastColumn = -1;
  const data = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  data.forEach((row, index) => {
    if (row === undefined) return;
    const { cells, last } = gridCells(row);
    if (last >= 0) lastRow = index;
    lastColumn = Math.max(lastColumn, last);
    if (cells.length > 0) rows.push({ index, cells });
  });
  const merges = (sheet['!merges'] ?? []).map(rect);
  const [hiddenRows, hiddenColumns] = [hiddenRuns(sheet['!rows']), hiddenRuns(sheet['!cols'])];
  return { name, rows, merges, hidden, hiddenRows, hiddenColumns, lastRow, lastColumn };
}

/**
 * Reads .xls and .et (BIFF) through SheetJS, which is loaded only here. The caller has sniffed the bytes and
 * bounded their size. Throws a FileFault when the file is encrypted or cannot be read.
 */
export async function readLegacy(bytes: Uint8Array, fileName: string | null): Promise<BookSnapshot> {
  const { read } = await import('@e965/xlsx');
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: true,
      cellStyles: true,
      sheetStubs: true,
      cellHTML: false,
      cellText: false,
      cellDates: false,
    });
    const tabs = book.Workbook?.Sheets ?? [];
    const grids = book.SheetNames.flatMap((name, i) => {
      const sheet = book.Sheets[name];
      const kind = sheet?.['!type'] ?? 'sheet';
      return sheet === undefined || kind !== 'sheet' ? [] : [gridOf(name, sheet, Boolean(tabs[i]?.Hidden))];
    });
    if (grids.length === 0) throw unreadable('no-sheets');
    return { fileName, grids };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    if (error instanceof Error && /password|encrypt/i.test(error.message))
      throw new FileFault({ code: 'file/encrypted', params: {} }, { cause: error });
    throw unreadable('cannot-open', undefined, error);
  }
}

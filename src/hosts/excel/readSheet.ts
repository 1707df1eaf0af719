import type { CellError, CellValue, Grid, GridCell, GridRow, HiddenRuns, Rect } from '../../sheet/grid';
import { rectAddress } from '../../sheet/address';
import { formulaIn } from '../cellInput';
import { AREAS_EXTENT, EXTENT, rectOf } from './areas';
import type { ExcelCapabilities } from './officeApi';

/** The part of a sheet whose values come with the first request: room for some 2,900 items. */
const WINDOW: Rect = { top: 0, left: 0, bottom: 2999, right: 39 };
/** Nothing beyond is read: no scoring table is that large, and a stray cell at XFD1048576 must not cost a minute. */
export const FARTHEST: Rect = { top: 0, left: 0, bottom: 19_999, right: 99 };
/** Most cells in one request: Excel on the web refuses answers over 5 MB. */
const MOST_CELLS = 40_000;

const CONTENTS = 'values,formulas,valueTypes';

/** What was asked of one sheet, filled by the next `context.sync()`. */
export interface AskedSheet {
  readonly sheet: Excel.Worksheet;
  /** Cells in use, formatted but empty ones too. */
  readonly used: Excel.Range;
  /** Cells in use by their values, of those that are read at all. */
  readonly valued: Excel.Range;
  readonly merged: Excel.RangeAreas | null;
  readonly block: AskedBlock | null;
}

/** A block whose contents were asked for. */
export interface AskedBlock {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
}

/** Asks for a sheet's extent, merges and, if it may be much, the contents of the part that matters. */
export function askSheet(
  sheet: Excel.Worksheet,
  capabilities: ExcelCapabilities,
  withContents: boolean,
): AskedSheet {
  sheet.load('id,name,visibility');
  const used = sheet.getUsedRangeOrNullObject(false);
  used.load(EXTENT);
  const near = sheet.getRange(rectAddress(FARTHEST));
  const valued = near.getUsedRangeOrNullObject(true);
  valued.load(EXTENT);
  // Excel finds only areas whose first cell lies in the range it looks at: this one begins with the sheet.
  const merged = capabilities.merges ? near.getMergedAreasOrNullObject() : null;
  merged?.load(AREAS_EXTENT);
  const window = sheet.getRange(rectAddress(WINDOW)).getUsedRangeOrNullObject(true);
  return { sheet, used, valued, merged, block: withContents ? askBlock(window, capabilities) : null };
}

function askBlock(range: Excel.Range, capabilities: ExcelCapabilities): AskedBlock {
  range.load(`${EXTENT},${CONTENTS}`);
  if (!capabilities.areas) {
    range.load('rowHidden,columnHidden');
    return { range, rows: null, columns: null };
  }
  return {
    range,
    rows: range.getRowProperties({ rowHidden: true }),
    columns: range.getColumnProperties({ columnHidden: true }),
  };
}

/** Pieces that the answer leaves to be read: the whole sheet, or what lies beyond the window. */
export function remainingPieces({ valued, block }: AskedSheet): Rect[] {
  if (valued.isNullObject) return [];
  const all = rectOf(valued);
  if (block === null) return bands(all);
  const beside = Math.max(all.left, WINDOW.right + 1);
  const below = Math.max(all.top, WINDOW.bottom + 1);
  return [
    ...bands({ ...all, left: beside, bottom: Math.min(all.bottom, WINDOW.bottom) }),
    ...bands({ ...all, top: below }),
  ];
}

/** A block in pieces of whole rows that Excel answers at once. */
function bands(area: Rect): Rect[] {
  if (area.left > area.right) return [];
  const rows = Math.max(1, Math.floor(MOST_CELLS / (area.right - area.left + 1)));
  const pieces: Rect[] = [];
  for (let top = area.top; top <= area.bottom; top += rows) {
    pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
  }
  return pieces;
}

/** Asks how much of a piece is in use: a stray cell far down leaves most pieces empty. */
export function askExtent(sheet: Excel.Worksheet, piece: Rect): Excel.Range {
  const used = sheet.getRange(rectAddress(piece)).getUsedRangeOrNullObject(true);
  used.load(EXTENT);
  return used;
}

/** Asks for the contents of a block that is known to be small. */
export function askContents(
  sheet: Excel.Worksheet,
  extent: Rect,
  capabilities: ExcelCapabilities,
): AskedBlock {
  return askBlock(sheet.getRange(rectAddress(extent)), capabilities);
}

/** The sheet as the core knows it, from the answers to all that was asked of it. */
export function gridOf({ sheet, used, valued, merged }: AskedSheet, blocks: readonly AskedBlock[]): Grid {
  const present = blocks.filter(({ range }) => !range.isNullObject);
  const extent = used.isNullObject ? (valued.isNullObject ? null : rectOf(valued)) : rectOf(used);
  return {
    name: sheet.name,
    rows: rowsOf(present),
    merges: merged === null ? null : merged.isNullObject ? [] : merged.areas.items.map(rectOf),
    hidden: sheet.visibility !== 'Visible',
    hiddenRows: hiddenRuns(present, (block) => hiddenRowsOf(block)),
    hiddenColumns: hiddenRuns(present, (block) => hiddenColumnsOf(block)),
    lastRow: extent?.bottom ?? -1,
    lastColumn: extent?.right ?? -1,
  };
}

function rowsOf(blocks: readonly AskedBlock[]): GridRow[] {
  const rows = new Map<number, GridCell[]>();
  for (const { range } of blocks) {
    range.values.forEach((values: readonly unknown[], offset) => {
      const formulas = range.formulas[offset] ?? [];
      const types = range.valueTypes[offset] ?? [];
      const index = range.rowIndex + offset;
      const cells = rows.get(index) ?? [];
      values.forEach((value, at) => {
        const cell = cellOf(range.columnIndex + at, value, formulas[at], `${types[at]}` === 'Error');
        if (cell !== null) cells.push(cell);
      });
      if (cells.length > 0) rows.set(index, cells);
    });
  }
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([index, cells]) => ({ index, cells: cells.sort((a, b) => a.column - b.column) }));
}

function cellOf(column: number, value: unknown, formula: unknown, isError: boolean): GridCell | null {
  const source = formulaIn(formula, value);
  if (source === null && (value === '' || value === null)) return null;
  return {
    column,
    value: isError ? ({ error: String(value) } satisfies CellError) : valueOf(value, source),
    formula: source,
  };
}

function valueOf(value: unknown, formula: string | null): CellValue {
  if (typeof value === 'string') return value === '' && formula === null ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

interface Flags {
  readonly from: number;
  /** Null: some are and some are not, and this Excel cannot say which. */
  readonly hidden: readonly (boolean | undefined)[] | null;
}

function hiddenRowsOf({ range, rows }: AskedBlock): Flags {
  if (rows !== null) return { from: range.rowIndex, hidden: rows.value.map(({ rowHidden }) => rowHidden) };
  return { from: range.rowIndex, hidden: alike(range.rowHidden, range.rowCount) };
}

function hiddenColumnsOf({ range, columns }: AskedBlock): Flags {
  if (columns !== null) {
    return { from: range.columnIndex, hidden: columns.value.map(({ columnHidden }) => columnHidden) };
  }
  return { from: range.columnIndex, hidden: alike(range.columnHidden, range.columnCount) };
}

function alike(hidden: boolean | null, count: number): boolean[] | null {
  return hidden === null ? null : Array.from({ length: count }, () => hidden);
}

function hiddenRuns(blocks: readonly AskedBlock[], flagsOf: (block: AskedBlock) => Flags): HiddenRuns {
  const indexes = new Set<number>();
  for (const block of blocks) {
    const { from, hidden } = flagsOf(block);
    hidden?.forEach((flag, offset) => {
      if (flag === true) indexes.add(from + offset);
    });
  }
  const runs: { from: number; to: number }[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last?.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index });
  }
  return runs;
}

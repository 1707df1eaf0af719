import type { CellRef } from '../rubric/finding';
import { remember } from '../rubric/remember';
import { compact, isBlankText } from './text';
import type { CellValue, Grid, GridCell, GridRow, Rect } from './grid';

/** A merge larger than this both ways, or longer than `LONGEST_MERGE` rows, is an accident and joins nothing. */
const LARGEST_MERGE = { rows: 60, columns: 12 };
const LONGEST_MERGE = 20_000;

/** Look-ups in a sparse grid. A cell under a merge that begins elsewhere is empty, whatever a file left in it. */
export interface GridReader {
  readonly grid: Grid;
  readonly rows: readonly GridRow[];
  /** Position in `rows` of the first row at or below `row`. */
  from(row: number): number;
  rowAt(row: number): GridRow | null;
  cell(row: number, column: number): GridCell | null;
  value(row: number, column: number): CellValue;
  /** What a person reads in the cell, as it stands; '' for nothing, spaces or an error. */
  text(row: number, column: number): string;
  /** `text` for comparing: half width, without spaces. */
  word(row: number, column: number): string;
  /** The merged area that holds the cell, null when it is not merged or the host cannot tell. */
  merge(row: number, column: number): Rect | null;
  /** The cell whose value shows at this place: the first of its merged area, or itself. */
  anchor(row: number, column: number): CellRef;
  /** Whether the cell lies under a merge that begins in a row above. */
  coveredFromAbove(row: number, column: number): boolean;
}

/** Makes the look-ups of one sheet; cost is linear in its cells and merges, areas are never expanded. */
export function gridReader(grid: Grid): GridReader {
  const rows = grid.rows;
  const merges = (grid.merges ?? []).filter(isPlausibleMerge);
  const byColumn = new Map<number, readonly Rect[]>();

  const mergesOf = (column: number): readonly Rect[] => {
    const known = byColumn.get(column);
    if (known !== undefined) return known;
    const found = merges
      .filter((merge) => merge.left <= column && column <= merge.right)
      .sort((a, b) => a.top - b.top);
    byColumn.set(column, found);
    return found;
  };
  const from = (row: number): number => firstAtOrAfter(rows, row, (entry) => entry.index);
  const rowAt = (row: number): GridRow | null => {
    const entry = rows[from(row)];
    return entry?.index === row ? entry : null;
  };
  const merge = (row: number, column: number): Rect | null => {
    if (merges.length === 0) return null;
    const list = mergesOf(column);
    const candidate = list[firstAtOrAfter(list, row + 1, (entry) => entry.top) - 1];
    return candidate !== undefined && candidate.bottom >= row ? candidate : null;
  };
  const anchor = (row: number, column: number): CellRef => {
    const area = merge(row, column);
    return area === null ? { row, column } : { row: area.top, column: area.left };
  };
  const visible = (row: number, found: GridCell): boolean => {
    const area = merge(row, found.column);
    return area === null || (area.top === row && area.left === found.column);
  };
  // Every cell is asked for a dozen times: its place and its text are found once.
  const narrow = narrowRows(rows, visible);
  const narrowRow = (row: number): NarrowRow | null => narrow.at(row);
  const cell = (row: number, column: number): GridCell | null => {
    const near = narrowRow(row);
    if (near !== null) return near.cells[column - near.first] ?? null;
    const entry = rowAt(row);
    if (entry === null) return null;
    const found = entry.cells[firstAtOrAfter(entry.cells, column, (item) => item.column)];
    return found?.column === column && visible(row, found) ? found : null;
  };
  const value = (row: number, column: number): CellValue => cell(row, column)?.value ?? null;
  const text = (row: number, column: number): string => {
    const near = narrowRow(row);
    return near === null ? textOf(value(row, column)) : (near.texts[column - near.first] ?? '');
  };
  return {
    grid,
    rows,
    from,
    rowAt,
    cell,
    value,
    text,
    word: (row, column) => compact(text(row, column)),
    merge,
    anchor,
    coveredFromAbove: (row, column) => (merge(row, column)?.top ?? row) < row,
  };
}

/** A row whose cells stand near each other, by their distance from the first; cells under a merge are left out. */
interface NarrowRow {
  readonly first: number;
  readonly cells: readonly (GridCell | null)[];
  readonly texts: readonly string[];
}

/** A row spread wider than this is searched instead. */
const WIDEST_NARROW = 64;

/** Rows further below the first than this are remembered by number, not by place. */
const TALLEST_PLACED = 10_000;

/** The narrow rows of a sheet, each made when first asked for; null for a row that is none or has nothing. */
function narrowRows(
  rows: readonly GridRow[],
  visible: (row: number, cell: GridCell) => boolean,
): { at(row: number): NarrowRow | null } {
  const top = rows[0]?.index ?? 0;
  const placed: (NarrowRow | null | undefined)[] = [];
  const others = new Map<number, NarrowRow | null>();
  const make = (row: number): NarrowRow | null => {
    const entry = rows[firstAtOrAfter(rows, row, (one) => one.index)];
    return entry?.index === row ? narrowRowOf(entry, (cell) => visible(row, cell)) : null;
  };
  return {
    at(row) {
      const place = row - top;
      if (place < 0) return null;
      const known = place < TALLEST_PLACED ? placed[place] : others.get(row);
      if (known !== undefined) return known;
      const made = make(row);
      if (place >= TALLEST_PLACED) others.set(row, made);
      else {
        while (placed.length < place) placed.push(undefined);
        placed[place] = made;
      }
      return made;
    },
  };
}

/** The same words stand in every workbook of a batch: as one string they are found again by its address. */
const oneCopy = remember((text: string) => text);

function narrowRowOf({ cells }: GridRow, isVisible: (cell: GridCell) => boolean): NarrowRow | null {
  const first = cells[0]?.column ?? 0;
  const width = (cells[cells.length - 1]?.column ?? first) - first + 1;
  if (width > WIDEST_NARROW) return null;
  const placed = new Array<GridCell | null>(width).fill(null);
  const texts = new Array<string>(width).fill('');
  for (const cell of cells) {
    if (!isVisible(cell)) continue;
    placed[cell.column - first] = cell;
    const text = textOf(cell.value);
    texts[cell.column - first] = typeof cell.value === 'string' ? oneCopy(text) : text;
  }
  return { first, cells: placed, texts };
}

/** The text that a value shows; '' for nothing, blank text, true/false and errors. */
export function textOf(value: CellValue): string {
  if (typeof value === 'string') return isBlankText(value) ? '' : value;
  return typeof value === 'number' ? String(value) : '';
}

function isPlausibleMerge(merge: Rect): boolean {
  const rows = merge.bottom - merge.top + 1;
  const columns = merge.right - merge.left + 1;
  if (rows < 1 || columns < 1 || rows > LONGEST_MERGE) return false;
  return rows <= LARGEST_MERGE.rows || columns <= LARGEST_MERGE.columns;
}

/** Position of the first entry whose key is at least `key`, in a list sorted by key. */
function firstAtOrAfter<T>(list: readonly T[], key: number, keyOf: (entry: T) => number): number {
  let low = 0;
  let high = list.length;
  // Rows and cells mostly follow each other without a gap: then the place is known at once.
  if (high > 0) {
    const guess = key - keyOf(list[0] as T);
    if (guess <= 0) return 0;
    if (guess < high && keyOf(list[guess] as T) === key && keyOf(list[guess - 1] as T) < key) return guess;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(list[middle] as T) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { columnName } from '../../src/sheet/address';
import type { Rect } from '../../src/sheet/grid';
import { parseArea } from '../excel-host/model/area';
import { forEachCell } from '../excel-host/model/sheet';
import type { SheetModel } from '../excel-host/model/sheet';
import type { WorkbookModel } from '../excel-host/model/workbook';

/** Cells of a sheet: the state behind a Range and what hangs on it. */
export interface Place {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  /** At least one. */
  readonly areas: readonly Rect[];
}

export interface OfSheet {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
}

/** ET takes no longer address. */
const LONGEST_ADDRESS = 255;

export function placeAt({ book, sheet }: OfSheet, address: unknown): Place {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS)
    throw new Error(`No address: ${String(address)}`);
  const areas = address.split(',').map((part) => {
    const area = parseArea(part);
    if (area === null) throw new Error(`No address: ${address}`);
    return area;
  });
  return { book, sheet, areas };
}

export function firstArea({ areas }: Place): Rect {
  const [area] = areas;
  if (area === undefined) throw new Error('A range has at least one area');
  return area;
}

export function isOneCell(place: Place): boolean {
  const { top, left, bottom, right } = firstArea(place);
  return place.areas.length === 1 && top === bottom && left === right;
}

export function eachCell(place: Place, each: (row: number, column: number) => void): void {
  for (const area of place.areas) forEachCell(area, each);
}

/** What all cells agree on, else null: so ET answers for several cells. */
export function common<T>(place: Place, read: (row: number, column: number) => T): T | null {
  const { top, left } = firstArea(place);
  const first = read(top, left);
  let same = true;
  eachCell(place, (row, column) => {
    same &&= read(row, column) === first;
  });
  return same ? first : null;
}

/** `$A$1:$B$2`, or without the signs. */
export function addressOf({ areas }: Place, rowAbsolute: boolean, columnAbsolute: boolean): string {
  const cell = (row: number, column: number) =>
    `${columnAbsolute ? '$' : ''}${columnName(column)}${rowAbsolute ? '$' : ''}${row + 1}`;
  return areas
    .map(({ top, left, bottom, right }) => {
      const first = cell(top, left);
      const last = cell(bottom, right);
      return first === last ? first : `${first}:${last}`;
    })
    .join(',');
}

/** On a protected sheet nothing but the content of unlocked cells can be changed. */
export function mayChange(sheet: SheetModel): void {
  if (sheet.protection !== null) throw new Error('The sheet is protected');
}

export function mayEnter(place: Place): void {
  if (place.sheet.protection === null) return;
  eachCell(place, (row, column) => {
    if (place.sheet.format(row, column).locked) throw new Error('The cell is locked');
  });
}

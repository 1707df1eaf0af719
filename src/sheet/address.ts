import type { CellRef } from '../rubric/finding';
import type { Rect } from './grid';

/** Rows and columns of the largest sheet that Excel, WPS and LibreOffice share. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const FIRST_NAMES = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Letters of a 0-based column: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const first = FIRST_NAMES[column];
  if (first !== undefined) return first;
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** 0-based column of its letters, null when they name none. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index <= MAX_COLUMNS ? index - 1 : null;
}

/** A1 address of a cell, without `$`. */
export function cellAddress(cell: CellRef): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** Cell of an A1 address (`$` allowed), null when it is none. */
export function parseCell(address: string): CellRef | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(address);
  if (match === null) return null;
  const column = columnIndex(match[1] ?? '');
  const row = Number(match[2]) - 1;
  return column === null || row >= MAX_ROWS ? null : { row, column };
}

/** A1 address of a block: `B2:D5`, or `B2` for a single cell. */
export function rectAddress(rect: Rect): string {
  const first = cellAddress({ row: rect.top, column: rect.left });
  const last = cellAddress({ row: rect.bottom, column: rect.right });
  return first === last ? first : `${first}:${last}`;
}

/** Block of `B2:D5` or `B2`, corners in any order; null when it is none. */
export function parseRect(address: string): Rect | null {
  const [first = '', second = first, ...more] = address.split(':');
  const a = parseCell(first);
  const b = parseCell(second);
  if (a === null || b === null || more.length > 0) return null;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

import { MAX_COLUMNS, MAX_ROWS, columnIndex, parseRect } from '../../../src/sheet/address';
import type { Rect } from '../../../src/sheet/grid';

export const WHOLE_SHEET: Rect = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

export function contains(area: Rect, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function intersection(a: Rect, b: Rect): Rect | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

export function cellCount(area: Rect): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** The block of an address without its sheet: `B2`, `B2:D4`, `A:C`, `3:5`; null when it is none. */
export function parseArea(address: string): Rect | null {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(address);
  if (columns !== null) {
    const left = columnIndex(columns[1] ?? '');
    const right = columnIndex(columns[2] ?? '');
    return left === null || right === null ? null : { ...WHOLE_SHEET, left, right };
  }
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(address);
  if (rows !== null) return { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  return parseRect(address);
}

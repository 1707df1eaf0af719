import type { CellRef } from '../../rubric/finding';
import { columnIndex, parseCell } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';

/** A range, or what a range's load gave: where it begins and how far it goes. */
export interface Extent {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/*
 * What to load is always named in one string: only there the client takes `items/` out of a path.
 */

/** What to load for an `Extent`. */
export const EXTENT = 'rowIndex,columnIndex,rowCount,columnCount';

/** What to load for the extents of a RangeAreas' blocks. */
export const AREAS_EXTENT = EXTENT.replace(/\w+/g, 'areas/items/$&');

export function rectOf(extent: Extent): Rect {
  return {
    top: extent.rowIndex,
    left: extent.columnIndex,
    bottom: extent.rowIndex + extent.rowCount - 1,
    right: extent.columnIndex + extent.columnCount - 1,
  };
}

/** First cell of an address as Excel's events have it: `E5`, `B2:D4`, `A:C`, `3:5`, `A1,C3`; null when it is none. */
export function firstCell(address: string): CellRef | null {
  const [first = ''] = address.replace(/^.*!/, '').replace(/\$/g, '').split(/[:,]/);
  const cell = parseCell(first);
  if (cell !== null) return cell;
  const column = columnIndex(first);
  if (column !== null) return { row: 0, column };
  return /^[1-9]\d{0,6}$/.test(first) ? { row: Number(first) - 1, column: 0 } : null;
}

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

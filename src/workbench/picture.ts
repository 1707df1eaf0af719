import type { BookLook, SheetLook } from '../hosts/file/look/bookLook';
import type { BookSnapshot, Grid } from '../sheet/grid';

/** A workbook as a sheet on the screen shows it: what stands in its cells, and how it looks. */
export interface BookPicture {
  readonly snapshot: BookSnapshot;
  readonly look: BookLook;
}

/** One sheet of a picture. */
export interface SheetPicture {
  readonly grid: Grid;
  readonly look: SheetLook;
}

/** The sheets of a picture in tab order. */
export function sheetsOf({ snapshot, look }: BookPicture): SheetPicture[] {
  const looks = new Map(look.sheets.map((sheet) => [sheet.name, sheet]));
  return snapshot.grids.flatMap((grid) => {
    const sheet = looks.get(grid.name);
    return sheet === undefined ? [] : [{ grid, look: sheet }];
  });
}

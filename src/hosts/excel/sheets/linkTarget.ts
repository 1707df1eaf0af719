import type { SheetLink } from '../../../plan/sheetContent';
import type { CellRef } from '../../../rubric/finding';
import { cellAddress } from '../../../sheet/address';

/** Where a link leads, in Excel's words: a place in this workbook, or an address that may end in a place. */
export function linkTarget({
  to,
}: SheetLink): { readonly documentReference: string } | { readonly address: string } {
  if (to.kind === 'cell') return { documentReference: placeIn(to.sheet, to.cell) };
  const place = to.sheet === undefined ? '' : `#${placeIn(to.sheet, to.cell ?? { row: 0, column: 0 })}`;
  return { address: `${escaped(to.path)}${place}` };
}

function placeIn(sheet: string, cell: CellRef): string {
  return `'${sheet.replace(/'/g, "''")}'!${cellAddress(cell)}`;
}

/** What has a meaning of its own in an address is escaped; blanks and letters of all scripts stay as they are. */
function escaped(path: string): string {
  return path.replace(/[%#?]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

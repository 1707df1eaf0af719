import type { SheetLink } from '../../../../plan/sheetContent';
import type { CellRef } from '../../../../rubric/finding';
import { cellAddress } from '../../../../sheet/address';

/** A sheet's name as formulas and links write it: always quoted, which every name allows. */
export function quotedSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

function place(sheet: string, cell: CellRef): string {
  return `${quotedSheet(sheet)}!${cellAddress(cell)}`;
}

/**
 * A file's path as a relationship target: what a URI gives a meaning of its own is escaped, letters of all scripts stay
 * as they are (targets are IRIs, and programs show them in the link's hint).
 */
export function linkTarget(path: string): string {
  return path.replace(
    /[\u0000-\u0020"%#?:<>[\]\\^`{|}\u007F]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** Where a link leads inside a workbook, null where the file alone is meant. */
export function linkLocation({ to }: SheetLink): string | null {
  if (to.kind === 'cell') return place(to.sheet, to.cell);
  return to.sheet === undefined ? null : place(to.sheet, to.cell ?? { row: 0, column: 0 });
}

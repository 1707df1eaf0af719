import type { CellRef } from '../../../rubric/finding';
import { cellAddress, rectAddress } from '../../../sheet/address';
import { EXTENT } from '../areas';
import { FARTHEST } from '../readSheet';

/** A cell of another sheet whose formula names a sheet that is replaced. */
export interface Referring extends CellRef {
  readonly sheetId: string;
  /** With its `=`, as it stood when the replaced sheet still had its name. */
  readonly formula: string;
}

/** Asks for the formulas of sheets; the function returned gives, after the sync, those that name one of `names`. */
export function askReferring(
  sheets: readonly Excel.Worksheet[],
  names: readonly string[],
): () => readonly Referring[] {
  const asked = sheets.map((sheet) => {
    const used = sheet.getRange(rectAddress(FARTHEST)).getUsedRangeOrNullObject(true);
    used.load(`${EXTENT},formulas`);
    return { sheet, used };
  });
  return () =>
    asked.flatMap(({ sheet, used }) =>
      used.isNullObject ? [] : referringIn(sheet.id, used, names.map(spellings)),
    );
}

function referringIn(
  sheetId: string,
  { rowIndex, columnIndex, formulas }: Excel.Range,
  names: readonly (readonly string[])[],
): Referring[] {
  return formulas.flatMap((cells: readonly unknown[], row) =>
    cells.flatMap((formula, column) => {
      if (typeof formula !== 'string' || !formula.startsWith('=')) return [];
      const text = formula.toLowerCase();
      if (!names.some((spelt) => spelt.some((name) => text.includes(name)))) return [];
      return [{ sheetId, row: rowIndex + row, column: columnIndex + column, formula }];
    }),
  );
}

/** How formulas write a sheet's name: plain or in quotes. */
function spellings(name: string): readonly string[] {
  const lower = name.toLowerCase();
  return [`${lower}!`, `${lower.replace(/'/g, "''")}'!`];
}

/** Enters formulas anew, so that they mean the sheet that has the name now. */
export function rebind(worksheets: Excel.WorksheetCollection, cells: readonly Referring[]): void {
  for (const { sheetId, formula, ...cell } of cells) {
    worksheets.getItem(sheetId).getRange(cellAddress(cell)).formulas = [[formula]];
  }
}

import { cellAddress, parseRect } from '../../../sheet/address';
import { tableFrom } from '../blockValues';
import type { EtWorksheet } from '../etApi';
import { FARTHEST } from '../readWorkbook';

/** A cell of another sheet whose formula names a sheet that is replaced. */
export interface Referring {
  readonly sheet: EtWorksheet;
  readonly address: string;
  /** With its `=`, as it stood when the replaced sheet still had its name. */
  readonly formula: string;
}

/** The formulas of these sheets that name one of `names`. Protected sheets take no formula and keep theirs. */
export function referringTo(sheets: readonly EtWorksheet[], names: readonly string[]): Referring[] {
  const spellings = names.flatMap((name) => {
    const lower = name.toLowerCase();
    return [`${lower}!`, `${lower.replace(/'/g, "''")}'!`];
  });
  return sheets.flatMap((sheet) => {
    const used = sheet.UsedRange ?? null;
    const extent = used === null ? null : parseRect(used.Address(false, false));
    if (used === null || extent === null || sheet.ProtectContents) return [];
    const block = {
      ...extent,
      bottom: Math.min(extent.bottom, FARTHEST.bottom),
      right: Math.min(extent.right, FARTHEST.right),
    };
    if (block.left > block.right || block.top > block.bottom) return [];
    const isWhole = block.bottom === extent.bottom && block.right === extent.right;
    const range = isWhole ? used : sheet.Range(addressOf(block));
    return tableFrom(sheet, block, range, 'Formula').flatMap((cells, down) =>
      cells.flatMap((formula, right) => {
        if (typeof formula !== 'string' || !formula.startsWith('=')) return [];
        const text = formula.toLowerCase();
        if (!spellings.some((spelling) => text.includes(spelling))) return [];
        const address = cellAddress({ row: block.top + down, column: block.left + right });
        return [{ sheet, address, formula }];
      }),
    );
  });
}

function addressOf(block: { top: number; left: number; bottom: number; right: number }): string {
  const first = cellAddress({ row: block.top, column: block.left });
  return `${first}:${cellAddress({ row: block.bottom, column: block.right })}`;
}

/** Enters formulas anew, so that they mean the sheet that has the name now. */
export function rebind(cells: readonly Referring[]): void {
  for (const { sheet, address, formula } of cells) sheet.Range(address).Formula = formula;
}

import type { SheetCell, SheetContent } from '../../../plan/sheetContent';
import type { CellRef } from '../../../rubric/finding';
import { cellAddress, rectAddress } from '../../../sheet/address';
import { cellKey } from '../../blocks';
import { inputOf, needsNumberFormat } from '../../cellInput';
import { GENERAL } from '../../cellChange';
import { enterCells, setNumberFormats } from '../writeSheet';
import { linkTarget } from './linkTarget';

/** Links before contents, as a link puts words of its own into its cell; number formats too, as they say what input means. */
export function writeContents(sheet: Excel.Worksheet, { cells, links, merges }: SheetContent): void {
  for (const link of links) {
    sheet.getRange(cellAddress(link)).hyperlink = {
      ...linkTarget(link),
      ...(link.tip === undefined ? {} : { screenTip: link.tip }),
    };
  }
  const formats = cells.flatMap(({ look, content, row, column }) => {
    if (look.format === undefined) return [];
    return [{ row, column, format: needsNumberFormat(content, look.format) ? GENERAL : look.format }];
  });
  setNumberFormats(sheet, formats);
  const formatOf = new Map(formats.map((cell) => [cellKey(cell), cell.format]));
  enterCells(
    sheet,
    cells.map((cell) => ({
      ...placeOf(cell),
      input: inputOf(cell.content, formatOf.get(cellKey(cell)) ?? GENERAL),
    })),
  );
  for (const merge of merges) sheet.getRange(rectAddress(merge)).merge(false);
}

function placeOf({ row, column }: SheetCell): CellRef {
  return { row, column };
}

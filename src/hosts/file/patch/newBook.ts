import type { SheetContent } from '../../../plan/sheetContent';
import type { NativeCodec } from '../codec';
import { bookBytes, MAIN } from './bookPackage';
import { executePlan, executePlanAside } from './executePlan';
import { XML_HEAD } from './packageEdit';

/** Bytes of a new .xlsx with these sheets, in this order; at least one, or no program would open it. */
export function newBook(sheets: readonly SheetContent[]): Uint8Array {
  return executePlan(blankBook(sheets), { cells: [], marks: [], sheets }).bytes;
}

/** The same by the platform's own way to deflate, on its other threads where it has them. */
export async function newBookAside(sheets: readonly SheetContent[], codec: NativeCodec): Promise<Uint8Array> {
  return (await executePlanAside(blankBook(sheets), { cells: [], marks: [], sheets }, codec)).bytes;
}

function blankBook([first]: readonly SheetContent[]): Uint8Array {
  if (first === undefined) throw new RangeError('a workbook needs a sheet');
  const views = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>';
  const xml = `${XML_HEAD}<worksheet xmlns="${MAIN}">${views}<sheetData/></worksheet>`;
  return bookBytes([{ name: first.name, hidden: false, xml }], 0);
}

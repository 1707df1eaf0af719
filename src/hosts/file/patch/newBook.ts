import type { SheetContent } from '../../../plan/sheetContent';
import type { NativeCodec } from '../codec';
import { bookBytes, MAIN } from './bookPackage';
import { executePlan } from './executePlan';
import { XML_HEAD } from './packageEdit';

/** Bytes of a new .xlsx with these sheets, in this order; at least one, or no program would open it. */
export function newBook(sheets: readonly SheetContent[], codec: NativeCodec | null = null): Uint8Array {
  const [first] = sheets;
  if (first === undefined) throw new RangeError('a workbook needs a sheet');
  const views = '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>';
  const xml = `${XML_HEAD}<worksheet xmlns="${MAIN}">${views}<sheetData/></worksheet>`;
  const blank = bookBytes([{ name: first.name, hidden: false, xml }], 0);
  return executePlan(blank, { cells: [], marks: [], sheets }, codec).bytes;
}

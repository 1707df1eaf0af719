import { CellValueType } from '@univerjs/core';
import type { ICellData, Nullable } from '@univerjs/core';
import type { CellValue } from '../../sheet/grid';

/** Error values as a cell shows them. */
const ERROR = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|CYCLE!|CONNECT!|ERROR!)$/;

/** The value of a cell of the grid component. A text with several looks is its words. */
export function valueOf(cell: Nullable<ICellData>, isResult: boolean): CellValue {
  const words = cell?.p?.body?.dataStream;
  if (words !== undefined) return words.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const value = cell?.v;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value;
  if (cell?.t === CellValueType.BOOLEAN) return Number(value) === 1 || /^true$/i.test(String(value));
  if (isResult && ERROR.test(String(value))) return { error: String(value) };
  if (cell?.t === CellValueType.NUMBER && Number.isFinite(Number(value))) return Number(value);
  return value;
}

/** An error that says that the component could not compute it, not that it has none: it is no result. */
export function isNoResult(value: CellValue): boolean {
  return typeof value === 'object' && value !== null && /^#(NAME\?|CONNECT!|ERROR!|CALC!)$/.test(value.error);
}

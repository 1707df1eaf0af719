import { rectAddress } from '../../../src/sheet/address';
import type { Rect } from '../../../src/sheet/grid';
import { WHOLE_SHEET, parseArea } from '../model/area';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { invalidArgument } from './guards';

/** A block of cells of a sheet: the state behind a range and its formats. */
export interface Place {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly area: Rect;
}

/** Several blocks of one sheet: the state behind a RangeAreas. */
export interface Places {
  readonly book: WorkbookModel;
  readonly sheet: SheetModel;
  readonly areas: readonly Rect[];
}

/** The block that an address names on a sheet, `Sheet!` in front allowed; no address: the whole sheet. */
export function areaOf(address: unknown): Rect {
  if (address === undefined || address === null || address === '') return WHOLE_SHEET;
  const area = typeof address === 'string' ? parseArea(address.replace(/^.*!/, '')) : null;
  if (area === null) throw invalidArgument(`No address: ${JSON.stringify(address)}`);
  return area;
}

/** As Excel writes it: `Sheet1!A1:B2`, the name in quotes where it is no plain word. */
export function fullAddress(sheet: SheetModel, area: Rect): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name);
  const name = plain ? sheet.name : `'${sheet.name.replace(/'/g, "''")}'`;
  return `${name}!${rectAddress(area)}`;
}

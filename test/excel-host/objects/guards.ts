import { forEachCell } from '../model/sheet';
import type { SheetModel } from '../model/sheet';
import type { Rect } from '../../../src/sheet/grid';
import { RemoteFault } from '../wire/remote';

export function accessDenied(): RemoteFault {
  return new RemoteFault(
    'AccessDenied',
    'You cannot perform the requested operation: the sheet is protected.',
    403,
  );
}

export function invalidArgument(message: string): RemoteFault {
  return new RemoteFault('InvalidArgument', message);
}

export function itemNotFound(): RemoteFault {
  return new RemoteFault('ItemNotFound', "The requested resource doesn't exist.", 404);
}

/** On a protected sheet only unlocked cells take content. */
export function mayEnter(sheet: SheetModel, area: Rect): void {
  if (sheet.protection === null) return;
  forEachCell(area, (row, column) => {
    if (sheet.format(row, column).locked) throw accessDenied();
  });
}

/** On a protected sheet the rest needs the option that allows it. */
export function mayDo(sheet: SheetModel, option: string): void {
  if (sheet.protection !== null && sheet.protection.options[option] !== true) throw accessDenied();
}

export function textArgument(value: unknown, what: string): string {
  if (typeof value !== 'string') throw invalidArgument(`${what} must be text`);
  return value;
}

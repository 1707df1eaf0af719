import { rectAddress } from '../../../src/sheet/address';
import { WHOLE_SHEET } from '../../excel-host/model/area';
import { VISIBLE } from '../codes';
import type { EmulatedEt } from '../emulatedEt';
import { placeAt } from '../place';
import type { OfSheet } from '../place';
import { etObject } from '../strict';
import type { EtType } from '../strict';
import { COMMENTS } from './comments';
import { range } from './range';
import { HYPERLINKS, PAGE_SETUP, SHAPES } from './sheetMembers';

export function worksheet(at: OfSheet, et: EmulatedEt): object {
  return etObject(WORKSHEET, at, et);
}

/** What may be done on a protected sheet, in the order of the arguments of `Protect`. */
const ALLOWED = [
  'AllowFormattingCells',
  'AllowFormattingColumns',
  'AllowFormattingRows',
  'AllowInsertingColumns',
  'AllowInsertingRows',
  'AllowInsertingHyperlinks',
  'AllowDeletingColumns',
  'AllowDeletingRows',
  'AllowSorting',
  'AllowFiltering',
  'AllowUsingPivotTables',
] as const;

const PROTECTION: EtType<OfSheet> = {
  name: 'Protection',
  members: Object.fromEntries(
    ALLOWED.map((name) => [name, { get: ({ sheet }: OfSheet) => sheet.protection?.options[name] === true }]),
  ),
};

const WORKSHEET: EtType<OfSheet> = {
  name: 'Worksheet',
  members: {
    Name: {
      get: ({ book, sheet }) => {
        if (!book.sheets.includes(sheet)) throw new Error('The sheet was deleted');
        return sheet.name;
      },
      set: ({ book, sheet }, value) => {
        const name = String(value);
        if (book.sheet(name) !== null && book.sheet(name) !== sheet) throw new Error('The name is taken');
        book.rename(sheet, name);
      },
    },
    Visible: {
      get: ({ sheet }) => VISIBLE.codeOf(sheet.visibility),
      set: ({ book, sheet }, value) => {
        sheet.visibility = VISIBLE.wordOf(value);
        const shown = book.sheets.find(({ visibility }) => visibility === 'Visible');
        if (shown === undefined) throw new Error('One sheet stays visible');
        if (sheet.visibility !== 'Visible' && book.activeSheet === sheet) book.activate(shown);
      },
    },
    Hyperlinks: { get: (at, et) => etObject(HYPERLINKS, at, et) },
    PageSetup: { get: (at, et) => etObject(PAGE_SETUP, at, et) },
    Shapes: { get: (at, et) => etObject(SHAPES, at, et) },
    Cells: { get: (at, et) => range({ ...at, areas: [WHOLE_SHEET] }, et) },
    Range: { call: (at, [address], et) => range(placeAt(at, address), et) },
    UsedRange: {
      get: (at, et) => {
        const used = at.sheet.usedArea(WHOLE_SHEET, false);
        return range(used === null ? placeAt(at, 'A1') : placeAt(at, rectAddress(used)), et);
      },
    },
    Comments: { get: (at, et) => etObject(COMMENTS, at, et) },
    Activate: {
      call: ({ book, sheet }) => {
        if (sheet.visibility !== 'Visible') throw new Error('A hidden sheet cannot be shown');
        book.activate(sheet);
      },
    },
    ProtectContents: { get: ({ sheet }) => sheet.protection !== null },
    ProtectDrawingObjects: { get: ({ sheet }) => sheet.protection?.options['DrawingObjects'] !== false },
    ProtectScenarios: { get: ({ sheet }) => sheet.protection?.options['Scenarios'] !== false },
    Protection: { get: (at, et) => etObject(PROTECTION, at, et) },
    Protect: {
      writes: true,
      call: ({ sheet }, [password, drawings, _contents, scenarios, _interfaceOnly, ...allowed]) => {
        const options: Record<string, boolean> = {};
        if (drawings === false) options['DrawingObjects'] = false;
        if (scenarios === false) options['Scenarios'] = false;
        ALLOWED.forEach((name, index) => {
          if (allowed[index] === true) options[name] = true;
        });
        sheet.protection = {
          password: typeof password === 'string' && password !== '' ? password : null,
          options,
        };
      },
    },
    /** A wrong password changes nothing; without one ET would ask the user. */
    Unprotect: {
      writes: true,
      call: ({ sheet }, [password], et) => {
        if (password === undefined) et.asked.push('password');
        else if ((sheet.protection?.password ?? '') === password) sheet.protection = null;
        else throw new Error('The password is wrong');
      },
    },
    /** Asks first, and here the user says no. */
    Delete: {
      writes: true,
      call: ({ book, sheet }, _args, et) => {
        if (et.displayAlerts) et.asked.push('delete sheet');
        else if (book.sheets.length === 1) throw new Error('The last sheet stays');
        else {
          book.removeSheet(sheet);
          const own = et.names.filter((name) => name.sheet === sheet.name);
          for (const name of own) et.names.splice(et.names.indexOf(name), 1);
        }
      },
    },
  },
};

import { WHOLE_SHEET } from '../model/area';
import { ALL_SHEETS, EventType } from '../model/events';
import { USUAL_WIDTH } from '../model/sheet';
import type { SheetModel } from '../model/sheet';
import type { WorkbookModel } from '../model/workbook';
import { Remote, RemoteFault } from '../wire/remote';
import type { AnyRemote, RemoteType } from '../wire/remote';
import { COMMENTS } from './comments';
import type { OfSheet } from './comments';
import { CHARTS } from './charts';
import { freezePanes } from './freezePanes';
import { accessDenied, invalidArgument, itemNotFound, textArgument } from './guards';
import { NOTES } from './notes';
import { pageLayout } from './pageLayout';
import { areaOf } from './place';
import { range, rangeAreas, usedRange } from './range';

const PROTECTION: RemoteType<OfSheet> = {
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: ({ sheet }) => sheet.protection !== null },
    Options: { get: ({ sheet }) => sheet.protection?.options ?? {} },
  },
  methods: {
    Protect: ({ sheet }, [options, password]) => {
      if (sheet.protection !== null) throw accessDenied();
      sheet.protection = {
        options: { ...(options as Record<string, unknown> | null) },
        password: typeof password === 'string' && password !== '' ? password : null,
      };
    },
    Unprotect: ({ sheet }, [password]) => {
      if (sheet.protection?.password != null && sheet.protection.password !== password) throw accessDenied();
      sheet.protection = null;
    },
  },
};

function neighbour({ book, sheet }: OfSheet, step: number, visibleOnly: boolean): AnyRemote | null {
  const candidates = book.sheets.filter(
    (other) => !visibleOnly || other.visibility === 'Visible' || other === sheet,
  );
  const next = candidates[candidates.indexOf(sheet) + step];
  return next === undefined ? null : worksheet(book, next);
}

/** Wire methods that register for an event and take it back; on one sheet, or on all. */
function eventMethods<S>(
  names: Readonly<Record<string, number>>,
  of: (state: S) => { readonly book: WorkbookModel; readonly target: string },
): Readonly<Record<string, (state: S) => null>> {
  const methods: Record<string, (state: S) => null> = {};
  for (const [name, type] of Object.entries(names)) {
    methods[`_Register${name}Event`] = (state) => {
      const { book, target } = of(state);
      book.events.register(type, target);
      return null;
    };
    methods[`_Unregister${name}Event`] = (state) => {
      const { book, target } = of(state);
      book.events.unregister(type, target);
      return null;
    };
  }
  return methods;
}

const SHEET_EVENTS = { DataChanged: EventType.changed, SelectionChanged: EventType.selectionChanged };
const BOOK_EVENTS = { ...SHEET_EVENTS, Activated: EventType.activated, Added: EventType.added };

function mayChangeSheets(book: WorkbookModel): void {
  if (book.structureProtected) throw accessDenied();
}

function mustLeaveOne(book: WorkbookModel, sheet: SheetModel): void {
  const others = book.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (others.length === 0) throw invalidArgument('A workbook must keep a visible sheet');
}

/** Excel shows another sheet when the one in front is hidden. */
function activateAnother(book: WorkbookModel, sheet: SheetModel): void {
  const other = book.sheets.find((each) => each !== sheet && each.visibility === 'Visible');
  if (other !== undefined) book.activate(other);
}

/** A name that a sheet can take: fit, and no other sheet's. */
function newName(book: WorkbookModel, wanted: string, own: SheetModel | null): string {
  const unfit = wanted === '' || wanted.length > 31 || /[\\/?*[\]:]/.test(wanted) || /^'|'$/.test(wanted);
  if (unfit) throw invalidArgument(`Not a sheet name: ${wanted}`);
  const holder = book.sheet(wanted);
  if (holder !== null && holder !== own) throw invalidArgument(`There is a sheet ${wanted} already`);
  return wanted;
}

const WORKSHEET: RemoteType<OfSheet> = {
  name: 'Worksheet',
  id: ({ sheet }) => sheet.id,
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: {
      get: ({ sheet }) => sheet.name,
      set: ({ book, sheet }, value) => {
        mayChangeSheets(book);
        book.rename(sheet, newName(book, textArgument(value, 'The name'), sheet));
      },
    },
    Position: {
      get: ({ book, sheet }) => book.sheets.indexOf(sheet),
      set: ({ book, sheet }, value) => {
        mayChangeSheets(book);
        book.sheets.splice(book.sheets.indexOf(sheet), 1);
        book.sheets.splice(Number(value), 0, sheet);
      },
    },
    Visibility: {
      get: ({ sheet }) => sheet.visibility,
      set: ({ book, sheet }, value) => {
        mayChangeSheets(book);
        if (value !== 'Visible') mustLeaveOne(book, sheet);
        sheet.visibility = textArgument(value, 'The visibility');
        if (value !== 'Visible' && book.activeSheet === sheet) activateAnother(book, sheet);
      },
    },
    StandardWidth: { get: () => USUAL_WIDTH.characters },
    FreezePanes: { get: freezePanes },
    PageLayout: { since: 9, get: pageLayout },
    Charts: { get: (at) => new Remote(CHARTS, at) },
    Protection: { get: (at) => new Remote(PROTECTION, at) },
    Comments: { get: (at) => new Remote(COMMENTS, at) },
    Notes: { get: (at) => new Remote(NOTES, at) },
  },
  methods: {
    ...eventMethods<OfSheet>(SHEET_EVENTS, ({ book, sheet }) => ({ book, target: sheet.id })),
    GetRange: (at, [address]) => range({ ...at, area: areaOf(address) }),
    GetRanges: (at, [address]) => {
      const parts = textArgument(address, 'The address').split(',');
      return rangeAreas({ ...at, areas: parts.map((part) => areaOf(part.trim())) });
    },
    GetRangeByIndexes: (at, args) => {
      const [top = 0, left = 0, rows = 1, columns = 1] = args.map(Number);
      return range({ ...at, area: { top, left, bottom: top + rows - 1, right: left + columns - 1 } });
    },
    GetUsedRangeOrNullObject: (at, [valuesOnly]) =>
      usedRange({ ...at, area: WHOLE_SHEET }, valuesOnly === true),
    GetNextOrNullObject: (at, [visibleOnly]) => neighbour(at, 1, visibleOnly === true),
    Activate: ({ book, sheet }) => book.activate(sheet),
    Delete: ({ book, sheet }) => {
      mayChangeSheets(book);
      mustLeaveOne(book, sheet);
      if (sheet.visibility === 'VeryHidden')
        throw new RemoteFault('InvalidOperation', 'A very hidden sheet cannot be deleted');
      book.removeSheet(sheet);
    },
  },
};

function worksheet(book: WorkbookModel, sheet: SheetModel): AnyRemote {
  return new Remote(WORKSHEET, { book, sheet });
}

const WORKSHEETS: RemoteType<WorkbookModel> = {
  name: 'WorksheetCollection',
  items: (book) => book.sheets.map((sheet) => worksheet(book, sheet)),
  item: (book, key) => {
    const sheet = book.sheet(textArgument(key, 'The key'));
    if (sheet === null) throw itemNotFound();
    return worksheet(book, sheet);
  },
  methods: {
    ...eventMethods<WorkbookModel>(BOOK_EVENTS, (book) => ({ book, target: ALL_SHEETS })),
    GetFirst: (book, [visibleOnly]) => {
      const first = book.sheets.find(({ visibility }) => visibleOnly !== true || visibility === 'Visible');
      if (first === undefined) throw itemNotFound();
      return worksheet(book, first);
    },
    GetItemOrNullObject: (book, [key]) => {
      const sheet = book.sheet(textArgument(key, 'The key'));
      return sheet === null ? null : worksheet(book, sheet);
    },
    GetActiveWorksheet: (book) => worksheet(book, book.activeSheet),
    GetCount: (book) => book.sheets.length,
    Add: (book, [name]) => {
      const wanted = typeof name === 'string' && name !== '' ? name : `Sheet${book.sheets.length + 1}`;
      mayChangeSheets(book);
      return worksheet(book, book.addSheet(newName(book, wanted, null)));
    },
  },
};

const APPLICATION: RemoteType<WorkbookModel> = {
  name: 'Application',
  methods: { SuspendScreenUpdatingUntilNextSync: () => null, SuspendApiCalculationUntilNextSync: () => null },
};

const BOOK_PROTECTION: RemoteType<WorkbookModel> = {
  name: 'WorkbookProtection',
  properties: { Protected: { get: (book) => book.structureProtected } },
};

const WORKBOOK: RemoteType<WorkbookModel> = {
  name: 'Workbook',
  properties: {
    Name: { get: (book) => book.name },
    Worksheets: { get: (book) => new Remote(WORKSHEETS, book) },
    Application: { get: (book) => new Remote(APPLICATION, book) },
    Protection: { get: (book) => new Remote(BOOK_PROTECTION, book) },
  },
  methods: {
    // The cell that input goes to: the first of the selection, A1 where nothing was selected yet.
    GetActiveCell: (book) => {
      const { top, left } = book.selected ?? { top: 0, left: 0 };
      return range({ book, sheet: book.activeSheet, area: { top, left, bottom: top, right: left } });
    },
  },
};

/** The object that every path begins at. */
export function workbook(book: WorkbookModel): AnyRemote {
  return new Remote(WORKBOOK, book);
}

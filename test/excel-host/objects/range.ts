import type { CellValue } from '../../../src/sheet/grid';
import { cellCount, contains, intersection } from '../model/area';
import { PLAIN } from '../model/cell';
import type { Hyperlink } from '../model/cell';
import { recalculate } from '../model/recalculate';
import { forEachCell } from '../model/sheet';
import { Remote, RemoteFault, isRemote, notEmulated } from '../wire/remote';
import type { AnyRemote, RemoteType } from '../wire/remote';
import { CONDITIONAL_FORMATS } from './conditionalFormats';
import type { CellObjects } from './conditionalFormats';
import { areasValidation, dataValidation } from './dataValidation';
import { invalidArgument, mayDo, mayEnter, textArgument } from './guards';
import { areaOf, fullAddress } from './place';
import type { Place, Places } from './place';
import { RANGE_FORMAT } from './rangeFormat';

/** Excel refuses an answer of more than 5 MB; no answer about so many cells could be smaller. */
const MOST_CELLS = 1_500_000;

export function range(place: Place): Remote<Place> {
  return new Remote(RANGE, place);
}

export function rangeAreas(places: Places): Remote<Places> {
  return new Remote(RANGE_AREAS, places);
}

const CELL_OBJECTS: CellObjects = { range, areas: rangeAreas };

/** One entry a cell, as nested arrays. */
function table<T>({ book, area }: Place, read: (row: number, column: number) => T): T[][] {
  if (cellCount(area) > MOST_CELLS) {
    throw new RemoteFault(
      'ResponsePayloadSizeLimitExceeded',
      'The response payload size has exceeded the limit.',
      413,
    );
  }
  book.cellsRead += cellCount(area);
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: T[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

function shown(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[
    typeof value as 'string' | 'number' | 'boolean'
  ];
}

/** Writes a block: one entry a cell, or one for all; null leaves a cell as it is. */
function enterAll(place: Place, input: unknown): void {
  mayEnter(place.sheet, place.area);
  eachEntry(place, input, (row, column, entry) =>
    place.sheet.enter(row, column, entry as string | number | boolean),
  );
  place.book.changed(place.sheet, place.area, 'ThisLocalAddin');
}

function eachEntry(
  { area }: Place,
  input: unknown,
  write: (row: number, column: number, entry: NonNullable<unknown>) => void,
): void {
  const rows: unknown[] | null = Array.isArray(input) ? input : null;
  const high = area.bottom - area.top + 1;
  const wide = area.right - area.left + 1;
  if (
    rows !== null &&
    !(rows.length === high && rows.every((row) => Array.isArray(row) && row.length === wide))
  ) {
    throw invalidArgument(
      'The number of rows or columns in the input array does not match the size of the range.',
    );
  }
  forEachCell(area, (row, column) => {
    const entry: unknown = rows === null ? input : (rows[row - area.top] as unknown[])[column - area.left];
    if (entry !== null && entry !== undefined) write(row, column, entry);
  });
}

/** True or false where all agree, null where they do not. */
function allHidden(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  let count = 0;
  for (const index of hidden) if (index >= from && index <= to) count++;
  return count === 0 ? false : count === to - from + 1 ? true : null;
}

function oneEach(
  from: number,
  to: number,
  wanted: unknown,
  key: string,
  hidden: ReadonlySet<number>,
): unknown[] {
  const asked = Object.keys(wanted ?? {}).filter((name) => name !== key);
  if (asked.length > 0) throw notEmulated(`row and column property ${asked.join(', ')}`);
  return Array.from({ length: to - from + 1 }, (_, index) => ({ [key]: hidden.has(from + index) }));
}

const RANGE: RemoteType<Place> = {
  name: 'Range',
  tracked: true,
  properties: {
    Address: { get: ({ sheet, area }) => fullAddress(sheet, area) },
    RowIndex: { get: ({ area }) => area.top },
    ColumnIndex: { get: ({ area }) => area.left },
    RowCount: { get: ({ area }) => area.bottom - area.top + 1 },
    ColumnCount: { get: ({ area }) => area.right - area.left + 1 },
    Values: {
      get: (place) => {
        recalculate(place.sheet);
        return table(place, (row, column) => shown(place.sheet.content(row, column)?.value ?? null));
      },
      set: enterAll,
    },
    Formulas: {
      get: (place) =>
        table(place, (row, column) => {
          const content = place.sheet.content(row, column);
          return content === null || content.formula === null
            ? shown(content?.value ?? null)
            : `=${content.formula}`;
        }),
      set: enterAll,
    },
    ValueTypes: {
      get: (place) => {
        recalculate(place.sheet);
        return table(place, (row, column) => valueType(place.sheet.content(row, column)?.value ?? null));
      },
    },
    NumberFormat: {
      get: (place) => table(place, (row, column) => place.sheet.format(row, column).numberFormat),
      set: (place, input) => {
        mayDo(place.sheet, 'allowFormatCells');
        eachEntry(place, input, (row, column, entry) => {
          place.sheet.setFormat(row, column, {
            ...place.sheet.format(row, column),
            numberFormat: textArgument(entry, 'A number format'),
          });
        });
      },
    },
    RowHidden: { get: ({ sheet, area }) => allHidden(sheet.hiddenRows, area.top, area.bottom) },
    ColumnHidden: { get: ({ sheet, area }) => allHidden(sheet.hiddenColumns, area.left, area.right) },
    Format: { get: (place) => new Remote(RANGE_FORMAT, place) },
    ConditionalFormats: {
      get: (place) => new Remote(CONDITIONAL_FORMATS, { ...place, areas: [place.area], cells: CELL_OBJECTS }),
    },
    DataValidation: { since: 8, get: dataValidation },
    Hyperlink: {
      get: ({ sheet, area }) => sheet.hyperlinks.get(`${area.top},${area.left}`) ?? null,
      set: (place, value) => link(place, value as Hyperlink),
    },
  },
  methods: {
    Merge: (place, [across]) => {
      if (across === true) throw notEmulated('Range.merge across');
      mayDo(place.sheet, 'allowFormatCells');
      const { sheet, area } = place;
      if (sheet.merges.some((other) => intersection(other, area) !== null))
        throw invalidArgument('The range overlaps a merged one');
      // What all but the first cell hold is lost.
      forEachCell(area, (row, column) => {
        if (row !== area.top || column !== area.left) sheet.setContent(row, column, null);
      });
      sheet.merges.push(area);
    },
    GetCell: (place, [row, column]) => {
      const top = place.area.top + Number(row);
      const left = place.area.left + Number(column);
      return range({ ...place, area: { top, left, bottom: top, right: left } });
    },
    GetRow: (place, [row]) => {
      const top = place.area.top + Number(row);
      return range({ ...place, area: { ...place.area, top, bottom: top } });
    },
    GetBoundingRect: (place, [other]) => {
      const { area } = place;
      const { top, left, bottom, right } = isRemote(other) ? placeOf(other).area : areaOf(other);
      return range({
        ...place,
        area: {
          top: Math.min(area.top, top),
          left: Math.min(area.left, left),
          bottom: Math.max(area.bottom, bottom),
          right: Math.max(area.right, right),
        },
      });
    },
    // The client cuts large arrays in pieces and has the whole checked first.
    _ValidateArraySize: ({ area }, [rows, columns]) => {
      if (rows !== area.bottom - area.top + 1 || columns !== area.right - area.left + 1)
        throw invalidArgument('The array does not match the size of the range.');
      return null;
    },
    GetUsedRangeOrNullObject: (place, [valuesOnly]) => usedRange(place, valuesOnly === true),
    GetIntersectionOrNullObject: (place, [other]) => {
      const area = intersection(place.area, isRemote(other) ? placeOf(other).area : areaOf(other));
      return area === null ? null : range({ ...place, area });
    },
    // Its documented fault: an area counts only if its first cell lies in the range.
    GetMergedAreasOrNullObject: (place) => {
      const areas = place.sheet.merges.filter(({ top, left }) => contains(place.area, top, left));
      return areas.length === 0 ? null : rangeAreas({ ...place, areas });
    },
    GetRowProperties: ({ sheet, area }, [wanted]) =>
      oneEach(area.top, area.bottom, wanted, 'rowHidden', sheet.hiddenRows),
    GetColumnProperties: ({ sheet, area }, [wanted]) =>
      oneEach(area.left, area.right, wanted, 'columnHidden', sheet.hiddenColumns),
    Clear: (place, [applyTo]) => {
      if (applyTo !== 'Contents' && applyTo !== 'Formats')
        throw notEmulated(`Range.clear(${String(applyTo)})`);
      if (applyTo === 'Contents') enterAll(place, '');
      else clearFormats(place);
    },
    Select: ({ book, sheet, area }) => book.select(sheet, area),
  },
};

/** A link puts its words into an empty cell, and looks like one. */
function link(place: Place, hyperlink: Hyperlink): void {
  const { sheet, area } = place;
  if (hyperlink.address === undefined && hyperlink.documentReference === undefined)
    throw invalidArgument('A link leads somewhere');
  mayEnter(sheet, area);
  forEachCell(area, (row, column) => {
    sheet.hyperlinks.set(`${row},${column}`, { ...hyperlink });
    sheet.setFormat(row, column, {
      ...sheet.format(row, column),
      underline: 'Single',
      fontColor: '#0563C1',
    });
    const words = hyperlink.textToDisplay ?? hyperlink.documentReference ?? hyperlink.address ?? '';
    if (sheet.content(row, column) === null) sheet.enter(row, column, words);
  });
}

/** Clearing formats takes lines and conditional formats along; emulated for cells no conditional format stands on. */
function clearFormats(place: Place): void {
  mayDo(place.sheet, 'allowFormatCells');
  const marked = place.sheet.conditionalFormats.some(({ areas }) =>
    areas.some((area) => intersection(area, place.area) !== null),
  );
  if (marked) throw notEmulated('Range.clear(Formats) over a conditional format');
  forEachCell(place.area, (row, column) => {
    place.sheet.setFormat(row, column, PLAIN);
    for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight']) {
      place.sheet.setLine(row, column, side, null);
    }
  });
}

export function usedRange(place: Place, valuesOnly: boolean): AnyRemote | null {
  const area = place.sheet.usedArea(place.area, valuesOnly);
  return area === null ? null : range({ ...place, area });
}

/** The cells that a range given as an argument stands for. */
export function placeOf(object: AnyRemote): Place {
  if (!(object instanceof Remote) || object.typeName !== 'Range') throw invalidArgument('Not a range');
  return object.state as Place;
}

const RANGE_AREAS: RemoteType<Places> = {
  name: 'RangeAreas',
  tracked: true,
  properties: {
    Address: { get: ({ sheet, areas }) => areas.map((area) => fullAddress(sheet, area)).join(',') },
    AreaCount: { get: ({ areas }) => areas.length },
    Areas: { get: (places) => new Remote(RANGES, places) },
    ConditionalFormats: {
      get: (places) => new Remote(CONDITIONAL_FORMATS, { ...places, cells: CELL_OBJECTS }),
    },
    DataValidation: { get: areasValidation },
  },
};

const RANGES: RemoteType<Places> = {
  name: 'RangeCollection',
  items: (places) => places.areas.map((area) => range({ ...places, area })),
};

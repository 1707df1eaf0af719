import type { CellValue } from '../../../src/sheet/grid';
import { contains, intersection } from '../../excel-host/model/area';
import { recalculate } from '../../excel-host/model/recalculate';
import { ERROR_NUMBERS } from '../codes';
import type { EmulatedEt } from '../emulatedEt';
import { addressOf, common, eachCell, firstArea, isOneCell, mayChange, mayEnter } from '../place';
import type { Place } from '../place';
import { etObject } from '../strict';
import type { EtType } from '../strict';
import { COMMENT, commentAt } from './comments';
import { FORMAT_CONDITIONS } from './formatConditions';
import { CELL_FORMAT_MEMBERS } from './cellFormat';
import { SIZE_MEMBERS } from './sheetMembers';
import { VALIDATION } from './validation';

export function range(place: Place, et: EmulatedEt): object {
  return etObject(RANGE, place, et);
}

function shown(value: CellValue): unknown {
  if (value === null) return null;
  return typeof value === 'object' ? (ERROR_NUMBERS[value.error] ?? null) : value;
}

/** Several cells in the form that this build gives them, one cell as it is. */
function given(place: Place, et: EmulatedEt, read: (row: number, column: number) => unknown): unknown {
  const { top, left, bottom, right } = firstArea(place);
  if (isOneCell(place)) return read(top, left);
  if (et.quirks.arrays === 'none') return undefined;
  const rows: unknown[][] = [];
  for (let row = top; row <= bottom; row++) {
    const cells: unknown[] = [];
    for (let column = left; column <= right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  const isLine = top === bottom || left === right;
  return et.quirks.arrays === 'flat' && isLine ? rows.flat() : rows;
}

function contentOf(
  { sheet }: Place,
  row: number,
  column: number,
  wants: 'value' | 'formula',
  asText: boolean,
): unknown {
  const content = sheet.content(row, column);
  if (wants === 'formula' && content !== null && content.formula !== null) return `=${content.formula}`;
  const value = content?.value ?? null;
  if (wants === 'value') return shown(value);
  // A constant's Formula is its text; an error's is its name.
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return asText ? String(value) : value;
}

/** As if typed into each cell: one entry for all, or an array of the range's own shape. */
function enter(place: Place, input: unknown, et: EmulatedEt): void {
  mayEnter(place);
  const { sheet } = place;
  const area = firstArea(place);
  if (Array.isArray(input)) {
    if (et.quirks.arrays === 'none') return;
    const rows = input as unknown[];
    const wide = area.right - area.left + 1;
    const fits =
      place.areas.length === 1 &&
      rows.length === area.bottom - area.top + 1 &&
      rows.every((row) => Array.isArray(row) && row.length === wide);
    if (!fits) throw new Error('The array has another shape than the range');
  }
  eachCell(place, (row, column) => {
    const entry = Array.isArray(input) ? (input as unknown[][])[row - area.top]?.[column - area.left] : input;
    sheet.enter(
      row,
      column,
      entry === null || entry === undefined ? '' : (entry as string | number | boolean),
    );
  });
  et.changed(place);
}

function mergeAt({ sheet }: Place, row: number, column: number) {
  return sheet.merges.find((area) => contains(area, row, column)) ?? null;
}

const HIDDEN_ROWS: EtType<Place> = {
  name: 'EntireRow',
  members: {
    Hidden: { get: (place) => common(place, (row) => place.sheet.hiddenRows.has(row)) },
  },
};

const HIDDEN_COLUMNS: EtType<Place> = {
  name: 'EntireColumn',
  members: {
    Hidden: { get: (place) => common(place, (_row, column) => place.sheet.hiddenColumns.has(column)) },
  },
};

const RANGE: EtType<Place> = {
  name: 'Range',
  members: {
    ...CELL_FORMAT_MEMBERS,
    ...SIZE_MEMBERS,
    Address: {
      call: (place, [rowAbsolute, columnAbsolute]) =>
        addressOf(place, rowAbsolute !== false, columnAbsolute !== false),
    },
    Value2: {
      get: (place, et) => {
        if (et.calculation !== -4135) recalculate(place.sheet);
        return given(place, et, (row, column) => contentOf(place, row, column, 'value', false));
      },
      set: enter,
    },
    Formula: {
      get: (place, et) =>
        given(place, et, (row, column) =>
          contentOf(place, row, column, 'formula', et.quirks.constantsAsText),
        ),
      set: enter,
    },
    MergeCells: {
      get: (place) => {
        const touching = place.sheet.merges.filter((merge) =>
          place.areas.some((area) => intersection(merge, area) !== null),
        );
        if (touching.length === 0) return false;
        return common(place, (row, column) => mergeAt(place, row, column) !== null);
      },
    },
    MergeArea: {
      get: (place, et) => {
        if (!isOneCell(place)) throw new Error('MergeArea is for a single cell');
        const { top, left } = firstArea(place);
        return range({ ...place, areas: [mergeAt(place, top, left) ?? firstArea(place)] }, et);
      },
    },
    EntireRow: { get: (place, et) => etObject(HIDDEN_ROWS, place, et) },
    EntireColumn: { get: (place, et) => etObject(HIDDEN_COLUMNS, place, et) },
    Comment: {
      get: (place, et) => {
        const note = commentAt(place);
        return note === null ? null : etObject(COMMENT, { ...place, note }, et);
      },
    },
    AddComment: {
      writes: true,
      call: (place, [text], et) => {
        mayChange(place.sheet);
        if (!isOneCell(place)) throw new Error('A comment stands on one cell');
        if (commentAt(place) !== null) throw new Error('There is a comment on the cell');
        const { top: row, left: column } = firstArea(place);
        const note = {
          row,
          column,
          content: String(text),
          author: '审核人',
          visible: false,
          width: 100,
          height: 60,
        };
        place.sheet.notes.push(note);
        return etObject(COMMENT, { ...place, note }, et);
      },
    },
    FormatConditions: { get: (place, et) => etObject(FORMAT_CONDITIONS, place, et) },
    Validation: { get: (place, et) => etObject(VALIDATION, place, et) },
    Select: {
      call: (place) => {
        if (place.book.activeSheet !== place.sheet)
          throw new Error('Only cells of the active sheet can be selected');
        place.book.select(place.sheet, firstArea(place));
      },
    },
  },
};

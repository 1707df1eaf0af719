import type { CellFormat, Line } from '../model/cell';
import { USUAL_HEIGHT, USUAL_WIDTH, forEachCell } from '../model/sheet';
import { Remote } from '../wire/remote';
import type { Property, RemoteType } from '../wire/remote';
import { invalidArgument, itemNotFound, mayDo } from './guards';
import type { Place } from './place';

/** What all cells of the block agree on, else null. */
function common<T>(place: Place, read: (row: number, column: number) => T): T | null {
  const { area } = place;
  const first = read(area.top, area.left);
  let same = true;
  forEachCell(area, (row, column) => {
    same &&= read(row, column) === first;
  });
  return same ? first : null;
}

function change(place: Place, changed: Partial<CellFormat>): void {
  mayDo(place.sheet, 'allowFormatCells');
  forEachCell(place.area, (row, column) => {
    place.sheet.setFormat(row, column, { ...place.sheet.format(row, column), ...changed });
  });
}

function property<K extends keyof CellFormat>(key: K): Property<Place> {
  return {
    get: (place) => common(place, (row, column) => place.sheet.format(row, column)[key]),
    set: (place, value) => change(place, { [key]: value }),
  };
}

function colour(key: 'fill' | 'fontColor', none: string): Property<Place> {
  return {
    get: (place) => common(place, (row, column) => place.sheet.format(row, column)[key] ?? none),
    set: (place, value) => {
      if (typeof value !== 'string' || !/^#[0-9A-F]{6}$/i.test(value))
        throw invalidArgument(`Colour ${String(value)}`);
      change(place, { [key]: value.toUpperCase() });
    },
  };
}

const FILL: RemoteType<Place> = {
  name: 'RangeFill',
  properties: {
    // A cell without fill answers white: only its pattern tells the two apart.
    Color: colour('fill', '#FFFFFF'),
    Pattern: {
      since: 9,
      get: (place) =>
        common(place, (row, column) => (place.sheet.format(row, column).fill ? 'Solid' : 'None')),
    },
  },
  methods: { Clear: (place) => change(place, { fill: null }) },
};

const FONT: RemoteType<Place> = {
  name: 'RangeFont',
  properties: {
    Name: property('fontName'),
    Size: property('fontSize'),
    Color: colour('fontColor', '#000000'),
    Bold: property('bold'),
    Italic: property('italic'),
    Underline: property('underline'),
    Strikethrough: { ...property('strikethrough'), since: 9 },
  },
};

const PROTECTION: RemoteType<Place> = {
  name: 'FormatProtection',
  properties: { Locked: property('locked'), FormulaHidden: property('formulaHidden') },
};

interface Side extends Place {
  readonly side: string;
}

const INSIDE = ['InsideHorizontal', 'InsideVertical'];
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', ...INSIDE, 'DiagonalDown', 'DiagonalUp'];
const THIN: Line = { style: 'Continuous', weight: 'Thin', color: '#000000' };

/** Cells of the block that have this edge of it. */
function edgeCells({ area, side }: Side): Side['area'] {
  switch (side) {
    case 'EdgeTop':
      return { ...area, bottom: area.top };
    case 'EdgeBottom':
      return { ...area, top: area.bottom };
    case 'EdgeLeft':
      return { ...area, right: area.left };
    case 'EdgeRight':
      return { ...area, left: area.right };
    case 'InsideHorizontal':
      return inside(area.bottom > area.top, { ...area, top: area.top + 1 });
    case 'InsideVertical':
      return inside(area.right > area.left, { ...area, left: area.left + 1 });
    default:
      return area;
  }
}

/** Cells whose upper or left edge is a line inside the block. */
function inside(isThere: boolean, area: Side['area']): Side['area'] {
  if (!isThere) throw invalidArgument('There are no lines inside');
  return area;
}

/** On which edge of its cells a line of the block lies. */
function sideOfCell(side: string): string {
  return { InsideHorizontal: 'EdgeTop', InsideVertical: 'EdgeLeft' }[side] ?? side;
}

function lineProperty(key: keyof Line, none: string): Property<Side> {
  return {
    get: (at) =>
      common(
        { ...at, area: edgeCells(at) },
        (row, column) => at.sheet.line(row, column, sideOfCell(at.side))?.[key] ?? none,
      ),
    set: (at, value) => {
      mayDo(at.sheet, 'allowFormatCells');
      forEachCell(edgeCells(at), (row, column) => {
        const line = { ...(at.sheet.line(row, column, sideOfCell(at.side)) ?? THIN), [key]: value };
        at.sheet.setLine(row, column, sideOfCell(at.side), line.style === 'None' ? null : line);
      });
    },
  };
}

const BORDER: RemoteType<Side> = {
  name: 'RangeBorder',
  id: (at) => at.side,
  properties: {
    SideIndex: { get: (at) => at.side },
    Style: lineProperty('style', 'None'),
    Weight: lineProperty('weight', 'Thin'),
    Color: lineProperty('color', '#000000'),
  },
};

const BORDERS: RemoteType<Place> = {
  name: 'RangeBorderCollection',
  items: (place) => SIDES.map((side) => new Remote(BORDER, { ...place, side })),
  item: (place, key) => {
    if (typeof key !== 'string' || !SIDES.includes(key)) throw itemNotFound();
    return new Remote(BORDER, { ...place, side: key });
  },
};

/** Measures of whole columns or rows; null where they differ. */
function measure(
  sizes: (place: Place) => Map<number, number>,
  span: (place: Place) => readonly [number, number],
  usual: number,
  option: string,
): Property<Place> {
  return {
    get: (place) => {
      const [from, to] = span(place);
      const first = sizes(place).get(from) ?? usual;
      for (let index = from; index <= to; index++)
        if ((sizes(place).get(index) ?? usual) !== first) return null;
      return first;
    },
    set: (place, value) => {
      mayDo(place.sheet, option);
      if (typeof value !== 'number' || !(value >= 0 && value <= 2_000)) throw invalidArgument('Not a size');
      const [from, to] = span(place);
      for (let index = from; index <= to; index++) sizes(place).set(index, value);
    },
  };
}

export const RANGE_FORMAT: RemoteType<Place> = {
  name: 'RangeFormat',
  properties: {
    Fill: { get: (place) => new Remote(FILL, place) },
    Font: { get: (place) => new Remote(FONT, place) },
    Borders: { get: (place) => new Remote(BORDERS, place) },
    Protection: { get: (place) => new Remote(PROTECTION, place) },
    HorizontalAlignment: property('horizontal'),
    VerticalAlignment: property('vertical'),
    WrapText: property('wrap'),
    IndentLevel: { ...property('indent'), since: 9 },
    ShrinkToFit: { ...property('shrink'), since: 9 },
    TextOrientation: property('orientation'),
    ColumnWidth: measure(
      ({ sheet }) => sheet.columnWidths,
      ({ area }) => [area.left, area.right],
      USUAL_WIDTH.points,
      'allowFormatColumns',
    ),
    RowHeight: measure(
      ({ sheet }) => sheet.rowHeights,
      ({ area }) => [area.top, area.bottom],
      USUAL_HEIGHT,
      'allowFormatRows',
    ),
  },
  methods: {
    // Rows take the height that their text needs, which nobody here measures.
    AutofitRows: ({ sheet, area }) => {
      mayDo(sheet, 'allowFormatRows');
      for (let row = area.top; row <= area.bottom; row++) sheet.rowHeights.delete(row);
    },
  },
};

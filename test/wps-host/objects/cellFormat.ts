import type { CellFormat, Line } from '../../excel-host/model/cell';
import { EDGE, HORIZONTAL, LINE_STYLE, LINE_WEIGHT, UNDERLINE, VERTICAL, bgr, rgb } from '../codes';
import type { Codes } from '../codes';
import { common, eachCell, mayChange } from '../place';
import type { Place } from '../place';
import { etObject } from '../strict';
import type { EtMember, EtType } from '../strict';

const NO_FILL = -4142;
const SOLID = 1;
const WHITE = 0xffffff;
const THIN: Line = { style: 'Continuous', weight: 'Thin', color: '#000000' };
const SIDES = ['EdgeLeft', 'EdgeTop', 'EdgeBottom', 'EdgeRight'] as const;

function change(place: Place, changed: Partial<CellFormat>): void {
  mayChange(place.sheet);
  eachCell(place, (row, column) => {
    place.sheet.setFormat(row, column, { ...place.sheet.format(row, column), ...changed });
  });
}

function plain<K extends keyof CellFormat>(key: K): EtMember<Place> {
  return {
    get: (place) => common(place, (row, column) => place.sheet.format(row, column)[key]),
    set: (place, value) => change(place, { [key]: value }),
  };
}

function coded(key: 'horizontal' | 'vertical' | 'underline', codes: Codes): EtMember<Place> {
  return {
    get: (place) => common(place, (row, column) => codes.codeOf(place.sheet.format(row, column)[key])),
    set: (place, value) => change(place, { [key]: codes.wordOf(value) }),
  };
}

const INTERIOR: EtType<Place> = {
  name: 'Interior',
  members: {
    // A cell without fill answers white: only its pattern tells the two apart.
    Color: {
      get: (place) =>
        common(place, (row, column) => {
          const { fill } = place.sheet.format(row, column);
          return fill === null ? WHITE : bgr(fill);
        }),
      set: (place, value) => change(place, { fill: rgb(value) }),
    },
    Pattern: {
      get: (place) =>
        common(place, (row, column) => (place.sheet.format(row, column).fill === null ? NO_FILL : SOLID)),
      set: (place, value) => {
        if (value !== NO_FILL) throw new Error('The emulator knows no patterns');
        change(place, { fill: null });
      },
    },
  },
};

const FONT: EtType<Place> = {
  name: 'Font',
  members: {
    Name: plain('fontName'),
    Size: plain('fontSize'),
    Bold: plain('bold'),
    Italic: plain('italic'),
    Underline: coded('underline', UNDERLINE),
    Color: {
      get: (place) => common(place, (row, column) => bgr(place.sheet.format(row, column).fontColor)),
      set: (place, value) => change(place, { fontColor: rgb(value) }),
    },
  },
};

interface Edges extends Place {
  readonly sides: readonly string[];
}

/** What all these edges of all these cells agree on, else null. */
function commonLine<T>(at: Edges, read: (line: Line | null) => T): T | null {
  const seen = new Set<T>();
  eachCell(at, (row, column) => {
    for (const side of at.sides) seen.add(read(at.sheet.line(row, column, side)));
  });
  const [first, ...others] = [...seen];
  return first === undefined || others.length > 0 ? null : first;
}

function changeLine(at: Edges, changed: Partial<Line>): void {
  mayChange(at.sheet);
  eachCell(at, (row, column) => {
    for (const side of at.sides) {
      const line = { ...(at.sheet.line(row, column, side) ?? THIN), ...changed };
      at.sheet.setLine(row, column, side, line.style === 'None' ? null : line);
    }
  });
}

const LINE_MEMBERS: Readonly<Record<string, EtMember<Edges>>> = {
  LineStyle: {
    get: (at) => commonLine(at, (line) => LINE_STYLE.codeOf(line?.style ?? 'None')),
    set: (at, value) => changeLine(at, { style: LINE_STYLE.wordOf(value) }),
  },
  Weight: {
    get: (at) => commonLine(at, (line) => LINE_WEIGHT.codeOf(line?.weight ?? 'Thin')),
    set: (at, value) => changeLine(at, { weight: LINE_WEIGHT.wordOf(value) }),
  },
  Color: {
    get: (at) => commonLine(at, (line) => bgr(line?.color ?? '#000000')),
    set: (at, value) => changeLine(at, { color: rgb(value) }),
  },
};

const BORDER: EtType<Edges> = { name: 'Border', members: LINE_MEMBERS };

/** All edges of every cell at once, or one side of them. */
const BORDERS: EtType<Edges> = {
  name: 'Borders',
  members: {
    ...LINE_MEMBERS,
    Item: { call: (at, [side], et) => etObject(BORDER, outerEdge(at, EDGE.wordOf(side)), et) },
  },
};

/** One side of a block is that of its outermost cells; the inner lines are those between its cells. */
function outerEdge(at: Edges, side: string): Edges {
  const areas = at.areas.flatMap((area) => {
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
        return area.top < area.bottom ? { ...area, bottom: area.bottom - 1 } : [];
      default:
        return area.left < area.right ? { ...area, right: area.right - 1 } : [];
    }
  });
  if (areas.length === 0) throw new Error('There is no line inside');
  const own = { InsideHorizontal: 'EdgeBottom', InsideVertical: 'EdgeRight' }[side] ?? side;
  return { ...at, areas, sides: [own] };
}

/** The members of a Range that tell and set its look. */
export const CELL_FORMAT_MEMBERS: Readonly<Record<string, EtMember<Place>>> = {
  NumberFormat: plain('numberFormat'),
  HorizontalAlignment: coded('horizontal', HORIZONTAL),
  VerticalAlignment: coded('vertical', VERTICAL),
  WrapText: plain('wrap'),
  Locked: plain('locked'),
  Interior: { get: (place, et) => etObject(INTERIOR, place, et) },
  Font: { get: (place, et) => etObject(FONT, place, et) },
  Borders: { get: (place, et) => etObject(BORDERS, { ...place, sides: SIDES }, et) },
};

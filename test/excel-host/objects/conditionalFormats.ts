import { intersection } from '../model/area';
import type { ConditionalFormat } from '../model/sheet';
import { Remote } from '../wire/remote';
import type { AnyRemote, RemoteType } from '../wire/remote';
import { invalidArgument, itemNotFound, mayDo, textArgument } from './guards';
import type { Place, Places } from './place';

interface Entry extends Places {
  readonly format: ConditionalFormat;
  /** How to make the objects that stand for its cells: the class of ranges imports this one. */
  readonly cells: CellObjects;
}

export interface CellObjects {
  range(place: Place): AnyRemote;
  areas(places: Places): AnyRemote;
}

const RULE: RemoteType<Entry> = {
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: ({ format }) => format.formula,
      set: ({ format, sheet }, value) => {
        mayDo(sheet, 'allowFormatCells');
        const formula = textArgument(value, 'The formula');
        format.formula = formula.startsWith('=') ? formula : `=${formula}`;
      },
    },
  },
};

const FILL: RemoteType<Entry> = {
  name: 'ConditionalRangeFill',
  properties: {
    Color: {
      get: ({ format }) => format.fill,
      set: ({ format }, value) => {
        format.fill = textArgument(value, 'A colour').toUpperCase();
      },
    },
  },
};

const FORMAT: RemoteType<Entry> = {
  name: 'ConditionalRangeFormat',
  properties: { Fill: { get: (entry) => new Remote(FILL, entry) } },
};

const CUSTOM: RemoteType<Entry> = {
  name: 'CustomConditionalFormat',
  properties: {
    Rule: { get: (entry) => new Remote(RULE, entry) },
    Format: { get: (entry) => new Remote(FORMAT, entry) },
  },
};

const CONDITIONAL_FORMAT: RemoteType<Entry> = {
  name: 'ConditionalFormat',
  id: ({ format }) => format.id,
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    Priority: { get: ({ format, sheet }) => sheet.conditionalFormats.indexOf(format) },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ format }, value) => {
        format.stopIfTrue = value === true;
      },
    },
    Custom: {
      get: (entry) => {
        if (entry.format.type !== 'Custom') throw invalidArgument('Not a custom conditional format');
        return new Remote(CUSTOM, entry);
      },
    },
    CustomOrNullObject: {
      get: (entry) => (entry.format.type === 'Custom' ? new Remote(CUSTOM, entry) : null),
    },
  },
  methods: {
    Delete: ({ sheet, format }) => {
      mayDo(sheet, 'allowFormatCells');
      sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
    },
    GetRange: (entry) => {
      const range = onlyRange(entry);
      if (range === null) throw invalidArgument('The conditional format applies to several ranges');
      return range;
    },
    GetRangeOrNullObject: onlyRange,
    GetRanges: (entry) => entry.cells.areas({ ...entry, areas: entry.format.areas }),
  },
};

function onlyRange(entry: Entry): AnyRemote | null {
  const [area, ...more] = entry.format.areas;
  return area === undefined || more.length > 0 ? null : entry.cells.range({ ...entry, area });
}

interface Collection extends Places {
  readonly cells: CellObjects;
}

export const CONDITIONAL_FORMATS: RemoteType<Collection> = {
  name: 'ConditionalFormatCollection',
  items: (at) =>
    at.sheet.conditionalFormats
      .filter((format) =>
        format.areas.some((own) => at.areas.some((area) => intersection(own, area) !== null)),
      )
      .map((format) => new Remote(CONDITIONAL_FORMAT, { ...at, format })),
  item: (at, key) => {
    const format = at.sheet.conditionalFormats.find(({ id }) => id === key);
    if (format === undefined) throw itemNotFound();
    return new Remote(CONDITIONAL_FORMAT, { ...at, format });
  },
  methods: {
    // A new one comes first in priority.
    Add: (at, [type]) => {
      mayDo(at.sheet, 'allowFormatCells');
      const format: ConditionalFormat = {
        id: at.book.newId('conditional-format'),
        type: textArgument(type, 'The type'),
        areas: at.areas,
        formula: '',
        fill: '',
        stopIfTrue: false,
      };
      at.sheet.conditionalFormats.unshift(format);
      return new Remote(CONDITIONAL_FORMAT, { ...at, format });
    },
  },
};

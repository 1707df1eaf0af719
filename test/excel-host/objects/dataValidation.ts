import type { Validation, ValidationAlert } from '../model/cell';
import { forEachCell } from '../model/sheet';
import { Remote, notEmulated } from '../wire/remote';
import type { Property, RemoteType } from '../wire/remote';
import { invalidArgument, mayEnter } from './guards';
import type { Place, Places } from './place';

const NONE: Validation = {
  type: 'None',
  rule: {},
  ignoreBlanks: true,
  prompt: { showPrompt: true, title: '', message: '' },
  errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
};

const TYPES: Readonly<Record<string, string>> = { list: 'List', decimal: 'Decimal', custom: 'Custom' };
/** Most characters of a title and of a text. */
const LONGEST = { title: 32, message: 255 };

function at(place: Place, row: number, column: number): Validation {
  return place.sheet.validations.get(`${row},${column}`) ?? NONE;
}

function common<T>(place: Place, read: (validation: Validation) => T): T | null {
  const first = read(at(place, place.area.top, place.area.left));
  let same = true;
  forEachCell(place.area, (row, column) => {
    same &&= JSON.stringify(read(at(place, row, column))) === JSON.stringify(first);
  });
  return same ? first : null;
}

function change(place: Place, changed: Partial<Validation>): void {
  mayEnter(place.sheet, place.area);
  forEachCell(place.area, (row, column) => {
    place.sheet.validations.set(`${row},${column}`, { ...at(place, row, column), ...changed });
  });
}

function worded<T extends { readonly title: string; readonly message: string }>(words: T): T {
  if (words.title.length > LONGEST.title || words.message.length > LONGEST.message)
    throw invalidArgument('The title or the message is too long');
  return { ...words };
}

/** A rule as Excel takes it. Its formula is relative to the first cell of the area, which is told with it. */
function checked(kind: string, rule: unknown, { area }: Place): unknown {
  const { source, formula } = rule as { readonly source?: unknown; readonly formula?: unknown };
  if (kind === 'list' && (typeof source !== 'string' || source.length > 255))
    throw invalidArgument('The list is too long');
  if (kind !== 'custom') return { [kind]: rule };
  if (typeof formula !== 'string' || !formula.startsWith('=')) throw invalidArgument('Not a formula');
  return { custom: { formula, from: [area.top, area.left] } };
}

const DATA_VALIDATION: RemoteType<Place> = {
  name: 'DataValidation',
  properties: {
    Type: { get: (place) => common(place, ({ type }) => type) ?? 'Inconsistent' },
    Rule: {
      get: (place) => common(place, ({ rule }) => rule),
      set: (place, value) => {
        const [kind = '', ...others] = Object.keys(value as object);
        const type = TYPES[kind];
        if (type === undefined || others.length > 0) throw notEmulated(`data validation rule ${kind}`);
        change(place, { type, rule: checked(kind, (value as Record<string, unknown>)[kind], place) });
      },
    },
    IgnoreBlanks: {
      get: (place) => common(place, ({ ignoreBlanks }) => ignoreBlanks),
      set: (place, value) => change(place, { ignoreBlanks: value === true }),
    },
    Prompt: {
      get: (place) => common(place, ({ prompt }) => prompt),
      set: (place, value) => change(place, { prompt: worded(value as Validation['prompt']) }),
    },
    ErrorAlert: {
      get: (place) => common(place, ({ errorAlert }) => errorAlert),
      set: (place, value) => change(place, { errorAlert: worded(value as ValidationAlert) }),
    },
  },
  methods: {
    Clear: (place) => {
      mayEnter(place.sheet, place.area);
      forEachCell(place.area, (row, column) => place.sheet.validations.delete(`${row},${column}`));
    },
  },
};

export function dataValidation(place: Place): Remote<Place> {
  return new Remote(DATA_VALIDATION, place);
}

/** One validation over several areas: its formula is relative to the first of them. */
const AREAS_VALIDATION: RemoteType<Places> = {
  name: 'DataValidation',
  properties: Object.fromEntries(
    ['Rule', 'IgnoreBlanks', 'Prompt', 'ErrorAlert'].map((name): [string, Property<Places>] => [
      name,
      {
        get: () => {
          throw notEmulated(`reading ${name} of a validation over several areas`);
        },
        set: (places, value) => {
          for (const area of places.areas) dataValidation({ ...places, area }).set(name, value);
          if (name === 'Rule') relateToFirst(places);
        },
      },
    ]),
  ),
};

function relateToFirst({ sheet, areas }: Places): void {
  const first = areas[0];
  for (const area of areas) {
    forEachCell(area, (row, column) => {
      const key = `${row},${column}`;
      const validation = sheet.validations.get(key);
      if (validation?.type !== 'Custom' || first === undefined) return;
      const { custom } = validation.rule as { readonly custom: object };
      sheet.validations.set(key, {
        ...validation,
        rule: { custom: { ...custom, from: [first.top, first.left] } },
      });
    });
  }
}

export function areasValidation(places: Places): Remote<Places> {
  return new Remote(AREAS_VALIDATION, places);
}

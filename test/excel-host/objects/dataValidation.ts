import type { Validation } from '../model/cell';
import { forEachCell } from '../model/sheet';
import { Remote } from '../wire/remote';
import type { RemoteType } from '../wire/remote';
import { invalidArgument, mayEnter } from './guards';
import type { Place } from './place';

const NONE: Validation = { type: 'None', rule: {}, prompt: { showPrompt: true, title: '', message: '' } };

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

const DATA_VALIDATION: RemoteType<Place> = {
  name: 'DataValidation',
  properties: {
    Type: { get: (place) => common(place, ({ type }) => type) ?? 'Inconsistent' },
    Rule: { get: (place) => common(place, ({ rule }) => rule) },
    Prompt: {
      get: (place) => common(place, ({ prompt }) => prompt),
      set: (place, value) => {
        mayEnter(place.sheet, place.area);
        const prompt = value as Validation['prompt'];
        if (prompt.title.length > 32 || prompt.message.length > 255)
          throw invalidArgument('The prompt is too long');
        forEachCell(place.area, (row, column) => {
          place.sheet.validations.set(`${row},${column}`, {
            ...at(place, row, column),
            prompt: { ...prompt },
          });
        });
      },
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

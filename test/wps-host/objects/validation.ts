import type { Validation } from '../../excel-host/model/cell';
import { Codes } from '../codes';
import { common, eachCell, mayChange } from '../place';
import type { Place } from '../place';
import type { EtMember, EtType } from '../strict';

const TYPE = new Codes({ 1: 'WholeNumber', 2: 'Decimal', 3: 'List', 7: 'Custom' });
const STOP = 1;

type Messages = Validation['prompt'] & { readonly errorTitle?: string; readonly errorMessage?: string };

function change(place: Place, changed: Partial<Messages>): void {
  mayChange(place.sheet);
  eachCell(place, (row, column) => {
    const key = `${row},${column}`;
    const validation = place.sheet.validations.get(key);
    if (validation === undefined) throw new Error('There is no validation to say something');
    const prompt = { ...validation.prompt, ...changed };
    place.sheet.validations.set(key, { ...validation, prompt });
  });
}

function words(key: 'title' | 'message' | 'errorTitle' | 'errorMessage', longest: number): EtMember<Place> {
  return {
    get: (place) =>
      common(place, (row, column) => {
        const prompt: Messages | undefined = place.sheet.validations.get(`${row},${column}`)?.prompt;
        return prompt?.[key] ?? '';
      }),
    set: (place, value) => {
      if (typeof value !== 'string' || value.length > longest) throw new Error('The words are too long');
      change(place, { [key]: value });
    },
  };
}

export const VALIDATION: EtType<Place> = {
  name: 'Validation',
  members: {
    Delete: {
      writes: true,
      call: (place) => {
        mayChange(place.sheet);
        eachCell(place, (row, column) => place.sheet.validations.delete(`${row},${column}`));
      },
    },
    /** Throws where there is one already. */
    Add: {
      writes: true,
      call: (place, [type, alert, operator, first, second]) => {
        mayChange(place.sheet);
        if (alert !== STOP) throw new Error('The emulator knows refusals only');
        eachCell(place, (row, column) => {
          const key = `${row},${column}`;
          if (place.sheet.validations.has(key)) throw new Error('There is a validation already');
          place.sheet.validations.set(key, {
            type: TYPE.wordOf(type),
            rule: { operator: operator ?? null, first, second: second ?? null },
            prompt: { showPrompt: true, title: '', message: '' },
          });
        });
      },
    },
    InputTitle: words('title', 32),
    InputMessage: words('message', 255),
    ErrorTitle: words('errorTitle', 32),
    ErrorMessage: words('errorMessage', 255),
  },
};

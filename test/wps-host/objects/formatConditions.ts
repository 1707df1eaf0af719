import { intersection } from '../../excel-host/model/area';
import type { ConditionalFormat } from '../../excel-host/model/sheet';
import { bgr, rgb } from '../codes';
import { mayChange } from '../place';
import type { Place } from '../place';
import { etObject } from '../strict';
import type { EtType } from '../strict';
import { range } from './range';

interface Entry extends Place {
  readonly format: ConditionalFormat;
}

/** The kind of condition that is a formula. */
const EXPRESSION = 2;

const INTERIOR: EtType<Entry> = {
  name: 'FormatCondition.Interior',
  members: {
    Color: {
      get: ({ format }) => bgr(format.fill),
      set: ({ format }, value) => {
        format.fill = rgb(value);
      },
    },
  },
};

const FORMAT_CONDITION: EtType<Entry> = {
  name: 'FormatCondition',
  members: {
    Formula1: {
      get: ({ format }) => {
        if (format.type !== 'Custom' && format.type !== 'CellValue') throw new Error('It has no formula');
        return format.formula;
      },
    },
    Interior: { get: (entry, et) => etObject(INTERIOR, entry, et) },
    AppliesTo: { get: (entry, et) => range({ ...entry, areas: entry.format.areas }, et) },
    SetFirstPriority: {
      writes: true,
      call: ({ sheet, format }) => {
        sheet.conditionalFormats = [format, ...sheet.conditionalFormats.filter((other) => other !== format)];
      },
    },
    Delete: {
      writes: true,
      call: ({ sheet, format }) => {
        mayChange(sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
      },
    },
  },
};

function standingOn({ sheet, areas }: Place): ConditionalFormat[] {
  return sheet.conditionalFormats.filter((format) =>
    format.areas.some((own) => areas.some((area) => intersection(own, area) !== null)),
  );
}

export const FORMAT_CONDITIONS: EtType<Place> = {
  name: 'FormatConditions',
  members: {
    Count: { get: (place) => standingOn(place).length },
    Item: {
      call: (place, [index], et) => {
        const format = standingOn(place)[Number(index) - 1];
        if (format === undefined) throw new Error('No such condition');
        return etObject(FORMAT_CONDITION, { ...place, format }, et);
      },
    },
    /** A new one comes last. */
    Add: {
      writes: true,
      call: (place, [type, _operator, formula], et) => {
        mayChange(place.sheet);
        if (type !== EXPRESSION || typeof formula !== 'string')
          throw new Error('The emulator knows formulas only');
        const format: ConditionalFormat = {
          id: place.book.newId('format-condition'),
          type: 'Custom',
          areas: place.areas,
          formula,
          fill: '#FFFFFF',
          stopIfTrue: false,
        };
        place.sheet.conditionalFormats.push(format);
        return etObject(FORMAT_CONDITION, { ...place, format }, et);
      },
    },
  },
};

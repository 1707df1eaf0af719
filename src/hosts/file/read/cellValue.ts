import type { CellValue } from '../../../sheet/grid';
import { decodeXstring } from '../xmlText';
import type { SharedStrings } from './sharedStrings';

/** What turning a stored value into a cell's value needs of the workbook. */
export interface ValueContext {
  readonly strings: SharedStrings;
  readonly date1904: boolean;
}

const DAY = 86_400_000;

/** Serial number of an ISO 8601 date or time as `t="d"` cells and .ods hold it; null when it is none. */
export function dateSerial(text: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim());
  if (match === null || match[0] === '') return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  // Days counted from 1899-12-30, which makes every date after February 1900 come out as Excel has it.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (Date.UTC(Number(year), Number(month) - 1, Number(day)) - epoch) / DAY + time;
}

function numberOrText(text: string): CellValue {
  const number = Number(text);
  if (number === 0 && text.trim() === '') return null;
  return Number.isFinite(number) ? number : decodeXstring(text);
}

/** The value of a cell of type `type` (ISO/IEC 29500-1, 18.18.11 ST_CellType) whose `<v>` holds this text. */
export function storedValue(type: string, text: string, context: ValueContext): CellValue {
  switch (type) {
    case 's':
      return text.trim() === '' ? null : context.strings.at(Number(text));
    case 'n':
      return numberOrText(text);
    case 'b':
      return /^\s*(1|true)\s*$/i.test(text);
    case 'e':
      return { error: text.trim() };
    case 'd':
      return dateSerial(text, context.date1904) ?? decodeXstring(text);
    default:
      return decodeXstring(text);
  }
}

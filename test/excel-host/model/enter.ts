import type { CellContent } from './cell';

/** What typing or writing this input into a cell of this number format stores there, and the format it takes. */
export interface Entered {
  readonly content: CellContent | null;
  /** Excel gives an entered date or percentage its format; absent: as it was. */
  readonly numberFormat?: string;
}

const ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/i;
const DATE = /^(\d{4})[-/年](\d{1,2})(?:[-/月](\d{1,2})日?|月)?$/;
const MONTH_DAY = /^(\d{1,2})(?:[-/]|月)(\d{1,2})日?$/;

/**
 * Excel's reading of input: text in a cell formatted as text stays text whatever it is, numbers and formulas too; an
 * apostrophe makes text; `=`, and `+`, `-`, `@` before words, make a formula; what looks like a number, percentage,
 * date, truth value or error becomes one.
 */
export function enter(input: string | number | boolean, numberFormat: string): Entered {
  if (typeof input !== 'string') {
    const asText = numberFormat === '@' && typeof input === 'number';
    return { content: { value: asText ? String(input) : input, formula: null } };
  }
  if (input === '') return { content: null };
  if (input.startsWith("'")) return text(input.slice(1));
  if (numberFormat === '@') return text(input);
  if (input.startsWith('=') && input.length > 1) return formula(input.slice(1));
  const constant = readConstant(input);
  if (constant !== null) return constant;
  if (/^[+\-@]./.test(input)) return formula(input.replace(/^[+@]/, ''));
  return text(input);
}

function readConstant(input: string): Entered | null {
  const trimmed = input.trim();
  if (/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return number(Number(trimmed));
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed)) return number(Number(trimmed.replace(/,/g, '')));
  if (/^[+-]?\d+(\.\d+)?%$/.test(trimmed)) return number(Number(trimmed.slice(0, -1)) / 100, '0.00%');
  if (/^(true|false)$/i.test(trimmed)) {
    return { content: { value: trimmed.toLowerCase() === 'true', formula: null } };
  }
  if (ERRORS.test(trimmed)) return { content: { value: { error: trimmed.toUpperCase() }, formula: null } };
  const date = DATE.exec(trimmed);
  if (date !== null)
    return number(serial(Number(date[1]), Number(date[2]), Number(date[3] ?? 1)), 'yyyy/m/d');
  const day = MONTH_DAY.exec(trimmed);
  if (day !== null) return number(serial(2024, Number(day[1]), Number(day[2])), 'm"月"d"日"');
  return null;
}

function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

function number(value: number, numberFormat?: string): Entered {
  const content = { value, formula: null };
  return numberFormat === undefined ? { content } : { content, numberFormat };
}

function text(value: string): Entered {
  return { content: { value, formula: null } };
}

function formula(source: string): Entered {
  return { content: { value: null, formula: source } };
}

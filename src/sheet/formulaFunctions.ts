import type { CellValue } from './grid';

/** An error value on its way up through a formula; never leaves the evaluation. */
export class Faulty extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What a function was given in one place: a computed value, a cell, or the filled cells of a block. */
export interface Argument {
  readonly kind: 'value' | 'cell' | 'block';
  readonly values: readonly CellValue[];
}

type Apply = (values: readonly Argument[]) => CellValue;

/** The functions that are computed here, but for IF, which leaves one branch alone. */
export const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['SUM', (values) => numbers(values).reduce((total, value) => total + value, 0)],
  ['COUNT', count],
  ['MIN', (values) => numbers(values).reduce((least, value) => Math.min(least, value), first(values))],
  ['MAX', (values) => numbers(values).reduce((most, value) => Math.max(most, value), first(values))],
  ['AVERAGE', average],
  ['ROUND', ([value, digits]) => round(toNumber(single(value)), toNumber(single(digits)))],
  ['ISNUMBER', ([value]) => typeof single(value) === 'number'],
  ['SUMIF', sumIf],
]);

/** A value where a number is wanted, as a spreadsheet takes it. */
export function toNumber(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') throw new Faulty(value.error);
  // As in a spreadsheet: a number written as text counts, any other text is an error.
  if (!/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) throw new Faulty('#VALUE!');
  return Number(value);
}

/** Compares as a spreadsheet does: a blank is 0 or '', text comes after every number, case does not matter. */
export function compare(a: CellValue, sign: string, b: CellValue): boolean {
  for (const value of [a, b]) if (typeof value === 'object' && value !== null) throw new Faulty(value.error);
  const left = a ?? (typeof b === 'string' ? '' : 0);
  const right = b ?? (typeof a === 'string' ? '' : 0);
  const rank = (value: CellValue): number =>
    typeof value === 'boolean' ? 2 : typeof value === 'string' ? 1 : 0;
  const order =
    rank(left) !== rank(right)
      ? rank(left) - rank(right)
      : typeof left === 'string'
        ? compareTexts(left, right)
        : Number(left) - Number(right);
  switch (sign) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

function compareTexts(left: string, right: CellValue): number {
  const [a, b] = [left.toLowerCase(), typeof right === 'string' ? right.toLowerCase() : ''];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Fifteen digits, as a spreadsheet keeps them: 0.1 + 0.2 is 0.3. */
export function tidy(value: CellValue): CellValue {
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : { error: '#NUM!' };
}

/** The single value of an argument; null for a missing one. */
function single(argument: Argument | undefined): CellValue {
  if (argument?.kind === 'block') throw new Faulty('#VALUE!');
  return argument?.values[0] ?? null;
}

/** Of a reference only its numbers count, and an error in it is the result; a single value must be a number. */
function numbers(values: readonly Argument[]): number[] {
  return values.flatMap((argument) => {
    if (argument.kind === 'value') return [toNumber(single(argument))];
    const found: number[] = [];
    for (const value of argument.values) {
      if (typeof value === 'object' && value !== null) throw new Faulty(value.error);
      if (typeof value === 'number') found.push(value);
    }
    return found;
  });
}

function first(values: readonly Argument[]): number {
  return numbers(values)[0] ?? 0;
}

/** Errors are no numbers to COUNT, and no fault. */
function count(values: readonly Argument[]): number {
  return values.flatMap((argument) => argument.values).filter((value) => typeof value === 'number').length;
}

function average(values: readonly Argument[]): number {
  const all = numbers(values);
  if (all.length === 0) throw new Faulty('#DIV/0!');
  return all.reduce((total, value) => total + value, 0) / all.length;
}

/** SUMIF(block, ">0"): the numbers of a block that fit, errors and texts passed over. */
function sumIf([block, condition]: readonly Argument[]): CellValue {
  if (block === undefined || condition === undefined) throw new Faulty('#VALUE!');
  const wanted = single(condition);
  const match = /^(<=|>=|<>|<|>|=)?\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)$/.exec(
    typeof wanted === 'number' ? String(wanted) : typeof wanted === 'string' ? wanted : '',
  );
  if (match === null) throw new Faulty('#VALUE!');
  return block.values.reduce<number>(
    (total, value) =>
      typeof value === 'number' && compare(value, match[1] ?? '=', Number(match[2])) ? total + value : total,
    0,
  );
}

/** Half away from zero, on the decimal digits that a spreadsheet keeps. */
function round(value: number, digits: number): number {
  const places = Math.trunc(digits);
  if (Math.abs(places) > 12 || Math.abs(value) > 1e15) return value;
  const scale = 10 ** places;
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / scale;
}

import type { CellRef } from '../rubric/finding';
import { parseCell, parseRect } from './address';
import { tokenize } from './formulaTokens';
import type { Token } from './formulaTokens';
import type { CellValue, Rect } from './grid';
import type { GridReader } from './gridReader';

/** Formulas that refer to formulas, and brackets in brackets, are followed this deep. */
const DEEPEST = 40;
/** Cells that all formulas of a sheet together may visit; beyond it they count as not computed. */
const MOST_CELLS = 2_000_000;

/** What is known of a sheet's formulas, and how many cells were visited for it. */
interface Ledger {
  readonly results: Map<string, CellValue | undefined>;
  visited: number;
}

const ledgers = new WeakMap<GridReader, Ledger>();

/**
 * The value of a formula that has no cached result, for plain arithmetic on the same sheet: + − * / % brackets, SUM, ROUND,
 * AVERAGE, MIN, MAX, COUNT, cells and blocks. `undefined` for anything else, for a circle, and where it goes too deep.
 */
export function computeCell(reader: GridReader, cell: CellRef): CellValue | undefined {
  const ledger = ledgers.get(reader) ?? { results: new Map<string, CellValue | undefined>(), visited: 0 };
  ledgers.set(reader, ledger);
  try {
    return new Evaluation(reader, ledger).cell(cell);
  } catch (reason) {
    if (!(reason instanceof NotPlain)) throw reason;
    ledger.results.set(keyOf(cell), undefined);
    return undefined;
  }
}

function keyOf(cell: CellRef): string {
  return `${cell.row},${cell.column}`;
}

/** The formula is none that is computed here. Never leaves this file. */
class NotPlain extends Error {}

/** An error value on its way up; never leaves this file. */
class Faulty extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** What stands in a place: a single value, or the values of a block. */
type Operand =
  { readonly kind: 'value'; readonly value: CellValue } | { readonly kind: 'block'; readonly area: Rect };

class Evaluation {
  private readonly open = new Set<string>();

  constructor(
    private readonly reader: GridReader,
    private readonly ledger: Ledger,
  ) {}

  cell(at: CellRef): CellValue {
    if (++this.ledger.visited > MOST_CELLS) throw new NotPlain();
    const found = this.reader.cell(at.row, at.column);
    if (found === null) return null;
    if (found.value !== null || found.formula === null) return found.value;
    const key = keyOf(at);
    if (this.ledger.results.has(key)) {
      const result = this.ledger.results.get(key);
      if (result === undefined) throw new NotPlain();
      return result;
    }
    if (this.open.has(key) || this.open.size >= DEEPEST) throw new NotPlain();
    this.open.add(key);
    const result = this.compute(found.formula);
    this.open.delete(key);
    this.ledger.results.set(key, result);
    return result;
  }

  private compute(formula: string): CellValue {
    const tokens = tokenize(formula);
    if (tokens === null) throw new NotPlain();
    try {
      return tidy(new Expression(tokens, this).read());
    } catch (reason) {
      if (reason instanceof Faulty) return { error: reason.code };
      throw reason;
    }
  }

  /** The numbers of a block; text in it does not count, an error does. */
  numbersIn(area: Rect): number[] {
    const numbers: number[] = [];
    const { rows } = this.reader;
    for (let position = this.reader.from(area.top); position < rows.length; position++) {
      const row = rows[position];
      if (row === undefined || row.index > area.bottom) break;
      for (const { column } of row.cells) {
        if (column < area.left || column > area.right) continue;
        const value = this.cell({ row: row.index, column });
        if (typeof value === 'object' && value !== null) throw new Faulty(value.error);
        if (typeof value === 'number') numbers.push(value);
      }
    }
    return numbers;
  }
}

/** Reads one formula by precedence: sums of products of signed, percentaged atoms. */
class Expression {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly evaluation: Evaluation,
  ) {}

  read(): number {
    const value = this.sum();
    if (this.position < this.tokens.length) throw new NotPlain();
    return value;
  }

  private sum(): number {
    if (++this.depth > DEEPEST) throw new NotPlain();
    let total = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const next = this.product();
      total = sign === '+' ? total + next : total - next;
    }
    this.depth--;
    return total;
  }

  private product(): number {
    let result = this.signed();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const next = this.signed();
      if (sign === '/' && next === 0) throw new Faulty('#DIV/0!');
      result = sign === '*' ? result * next : result / next;
    }
    return result;
  }

  private signed(): number {
    let negative = false;
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      if (sign === '-') negative = !negative;
    }
    let value = toNumber(this.operand());
    while (this.take('%') !== null) value /= 100;
    return negative ? -value : value;
  }

  private operand(): Operand {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new NotPlain();
    if (token.kind === 'number') return { kind: 'value', value: token.value };
    if (token.kind === 'name') return this.call(token.text);
    if (token.kind === 'reference') {
      const single = parseCell(token.text);
      if (single !== null) return { kind: 'value', value: this.evaluation.cell(single) };
      const area = parseRect(token.text);
      if (area === null) throw new NotPlain();
      return { kind: 'block', area };
    }
    if (token.text !== '(') throw new NotPlain();
    const value = this.sum();
    if (this.take(')') === null) throw new NotPlain();
    return { kind: 'value', value };
  }

  private call(name: string): Operand {
    const apply = FUNCTIONS.get(name.toUpperCase());
    if (apply === undefined || this.take('(') === null) throw new NotPlain();
    const values: number[][] = [];
    if (this.take(')') === null) {
      do values.push(this.argument());
      while (this.take(',') !== null);
      if (this.take(')') === null) throw new NotPlain();
    }
    return { kind: 'value', value: apply(values) };
  }

  /** A cell or a block on its own brings only its numbers; anything else is computed. */
  private argument(): number[] {
    const token = this.tokens[this.position];
    const after = this.tokens[this.position + 1];
    const alone = after?.kind === 'sign' && (after.text === ',' || after.text === ')');
    if (token?.kind === 'reference' && alone) {
      this.position++;
      const area = parseRect(token.text);
      if (area === null) throw new NotPlain();
      return this.evaluation.numbersIn(area);
    }
    return [this.sum()];
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.position++;
    return token.text;
  }
}

function toNumber(operand: Operand): number {
  if (operand.kind === 'block') throw new NotPlain();
  const { value } = operand;
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'object') throw new Faulty(value.error);
  // As in a spreadsheet: a number written as text counts, any other text is an error.
  if (!/^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value)) throw new Faulty('#VALUE!');
  return Number(value);
}

const FUNCTIONS = new Map<string, (values: readonly (readonly number[])[]) => number>([
  ['SUM', (values) => values.flat().reduce((total, value) => total + value, 0)],
  ['COUNT', (values) => values.flat().length],
  ['MIN', (values) => values.flat().reduce((least, value) => Math.min(least, value), values.flat()[0] ?? 0)],
  ['MAX', (values) => values.flat().reduce((most, value) => Math.max(most, value), values.flat()[0] ?? 0)],
  ['AVERAGE', average],
  ['ROUND', (values) => round(values[0]?.[0] ?? 0, values[1]?.[0] ?? 0)],
]);

function average(values: readonly (readonly number[])[]): number {
  const all = values.flat();
  if (all.length === 0) throw new Faulty('#DIV/0!');
  return all.reduce((total, value) => total + value, 0) / all.length;
}

/** Half away from zero, on the decimal digits that a spreadsheet keeps. */
function round(value: number, digits: number): number {
  const places = Math.trunc(digits);
  if (Math.abs(places) > 12 || Math.abs(value) > 1e15) return value;
  const scale = 10 ** places;
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / scale;
}

/** Fifteen digits, as a spreadsheet keeps them: 0.1 + 0.2 is 0.3. */
function tidy(value: number): CellValue {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : { error: '#NUM!' };
}

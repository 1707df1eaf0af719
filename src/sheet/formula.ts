import type { CellRef } from '../rubric/finding';
import { parseCell, parseRect } from './address';
import { tokenize } from './formulaTokens';
import { compare, Faulty, FUNCTIONS, tidy, toNumber } from './formulaFunctions';
import type { Argument } from './formulaFunctions';
import type { Token } from './formulaTokens';
import type { CellValue, Rect } from './grid';
import type { GridReader } from './gridReader';

/** Formulas that refer to formulas are followed this deep. */
const DEEPEST = 40;
/** Brackets in brackets, and IF in IF: a spreadsheet nests 64 functions. */
const MOST_NESTED = 130;
/** Cells that all formulas of a sheet together may visit; beyond it they count as not computed. */
const MOST_CELLS = 2_000_000;

/** What is known of a sheet's formulas, and how many cells were visited for it. */
interface Ledger {
  readonly results: Map<string, CellValue | undefined>;
  visited: number;
}

const ledgers = new WeakMap<GridReader, Ledger>();

/**
 * The value of a formula that has no cached result, for plain arithmetic on the same sheet: + − * / % brackets, comparisons,
 * texts, SUM, SUMIF, ROUND, AVERAGE, MIN, MAX, COUNT, ISNUMBER, IF, cells and blocks. `undefined` for anything else, for a circle, and where it goes too deep.
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
      // A reference to a blank cell shows 0.
      return tidy(new Expression(tokens, this).read()) ?? 0;
    } catch (reason) {
      if (reason instanceof Faulty) return { error: reason.code };
      throw reason;
    }
  }

  /** The values of a block's filled cells. */
  valuesIn(area: Rect): CellValue[] {
    const values: CellValue[] = [];
    const { rows } = this.reader;
    for (let position = this.reader.from(area.top); position < rows.length; position++) {
      const row = rows[position];
      if (row === undefined || row.index > area.bottom) break;
      for (const { column } of row.cells) {
        if (column < area.left || column > area.right) continue;
        values.push(this.cell({ row: row.index, column }));
      }
    }
    return values;
  }
}

/** Reads one formula by precedence: comparisons of sums of products of signed, percentaged atoms. */
class Expression {
  private position = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly evaluation: Evaluation,
  ) {}

  read(): CellValue {
    const value = this.comparison();
    if (this.position < this.tokens.length) throw new NotPlain();
    return value;
  }

  private comparison(): CellValue {
    if (++this.depth > MOST_NESTED) throw new NotPlain();
    let value = this.sum();
    for (let sign = this.take(...COMPARISONS); sign !== null; sign = this.take(...COMPARISONS)) {
      value = compare(tidy(value), sign, tidy(this.sum()));
    }
    this.depth--;
    return value;
  }

  private sum(): CellValue {
    let total = this.product();
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      const next = toNumber(this.product());
      total = sign === '+' ? toNumber(total) + next : toNumber(total) - next;
    }
    return total;
  }

  private product(): CellValue {
    let result = this.signed();
    for (let sign = this.take('*', '/'); sign !== null; sign = this.take('*', '/')) {
      const next = toNumber(this.signed());
      if (sign === '/' && next === 0) throw new Faulty('#DIV/0!');
      result = sign === '*' ? toNumber(result) * next : toNumber(result) / next;
    }
    return result;
  }

  private signed(): CellValue {
    let negative = false;
    let counted = false;
    for (let sign = this.take('+', '-'); sign !== null; sign = this.take('+', '-')) {
      counted = true;
      if (sign === '-') negative = !negative;
    }
    let value = this.operand();
    while (this.take('%') !== null) value = toNumber(value) / 100;
    if (!counted) return value;
    return negative ? -toNumber(value) : toNumber(value);
  }

  private operand(): CellValue {
    const token = this.tokens[this.position++];
    if (token === undefined) throw new NotPlain();
    if (token.kind === 'number' || token.kind === 'text') return token.value;
    if (token.kind === 'name') return this.call(token.text.toUpperCase());
    if (token.kind === 'reference') {
      const cell = parseCell(token.text);
      if (cell === null) throw new NotPlain();
      return this.evaluation.cell(cell);
    }
    if (token.text !== '(') throw new NotPlain();
    const value = this.comparison();
    if (this.take(')') === null) throw new NotPlain();
    return value;
  }

  private call(name: string): CellValue {
    if (this.take('(') === null) throw new NotPlain();
    if (name === 'IF') return this.choose();
    const apply = FUNCTIONS.get(name);
    if (apply === undefined) throw new NotPlain();
    const values: Argument[] = [];
    if (this.take(')') === null) {
      do values.push(this.argument());
      while (this.take(',') !== null);
      if (this.take(')') === null) throw new NotPlain();
    }
    return apply(values);
  }

  /** IF(condition, then, otherwise): a fault in the branch not taken is none. */
  private choose(): CellValue {
    const condition = toNumber(this.comparison()) !== 0;
    const branches: CellValue[] = [];
    let fault: Faulty | null = null;
    while (this.take(',') !== null) {
      const taken = branches.length === (condition ? 0 : 1);
      const { position, depth } = this;
      try {
        branches.push(this.comparison());
      } catch (reason) {
        if (!(reason instanceof Faulty)) throw reason;
        if (taken) fault = reason;
        branches.push(null);
        this.position = position;
        this.depth = depth;
        this.passOver();
      }
    }
    if (this.take(')') === null || branches.length === 0 || branches.length > 2) throw new NotPlain();
    if (fault !== null) throw fault;
    return branches[condition ? 0 : 1] ?? (condition ? 0 : false);
  }

  /** Goes on to the end of an argument. */
  private passOver(): void {
    let open = 0;
    for (; this.position < this.tokens.length; this.position++) {
      const token = this.tokens[this.position];
      if (token?.kind !== 'sign') continue;
      if (open === 0 && (token.text === ',' || token.text === ')')) return;
      if (token.text === '(') open++;
      if (token.text === ')') open--;
    }
  }

  /** A cell or a block on its own brings what stands there; anything else is computed. */
  private argument(): Argument {
    const token = this.tokens[this.position];
    const after = this.tokens[this.position + 1];
    const alone = after?.kind === 'sign' && (after.text === ',' || after.text === ')');
    if (token?.kind === 'reference' && alone) {
      this.position++;
      const cell = parseCell(token.text);
      if (cell !== null) return { kind: 'cell', values: [this.evaluation.cell(cell)] };
      const area = parseRect(token.text);
      if (area === null) throw new NotPlain();
      return { kind: 'block', values: this.evaluation.valuesIn(area) };
    }
    return { kind: 'value', values: [this.comparison()] };
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.position++;
    return token.text;
  }
}

const COMPARISONS = ['=', '<>', '<', '>', '<=', '>='] as const;

import { parseRect } from '../../../src/sheet/address';
import type { CellValue, Rect } from '../../../src/sheet/grid';

/** Value of a cell by its place, computed first where it is a formula; `sheet` null: the formula's own. */
export type ValueAt = (row: number, column: number, sheet: string | null) => CellValue;

const TOKEN =
  /\s*(?:("(?:[^"]|"")*")|(\d+(?:\.\d+)?(?:E[+-]?\d+)?)|((?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![A-Z(])|([A-Z][A-Z.]*)(?=\()|(TRUE|FALSE)|(#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A))|(>=|<=|<>|[-+*/%&=<>(),]))/iuy;

type Token =
  | { readonly kind: 'text' | 'call' | 'sign' | 'error'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'area'; readonly block: Block };

/** Cells of a sheet; null: of the formula's own. */
interface Block {
  readonly area: Rect;
  readonly sheet: string | null;
}

/** A block stays a block until a function or an operator takes it. */
type Operand = CellValue | Block;

/**
 * Excel's value of a formula (without `=`) over the sheets of a workbook: arithmetic, comparisons, text, and the functions below.
 * What it does not know is #NAME?, as in Excel.
 */
export function evaluate(formula: string, valueAt: ValueAt): CellValue {
  const tokens = tokenize(formula);
  if (tokens === null) return { error: '#NAME?' };
  try {
    const parser = new Parser(tokens, valueAt);
    return parser.whole();
  } catch (fault) {
    if (fault instanceof FormulaError) return { error: fault.code };
    throw fault;
  }
}

class FormulaError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function tokenize(formula: string): Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const match = TOKEN.exec(formula);
    if (match === null) return null;
    const [, text, number, area, call, truth, error, sign] = match;
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replace(/""/g, '"') });
    else if (number !== undefined) tokens.push({ kind: 'number', number: Number(number) });
    else if (area !== undefined) {
      const block = blockOf(area);
      if (block === null) return null;
      tokens.push({ kind: 'area', block });
    } else if (call !== undefined) tokens.push({ kind: 'call', text: call.toUpperCase() });
    else if (truth !== undefined) tokens.push({ kind: 'truth', truth: truth.toUpperCase() === 'TRUE' });
    else if (error !== undefined) tokens.push({ kind: 'error', text: error.toUpperCase() });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

function blockOf(reference: string): Block | null {
  const end = reference.lastIndexOf('!');
  const area = parseRect(reference.slice(end + 1));
  if (area === null) return null;
  const name = end < 0 ? null : reference.slice(0, end).replace(/^'|'$/g, '').replace(/''/g, "'");
  return { area, sheet: name };
}

class Parser {
  private at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly valueAt: ValueAt,
  ) {}

  whole(): CellValue {
    const value = this.single(this.comparison());
    if (this.at < this.tokens.length) throw new FormulaError('#NAME?');
    return value ?? 0;
  }

  private comparison(): Operand {
    let left = this.sum();
    for (
      let sign = this.take('=', '<>', '<=', '>=', '<', '>');
      sign;
      sign = this.take('=', '<>', '<=', '>=', '<', '>')
    ) {
      left = compare(this.single(left), sign, this.single(this.sum()));
    }
    return left;
  }

  private sum(): Operand {
    let left = this.product();
    for (let sign = this.take('+', '-', '&'); sign; sign = this.take('+', '-', '&')) {
      const right = this.product();
      if (sign === '&') left = this.text(left) + this.text(right);
      else left = this.number(left) + (sign === '+' ? 1 : -1) * this.number(right);
    }
    return left;
  }

  private product(): Operand {
    let left = this.signed();
    for (let sign = this.take('*', '/'); sign; sign = this.take('*', '/')) {
      const right = this.number(this.signed());
      if (sign === '/' && right === 0) throw new FormulaError('#DIV/0!');
      left = sign === '*' ? this.number(left) * right : this.number(left) / right;
    }
    return left;
  }

  private signed(): Operand {
    if (this.take('-')) return -this.number(this.signed());
    if (this.take('+')) return this.signed();
    let operand = this.atom();
    while (this.take('%')) operand = this.number(operand) / 100;
    return operand;
  }

  private atom(): Operand {
    const token = this.tokens[this.at++];
    switch (token?.kind) {
      case 'number':
        return token.number;
      case 'text':
        return token.text;
      case 'truth':
        return token.truth;
      case 'area':
        return token.block;
      case 'call':
        return this.call(token.text);
      case 'error':
        throw new FormulaError(token.text);
      default:
        if (token?.text !== '(') throw new FormulaError('#NAME?');
    }
    const inner = this.comparison();
    this.expect(')');
    return inner;
  }

  private call(name: string): CellValue {
    this.expect('(');
    const args: (() => Operand)[] = [];
    if (!this.take(')')) {
      do {
        // Errors in the branch that IF does not take must not count: each argument is read twice, once to find its end.
        const start = this.at;
        args.push(() => this.rewound(start));
        this.skipArgument();
      } while (this.take(','));
      this.expect(')');
    }
    return this.apply(name, args);
  }

  private rewound(start: number): Operand {
    const end = this.at;
    this.at = start;
    const value = this.comparison();
    this.at = end;
    return value;
  }

  private skipArgument(): void {
    for (let depth = 0; this.at < this.tokens.length; this.at++) {
      const token = this.tokens[this.at];
      const sign = token?.kind === 'sign' ? token.text : '';
      if (depth === 0 && (sign === ',' || sign === ')')) return;
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    }
  }

  private apply(name: string, args: readonly (() => Operand)[]): CellValue {
    const argument = (index: number): Operand => args[index]?.() ?? null;
    const numbers = (): number[] => args.flatMap((read) => this.numbersOf(read()));
    switch (name) {
      case 'SUM':
        return numbers().reduce((sum, value) => sum + value, 0);
      case 'MIN':
        return numbers().reduce((least, value) => Math.min(least, value), Infinity);
      case 'MAX':
        return numbers().reduce((most, value) => Math.max(most, value), -Infinity);
      case 'COUNT':
        return args.reduce((count, read) => count + this.countOf(read()), 0);
      case 'IF':
        return this.single(argument(this.number(argument(0)) !== 0 ? 1 : 2));
      case 'ISNUMBER':
        return typeof this.single(argument(0), true) === 'number';
      case 'N': {
        const value = this.single(argument(0));
        return typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0;
      }
      case 'ROUND':
        return roundHalfAway(this.number(argument(0)), this.number(argument(1)));
      case 'RANK':
        return this.rank(this.number(argument(0)), this.valuesOf(argument(1)));
      case 'SUMIF':
        return this.sumIf(argument(0), this.text(argument(1)));
      default:
        throw new FormulaError('#NAME?');
    }
  }

  /** Among these, the greatest first; equal ones share a place. */
  private rank(number: number, values: readonly CellValue[]): number {
    if (!values.includes(number)) throw new FormulaError('#N/A');
    return 1 + values.filter((value) => typeof value === 'number' && value > number).length;
  }

  private sumIf(operand: Operand, criterion: string): number {
    const match = /^(<=|>=|<>|<|>|=)?(.*)$/.exec(criterion);
    const bound = Number(match?.[2]);
    let sum = 0;
    for (const value of this.valuesOf(operand)) {
      if (typeof value === 'number' && compare(value, match?.[1] ?? '=', bound)) sum += value;
    }
    return sum;
  }

  private valuesOf(operand: Operand): CellValue[] {
    if (operand === null || typeof operand !== 'object' || !('area' in operand)) return [operand];
    const { area, sheet } = operand;
    const { top, bottom, left, right } = area;
    const values: CellValue[] = [];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) values.push(this.valueAt(row, column, sheet));
    }
    return values;
  }

  private numbersOf(operand: Operand): number[] {
    const isBlock = operand !== null && typeof operand === 'object' && 'area' in operand;
    if (!isBlock) return [this.number(operand)];
    return this.valuesOf(operand).flatMap((value) => {
      if (value !== null && typeof value === 'object') throw new FormulaError(value.error);
      return typeof value === 'number' ? [value] : [];
    });
  }

  private countOf(operand: Operand): number {
    return this.valuesOf(operand).filter((value) => typeof value === 'number').length;
  }

  private single(operand: Operand, errorsPass = false): CellValue {
    if (operand !== null && typeof operand === 'object' && 'area' in operand) {
      return this.single(this.valueAt(operand.area.top, operand.area.left, operand.sheet), errorsPass);
    }
    if (operand !== null && typeof operand === 'object' && !errorsPass) throw new FormulaError(operand.error);
    return operand;
  }

  private number(operand: Operand): number {
    const value = this.single(operand);
    const number =
      value === null ? 0 : typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
    if (Number.isNaN(number)) throw new FormulaError('#VALUE!');
    return number;
  }

  private text(operand: Operand): string {
    const value = this.single(operand);
    return value === null || typeof value === 'object' ? '' : String(value);
  }

  private take(...signs: readonly string[]): string | null {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || !signs.includes(token.text)) return null;
    this.at++;
    return token.text;
  }

  private expect(sign: string): void {
    if (this.take(sign) === null) throw new FormulaError('#NAME?');
  }
}

/** Blank cells compare as 0 with numbers; text is greater than any number. */
function compare(left: CellValue, sign: string, right: CellValue): boolean {
  const rank = (value: CellValue) => (typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 0);
  const order =
    rank(left) !== rank(right)
      ? rank(left) - rank(right)
      : typeof left === 'string' && typeof right === 'string'
        ? left.toLowerCase().localeCompare(right.toLowerCase())
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

/** ROUND as Excel rounds: on the 15 decimal digits that it shows, halves away from zero. */
function roundHalfAway(value: number, digits: number): number {
  const shown = Number(Math.abs(value).toPrecision(15));
  const scaled = Number(`${Math.round(Number(`${shown}e${digits}`))}e${-digits}`);
  return value < 0 ? -scaled : scaled;
}

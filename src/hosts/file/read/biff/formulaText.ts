import type { CellRef } from '../../../../rubric/finding';
import { placeOf, shownBlock, shownCell } from './cellPlace';
import { errorText } from './errors';
import { NAMED_FUNCTION, SHEET_FUNCTIONS } from './functions';
import type { TextCoding } from './texts';
import { TextReader } from './texts';

/** What formulas of a workbook refer to by number. */
export interface FormulaNames {
  readonly coding: TextCoding;
  /** The sheets from one to another as a formula writes them, without `!`; null where they lie in another workbook. */
  sheets(reference: number, first: number, last: number): string | null;
  /** A defined name by its number from 1. */
  name(index: number): string | null;
  /** A name of another book or add-in, by the number of the reference and its own number from 1. */
  externalName(reference: number, index: number): string | null;
}

/** Longest formula that a spreadsheet takes. */
const LONGEST = 8192;

const BINARY = ['+', '-', '*', '/', '^', '&', '<', '<=', '=', '>=', '>', '<>', ' ', ',', ':'];

/** A formula is none that is written out here; never leaves this file. */
class NotWritten extends Error {}

/**
 * The text of a formula from its tokens (MS-XLS 2.5.198, in reverse Polish order), as it stands at `cell`: parts of a
 * shared formula are relative to it. '' when the tokens are damaged or say what is not read here; every step goes
 * forward, so any bytes come to an end.
 */
export function formulaText(tokens: DataView, cell: CellRef, names: FormulaNames): string {
  try {
    const text = new Writer(tokens, cell, names).write();
    return text.length <= LONGEST ? text : '';
  } catch (reason) {
    if (reason instanceof NotWritten || reason instanceof RangeError) return '';
    throw reason;
  }
}

class Writer {
  private at = 0;
  private readonly stack: string[] = [];

  constructor(
    private readonly tokens: DataView,
    private readonly cell: CellRef,
    private readonly names: FormulaNames,
  ) {}

  write(): string {
    while (this.at < this.tokens.byteLength) this.token();
    if (this.stack.length !== 1) throw new NotWritten();
    return this.stack[0]!;
  }

  private get unicode(): boolean {
    return this.names.coding.version === 8;
  }

  private token(): void {
    const id = this.u8();
    // Operands come in three classes, whose bits do not matter here.
    const kind = id < 0x20 ? id : (id & 0x1f) | 0x20;
    if (id >= 0x80) throw new NotWritten();
    if (kind >= 0x03 && kind <= 0x11) return this.binary(BINARY[kind - 0x03]!);
    switch (kind) {
      case 0x12:
        return this.push(`+${this.pop()}`);
      case 0x13:
        return this.push(`-${this.pop()}`);
      case 0x14:
        return this.push(`${this.pop()}%`);
      case 0x15:
        return this.push(`(${this.pop()})`);
      case 0x16:
        return this.push('');
      case 0x17:
        return this.push(`"${this.string().replace(/"/g, '""')}"`);
      case 0x19:
        return this.attribute();
      case 0x1c:
        return this.push(errorText(this.u8()));
      case 0x1d:
        return this.push(this.u8() === 0 ? 'FALSE' : 'TRUE');
      case 0x1e:
        return this.push(String(this.u16()));
      case 0x1f:
        return this.push(String(this.f64()));
      case 0x21:
        return this.fixedCall();
      case 0x22:
        return this.variableCall();
      case 0x23:
        return this.name();
      default:
        return this.reference(kind);
    }
  }

  private reference(kind: number): void {
    switch (kind) {
      case 0x24:
        return this.push(this.corner(false));
      case 0x25:
        return this.push(this.block(false));
      // What a memory token holds follows it as tokens.
      case 0x26:
      case 0x27:
      case 0x28:
        return this.skip(6);
      case 0x29:
        return this.skip(2);
      case 0x2a:
        this.skip(this.unicode ? 4 : 3);
        return this.push('#REF!');
      case 0x2b:
        this.skip(this.unicode ? 8 : 6);
        return this.push('#REF!');
      case 0x2c:
        return this.push(this.corner(true));
      case 0x2d:
        return this.push(this.block(true));
      case 0x39:
        return this.externalName();
      case 0x3a: {
        const sheets = this.sheets();
        return this.push(`${sheets}!${this.corner(false)}`);
      }
      case 0x3b: {
        const sheets = this.sheets();
        return this.push(`${sheets}!${this.block(false)}`);
      }
      default:
        throw new NotWritten();
    }
  }

  private binary(sign: string): void {
    const right = this.pop();
    this.push(`${this.pop()}${sign}${right}`);
  }

  /** PtgAttr: how a spreadsheet steps through the formula, spaces; and SUM of one argument. */
  private attribute(): void {
    const kind = this.u8();
    if (kind === 0x04) return this.skip(2 * (this.u16() + 1));
    this.skip(2);
    if ((kind & 0x10) !== 0) this.push(`SUM(${this.pop()})`);
  }

  private fixedCall(): void {
    const called = SHEET_FUNCTIONS.get(this.u16());
    if (called === undefined || called.arity === null) throw new NotWritten();
    this.call(called.name, called.arity);
  }

  private variableCall(): void {
    const count = this.u8() & 0x7f;
    const id = this.u16();
    if (id !== NAMED_FUNCTION) return this.call(SHEET_FUNCTIONS.get(id)?.name, count);
    const values = this.arguments(count);
    const named = /^(?:_xlfn\.)?([A-Z][A-Z0-9.]*)$/.exec(values.shift() ?? '');
    if (named === null) throw new NotWritten();
    this.push(`${named[1]!}(${values.join(',')})`);
  }

  private call(name: string | undefined, count: number): void {
    if (name === undefined) throw new NotWritten();
    this.push(`${name}(${this.arguments(count).join(',')})`);
  }

  private arguments(count: number): string[] {
    if (count > this.stack.length) throw new NotWritten();
    return this.stack.splice(this.stack.length - count, count);
  }

  private name(): void {
    const name = this.names.name(this.u16());
    this.skip(this.unicode ? 2 : 12);
    if (name === null) throw new NotWritten();
    this.push(name);
  }

  private externalName(): void {
    if (!this.unicode) throw new NotWritten();
    const name = this.names.externalName(this.u16(), this.u16());
    this.skip(2);
    if (name === null) throw new NotWritten();
    this.push(name);
  }

  private string(): string {
    const reader = new TextReader([this.tokens], this.at);
    const text = reader.text(1, this.names.coding);
    this.at = reader.position;
    return text;
  }

  /** The sheets of a 3-D reference: by number of a pair since Excel 97, before it the pair itself. */
  private sheets(): string {
    const reference = this.u16();
    let [first, last] = [-1, -1];
    if (!this.unicode) {
      this.skip(8);
      [first, last] = [this.u16(), this.u16()];
    }
    const sheets = this.names.sheets(reference, first, last);
    if (sheets === null) throw new NotWritten();
    return sheets;
  }

  private corner(shared: boolean): string {
    const row = this.u16();
    const column = this.unicode ? this.u16() : this.u8();
    return shownCell(placeOf(row, column, this.unicode, shared ? this.cell : null));
  }

  private block(shared: boolean): string {
    const rows = [this.u16(), this.u16()] as const;
    const columns = this.unicode ? ([this.u16(), this.u16()] as const) : ([this.u8(), this.u8()] as const);
    const origin = shared ? this.cell : null;
    const from = placeOf(rows[0], columns[0], this.unicode, origin);
    return shownBlock(from, placeOf(rows[1], columns[1], this.unicode, origin), this.unicode);
  }

  private push(text: string): void {
    this.stack.push(text);
  }

  private pop(): string {
    const text = this.stack.pop();
    if (text === undefined) throw new NotWritten();
    return text;
  }

  private skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.tokens.byteLength) throw new NotWritten();
  }

  private u8(): number {
    return this.tokens.getUint8(this.at++);
  }

  private u16(): number {
    this.at += 2;
    return this.tokens.getUint16(this.at - 2, true);
  }

  private f64(): number {
    this.at += 8;
    return this.tokens.getFloat64(this.at - 8, true);
  }
}

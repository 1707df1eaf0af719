import { columnIndex } from '../../../sheet/address';
import type { CellValue, GridCell } from '../../../sheet/grid';
import type { XmlScanner } from '../xml';
import { decodeXstring } from '../xmlText';
import { storedValue } from './cellValue';
import type { ValueContext } from './cellValue';
import { readRichText } from './richText';
import { shiftFormula } from './sharedFormula';

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Followers' formulas are spelt out up to this many characters a sheet, so that no file grows without bound. */
const MOST_SHARED_TEXT = 4_000_000;

/** Reads the cells of a sheet one after the other. */
export class CellReader {
  /** Of the cell that was read last; a reference gives the row only where the row gave none. */
  row = -1;
  column = -1;
  placesRow = false;
  /**
   * Whether what was read since this was set depends on nothing but its text, the row, and one shared string, with the
   * index `string` (-1: none).
   */
  alone = true;
  string = -1;

  readonly #shared = new Map<string, SharedFormula>();
  #sharedText = 0;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: ValueContext,
  ) {}

  /** The cell whose start tag is the current one; null where it holds nothing. */
  read(): GridCell | null {
    const { scanner } = this;
    const { text } = scanner;
    let type = 'n';
    let column = -2;
    for (let i = 0; i < scanner.attributeCount; i++) {
      const name = scanner.attributeChar(i);
      if (name === 'r') {
        const start = scanner.attributeStart(i);
        const end = scanner.attributeEnd(i);
        if (start === end) continue;
        const letters = lettersEnd(text, start, end);
        column = columnOf(text, start, letters);
        if (this.placesRow) this.row = digits(text, letters, end) - 1;
      } else if (name === 't') {
        type = text.slice(scanner.attributeStart(i), scanner.attributeEnd(i));
      }
    }
    if (column === -2) {
      column = this.column + 1;
      this.alone = false;
    }
    this.column = column;
    let value: CellValue = null;
    let formula: string | null = null;
    if (!scanner.empty) {
      while (scanner.next() && scanner.open) {
        if (scanner.is('v')) value = this.#readValue(type);
        else if (scanner.is('f')) formula = this.#readFormula();
        else if (scanner.is('is')) value = readRichText(scanner);
        else scanner.skip();
      }
    }
    if (formula !== null || (value !== null && value !== '')) return { column, value, formula };
    // Another shared string in its place would not be nothing.
    if (this.string >= 0) this.alone = false;
    return null;
  }

  #readValue(type: string): CellValue {
    const { scanner, context } = this;
    if (type === 's' || type === 'n') {
      const number = scanner.plainNumber();
      if (number >= 0) {
        if (type === 'n') return number;
        if (this.string >= 0) this.alone = false;
        this.string = number;
        return context.strings.at(number);
      }
    }
    if (type === 's' || type === 'd') this.alone = false;
    return storedValue(type, scanner.content(), context);
  }

  #readFormula(): string {
    const { scanner } = this;
    const shared = scanner.attributeCount > 0 && scanner.attribute('t') === 'shared';
    if (shared) this.alone = false;
    const group = shared ? scanner.attribute('si') : undefined;
    const text = decodeXstring(scanner.content());
    if (group === undefined) return text;
    if (text !== '') {
      this.#shared.set(group, { text, row: this.row, column: this.column });
      return text;
    }
    const master = this.#shared.get(group);
    if (master === undefined) return '';
    this.#sharedText += master.text.length;
    if (this.#sharedText > MOST_SHARED_TEXT) return '';
    return shiftFormula(master.text, this.row - master.row, this.column - master.column);
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The number that these characters spell; NaN-free: 0 where they spell none. */
export function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) number = number * 10 + code - 48;
  }
  return number;
}

function lettersEnd(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && !isDigit(text.charCodeAt(i))) i++;
  return i;
}

/** 0-based column of the letters before a reference's digits, -1 where they name none. */
function columnOf(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from);
  if (to - from === 1 && code >= 65 && code <= 90) return code - 65;
  return columnIndex(text.slice(from, to).replace(/[$\s]/g, '')) ?? -1;
}

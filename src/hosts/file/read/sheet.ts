import { columnIndex, MAX_COLUMNS, MAX_ROWS, parseRect } from '../../../sheet/address';
import type { CellValue, Grid, GridCell, Rect } from '../../../sheet/grid';
import { XmlScanner } from '../xml';
import { decodeXstring } from '../xmlText';
import { storedValue } from './cellValue';
import type { ValueContext } from './cellValue';
import { readRichText } from './richText';
import { HiddenRunList, RowList } from './rowList';
import { shiftFormula } from './sharedFormula';

export interface SheetContext extends ValueContext {
  readonly name: string;
  readonly hidden: boolean;
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** Followers' formulas are spelt out up to this many characters a sheet, so that no file grows without bound. */
const MOST_SHARED_TEXT = 4_000_000;

/** Reads one worksheet part; null when its root is no worksheet. Throws a FileFault when its XML cannot be followed. */
export function readSheet(xml: string, path: string, context: SheetContext): Grid | null {
  return new SheetReader(new XmlScanner(xml, path), context).read();
}

class SheetReader {
  readonly #rows = new RowList();
  readonly #hiddenRows = new HiddenRunList();
  readonly #hiddenColumns = new HiddenRunList();
  readonly #merges: Rect[] = [];
  readonly #shared = new Map<string, SharedFormula>();
  #sharedText = 0;
  #row = -1;
  #column = -1;
  #lastRow = -1;
  #lastColumn = -1;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: SheetContext,
  ) {}

  read(): Grid | null {
    const { scanner } = this;
    if (!scanner.next()) throw scanner.broken();
    if (!scanner.is('worksheet')) return null;
    while (scanner.next()) {
      if (!scanner.open) continue;
      if (scanner.is('sheetData')) this.#children('row', () => this.#readRow());
      else if (scanner.is('mergeCells')) this.#children('mergeCell', () => this.#readMerge());
      else if (scanner.is('cols')) this.#children('col', () => this.#readColumns());
      else scanner.skip();
    }
    return {
      name: this.context.name,
      rows: this.#rows.sorted(),
      merges: this.#merges,
      hidden: this.context.hidden,
      hiddenRows: this.#hiddenRows.sorted(),
      hiddenColumns: this.#hiddenColumns.sorted(),
      lastRow: this.#lastRow,
      lastColumn: this.#lastColumn,
    };
  }

  /** From a start tag: calls `each` at every child of this name, passes over others; moves to the end tag. */
  #children(name: string, each: () => void): void {
    const { scanner } = this;
    if (scanner.empty) return;
    while (scanner.next() && scanner.open) {
      if (scanner.is(name)) each();
      else scanner.skip();
    }
  }

  #readMerge(): void {
    const rect = parseRect(this.scanner.attribute('ref') ?? '');
    if (rect !== null && (rect.top !== rect.bottom || rect.left !== rect.right)) this.#merges.push(rect);
    this.scanner.skip();
  }

  #readColumns(): void {
    const { scanner } = this;
    if (scanner.flag('hidden')) {
      const from = Number(scanner.attribute('min')) - 1;
      const to = Math.min(Number(scanner.attribute('max')), MAX_COLUMNS) - 1;
      if (from >= 0 && to >= from) this.#hiddenColumns.add(from, to);
    }
    scanner.skip();
  }

  #readRow(): void {
    const { scanner } = this;
    const at = scanner.find('r');
    const number = at < 0 ? 0 : digits(scanner.text, scanner.attributeStart(at), scanner.attributeEnd(at));
    const known = number > 0;
    this.#row = known ? number - 1 : this.#row + 1;
    this.#column = -1;
    const hidden = scanner.attributeCount > 1 && scanner.flag('hidden');
    const cells: GridCell[] = [];
    if (!scanner.empty) {
      let first = !known;
      while (scanner.next() && scanner.open) {
        if (scanner.is('c')) this.#readCell(cells, first);
        else scanner.skip();
        first = false;
      }
    }
    if (hidden && this.#row >= 0 && this.#row < MAX_ROWS) this.#hiddenRows.add(this.#row, this.#row);
    if (cells.length > 0) this.#rows.add(this.#row, cells);
  }

  /** `placesRow`: the row has no number of its own, so its first cell's reference gives it. */
  #readCell(cells: GridCell[], placesRow: boolean): void {
    const { scanner } = this;
    const { text } = scanner;
    let type = 'n';
    let column = this.#column + 1;
    for (let i = 0; i < scanner.attributeCount; i++) {
      const name = scanner.attributeChar(i);
      if (name === 'r') {
        const start = scanner.attributeStart(i);
        const end = scanner.attributeEnd(i);
        if (start === end) continue;
        const letters = lettersEnd(text, start, end);
        column = columnOf(text, start, letters);
        if (placesRow) this.#row = digits(text, letters, end) - 1;
      } else if (name === 't') {
        type = text.slice(scanner.attributeStart(i), scanner.attributeEnd(i));
      }
    }
    this.#column = column;
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
    const row = this.#row;
    if (row < 0 || row >= MAX_ROWS || column < 0 || column >= MAX_COLUMNS) return;
    if (row > this.#lastRow) this.#lastRow = row;
    if (column > this.#lastColumn) this.#lastColumn = column;
    if (formula !== null || (value !== null && value !== '')) cells.push({ column, value, formula });
  }

  #readValue(type: string): CellValue {
    const { scanner, context } = this;
    if (type === 's' || type === 'n') {
      const number = scanner.plainNumber();
      if (number >= 0) return type === 'n' ? number : context.strings.at(number);
    }
    return storedValue(type, scanner.content(), context);
  }

  #readFormula(): string {
    const { scanner } = this;
    const shared = scanner.attributeCount > 0 && scanner.attribute('t') === 'shared';
    const group = shared ? scanner.attribute('si') : undefined;
    const text = decodeXstring(scanner.content());
    if (group === undefined) return text;
    if (text !== '') {
      this.#shared.set(group, { text, row: this.#row, column: this.#column });
      return text;
    }
    const master = this.#shared.get(group);
    if (master === undefined) return '';
    this.#sharedText += master.text.length;
    if (this.#sharedText > MOST_SHARED_TEXT) return '';
    return shiftFormula(master.text, this.#row - master.row, this.#column - master.column);
  }
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** The number that these characters spell; NaN-free: 0 where they spell none. */
function digits(text: string, from: number, to: number): number {
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

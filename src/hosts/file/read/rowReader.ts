import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import type { GridCell } from '../../../sheet/grid';
import type { XmlScanner } from '../xml';
import { CellReader, digits } from './cellReader';
import type { ValueContext } from './cellValue';
import { HiddenRunList, RowList } from './rowList';
import { placeOf } from './rowMemory';
import type { RowMemory, Stretch } from './rowMemory';

/**
 * Stretches that may be new, in excess of known ones, before a sheet counts as one that no form is known of: from there
 * on nothing is looked for or kept, as it would cost more than it saves.
 */
const PATIENCE = 500;

/** Reads a sheet's rows; stretches that were met in another sheet are taken as they were read there. */
export class RowReader {
  readonly rows = new RowList();
  readonly hiddenRows = new HiddenRunList();
  /** Last row and column with a cell, -1 without any. */
  lastRow = -1;
  lastColumn = -1;

  readonly #reader: CellReader;
  #cells: GridCell[] = [];
  #inRow = false;
  #hidden = false;

  /** Of the stretch that is being read: the row that begins in it, and the greatest column of its cells; -1: none. */
  #rowBegun = -1;
  #widest = -1;
  /** How many stretches of this row there were before it. */
  #number = 0;
  #before: Stretch;
  #patience = PATIENCE;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: ValueContext,
    private readonly memory: RowMemory,
  ) {
    this.#reader = new CellReader(scanner, context);
    this.#before = memory.start;
  }

  /** From the start tag of `sheetData` to its end tag. */
  read(): void {
    if (this.scanner.empty) return;
    while (this.#takeKnown() || this.#readStretch());
  }

  #place(): number {
    return placeOf(this.#reader.row, this.#inRow ? this.#number : 0);
  }

  /** Passes over the stretch that comes next where it is known. */
  #takeKnown(): boolean {
    if (this.#patience <= 0) return false;
    const known = this.#known(this.#place());
    if (known === null) {
      this.#patience--;
      return false;
    }
    if (this.#patience < PATIENCE) this.#patience++;
    this.#before.next = known;
    this.#before = known;
    this.scanner.jump(known.text.length, (known.endsRow ? 0 : 1) - (this.#inRow ? 1 : 0));
    if (known.row >= 0) this.#beginRow(known.row, known.hidden);
    if (known.widest >= 0) this.#reach(known.widest);
    if (known.cell !== null) this.#cells.push(known.cell);
    this.#reader.column = known.column;
    this.#number++;
    if (known.endsRow) this.#endRow();
    return true;
  }

  #known(place: number): Stretch | null {
    const { next } = this.#before;
    if (next !== null && next.place === place && this.#comes(next)) return next;
    const known = this.memory.at(place);
    if (known === undefined) return null;
    const { alike } = known;
    for (let i = 0; i < alike.length; i++) if (this.#comes(alike[i]!)) return known.found(i);
    return null;
  }

  /** Whether what comes next is this, and would be read as this. */
  #comes(stretch: Stretch): boolean {
    const { text, string } = stretch;
    const { scanner } = this;
    const from = scanner.end;
    if (scanner.text.charCodeAt(from + stretch.markAt) !== stretch.mark) return false;
    // Most of the time it is the string that differs.
    if (string >= 0 && !this.context.strings.mayBe(string, stretch.cell!.value)) return false;
    // A piece of a string costs no copy, and comparing it is quicker than startsWith.
    if (scanner.text.slice(from, from + text.length) !== text) return false;
    return string < 0 || this.context.strings.at(string) === stretch.cell!.value;
  }

  /** Reads on to the end of a stretch; false at the end tag of `sheetData`. */
  #readStretch(): boolean {
    const { scanner } = this;
    const from = scanner.end;
    const place = this.#place();
    this.#reader.alone = true;
    this.#rowBegun = -1;
    this.#widest = -1;
    this.#reader.string = -1;
    while (scanner.next()) {
      if (!scanner.open) {
        if (!this.#inRow) return false;
        this.#keep(from, place, null, true);
        this.#endRow();
        return true;
      }
      if (this.#inRow) {
        const cell = scanner.is('c') ? this.#readCell() : scanner.skip();
        this.#reader.placesRow = false;
        if (cell == null) continue;
        this.#cells.push(this.#keep(from, place, cell, false)?.cell ?? cell);
        this.#number++;
        return true;
      }
      if (!scanner.is('row')) scanner.skip();
      else if (this.#readRowTag()) {
        this.#keep(from, place, null, true);
        this.#endRow();
        return true;
      }
    }
    return false;
  }

  /** The cell whose start tag is the current one; null where it holds nothing or lies outside of a sheet. */
  #readCell(): GridCell | null {
    const reader = this.#reader;
    const cell = reader.read();
    const { column } = reader;
    if (!this.#isRow() || column < 0 || column >= MAX_COLUMNS) {
      reader.alone = false;
      return null;
    }
    this.#reach(column);
    if (column > this.#widest) this.#widest = column;
    return cell;
  }

  /** Remembers the stretch from there to the current tag, if it would be read alike elsewhere. */
  #keep(from: number, place: number, cell: GridCell | null, endsRow: boolean): Stretch | null {
    if (!this.#reader.alone || this.#patience <= 0) return null;
    const stretch = this.memory.keep(place, this.scanner.text.slice(from, this.scanner.end), {
      row: this.#rowBegun,
      hidden: this.#hidden,
      column: this.#reader.column,
      widest: this.#widest,
      cell,
      string: this.#reader.string,
      endsRow,
    });
    if (stretch === null) return null;
    this.#before.next = stretch;
    this.#before = stretch;
    return stretch;
  }

  /** Begins the row whose start tag is the current one; true where it has no content. */
  #readRowTag(): boolean {
    const { scanner } = this;
    const at = scanner.find('r');
    const number = at < 0 ? 0 : digits(scanner.text, scanner.attributeStart(at), scanner.attributeEnd(at));
    const known = number > 0;
    const hidden = scanner.attributeCount > 1 && scanner.flag('hidden');
    this.#beginRow(known ? number - 1 : this.#reader.row + 1, hidden);
    this.#reader.placesRow = !known;
    if (known) this.#rowBegun = this.#reader.row;
    else this.#reader.alone = false;
    return scanner.empty;
  }

  #beginRow(row: number, hidden: boolean): void {
    this.#reader.row = row;
    this.#reader.column = -1;
    this.#reader.placesRow = false;
    this.#hidden = hidden;
    this.#cells = [];
    this.#inRow = true;
    this.#number = 0;
  }

  #endRow(): void {
    this.#inRow = false;
    if (this.#hidden && this.#isRow()) this.hiddenRows.add(this.#reader.row, this.#reader.row);
    if (this.#cells.length > 0) this.rows.add(this.#reader.row, this.#cells);
  }

  /** Whether the row is one that a sheet can have. */
  #isRow(): boolean {
    return this.#reader.row >= 0 && this.#reader.row < MAX_ROWS;
  }

  /** Notes that there is a cell in this column of the row. */
  #reach(column: number): void {
    if (this.#reader.row > this.lastRow) this.lastRow = this.#reader.row;
    if (column > this.lastColumn) this.lastColumn = column;
  }
}

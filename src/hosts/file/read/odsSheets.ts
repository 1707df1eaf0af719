import { MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';
import type { CellValue, Grid, GridCell, GridRow, Rect } from '../../../sheet/grid';
import { tooLarge } from '../inflate';
import { LIMITS } from '../limits';
import type { XmlScanner } from '../xml';
import { dateSerial } from './cellValue';
import { a1Formula } from './odsFormula';
import { HiddenRunList } from './rowList';

/** Filled cells that a document may spell out by repeating: it can ask for 17 thousand million in one line. */
const MOST_CELLS = 4_000_000;

/** Reads the sheets of an OpenDocument content part (ODF 1.3 part 3, 9). Prefixes are taken to be the usual ones. */
export class OdsReader {
  readonly #grids: Grid[] = [];
  readonly #hiddenStyles = new Set<string>();
  #filled = 0;

  constructor(private readonly scanner: XmlScanner) {}

  read(): readonly Grid[] {
    const { scanner } = this;
    let style = '';
    while (scanner.next()) {
      if (!scanner.open) continue;
      if (scanner.is('style')) style = scanner.attribute('style:name') ?? '';
      else if (scanner.is('table-properties') && scanner.attribute('table:display') === 'false')
        this.#hiddenStyles.add(style);
      else if (scanner.is('tracked-changes')) scanner.skip();
      else if (scanner.is('table')) this.#grids.push(this.#readTable());
    }
    return this.#grids;
  }

  #readTable(): Grid {
    const { scanner } = this;
    const name = scanner.attribute('table:name') ?? '';
    const hidden = this.#hiddenStyles.has(scanner.attribute('table:style-name') ?? '');
    const [hiddenRows, hiddenColumns] = [new HiddenRunList(), new HiddenRunList()];
    const rows: GridRow[] = [];
    const merges: Rect[] = [];
    let [row, column, lastRow, lastColumn] = [0, 0, -1, -1];
    const outside = scanner.depth - 1;
    const filled = !scanner.empty;
    while (filled && scanner.next() && scanner.depth > outside) {
      if (!scanner.open) continue;
      if (scanner.is('table-column')) {
        const end = Math.min(column + this.#repeat('table:number-columns-repeated'), MAX_COLUMNS);
        if (this.#isHidden() && end > column) hiddenColumns.add(column, end - 1);
        column = end;
      } else if (scanner.is('table-row')) {
        const times = Math.min(this.#repeat('table:number-rows-repeated'), MAX_ROWS - row);
        if (this.#isHidden() && times > 0) hiddenRows.add(row, row + times - 1);
        const cells = this.#readRow(row, merges);
        for (let i = 0; i < times && cells.length > 0; i++) rows.push({ index: row + i, cells });
        this.#count(cells.length * (times - 1));
        row += times;
        if (cells.length > 0 && times > 0) lastRow = row - 1;
        lastColumn = Math.max(lastColumn, cells.at(-1)?.column ?? -1);
      } else if (scanner.is('shapes') || scanner.is('named-expressions') || scanner.is('forms'))
        scanner.skip();
    }
    return {
      name,
      rows,
      merges,
      hidden,
      hiddenRows: hiddenRows.sorted(),
      hiddenColumns: hiddenColumns.sorted(),
      lastRow,
      lastColumn,
    };
  }

  #repeat(attribute: string): number {
    const count = Math.floor(Number(this.scanner.attribute(attribute) ?? 1));
    return count >= 1 ? count : 1;
  }

  #isHidden(): boolean {
    const visibility = this.scanner.attribute('table:visibility');
    return visibility === 'collapse' || visibility === 'filter';
  }

  #count(cells: number): void {
    this.#filled += cells;
    if (this.#filled > MOST_CELLS) throw tooLarge(LIMITS.partBytes, this.scanner.part);
  }

  #readRow(row: number, merges: Rect[]): GridCell[] {
    const { scanner } = this;
    const cells: GridCell[] = [];
    if (scanner.empty) return cells;
    let column = 0;
    while (scanner.next() && scanner.open) {
      if (!scanner.is('table-cell') && !scanner.is('covered-table-cell')) {
        scanner.skip();
        continue;
      }
      const times = Math.min(this.#repeat('table:number-columns-repeated'), MAX_COLUMNS - column);
      const width = this.#repeat('table:number-columns-spanned');
      const height = this.#repeat('table:number-rows-spanned');
      if (width > 1 || height > 1) {
        const bottom = Math.min(row + height, MAX_ROWS) - 1;
        merges.push({ top: row, left: column, bottom, right: Math.min(column + width, MAX_COLUMNS) - 1 });
      }
      // What lies under a merge is kept in the file but shown nowhere.
      const covered = scanner.is('covered-table-cell');
      const { value, formula } = this.#readCell();
      if (!covered && (formula !== null || (value !== null && value !== ''))) {
        this.#count(times);
        for (let i = 0; i < times; i++) cells.push({ column: column + i, value, formula });
      }
      column += times;
    }
    return cells;
  }

  #readCell(): { value: CellValue; formula: string | null } {
    const { scanner } = this;
    const type = scanner.attribute('office:value-type');
    const isError = scanner.attribute('calcext:value-type') === 'error';
    const source = scanner.attribute('table:formula');
    const formula = source === undefined ? null : a1Formula(source);
    const stored = this.#storedValue(type);
    const text = this.#readText();
    if (isError) return { value: { error: text }, formula };
    if (stored !== undefined) return { value: stored, formula };
    return { value: text === '' && formula === null ? null : text, formula };
  }

  /** The value that the cell's attributes hold; undefined where its text is its value. */
  #storedValue(type: string | undefined): CellValue | undefined {
    const { scanner } = this;
    switch (type) {
      case 'float':
      case 'percentage':
      case 'currency': {
        const number = Number(scanner.attribute('office:value'));
        return Number.isFinite(number) ? number : undefined;
      }
      case 'boolean':
        return scanner.attribute('office:boolean-value') === 'true';
      case 'date':
        return dateSerial(scanner.attribute('office:date-value') ?? '', false) ?? undefined;
      case 'time': {
        const time = /^PT(\d+)H(\d+)M([\d.]+)S$/.exec(scanner.attribute('office:time-value') ?? '');
        return time === null
          ? undefined
          : (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3])) / 86_400;
      }
      case 'string':
        return scanner.attribute('office:string-value');
      default:
        return undefined;
    }
  }

  /** The cell's paragraphs, one a line, spans joined, notes left out; moves to the cell's end tag. */
  #readText(): string {
    const { scanner } = this;
    if (scanner.empty) return '';
    const outside = scanner.depth - 1;
    const lines: string[] = [];
    while (scanner.next() && scanner.depth > outside) {
      if (!scanner.open) continue;
      if (scanner.is('p')) lines.push(this.#readParagraph());
      else scanner.skip();
    }
    return lines.join('\n');
  }

  #readParagraph(): string {
    const { scanner } = this;
    return scanner.mixed((local) => {
      if (local === 's') return ' '.repeat(Math.min(this.#repeat('text:c'), 1000));
      if (local === 'tab') return '\t';
      if (local === 'line-break') return '\n';
      return local === 'annotation' || local === 'ruby-text' ? null : '';
    });
  }
}

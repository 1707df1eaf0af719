import { MAX_COLUMNS, parseRect } from '../../../sheet/address';
import type { Grid, Rect } from '../../../sheet/grid';
import { XmlScanner } from '../xml';
import type { ValueContext } from './cellValue';
import { HiddenRunList } from './rowList';
import type { RowMemory } from './rowMemory';
import { RowReader } from './rowReader';

export interface SheetContext extends ValueContext {
  readonly name: string;
  readonly hidden: boolean;
}

/** Reads one worksheet part; null when its root is no worksheet. Throws a FileFault when its XML cannot be followed. */
export function readSheet(xml: string, path: string, context: SheetContext, memory: RowMemory): Grid | null {
  const scanner = new XmlScanner(xml, path);
  return new SheetReader(scanner, context, new RowReader(scanner, context, memory)).read();
}

class SheetReader {
  readonly #hiddenColumns = new HiddenRunList();
  readonly #merges: Rect[] = [];

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: SheetContext,
    private readonly rows: RowReader,
  ) {}

  read(): Grid | null {
    const { scanner, rows } = this;
    if (!scanner.next()) throw scanner.broken();
    if (!scanner.is('worksheet')) return null;
    while (scanner.next()) {
      if (!scanner.open) continue;
      if (scanner.is('sheetData')) rows.read();
      else if (scanner.is('mergeCells')) this.#children('mergeCell', () => this.#readMerge());
      else if (scanner.is('cols')) this.#children('col', () => this.#readColumns());
      else scanner.skip();
    }
    return {
      name: this.context.name,
      rows: rows.rows.sorted(),
      merges: this.#merges,
      hidden: this.context.hidden,
      hiddenRows: rows.hiddenRows.sorted(),
      hiddenColumns: this.#hiddenColumns.sorted(),
      lastRow: rows.lastRow,
      lastColumn: rows.lastColumn,
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
}

import type { Highlight } from '../../../plan/edits';
import { severityOfSignature } from '../../../plan/marks';
import type { CellRef } from '../../../rubric/finding';
import { MAX_COLUMNS, parseCell } from '../../../sheet/address';
import { cellsOfAreas, parseAreas } from '../patch/areas';
import { childNamed, contentOf, parseXml } from '../patch/xmlTree';
import { XmlScanner } from '../xml';
import type { ColumnLook, RowLook, SheetLook, TextRun } from './bookLook';
import { runsOf } from './richStrings';
import { LookReader } from './styles';

export interface SheetLookContext {
  readonly name: string;
  readonly theme: readonly string[];
  readonly richStrings: ReadonlyMap<number, readonly TextRun[]>;
}

/** Reads the look of one worksheet part; notes, which lie elsewhere, are left to the caller. */
export function readSheetLook(
  xml: string,
  part: string,
  context: SheetLookContext,
): Omit<SheetLook, 'notes'> {
  return new SheetLookReader(new XmlScanner(xml, part), context).read();
}

const positive = (value: string | undefined) => (Number(value) > 0 ? Number(value) : null);

class SheetLookReader {
  readonly #columns: ColumnLook[] = [];
  readonly #rows = new Map<number, RowLook>();
  readonly #richTexts: (CellRef & { runs: readonly TextRun[] })[] = [];
  readonly #highlights: Highlight[] = [];
  #tabColor: string | undefined;
  #gridlines = true;
  #columnWidth: number | null = null;
  #rowHeight: number | null = null;
  #frozen: CellRef | null = null;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly context: SheetLookContext,
  ) {}

  read(): Omit<SheetLook, 'notes'> {
    const { scanner } = this;
    scanner.next();
    while (scanner.next()) {
      if (!scanner.open) continue;
      if (scanner.is('sheetData')) this.#readRows();
      else if (scanner.is('sheetFormatPr')) this.#readFormat();
      else if (scanner.is('cols')) scanner.children('col', () => this.#readColumn());
      else if (scanner.is('sheetViews')) scanner.children('sheetView', () => this.#readView());
      else if (scanner.is('sheetPr')) this.#tabColor = this.#tabColorOf(this.#element());
      else if (scanner.is('conditionalFormatting')) this.#readConditions();
      else scanner.skip();
    }
    return {
      name: this.context.name,
      ...(this.#tabColor === undefined ? {} : { tabColor: this.#tabColor }),
      gridlines: this.#gridlines,
      columnWidth: this.#columnWidth,
      rowHeight: this.#rowHeight,
      columns: this.#columns,
      rows: this.#rows,
      richTexts: this.#richTexts,
      frozen: this.#frozen,
      highlights: this.#highlights,
    };
  }

  /** The text of the element that starts here; moves to its end tag. */
  #element(): string {
    const { scanner } = this;
    const from = scanner.start;
    scanner.skip();
    return scanner.text.slice(from, scanner.end);
  }

  #tabColorOf(xml: string): string | undefined {
    const color = childNamed(parseXml(xml, this.scanner.part), 'tabColor');
    return new LookReader(xml, this.context.theme).color(color);
  }

  #readFormat(): void {
    const { scanner } = this;
    const base = positive(scanner.attribute('baseColWidth'));
    // The base width leaves out the margins, which are about as wide as a digit (18.3.1.81).
    this.#columnWidth =
      positive(scanner.attribute('defaultColWidth')) ?? (base === null ? null : base + 0.71);
    this.#rowHeight = positive(scanner.attribute('defaultRowHeight'));
    scanner.skip();
  }

  #readColumn(): void {
    const { scanner } = this;
    const from = Number(scanner.attribute('min')) - 1;
    const to = Math.min(Number(scanner.attribute('max')), MAX_COLUMNS) - 1;
    const style = Number(scanner.attribute('style') ?? 0);
    if (from >= 0 && to >= from) {
      this.#columns.push({ from, to, width: positive(scanner.attribute('width')), style });
    }
    scanner.skip();
  }

  #readView(): void {
    const { scanner } = this;
    if (/^(0|false)$/.test(scanner.attribute('showGridLines') ?? '')) this.#gridlines = false;
    this.scanner.children('pane', () => {
      const state = scanner.attribute('state') ?? '';
      const [column, row] = ['xSplit', 'ySplit'].map((name) => Number(scanner.attribute(name) ?? 0));
      // A split that is not frozen counts twentieths of a point, not cells.
      if (/^frozen/.test(state))
        this.#frozen = { row: Math.trunc(row ?? 0), column: Math.trunc(column ?? 0) };
      scanner.skip();
    });
  }

  #readConditions(): void {
    const areas = parseAreas(this.scanner.attribute('sqref') ?? '');
    const xml = this.#element();
    // Users' own conditions are many and long in some workbooks: ours are known by their signature.
    if (!xml.includes('kaohe')) return;
    for (const rule of parseXml(xml, this.scanner.part).children) {
      const formula = childNamed(rule, 'formula');
      const severity = formula && severityOfSignature(contentOf(xml, formula));
      if (!severity) continue;
      for (const cell of cellsOfAreas(areas) ?? []) this.#highlights.push({ ...cell, severity });
    }
  }

  #readRows(): void {
    const { scanner } = this;
    let index = -1;
    this.scanner.children('row', () => {
      const given = Number(scanner.attribute('r'));
      index = Number.isInteger(given) && given > 0 ? given - 1 : index + 1;
      const height = positive(scanner.attribute('ht'));
      const style = scanner.flag('customFormat') ? Number(scanner.attribute('s') ?? 0) : null;
      const cells: { column: number; style: number }[] = [];
      this.#readCells(index, cells);
      if (height !== null || style !== null || cells.length > 0)
        this.#rows.set(index, { height, style, cells });
    });
  }

  #readCells(row: number, cells: { column: number; style: number }[]): void {
    const { scanner } = this;
    let column = -1;
    this.scanner.children('c', () => {
      const ref = scanner.attribute('r');
      column = (ref === undefined ? undefined : parseCell(ref)?.column) ?? column + 1;
      const style = Number(scanner.attribute('s') ?? 0);
      if (style > 0) cells.push({ column, style });
      const type = scanner.attribute('t');
      if (type === 's') this.#readShared(row, column);
      else if (type === 'inlineStr') this.#readInline(row, column);
      else scanner.skip();
    });
  }

  #readShared(row: number, column: number): void {
    const { scanner, context } = this;
    if (context.richStrings.size === 0) return scanner.skip();
    this.scanner.children('v', () => {
      const runs = context.richStrings.get(Number(scanner.content()));
      if (runs !== undefined) this.#richTexts.push({ row, column, runs });
    });
  }

  #readInline(row: number, column: number): void {
    const { scanner, context } = this;
    this.scanner.children('is', () => {
      const xml = this.#element();
      const runs = runsOf(xml, parseXml(xml, scanner.part), new LookReader(xml, context.theme));
      if (runs !== null) this.#richTexts.push({ row, column, runs });
    });
  }
}

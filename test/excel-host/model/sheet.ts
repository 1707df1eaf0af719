import type { CellRef } from '../../../src/rubric/finding';
import type { Rect } from '../../../src/sheet/grid';
import { cellCount, contains, intersection } from './area';
import { PLAIN } from './cell';
import type { CellContent, CellFormat, Hyperlink, Line, Validation } from './cell';
import { enter } from './enter';

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  readonly areas: readonly Rect[];
  formula: string;
  fill: string;
  stopIfTrue: boolean;
}

export interface Reply {
  readonly id: string;
  content: string;
}

export interface Comment extends CellRef {
  readonly id: string;
  content: string;
  readonly author: string;
  readonly replies: Reply[];
}

/** A note (批注), the old kind: one text a cell. */
export interface Note extends CellRef {
  content: string;
  readonly author: string;
  visible: boolean;
  width: number;
  height: number;
}

export interface Protection {
  readonly password: string | null;
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Series {
  name: string;
  values: Rect;
  categories: Rect | null;
}

export interface Chart {
  readonly id: string;
  readonly type: string;
  title: string;
  place: Rect | null;
  readonly series: Series[];
  isReversed: boolean;
}

export interface Page {
  orientation: string;
  paperSize: string;
  zoom: unknown;
  /** Rows repeated on each page, such as `$1:$2`. */
  titleRows: string | null;
  centerHeader: string;
  centerFooter: string;
}

/** Excel's own measures in points: a column of 8.38 characters of 宋体 11, a row of it. */
export const USUAL_WIDTH = { characters: 8.38, points: 54.03 };
export const USUAL_HEIGHT = 13.5;

/** Everything on one sheet, sparse. */
export class SheetModel {
  visibility = 'Visible';
  readonly merges: Rect[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** In order of priority, the first wins. */
  conditionalFormats: ConditionalFormat[] = [];
  comments: Comment[] = [];
  notes: Note[] = [];
  protection: Protection | null = null;
  /** Blocks formatted as a whole, too large to be kept cell by cell. */
  readonly formattedAreas: { readonly area: Rect; readonly format: CellFormat }[] = [];
  readonly validations = new Map<string, Validation>();
  readonly hyperlinks = new Map<string, Hyperlink>();
  /** In points, where they are not the usual ones. */
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  /** Rows above and columns left that stay in sight. */
  frozen: { readonly rows: number; readonly columns: number } | null = null;
  charts: Chart[] = [];
  page: Page = {
    orientation: 'Portrait',
    paperSize: 'A4',
    zoom: { scale: 100 },
    titleRows: null,
    centerHeader: '',
    centerFooter: '',
  };
  /** Something was entered in the workbook since the formulas were computed. */
  stale = false;
  /** The workbook's sheets by name, and its sheets at all: a formula may look at any of them. */
  sibling: (name: string) => SheetModel | null = () => this;
  siblings: () => readonly SheetModel[] = () => [this];
  private readonly rows = new Map<number, Map<number, CellContent>>();
  private readonly formats = new Map<string, CellFormat>();
  /** A line between two cells is one thing, whichever of them it was set on: kept at the cell below or right of it. */
  private readonly lines = new Map<string, Line>();

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  content(row: number, column: number): CellContent | null {
    return this.rows.get(row)?.get(column) ?? null;
  }

  setContent(row: number, column: number, content: CellContent | null): void {
    const cells = this.rows.get(row);
    if (content !== null) {
      if (cells === undefined) this.rows.set(row, new Map([[column, content]]));
      else cells.set(column, content);
    } else if (cells?.delete(column) && cells.size === 0) {
      this.rows.delete(row);
    }
  }

  /** As if typed there. Under a merged area only its first cell can hold anything. */
  enter(row: number, column: number, input: string | number | boolean): void {
    const merge = this.merges.find((area) => contains(area, row, column));
    if (merge !== undefined && (merge.top !== row || merge.left !== column)) return;
    const format = this.format(row, column);
    const entered = enter(input, format.numberFormat);
    this.setContent(row, column, entered.content);
    for (const sheet of this.siblings()) sheet.stale = true;
    if (entered.numberFormat !== undefined && format.numberFormat === 'General') {
      this.setFormat(row, column, { ...format, numberFormat: entered.numberFormat });
    }
  }

  format(row: number, column: number): CellFormat {
    const own = this.formats.get(`${row},${column}`);
    return own ?? this.formattedAreas.find(({ area }) => contains(area, row, column))?.format ?? PLAIN;
  }

  setFormat(row: number, column: number, format: CellFormat): void {
    const key = `${row},${column}`;
    const plain = JSON.stringify(format) === JSON.stringify(PLAIN);
    if (plain && !this.formattedAreas.some(({ area }) => contains(area, row, column)))
      this.formats.delete(key);
    else this.formats.set(key, format);
  }

  line(row: number, column: number, side: string): Line | null {
    return this.lines.get(lineKey(row, column, side)) ?? null;
  }

  setLine(row: number, column: number, side: string, line: Line | null): void {
    if (line === null) this.lines.delete(lineKey(row, column, side));
    else this.lines.set(lineKey(row, column, side), line);
  }

  /** Every cell with something in it, row by row. */
  *contents(): Generator<CellRef & { readonly content: CellContent }> {
    for (const row of [...this.rows.keys()].sort((a, b) => a - b)) {
      const cells = this.rows.get(row) ?? new Map<number, CellContent>();
      for (const column of [...cells.keys()].sort((a, b) => a - b)) {
        const content = cells.get(column);
        if (content !== undefined) yield { row, column, content };
      }
    }
  }

  *ownFormats(): Generator<CellRef & { readonly format: CellFormat }> {
    for (const [key, format] of this.formats) yield { ...cellOf(key), format };
  }

  ownLines(): [string, Line][] {
    return [...this.lines];
  }

  /** Smallest block around the cells in use within `within`; formatted cells are in use too unless `valuesOnly`. */
  usedArea(within: Rect, valuesOnly: boolean): Rect | null {
    const parts: Rect[] = [];
    for (const { row, column } of this.contents()) parts.push(cell(row, column));
    if (!valuesOnly) {
      for (const { row, column } of this.ownFormats()) parts.push(cell(row, column));
      for (const { area } of this.formattedAreas) parts.push(area);
      for (const [key] of this.lines) parts.push(lineArea(key));
    }
    return parts
      .map((part) => intersection(part, within))
      .reduce<Rect | null>((whole, part) => {
        if (part === null || whole === null) return part ?? whole;
        return {
          top: Math.min(whole.top, part.top),
          left: Math.min(whole.left, part.left),
          bottom: Math.max(whole.bottom, part.bottom),
          right: Math.max(whole.right, part.right),
        };
      }, null);
  }
}

function cell(row: number, column: number): Rect {
  return { top: row, left: column, bottom: row, right: column };
}

function cellOf(key: string): CellRef {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return { row, column };
}

function lineKey(row: number, column: number, side: string): string {
  switch (side) {
    case 'EdgeTop':
      return `${row},${column},above`;
    case 'EdgeBottom':
      return `${row + 1},${column},above`;
    case 'EdgeLeft':
      return `${row},${column},left`;
    case 'EdgeRight':
      return `${row},${column + 1},left`;
    default:
      return `${row},${column},${side}`;
  }
}

function lineArea(key: string): Rect {
  const { row, column } = cellOf(key);
  return cell(row, column);
}

/** Runs `each` on every cell of a block, which must not be a whole sheet. */
export function forEachCell(area: Rect, each: (row: number, column: number) => void): void {
  if (cellCount(area) > 2_000_000) throw new Error('The emulator was asked to walk a whole sheet');
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) each(row, column);
  }
}

import type { BodyLine } from './bodyLines';
import { countRows, SAMPLE } from './columnContent';
import type { ColumnSum, CountedRows } from './columnContent';
import type { ColumnReading, Columns } from './columns';
import type { GridCell, GridRow, Rect } from './grid';
import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import type { ItemsReading } from './itemsReading';
import type { RowLooks } from './rowLooks';
import { numberScore } from './scoreCell';
import type { ScoreCell, TableItem } from './table';

/**
 * What a row of a form leaves to those who fill it in.
 * scores: any number in the score columns, or none · numbers: another number where the form has one in them · sums: another
 * number wherever the form has one · nothing.
 */
export type Freedom = 'scores' | 'numbers' | 'sums' | 'nothing';

export interface FormRow {
  readonly index: number;
  readonly freedom: Freedom;
  /** What must stand in it: all its cells, but for scores that may be left out. */
  readonly cells: readonly GridCell[];
}

/** A table as read once, of which any sheet filled in on the same form has all but the scores. */
export interface KnownForm {
  readonly block: HeaderBlock;
  readonly merges: readonly Rect[] | null;
  /** As the words above and the cells below say. */
  readonly columnReading: ColumnReading;
  /** Neither the number of scores nor the year in the title has a say in the columns. */
  readonly areColumnsFirm: boolean;
  /** Nothing but its own rows and those of the table has a say in where the header ends. */
  readonly isHeaderFirm: boolean;
  /** The same where headings have rows of their own. */
  readonly itemColumns: Columns;
  readonly header: readonly GridRow[];
  /** The rows below the header, each a line of the table. */
  readonly rows: readonly FormRow[];
  /** What was counted in them, without scores that may be left out. */
  readonly sums: ReadonlyMap<number, ColumnSum>;
  readonly lines: readonly BodyLine[];
  readonly reading: ItemsReading;
  /** Of each item, the places in `rows` of its scores; -1 where it has no such cell. */
  readonly scoresAt: readonly { readonly self: number; readonly review: number }[];
  /** Stands for the form in the tables that were filled in on it. */
  readonly key: object;
}

/** A sheet that was filled in on a known form. */
export class FilledForm {
  /** The score cells of each row of the form; null where nothing stands. */
  constructor(
    readonly form: KnownForm,
    private readonly selves: readonly (GridCell | null)[],
    private readonly reviews: readonly (GridCell | null)[],
  ) {}

  /** Whether these columns are the form's, found anew with the scores that stand in them here. */
  hasColumns(columns: Columns): boolean {
    const own = this.form.columnReading.columns;
    const names = Object.keys(own) as (keyof Columns)[];
    return names.length === Object.keys(columns).length && names.every((name) => own[name] === columns[name]);
  }

  /** The columns, where nothing that differs here has a say in them; null where they must be found anew. */
  firmColumns(reader: GridReader, looks: RowLooks): ColumnReading | null {
    const { block, rows, areColumnsFirm, columnReading } = this.form;
    if (!areColumnsFirm) return null;
    const start = reader.from(block.bottom + 1);
    const below = new Map<number, ColumnSum>();
    countRows(reader, block, looks, start + rows.length, start + SAMPLE, below);
    return below.size === 0 ? columnReading : null;
  }

  /** What was counted in the rows of the form, with the scores that stand in them here. */
  counted(): CountedRows {
    const { form } = this;
    const { self, review } = form.columnReading.columns;
    const sums = new Map(form.sums);
    for (const [column, cells] of [
      [self, this.selves],
      [review, this.reviews],
    ] as const) {
      const sum = column === undefined ? undefined : form.sums.get(column);
      if (column === undefined || sum === undefined) continue;
      const own = sum.copy();
      form.rows.forEach(({ freedom }, at) => {
        if (freedom === 'scores' && cells[at] !== null) own.numbers++;
      });
      sums.set(column, own);
    }
    return { rows: form.rows.length, sums };
  }

  /** The items of the form with the scores that stand in them here. */
  items(): ItemsReading {
    const { form, selves, reviews } = this;
    const scored = (item: TableItem, index: number): TableItem => {
      const at = form.scoresAt[index];
      return {
        ...item,
        self: scoreIn(item.self, selves[at?.self ?? -1]),
        review: scoreIn(item.review, reviews[at?.review ?? -1]),
      };
    };
    return { ...form.reading, items: form.reading.items.map(scored) };
  }
}

/**
 * Holds a table against a form; null where it differs from it in more than the form leaves free. `block`: the header as
 * it was read; null where the form's may be taken for it.
 */
export function filledOn(form: KnownForm, reader: GridReader, block: HeaderBlock | null): FilledForm | null {
  const start = reader.from(form.block.bottom + 1);
  if (reader.rows.length < start + form.rows.length) return null;
  if (!isSameHeader(form, reader) || (block !== null && !isSameBlock(form.block, block))) return null;
  if (!areSameMerges(form.merges, reader.grid.merges)) return null;
  const { columns } = form.columnReading;
  const selves: (GridCell | null)[] = [];
  const reviews: (GridCell | null)[] = [];
  for (let i = 0; i < form.rows.length; i++) {
    const known = form.rows[i];
    const row = reader.rows[start + i];
    if (known === undefined || row === undefined || row.index !== known.index) return null;
    if (!isFilledRow(known, row, columns)) return null;
    selves.push(cellIn(row, columns.self));
    reviews.push(cellIn(row, columns.review));
  }
  return new FilledForm(form, selves, reviews);
}

function isFilledRow({ freedom, cells: known }: FormRow, { cells }: GridRow, columns: Columns): boolean {
  let at = 0;
  for (const cell of cells) {
    const isScore = (freedom === 'scores' || freedom === 'numbers') && isIn(columns, cell);
    if (isScore && !isNumber(cell)) return false;
    if (isScore && freedom === 'scores') continue;
    const other = known[at++];
    if (other?.column !== cell.column) return false;
    const mayDiffer = isScore || (freedom === 'sums' && isShortNumber(other) && isShortNumber(cell));
    if (!mayDiffer && !isSameCell(other, cell)) return false;
  }
  return at === known.length;
}

/** Whether the cell stands in a score column. */
export function isIn({ self, review }: Columns, { column }: GridCell): boolean {
  return column === self || column === review;
}

function scoreIn(known: ScoreCell | null, cell: GridCell | null = null): ScoreCell | null {
  return known === null ? null : numberScore(known, cell);
}

/** The cell of a row in a column; null where nothing stands. */
export function cellIn(row: GridRow | undefined, column: number | undefined): GridCell | null {
  return row?.cells.find((cell) => cell.column === column) ?? null;
}

/** A number that was typed or computed. */
export function isNumber(cell: GridCell): cell is GridCell & { readonly value: number } {
  return typeof cell.value === 'number' && Number.isFinite(cell.value);
}

/** Figures enough for any sum of points: longer ones are judged as the words that they might be. */
const LONGEST_NUMBER = 16;

/** A number that is too short to be a sentence. */
function isShortNumber(cell: GridCell): boolean {
  return isNumber(cell) && String(cell.value).length <= LONGEST_NUMBER;
}

function isSameCell(one: GridCell, other: GridCell): boolean {
  if (one === other) return true;
  return one.column === other.column && one.value === other.value && one.formula === other.formula;
}

function areSameCells(one: readonly GridCell[], other: readonly GridCell[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (!isSameCell(one[at]!, other[at]!)) return false;
  return true;
}

function isSameBlock(known: HeaderBlock, block: HeaderBlock): boolean {
  if (known.top !== block.top || known.bottom !== block.bottom) return false;
  if (known.left !== block.left || known.right !== block.right) return false;
  if (known.labels.size !== block.labels.size) return false;
  for (const [column, { text }] of known.labels) if (block.labels.get(column)?.text !== text) return false;
  return true;
}

function isSameHeader(form: KnownForm, reader: GridReader): boolean {
  const start = reader.from(form.block.top);
  for (let i = 0; i < form.header.length; i++) {
    const one = form.header[i];
    const other = reader.rows[start + i];
    if (one === undefined || other === undefined || one.index !== other.index) return false;
    if (!areSameCells(one.cells, other.cells)) return false;
  }
  return true;
}

function areSameMerges(one: readonly Rect[] | null, other: readonly Rect[] | null): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  if (one.length !== other.length) return false;
  return one.every(({ top, left, bottom, right }, index) => {
    const found = other[index];
    return found?.top === top && found.left === left && found.bottom === bottom && found.right === right;
  });
}

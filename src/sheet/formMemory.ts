import type { Body } from './bodyLines';
import { isClosingText } from './closing';
import { countRows, SAMPLE } from './columnContent';
import type { ColumnSum } from './columnContent';
import type { ColumnReading, Columns } from './columns';
import { cellIn, filledOn, isIn, isNumber } from './filledForm';
import type { FilledForm, FormRow, Freedom, KnownForm } from './filledForm';
import type { GridRow } from './grid';
import type { GridReader } from './gridReader';
import { TALLEST as TALLEST_HEADER } from './headerBlock';
import type { HeaderBlock } from './headerBlock';
import type { ItemsReading } from './itemsReading';
import { pointsFromText } from './numbers';
import type { RowLooks } from './rowLooks';
import type { ScoreCell } from './table';
import { totalKind } from './totalLabels';
import { yearIn } from './year';

/** A table as it was read, before anything outside its own rows says more of it. */
export interface ReadBody {
  readonly block: HeaderBlock;
  readonly looks: RowLooks;
  readonly columnReading: ColumnReading;
  readonly itemColumns: Columns;
  readonly body: Body;
  readonly reading: ItemsReading;
}

/** A round has some forty forms. */
const MOST_FORMS = 48;
/** Characters of a form worth keeping, and rows of a sheet that has one; larger ones are read afresh. */
const LONGEST_FORM = 60_000;
const TALLEST_SHEET = 600;

/**
 * Forms of which a filled-in sheet was read before, the last used first. In a round the same form comes back from every
 * unit: the columns, sections and items of its table are what they were, and only the scores are read.
 *
 * What a sheet may differ in is what no rule of reading asks for: nearly all ask only whether a score stands in a row, and
 * of an item with its own rule and its own maximum in its own cells not even that.
 */
export class FormMemory {
  private readonly forms: KnownForm[] = [];

  /** The known form that the table under this header was filled in on; null where there is none. */
  find(reader: GridReader, block: HeaderBlock): FilledForm | null {
    return this.first((form) => filledOn(form, reader, block));
  }

  /** The same of a table whose header begins in the row, where the rows alone tell that it does. */
  findAt(reader: GridReader, row: GridRow): FilledForm | null {
    return this.first((form) =>
      form.isHeaderFirm && form.block.top === row.index ? filledOn(form, reader, null) : null,
    );
  }

  private first(holdAgainst: (form: KnownForm) => FilledForm | null): FilledForm | null {
    const { forms } = this;
    for (const [at, form] of forms.entries()) {
      const filled = holdAgainst(form);
      if (filled === null) continue;
      if (at > 0) {
        forms.splice(at, 1);
        forms.unshift(form);
      }
      return filled;
    }
    return null;
  }

  /** Keeps the form of a table, where it is one to be kept; what is to stand for it in the table. */
  keep(reader: GridReader, table: ReadBody): object {
    const form = formOf(reader, table);
    if (form === null) return {};
    if (this.forms.length >= MOST_FORMS) this.forms.pop();
    this.forms.unshift(form);
    return form.key;
  }
}

function formOf(reader: GridReader, table: ReadBody): KnownForm | null {
  const { block, looks, columnReading, itemColumns, body, reading } = table;
  const { columns } = columnReading;
  const { lines } = body;
  if (reader.rows.length > TALLEST_SHEET || lines.length > SAMPLE || body.headerRows.length > 1) return null;
  // A number among the header's words could be taken for one of them again.
  if ([...block.labels.values()].some(({ plain }) => /\d/.test(plain) && !/[^\d.]/.test(plain))) return null;
  const start = reader.from(block.bottom + 1);
  const rows: FormRow[] = [];
  const places = new Map<number, number>();
  let length = 0;
  for (const [index, line] of lines.entries()) {
    const row = reader.rows[start + index];
    if (row === undefined || row.index !== line.row) return null;
    const freedom = freedomOf(reader, table, index, row);
    if (freedom === null) return null;
    for (const { value } of row.cells) length += typeof value === 'string' ? value.length : 0;
    if (length > LONGEST_FORM) return null;
    places.set(row.index, index);
    const cells = row.cells.filter((cell) => freedom !== 'scores' || !isIn(columns, cell));
    rows.push({ index: row.index, freedom, cells });
  }
  const sums = new Map<number, ColumnSum>();
  if (!countRows(reader, block, looks, start, start + rows.length, sums)) return null;
  for (const column of [columns.self, columns.review]) {
    const sum = column === undefined ? undefined : sums.get(column);
    const free = rows.filter(
      ({ freedom }, at) => freedom === 'scores' && cellIn(reader.rows[start + at], column) !== null,
    );
    if (sum !== undefined) sum.numbers -= free.length;
  }
  const placeOf = (cell: ScoreCell | null) => (cell === null ? -1 : places.get(cell.row));
  const scoresAt = reading.items.map(({ self, review }) => ({
    self: placeOf(self),
    review: placeOf(review),
  }));
  if (
    !scoresAt.every(isKnown) ||
    !reading.items.every(({ self, review }) => isPlain(self) && isPlain(review))
  )
    return null;
  const header = reader.rows.slice(reader.from(block.top), start);
  const { merges } = reader.grid;
  // What is found wrong with the columns names the sheet: it is found anew on each.
  const areColumnsFirm = columnReading.findings.length === 0 && hasFirmColumns(block, sums);
  const isHeaderFirm = hasFirmHeader(reader, block, rows[rows.length - 1]?.index ?? 0);
  return {
    block,
    merges,
    columnReading,
    areColumnsFirm,
    isHeaderFirm,
    itemColumns,
    header,
    rows,
    sums,
    lines,
    reading,
    scoresAt,
    key: {},
  };
}

/** Where each role has one column at most, and no score column talks of points, scores are counted for nothing. */
function hasFirmColumns({ labels }: HeaderBlock, sums: ReadonlyMap<number, ColumnSum>): boolean {
  return (['self', 'review'] as const).every((role) => {
    const [one, ...more] = [...labels.values()].filter(({ word }) => word?.role === role);
    if (one === undefined) return true;
    return more.length === 0 && yearIn(one.text) === null && (sums.get(one.column)?.rules ?? 0) === 0;
  });
}

/** Whether no column of the header is empty and the table goes on as far as a header is looked for. */
function hasFirmHeader(reader: GridReader, { top, labels }: HeaderBlock, lastRow: number): boolean {
  if (lastRow <= top + TALLEST_HEADER) return false;
  const columns = (reader.rowAt(top)?.cells ?? []).map(({ column }) => column);
  if (columns.some((column) => reader.text(top, column) !== '' && !labels.has(column))) return false;
  return columns.every((column, at) => {
    const before = columns[at - 1];
    return before === undefined || column - (reader.merge(top, before)?.right ?? before) <= 1;
  });
}

function isKnown(at: {
  self: number | undefined;
  review: number | undefined;
}): at is { self: number; review: number } {
  return at.self !== undefined && at.review !== undefined;
}

function isPlain(score: ScoreCell | null): boolean {
  return score === null || score.state === 'number' || score.state === 'blank';
}

/** Rows that the judgement of a lone text looks ahead, and itself. */
const AHEAD = 6;

/** What the row of a line leaves free; null where its reading depends on what a form does not hold. */
function freedomOf(reader: GridReader, table: ReadBody, index: number, row: GridRow): Freedom | null {
  const { block, body } = table;
  const { columns } = table.columnReading;
  const line = body.lines[index];
  const inside = row.cells.filter(({ column }) => column >= block.left && column <= block.right);
  const texts = inside.filter(({ column }) => reader.text(row.index, column) !== '');
  if (texts.length < 2 && index + AHEAD > body.lines.length && !inside.some(isNumber)) return null;
  if (line === undefined || line.alone !== null) return index + AHEAD > body.lines.length ? null : 'nothing';
  if (line.total !== null) return 'sums';
  if (!row.cells.every((cell) => !isIn(columns, cell) || isNumber(cell))) return null;
  const next = body.lines[index + 1];
  const closes = next === undefined || next.kind === 'total' || isPlainItem(reader, table, index + 1);
  return closes && isPlainItem(reader, table, index) ? 'scores' : 'numbers';
}

/**
 * Whether a line is an item by itself, whatever its scores: its own rule, its own maximum as a number, its own score cells,
 * and no word that could end the table or sum it up.
 */
function isPlainItem(
  reader: GridReader,
  { block, columnReading, body, reading }: ReadBody,
  index: number,
): boolean {
  const { self, review, max, criterion } = columnReading.columns;
  const line = body.lines[index];
  if (line === undefined || line.total !== null || line.alone !== null) return false;
  if (max === undefined || criterion === undefined) return false;
  const { row } = line;
  const isOwn = (column: number | undefined) => column === undefined || reader.merge(row, column) === null;
  if (![self, review, max, criterion].every(isOwn) || reader.text(row, criterion) === '') return false;
  const points = reader.cell(row, max);
  if (points === null || !isNumber(points) || pointsFromText(reader.text(row, max)) === null) return false;
  if (!reading.items.some((item) => item.row === row && item.lastRow === row)) return false;
  return (reader.rowAt(row)?.cells ?? []).every(({ column, value }) => {
    if (typeof value !== 'string' || column < block.left || column > block.right) return true;
    const text = reader.text(row, column);
    return totalKind(text) === null && !isClosingText(text);
  });
}

import { readBodyLines } from './bodyLines';
import type { Body } from './bodyLines';
import { withTableKind } from './bonusTable';
import { columnContents } from './columnContent';
import type { CountedRows } from './columnContent';
import { readColumns } from './columns';
import type { ColumnReading, Columns } from './columns';
import type { FilledForm } from './filledForm';
import { formOf } from './form';
import type { FormMemory } from './formMemory';
import { headerBlocksAt } from './headerBlock';
import type { HeaderBlock } from './headerBlock';
import type { GridReader } from './gridReader';
import { withHeadingRows } from './headings';
import { readItems } from './items';
import type { ItemsReading } from './itemsReading';
import { RowLooks } from './rowLooks';
import { startOfTextAbove } from './surroundings';
import { findTitle, linesAbove } from './title';
import { withStatedMaxima } from './statedMaxima';
import { findOwnTotalRows, readTotals } from './totals';
import type { Steps } from './steps';
import type { ScoringTable } from './table';

/** A table as read from its own rows, before anything outside it says whose it is. */
export type BareTable = Omit<ScoringTable, 'unitClues' | 'unit' | 'year' | 'sections'> & {
  readonly sections: ItemsReading['sections'];
  readonly block: HeaderBlock;
  /** Last row of the items and the total rows among them, without rows the program added below. */
  readonly bodyBottom: number;
  /** Lines of text above the header, nearest first. */
  readonly linesAbove: readonly string[];
  /** First row of the text above the table that belongs to it (below any other table). */
  readonly from: number;
  /** Last row before the next table of the same columns. */
  readonly to: number;
};

interface Found {
  readonly block: HeaderBlock;
  readonly reading: ColumnReading;
  readonly items: ItemsReading;
  readonly rubricKey: object;
  readonly headerRows: readonly number[];
  readonly bottom: number;
}

/**
 * All scoring tables of a sheet, from top to bottom, then left to right. `forms`: what is known of forms from other
 * sheets; the result is the same without them.
 */
export function* readTables(reader: GridReader, forms: FormMemory | null = null): Steps<BareTable[]> {
  const found: Found[] = [];
  const taken = (row: number, column: number): boolean =>
    found.some(
      ({ block, bottom }) =>
        row >= block.top && row <= bottom && column >= block.left && column <= block.right,
    );
  // A header that leads to nothing leads to nothing from its repetitions either.
  const spent = new Set<string>();
  for (const row of reader.rows) {
    const filledAt = found.length === 0 ? (forms?.findAt(reader, row) ?? null) : null;
    const blocks = filledAt === null ? headerBlocksAt(reader, row, taken) : [filledAt.form.block];
    for (const block of blocks) {
      if (spent.has(`${block.top},${block.left}`)) continue;
      const looks = new RowLooks(reader, block);
      const known = filledAt ?? forms?.find(reader, block) ?? null;
      const reading = known?.firmColumns(reader, looks) ?? columnsOf(reader, block, looks, known?.counted());
      if (reading === null) continue;
      yield;
      const filled = known?.hasColumns(reading.columns) === true ? known : null;
      const body = yield* bodyOf(reader, block, looks, reading, filled);
      const keep = (itemColumns: Columns, items: ItemsReading): object => {
        const table = { block, looks, columnReading: reading, itemColumns, body, reading: items };
        return forms?.keep(reader, table) ?? {};
      };
      const table = yield* readTableAt(reader, block, reading, body, filled, keep);
      yield;
      if (table !== null) found.push(table);
      else for (const top of body.headerRows) spent.add(`${top},${block.left}`);
    }
  }
  found.sort((a, b) => a.block.top - b.block.top || a.block.left - b.block.left);
  return found.map((table) => finish(reader, table, found));
}

function bodyOf(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
  reading: ColumnReading,
  filled: FilledForm | null,
): Steps<Body> {
  const isTable = (other: HeaderBlock) => columnsOf(reader, other, new RowLooks(reader, other)) !== null;
  return readBodyLines(reader, block, looks, reading.columns, isTable, filled?.form.lines);
}

function* readTableAt(
  reader: GridReader,
  block: HeaderBlock,
  reading: ColumnReading,
  body: Body,
  filled: FilledForm | null,
  keep: (itemColumns: Columns, items: ItemsReading) => object,
): Steps<Found | null> {
  // Nothing but the lines of the form: its items too are what they were.
  const same = filled !== null && body.lines.length === filled.form.lines.length ? filled : null;
  const columns = same?.form.itemColumns ?? withHeadingRows(reader, reading.columns, body.lines);
  const own = same === null ? yield* readItems(reader, columns, body.lines, block.left) : same.items();
  const key = same?.form.key ?? keep(columns, own);
  const read = withTableKind(reader, block, columns, own);
  const items = columns.max === undefined ? { ...read, items: withStatedMaxima(read) } : read;
  if (!items.items.some((item) => item.criterion !== '')) return null;
  const lastItem = items.items[items.items.length - 1]?.lastRow ?? block.bottom;
  const stated = items.items.filter(
    (item) => item.max !== null || items.sections[item.section]?.bonus === true,
  ).length;
  const findings =
    columns.max === undefined && stated * 2 >= items.items.length
      ? reading.findings.filter(
          (one) => one.code !== 'table/column-missing' || columns.criterion === undefined,
        )
      : reading.findings;
  return {
    block,
    reading: { columns, findings },
    items,
    // A title above that makes it a table of bonuses belongs to no form.
    rubricKey: read === own ? key : {},
    headerRows: body.headerRows,
    bottom: Math.max(body.end - 1, lastItem),
  };
}

function columnsOf(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
  counted?: CountedRows,
): ColumnReading | null {
  return readColumns(reader, block, columnContents(reader, block, looks, counted));
}

function finish(reader: GridReader, table: Found, all: readonly Found[]): BareTable {
  const { block, reading, items, rubricKey } = table;
  const beside = all.filter(
    (other) => other !== table && other.block.left <= block.right && other.block.right >= block.left,
  );
  const above = beside.filter((other) => other.block.top < block.top).pop();
  const below = beside.find((other) => other.block.top > table.bottom);
  const from = startOfTextAbove(reader, block, above === undefined ? 0 : above.bottom + 1);
  const to = below === undefined ? Number.MAX_SAFE_INTEGER : below.block.top - 1;
  const lines = linesAbove(reader, block, from);
  const own = findOwnTotalRows(reader, block, table.bottom + 1, to);
  const totals = readTotals(reader, reading.columns, items, own);
  const lastTotal = totals.reduce((last, total) => Math.max(last, total.row), -1);
  return {
    grid: reader.grid,
    form: formOf(block, reading.columns, { ...items, rubricKey }, lines),
    title: findTitle(lines),
    headerRows: table.headerRows,
    columns: reading.columns,
    area: { top: block.top, left: block.left, bottom: Math.max(table.bottom, lastTotal), right: block.right },
    sections: items.sections,
    items: items.items,
    rubricKey,
    totals,
    findings: reading.findings,
    block,
    bodyBottom: table.bottom,
    linesAbove: lines,
    from,
    to,
  };
}

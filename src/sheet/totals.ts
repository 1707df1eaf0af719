import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import type { ItemsReading, MetTotal } from './itemsReading';
import { readScoreCell } from './scoreCell';
import type { ScoreCell, TableSection, TotalRow } from './table';
import { compact } from './text';
import { OWN_TOTAL_LABELS } from './totalLabels';

/** The table's own total rows, and those the program added below it earlier. */
export function readTotals(
  reader: GridReader,
  columns: Columns,
  reading: ItemsReading,
  own: readonly OwnTotalRow[],
): TotalRow[] {
  const totals = reading.totals.map((met) => totalRow(reader, columns, kindOf(met, reading), met));
  return [
    ...totals,
    ...own.map(({ row, column, text, kind }) => ({
      kind,
      row,
      label: { row, column, text },
      section: null,
      ...scores(reader, columns, row, column),
    })),
  ];
}

/**
 * A plain 合计 sums up what stands above it: everything, or the base where only bonus items follow,
 * or one section where others follow.
 */
function kindOf(met: MetTotal, reading: ItemsReading): TotalRow['kind'] {
  const kind = met.line.total?.kind ?? 'total';
  if (kind === 'subtotal' && closesTheWholeTable(met, reading)) return 'total';
  if (kind !== 'total' || met.itemsAbove === 0) return kind;
  const below = reading.items.slice(met.itemsAbove);
  const isBonus = (section: number): boolean => reading.sections[section]?.bonus ?? false;
  if (below.length === 0) {
    const before = reading.totals.filter(
      (other) => other.line.row < met.line.row && other.itemsAbove === met.itemsAbove,
    );
    const allBonus = met.section !== null && isBonus(met.section);
    const later = reading.totals.some(
      (other) => other.line.row > met.line.row && other.line.total?.kind === 'total',
    );
    // 合计 after the bonus items, with 总分 still to come, closes the bonus section.
    return allBonus && later && before.length === 0 ? 'subtotal' : kind;
  }
  const aboveHasBonus = reading.items.slice(0, met.itemsAbove).some((item) => isBonus(item.section));
  if (below.every((item) => isBonus(item.section))) return aboveHasBonus ? 'subtotal' : 'base';
  return 'subtotal';
}

/** A single 小计 after the last of several sections sums up all of them. */
function closesTheWholeTable(met: MetTotal, reading: ItemsReading): boolean {
  const subtotals = reading.totals.filter((other) => other.line.total?.kind === 'subtotal');
  const counted = reading.sections.filter((section) => section.items.length > 0).length;
  const word = compact(met.line.total?.text ?? '').startsWith('小计');
  return word && subtotals.length === 1 && counted > 1 && met.itemsAbove === reading.items.length;
}

function totalRow(reader: GridReader, columns: Columns, kind: TotalRow['kind'], met: MetTotal): TotalRow {
  const { row, total } = met.line;
  const label = { row, column: total?.column ?? 0, text: total?.text ?? '' };
  return {
    kind,
    row,
    label,
    section: kind === 'subtotal' ? met.section : null,
    ...scores(reader, columns, row, label.column),
  };
}

function scores(
  reader: GridReader,
  columns: Columns,
  row: number,
  labelColumn: number,
): Pick<TotalRow, 'max' | 'self' | 'review'> {
  const at = (column: number | undefined): ScoreCell | null => {
    if (column === undefined || column === labelColumn) return null;
    const area = reader.merge(row, column);
    if (area !== null && (area.left < column || area.top < row)) return null;
    return readScoreCell(reader, row, column);
  };
  const max = at(columns.max);
  const number = max !== null && max.number !== null ? max : at(columns.points);
  return {
    max: number !== null && number.number !== null ? number : null,
    self: at(columns.self),
    review: at(columns.review),
  };
}

export interface OwnTotalRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly kind: TotalRow['kind'];
}

/** Rows with exactly the program's labels between the table's end and the next table, in the table's columns. */
export function findOwnTotalRows(
  reader: GridReader,
  area: { readonly left: number; readonly right: number },
  from: number,
  to: number,
): OwnTotalRow[] {
  const found: OwnTotalRow[] = [];
  for (let position = reader.from(from); position < reader.rows.length; position++) {
    const row = reader.rows[position];
    if (row === undefined || row.index > to) break;
    for (const cell of row.cells) {
      if (cell.column < area.left || cell.column > area.right || typeof cell.value !== 'string') continue;
      const kind = OWN_TOTAL_LABELS.get(compact(cell.value));
      if (kind === undefined) continue;
      found.push({ row: row.index, column: cell.column, text: cell.value, kind });
      break;
    }
  }
  return found;
}

/** Sections as they are, with the unit whose own section each is. */
export function withUnits(
  sections: readonly TableSection[],
  unitOf: (section: TableSection) => string | null,
): TableSection[] {
  return sections.map((section) => ({ ...section, unit: unitOf(section) }));
}

import type { CheckedTable } from '../check/report';
import { isUnitTold } from '../check/applies';
import { isBonus, isDeduction, itemsAt, sumOf } from '../check/totals';
import type { TotalTarget } from '../check/totalRows';
import type { Stage } from '../locale/messages';
import type { Settings } from '../sheet/settings';
import { cellAddress } from '../sheet/address';
import type { ScoringTable, TableItem } from '../sheet/table';
import { scoreRanges } from './scoreRanges';
import type { ColumnRanges, LiveFigure } from './totalFormulas';
import { columnFormula, convertedFormula, subtotalFormula } from './totalFormulas';

/** The live figures of one score column of a table. */
export interface ColumnFigures {
  readonly column: Stage;
  /** 0-based sheet column. */
  readonly index: number;
  /** Base, bonus or total; null where there is nothing to sum. */
  figure(kind: 'base' | 'bonus' | 'total'): LiveFigure | null;
  /** The subtotal of some items. */
  subtotal(items: readonly number[]): LiveFigure | null;
  /** The converted score from the cell of the total or of the base, or from the scores where it stands in none. */
  converted(cells: FigureCells): LiveFigure | null;
}

/** A1 addresses where the base and the total of a column stand, null where nowhere. */
export interface FigureCells {
  readonly base: string | null;
  readonly total: string | null;
}

/** The live figures of each score column that the table has; none where the unit cannot be told. */
export function tableFigures(checked: CheckedTable, settings: Settings): readonly ColumnFigures[] {
  const { table } = checked;
  if (!isUnitTold(table)) return [];
  const figures: ColumnFigures[] = [];
  for (const column of ['self', 'review'] as const) {
    const index = table.columns[column];
    if (index !== undefined) figures.push(columnFigures(checked, settings, column, index));
  }
  return figures;
}

function columnFigures(
  { table, applies, totals }: CheckedTable,
  settings: Settings,
  column: Stage,
  index: number,
): ColumnFigures {
  const ranges = rangesOf(table, applies, column);
  const sums = totals[column];
  return {
    column,
    index,
    figure: (kind) => columnFormula(kind, ranges, sums, settings),
    subtotal: (items) =>
      subtotalFormula(
        scoreRanges(table, items, column),
        sumOf(itemsAt(table, items), column),
        hasErrors(table, items, column),
      ),
    converted: ({ base, total }) => {
      const bonus = settings.bonusConverted || ranges.bonus.length + ranges.deduction.length === 0;
      return convertedFormula(bonus ? total : base, bonus, ranges, sums, settings);
    },
  };
}

function rangesOf(table: ScoringTable, applies: readonly number[], column: Stage): ColumnRanges {
  const ranges = (belongs: (item: TableItem) => boolean) =>
    scoreRanges(
      table,
      applies.filter((index) => itemsAt(table, [index]).some(belongs)),
      column,
    );
  return {
    all: scoreRanges(table, applies, column),
    base: ranges((item) => !isBonus(table, item)),
    bonus: ranges((item) => isBonus(table, item) && !isDeduction(table, item)),
    deduction: ranges((item) => isDeduction(table, item)),
    hasErrors: hasErrors(table, applies, column),
  };
}

function hasErrors(table: ScoringTable, items: readonly number[], column: Stage): boolean {
  return itemsAt(table, items).some((item) => item[column]?.state === 'error');
}

/** Whether a row's cell in a score column can be written: it is the row's own and no part of another merged area. */
export function isWritable({ row }: TotalTarget, table: ScoringTable, column: Stage): boolean {
  const cell = row[column];
  return cell !== null && cell.row === row.row && cell.column === table.columns[column];
}

/** A figure that a row can be added for. */
export type AddedKind = 'base' | 'bonus' | 'total' | 'converted';

/** The rows that are added, 0-based, by what they say. */
export type AddedRowNumbers = ReadonlyMap<AddedKind, number>;

/**
 * Where the base and the total of a column stand once the plan is applied: in an added row, else in the table's own.
 * `unlike` names the cells (`row,column`) that keep another figure.
 */
export function figureCells(
  targets: readonly TotalTarget[],
  table: ScoringTable,
  { column, index }: ColumnFigures,
  added: AddedRowNumbers,
  unlike: ReadonlySet<string>,
): FigureCells {
  const find = (means: 'base' | 'total') => {
    const own = targets.filter(
      (target) =>
        target.means === means &&
        isWritable(target, table, column) &&
        !unlike.has(`${target.row.row},${index}`),
    );
    const row = added.get(means) ?? own[own.length - 1]?.row.row;
    return row === undefined ? null : cellAddress({ row, column: index });
  };
  return { base: find('base'), total: find('total') };
}

import type { Stage } from '../locale/messages';
import {
  addPoints,
  comparePoints,
  decimalsOf,
  roundPoints,
  subtractPoints,
  sumPoints,
} from '../rubric/points';
import type { Settings } from '../sheet/settings';
import { computeCell } from '../sheet/formula';
import type { CellValue } from '../sheet/grid';
import { gridReader } from '../sheet/gridReader';
import type { GridReader } from '../sheet/gridReader';
import type { ScoreCell, ScoringTable, TotalRow } from '../sheet/table';
import { totalKind } from '../sheet/totalLabels';
import { isUnitTold } from './applies';
import { COLUMNS, columnHasScores, scoreNumber } from './cells';
import { convert } from './conversion';
import { Overlay } from './overlay';
import type { UncappedTotals } from './totals';
import { columnTotals, isBonus, itemsAt, sumOf, uncappedTotals } from './totals';

/** What a total row sums up: some items, a figure of the whole table, or something that cannot be told. */
export type TotalMeaning = 'items' | 'base' | 'bonus' | 'total' | 'converted' | 'unclear';

/** A total row of the sheet with what it should say. */
export interface TotalTarget {
  readonly row: TotalRow;
  readonly means: TotalMeaning;
  /** The items that the row sums up, by index; empty for a converted score. */
  readonly items: readonly number[];
  /** By column; null where the column has no score to sum, or nothing can be held against the row. */
  readonly figures: Readonly<Record<Stage, TotalFigures | null>>;
}

export interface TotalFigures {
  /** What the row should say. */
  readonly expected: number;
  /** Whether a figure is what some fair reading of the row gives. */
  readonly accepts: (figure: number) => boolean;
}

/**
 * What each total row of the sheet should say. 合计 may fairly be the base or base and bonus, as the sheet means it: a row
 * above the bonus items can only be the base; below them what already stands there decides, else it is the sum of both.
 * Where a row of its own says the base, 合计 and 总分 are the sum of both. A page's 合计 with more base items below it sums
 * what stands above it. Empty where the unit cannot be told.
 */
export function totalTargets(
  table: ScoringTable,
  applies: readonly number[],
  settings: Settings,
): readonly TotalTarget[] {
  if (!isUnitTold(table)) return [];
  const scope = { table, applies, settings, recomputed: recomputing(table) };
  return table.totals.map((row) => target(scope, row));
}

interface Scope {
  readonly table: ScoringTable;
  readonly applies: readonly number[];
  readonly settings: Settings;
  /** What a formula in a total cell gives once text numbers are numbers; undefined where that cannot be computed. */
  readonly recomputed: (cell: ScoreCell) => CellValue | undefined;
}

/** Computes formulas of total cells from the scores as they count, whatever stale results stand beside them. */
function recomputing(table: ScoringTable): Scope['recomputed'] {
  let reader: GridReader | null = null;
  return (cell) => {
    reader ??= gridReader(asCounted(table).over(table.grid));
    return computeCell(reader, cell);
  };
}

/** The table's cells as they count: text numbers as numbers, formulas in total cells without their cached results. */
export function asCounted(table: ScoringTable): Overlay {
  const overlay = new Overlay();
  for (const item of table.items) {
    for (const cell of [item.self, item.review]) {
      if (cell?.state === 'text-number') overlay.setValue(cell.row, cell.column, cell.number);
    }
  }
  for (const { self, review } of table.totals) {
    for (const cell of [self, review]) {
      if (cell === null || cell.formula === null || cell.formula === '') continue;
      overlay.set(cell.row, { column: cell.column, value: null, formula: cell.formula });
    }
  }
  return overlay;
}

function target(scope: Scope, row: TotalRow): TotalTarget {
  const means = meaningOf(scope, row);
  const items = itemsOf(scope, row, means);
  const figures = (column: Stage) =>
    columnHasScores(scope.table, scope.applies, column) ? figuresOf(scope, row, means, items, column) : null;
  return { row, means, items, figures: { self: figures('self'), review: figures('review') } };
}

function meaningOf(scope: Scope, row: TotalRow): TotalMeaning {
  if (row.kind === 'subtotal') {
    return isClosing(scope, row) && COLUMNS.some((column) => saysBaseOnly(scope, row, column))
      ? 'base'
      : 'items';
  }
  if (row.kind !== 'total' && row.kind !== 'base') return row.kind;
  const { table, applies } = scope;
  const items = itemsAt(table, applies);
  if (items.some((item) => !isBonus(table, item) && item.row > row.row)) return 'unclear';
  if (row.kind === 'base') return 'base';
  if (!items.some((item) => isBonus(table, item))) return 'total';
  if (hasBonusBelow(scope, row)) return 'base';
  return mayMeanBase(table) && COLUMNS.some((column) => saysBaseOnly(scope, row, column)) ? 'base' : 'total';
}

/** A 合计 (not 小计) below all items: whatever section it follows, it may be the table's. */
function isClosing({ table, applies }: Scope, row: TotalRow): boolean {
  if (totalKind(row.label.text) !== 'total' || !mayMeanBase(table)) return false;
  return itemsAt(table, applies).every((item) => item.row < row.row);
}

/** Whether all bonus items stand below the row, so that it can only sum the base. */
function hasBonusBelow({ table, applies }: Scope, row: TotalRow): boolean {
  const bonuses = itemsAt(table, applies).filter((item) => isBonus(table, item));
  return bonuses.length > 0 && bonuses.every((item) => item.row > row.row);
}

/** Whether 合计 is left to mean the base: no other row says it. */
function mayMeanBase(table: ScoringTable): boolean {
  return !table.totals.some((row) => row.kind === 'base');
}

function saysBaseOnly({ table, applies, recomputed }: Scope, row: TotalRow, column: Stage): boolean {
  const cell = row[column];
  const anew = cell === null || cell.formula === null ? undefined : recomputed(cell);
  const said = typeof anew === 'number' ? anew : scoreNumber(cell);
  const sums = uncappedTotals(table, applies, column);
  if (said === null || sums === null || (sums.bonus === 0 && sums.deducted === 0)) return false;
  return comparePoints(said, sums.base) === 0;
}

function itemsOf({ table, applies }: Scope, row: TotalRow, means: TotalMeaning): readonly number[] {
  switch (means) {
    case 'items':
      return row.section === null ? itemsSinceTotal(table, row) : (table.sections[row.section]?.items ?? []);
    case 'base':
    case 'bonus':
      return applies.filter((index) => {
        const item = table.items[index];
        return item !== undefined && isBonus(table, item) === (means === 'bonus');
      });
    case 'total':
      return applies;
    case 'unclear':
      return applies.filter((index) => (table.items[index]?.row ?? Infinity) < row.row);
    case 'converted':
      return [];
  }
}

/** Items between the total row before this one and this one. */
function itemsSinceTotal(table: ScoringTable, row: TotalRow): readonly number[] {
  let previous = -1;
  for (const other of table.totals) if (other.row < row.row) previous = Math.max(previous, other.row);
  return table.items.flatMap((item, index) => (item.row > previous && item.row < row.row ? [index] : []));
}

function figuresOf(
  scope: Scope,
  row: TotalRow,
  means: TotalMeaning,
  items: readonly number[],
  column: Stage,
): TotalFigures | null {
  const { table, applies, settings } = scope;
  const totals = columnTotals(table, applies, column, settings);
  const raw = uncappedTotals(table, applies, column);
  if (totals === null || raw === null) return null;
  const sum = (indexes: readonly number[]) => sumOf(itemsAt(table, indexes), column) ?? 0;
  const since = () => sum(itemsSinceTotal(table, row));
  switch (means) {
    case 'items': {
      const above = applies.filter((index) => (table.items[index]?.row ?? Infinity) < row.row);
      return oneOf(sum(items), since(), ...(totalKind(row.label.text) === 'total' ? [sum(above)] : []));
    }
    case 'base': {
      const whole = row.kind !== 'base' && mayMeanBase(table) && !hasBonusBelow(scope, row);
      return oneOf(totals.base, ...(whole ? [totals.total, ...wholes(raw, totals)] : []));
    }
    case 'bonus':
      return oneOf(
        totals.bonus,
        raw.bonus,
        subtractPoints(raw.bonus, raw.deducted),
        addPoints(totals.bonus, raw.deducted),
      );
    case 'total': {
      return oneOf(totals.total, ...wholes(raw, totals), ...(mayMeanBase(table) ? [raw.base] : []));
    }
    case 'unclear':
      return oneOf(sum(items), since(), totals.base, totals.total);
    case 'converted':
      return convertedFigures(settings, totals);
  }
}

/** Base and bonus as the sheet may fairly add them: with and without the caps. */
function wholes(raw: UncappedTotals, totals: { readonly bonus: number }): readonly number[] {
  const uncapped = subtractPoints(addPoints(raw.base, raw.bonus), raw.deducted);
  return [uncapped, addPoints(raw.base, totals.bonus)];
}

function oneOf(expected: number, ...others: readonly number[]): TotalFigures {
  const fair = [expected, ...others];
  return { expected, accepts: (figure) => fair.some((each) => comparePoints(each, figure) === 0) };
}

/**
 * Under weights that were given the converted score is held to them, whatever number of decimals it is shown with.
 * Without them any figure is fair: the office converts by a weight that the workbook does not tell.
 */
function convertedFigures(
  settings: Settings,
  totals: { readonly base: number; readonly total: number; readonly converted: number },
): TotalFigures {
  const expected = totals.converted;
  if (!hasOwnWeight(settings)) return { expected, accepts: () => true };
  const points = settings.bonusConverted ? totals.total : totals.base;
  return {
    expected,
    accepts: (figure) => {
      if (comparePoints(roundPoints(figure, settings.decimals), expected) === 0) return true;
      const decimals = decimalsOf(figure);
      return comparePoints(convert(points, { ...settings, decimals }), figure) === 0;
    },
  };
}

/** Whether 折算满分, 折算基数 or bands were set by somebody. */
export function hasOwnWeight(settings: Settings): boolean {
  return (
    settings.bands.length > 0 ||
    settings.given.some((key) => key === 'convertedFull' || key === 'convertedBase')
  );
}

/**
 * Sum of the maxima of the base items that apply; null where one of them is unknown or there is none. A maximum that
 * several items share counts once.
 */
export function baseMaximum(table: ScoringTable, applies: readonly number[]): number | null {
  const maxima = itemsAt(table, applies)
    .filter((item) => !isBonus(table, item) && item.sharesMaxWith === undefined)
    .map((item) => item.max);
  return maxima.length > 0 && maxima.every((max): max is number => max !== null) ? sumPoints(maxima) : null;
}

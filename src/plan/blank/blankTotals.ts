import { rectAddress } from '../../sheet/address';
import { cellAddress } from '../../sheet/address';
import type { Settings } from '../../sheet/settings';
import { columnFormula, convertedFormula } from '../totalFormulas';
import type { ColumnRanges, LiveFigure } from '../totalFormulas';
import { TOTAL_LABELS } from '../totalLabels';
import type { AddedKind } from '../tableFigures';

/** Where the score of one item stands, and what it counts as. */
export interface ScoredRow {
  readonly row: number;
  readonly counts: 'base' | 'bonus' | 'deduction';
}

export interface BlankTotal {
  readonly label: string;
  readonly row: number;
  /** By score column, in the order given. */
  readonly figures: readonly (LiveFigure | null)[];
}

/**
 * The total rows below the items, with the formulas that 校验并合计 writes for the same table, so that it finds nothing to
 * change there. Base and bonus have rows of their own where the rubric has items of both kinds.
 */
export function blankTotals(
  rows: readonly ScoredRow[],
  columns: readonly number[],
  top: number,
  settings: Settings,
): readonly BlankTotal[] {
  const isMixed =
    rows.some(({ counts }) => counts === 'base') && rows.some(({ counts }) => counts !== 'base');
  const kinds: readonly AddedKind[] = isMixed
    ? ['base', 'bonus', 'total', 'converted']
    : ['total', 'converted'];
  const rowOf = (kind: AddedKind) => top + kinds.indexOf(kind);
  return kinds.map((kind) => ({
    label: TOTAL_LABELS[kind],
    row: rowOf(kind),
    figures: columns.map((column) => {
      const ranges = rangesOf(rows, column);
      if (kind !== 'converted') return columnFormula(kind, ranges, null, settings);
      const isOfTotal = settings.bonusConverted || !isMixed;
      const from = cellAddress({ row: rowOf(isOfTotal ? 'total' : 'base'), column });
      return convertedFormula(from, isOfTotal, ranges, null, settings);
    }),
  }));
}

function rangesOf(rows: readonly ScoredRow[], column: number): ColumnRanges {
  const runs = (belongs: (row: ScoredRow) => boolean) => {
    const joined: { top: number; bottom: number }[] = [];
    for (const { row } of rows.filter(belongs)) {
      const last = joined[joined.length - 1];
      if (last !== undefined && last.bottom === row - 1) last.bottom = row;
      else joined.push({ top: row, bottom: row });
    }
    return joined.map(({ top, bottom }) => rectAddress({ top, bottom, left: column, right: column }));
  };
  return {
    all: runs(() => true),
    base: runs(({ counts }) => counts === 'base'),
    bonus: runs(({ counts }) => counts === 'bonus'),
    deduction: runs(({ counts }) => counts === 'deduction'),
    hasErrors: false,
  };
}

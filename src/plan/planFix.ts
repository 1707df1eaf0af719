import { COLUMNS } from '../check/cells';
import type { CheckedBook, CheckedTable } from '../check/report';
import type { CellRef, Finding } from '../rubric/finding';
import { comparePoints } from '../rubric/points';
import type { ScoreCell } from '../sheet/table';
import type { CellEdit } from './edits';
import { planFill } from './planFill';
import { normaliseEdit, normalisedCells } from './textNumbers';

/**
 * One edit that settles a finding. certain: it says what is meant already (8分 → 8, a wrong total → its formula) · offered:
 * one of the scores that would be right, which only a person can choose.
 */
export interface Fix {
  readonly kind: 'certain' | 'offered';
  readonly edit: CellEdit;
  /** The figure that the cell shows then. */
  readonly shows: number | string;
}

/** The ways to settle a finding of this table with one edit; none where it takes more than that. */
export type FixesOf = (checked: CheckedTable, finding: Finding) => readonly Fix[];

/** What can be settled with one edit in a workbook. */
export function fixesIn(book: CheckedBook): FixesOf {
  let filled: readonly CellEdit[] | null = null;
  const fill = () => (filled ??= planFill(book, 'zh-CN').cells);
  return (checked, finding) => {
    const { cell } = finding;
    if (cell === null) return [];
    switch (finding.code) {
      case 'score/text-number':
        return normalisedCells(checked.table)
          .filter((one) => isSame(one, cell))
          .map((one) => ({ kind: 'certain', edit: normaliseEdit(one), shows: one.number }));
      case 'total/mismatch':
        return fixedTotal(checked, cell, fill);
      case 'score/above-max':
      case 'score/below-zero':
      case 'score/unattainable':
      case 'score/too-precise':
      case 'bonus/unattainable':
        return offered(checked, finding, cell);
      default:
        return [];
    }
  };
}

/** The total as 校验并合计 would write it. Scores typed as text come first: no sum of a spreadsheet counts them. */
function fixedTotal({ table }: CheckedTable, cell: CellRef, fill: () => readonly CellEdit[]): readonly Fix[] {
  if (normalisedCells(table).length > 0) return [];
  const edit = fill().find((one) => one.sheet === table.grid.name && isSame(one, cell));
  if (edit?.content.kind !== 'formula') return [];
  return [{ kind: 'certain', edit, shows: edit.content.cached }];
}

function offered({ table }: CheckedTable, finding: Finding, cell: CellRef): readonly Fix[] {
  const score = scoreAt(
    table.items.flatMap((item) => COLUMNS.map((column) => item[column])),
    cell,
  );
  // What a formula computes is put right where it comes from.
  if (score === null || score.formula !== null) return [];
  return (finding.suggestions ?? []).flatMap((value) =>
    typeof value === 'number' && (score.number === null || comparePoints(value, score.number) !== 0)
      ? [{ kind: 'offered', edit: scoreEdit(table.grid.name, cell, value), shows: value } as const]
      : [],
  );
}

/** Enters a score. */
export function scoreEdit(sheet: string, { row, column }: CellRef, value: number): CellEdit {
  return { sheet, row, column, content: { kind: 'value', value } };
}

function scoreAt(cells: readonly (ScoreCell | null)[], cell: CellRef): ScoreCell | null {
  return cells.find((one) => one !== null && isSame(one, cell)) ?? null;
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

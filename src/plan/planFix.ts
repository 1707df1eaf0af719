import { COLUMNS } from '../check/cells';
import type { CheckedBook, CheckedTable } from '../check/report';
import type { CellRef, Finding } from '../rubric/finding';
import { comparePoints } from '../rubric/points';
import type { ScoreCell } from '../sheet/table';
import type { CellEdit } from './edits';
import { planFill } from './planFill';
import { normaliseEdit, normalisedCells } from './textNumbers';
import type { NormalisedCell } from './textNumbers';

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
  // Looked up by cell: a table of thousands of items may have thousands of findings.
  const scores = onceATable(({ table }) =>
    byCell(table.items.flatMap((item) => COLUMNS.flatMap((column) => item[column] ?? []))),
  );
  const textNumbers = onceATable(({ table }) => byCell(normalisedCells(table)));
  return (checked, finding) => {
    const { cell } = finding;
    if (cell === null) return [];
    switch (finding.code) {
      case 'score/text-number':
        return normalised(textNumbers(checked).get(keyOf(cell)));
      case 'total/mismatch':
        // Scores typed as text come first: no sum of a spreadsheet counts them.
        return textNumbers(checked).size > 0 ? [] : fixedTotal(checked, cell, fill());
      case 'score/above-max':
      case 'score/below-zero':
      case 'score/unattainable':
      case 'score/too-precise':
      case 'bonus/unattainable':
        return offered(checked, finding, scores(checked).get(keyOf(cell)));
      default:
        return [];
    }
  };
}

function normalised(cell: NormalisedCell | undefined): readonly Fix[] {
  return cell === undefined ? [] : [{ kind: 'certain', edit: normaliseEdit(cell), shows: cell.number }];
}

/** The total as 校验并合计 would write it. */
function fixedTotal({ table }: CheckedTable, cell: CellRef, fill: readonly CellEdit[]): readonly Fix[] {
  const edit = fill.find((one) => one.sheet === table.grid.name && isSame(one, cell));
  if (edit?.content.kind !== 'formula') return [];
  return [{ kind: 'certain', edit, shows: edit.content.cached }];
}

function offered({ table }: CheckedTable, finding: Finding, score: ScoreCell | undefined): readonly Fix[] {
  // What a formula computes is put right where it comes from.
  if (score === undefined || score.formula !== null) return [];
  return (finding.suggestions ?? []).flatMap((value) =>
    typeof value === 'number' && (score.number === null || comparePoints(value, score.number) !== 0)
      ? [{ kind: 'offered', edit: scoreEdit(table.grid.name, score, value), shows: value } as const]
      : [],
  );
}

/** Enters a score. */
export function scoreEdit(sheet: string, { row, column }: CellRef, value: number): CellEdit {
  return { sheet, row, column, content: { kind: 'value', value } };
}

const keyOf = ({ row, column }: CellRef) => `${row},${column}`;

/** The first of each cell: a merged score cell belongs to several items. */
function byCell<T extends CellRef>(cells: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const cell of cells) if (!found.has(keyOf(cell))) found.set(keyOf(cell), cell);
  return found;
}

function onceATable<T>(compute: (checked: CheckedTable) => T): (checked: CheckedTable) => T {
  const known = new Map<CheckedTable, T>();
  return (checked) => {
    const before = known.get(checked);
    if (before !== undefined) return before;
    const fresh = compute(checked);
    known.set(checked, fresh);
    return fresh;
  };
}

function isSame(a: CellRef, b: CellRef): boolean {
  return a.row === b.row && a.column === b.column;
}

import type { CheckedBook, CheckedTable } from '../check/report';
import { totalTargets } from '../check/totalRows';
import type { Language } from '../locale/language';
import type { Finding } from '../rubric/finding';
import type { Settings } from '../sheet/settings';
import { addedRowNumbers, addedRows, firstFreeRow } from './addedRows';
import type { CellEdit, EditPlan } from './edits';
import { marksFor } from './findingMarks';
import type { CorrectedTotal } from './ownTotals';
import { ownTotals } from './ownTotals';
import { tableFigures } from './tableFigures';
import type { NormalisedCell } from './textNumbers';
import { normaliseEdit, normalisedCells } from './textNumbers';

/** A plan with what a person should be told of it. */
export interface FillPlan extends EditPlan {
  /** Scores typed as text that become numbers. */
  readonly normalised: readonly NormalisedCell[];
  /** Wrong figures in total rows that become live formulas. */
  readonly corrected: readonly CorrectedTotal[];
  /** Findings that no longer hold once the plan is applied. */
  readonly settled: ReadonlySet<Finding>;
}

interface TablePlan {
  readonly edits: readonly CellEdit[];
  readonly normalised: readonly NormalisedCell[];
  readonly corrected: readonly CorrectedTotal[];
  /** Findings that still hold once the plan is applied. */
  readonly findings: readonly Finding[];
}

/**
 * 校验并合计: totals as live formulas, text numbers as numbers, and marks for what is still wrong then. A plan made from
 * the workbook that this plan was applied to edits no cell and has the same marks.
 * `sheets` names further sheets that older marks of ours are to be taken from.
 */
export function planFill(checked: CheckedBook, language: Language, sheets: readonly string[] = []): FillPlan {
  const nextRow = new Map<string, number>();
  const plans = checked.tables.map((table) =>
    planTable(table, checked.settings, nextRow, isLastOnSheet(checked, table)),
  );
  const findings = [...plans.flatMap((plan) => plan.findings), ...checked.findings];
  const names = new Set([...checked.tables.map(({ table }) => table.grid.name), ...sheets]);
  for (const { sheet, cell } of findings) if (sheet !== null && cell !== null) names.add(sheet);
  return {
    cells: plans.flatMap((plan) => plan.edits),
    marks: [...names].map((name) => marksFor(name, findings, language)),
    normalised: plans.flatMap((plan) => plan.normalised),
    corrected: plans.flatMap((plan) => plan.corrected),
    settled: new Set(
      checked.tables.flatMap((table, index) => {
        const standing = new Set(plans[index]?.findings);
        return table.findings.filter((one) => !standing.has(one));
      }),
    ),
  };
}

function planTable(
  checked: CheckedTable,
  settings: Settings,
  nextRow: Map<string, number>,
  mayAddRows: boolean,
): TablePlan {
  const { table, applies } = checked;
  const normalised = normalisedCells(table);
  const targets = totalTargets(table, applies, settings);
  const figures = tableFigures(checked, settings);
  const name = table.grid.name;
  const top = nextRow.get(name) ?? firstFreeRow(table.grid, table.area.bottom);
  const numbers =
    mayAddRows && top !== null ? addedRowNumbers(checked, targets, figures, top) : new Map<never, number>();
  const own = ownTotals(table, targets, figures, settings, numbers);
  const added = addedRows(checked, targets, figures, numbers, own.unlike);
  for (const { row } of added) nextRow.set(name, Math.max(nextRow.get(name) ?? 0, row + 1));
  return {
    edits: [...normalised.map(normaliseEdit), ...own.edits, ...added],
    normalised,
    corrected: own.corrected,
    findings: checked.findings.filter((one) => {
      const isSettled = one.cell !== null && own.settled.has(`${one.cell.row},${one.cell.column}`);
      return !(one.code === 'total/mismatch' && isSettled) && one.code !== 'score/text-number';
    }),
  };
}

/**
 * Rows are added for the last table of a sheet only: below another table, or far below its own, nobody could tell whose
 * totals they are. The tables above it get their own total rows filled.
 */
function isLastOnSheet(checked: CheckedBook, { table }: CheckedTable): boolean {
  const onSheet = checked.tables.filter((other) => other.table.grid.name === table.grid.name);
  return onSheet[onSheet.length - 1]?.table === table;
}

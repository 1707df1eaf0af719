import type { Overlay } from '../check/overlay';
import { asCounted, hasOwnWeight } from '../check/totalRows';
import type { TotalTarget } from '../check/totalRows';
import { isStroke, scoreNumber, shownText } from '../check/cells';
import { comparePoints } from '../rubric/points';
import type { Settings } from '../sheet/settings';
import { computeCell } from '../sheet/formula';
import type { CellValue } from '../sheet/grid';
import { gridReader } from '../sheet/gridReader';
import type { ScoreCell, ScoringTable } from '../sheet/table';
import type { CellEdit } from './edits';
import type { AddedRowNumbers, ColumnFigures, FigureCells } from './tableFigures';
import { figureCells, isWritable } from './tableFigures';
import type { LiveFigure } from './totalFormulas';

/** A figure that somebody had typed or computed into a total cell, and that was none a fair reading gives. */
export interface CorrectedTotal {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly received: string;
  readonly expected: number | '';
}

export interface OwnTotals {
  readonly edits: readonly CellEdit[];
  readonly corrected: readonly CorrectedTotal[];
  /** Cells (`row,column`) whose figure is right once the plan is applied. */
  readonly settled: ReadonlySet<string>;
  /** Cells that keep another figure than ours would be, fair or not: nothing may be computed from them. */
  readonly unlike: ReadonlySet<string>;
}

/** Sums come before what is made of them. */
const ORDER = { items: 0, unclear: 0, base: 1, bonus: 1, total: 2, converted: 3 } as const;

/**
 * What the sheet's own total rows get. Blank and typed figures become live formulas; a formula of the user's that gives
 * a fair figure on the numbers as they will be is left, its stale cached value refreshed; words are left alone, and so
 * is a converted score whose weight the workbook does not tell.
 * `added` says where the rows that the sheet lacks come.
 */
export function ownTotals(
  table: ScoringTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
  settings: Settings,
  added: AddedRowNumbers,
): OwnTotals {
  const edits: CellEdit[] = [];
  const corrected: CorrectedTotal[] = [];
  const settled = new Set<string>();
  const unlike = new Set<string>();
  const overlay = asCounted(table);
  const cellsOf = (each: ColumnFigures) => figureCells(targets, table, each, added, unlike);
  for (const target of [...targets].sort((a, b) => ORDER[a.means] - ORDER[b.means])) {
    for (const each of figures) {
      const cell = target.row[each.column];
      if (cell === null || !isWritable(target, table, each.column)) continue;
      const planned = plannedFigure(target, each, cellsOf(each));
      const outcome = settle({ table, target, cell, planned, settings, overlay }, each);
      const { row, column } = cell;
      if (outcome === null || (planned !== null && outcome.shows !== planned.cached))
        unlike.add(`${row},${column}`);
      if (outcome === null) continue;
      settled.add(`${row},${column}`);
      overlay.setValue(row, column, outcome.shows);
      if (outcome.write === null) continue;
      const { formula, cached } = outcome.write;
      edits.push({ sheet: table.grid.name, row, column, content: { kind: 'formula', formula, cached } });
      if (outcome.wrong) {
        const label = target.row.label.text;
        corrected.push({
          sheet: table.grid.name,
          row,
          column,
          label,
          received: shownText(cell),
          expected: cached,
        });
      }
    }
  }
  return { edits, corrected, settled, unlike };
}

function plannedFigure(target: TotalTarget, figures: ColumnFigures, cells: FigureCells): LiveFigure | null {
  switch (target.means) {
    case 'items':
      return figures.subtotal(target.items);
    case 'base':
    case 'bonus':
    case 'total':
      return figures.figure(target.means);
    case 'converted':
      return figures.converted(cells);
    case 'unclear':
      return null;
  }
}

interface Situation {
  readonly table: ScoringTable;
  readonly target: TotalTarget;
  readonly cell: ScoreCell;
  readonly planned: LiveFigure | null;
  readonly settings: Settings;
  readonly overlay: Overlay;
}

interface Outcome {
  /** The formula to write, null to leave the cell as it is. */
  readonly write: { readonly formula: string; readonly cached: number | '' } | null;
  /** What the cell shows then. */
  readonly shows: CellValue;
  /** Whether a wrong figure stood there. */
  readonly wrong: boolean;
}

/** What becomes of one total cell; null where its figure cannot be vouched for. */
function settle(situation: Situation, { column }: ColumnFigures): Outcome | null {
  const { target, cell, planned, settings } = situation;
  const figures = target.figures[column];
  if (planned !== null && cell.formula === planned.formula) {
    const fresh = cachedValue(situation) === planned.cached;
    return { write: fresh ? null : planned, shows: planned.cached, wrong: false };
  }
  if (figures === null) {
    const isEmpty = cell.state === 'blank' && cell.formula === null;
    return isEmpty && planned !== null ? { write: planned, shows: planned.cached, wrong: false } : null;
  }
  if (cell.formula !== null) {
    const kept = keptFormula(situation, figures.accepts);
    if (kept !== null) return kept;
    return planned && { write: planned, shows: planned.cached, wrong: true };
  }
  const figure = scoreNumber(cell);
  if (figure === null) {
    const replaceable = cell.state === 'blank' || cell.state === 'error' || isStroke(cell);
    return replaceable && planned
      ? { write: planned, shows: planned.cached, wrong: cell.state === 'error' }
      : null;
  }
  const accepted = figures.accepts(figure);
  const isElsewhereWeighted = target.means === 'converted' && !hasOwnWeight(settings);
  const differs = planned === null || planned.cached === '' || comparePoints(figure, planned.cached) !== 0;
  if (isElsewhereWeighted || (accepted && differs)) return { write: null, shows: figure, wrong: false };
  return planned && { write: planned, shows: planned.cached, wrong: !accepted };
}

/** A user's formula that is fair on the numbers as they will be; null when it is not. */
function keptFormula(situation: Situation, accepts: (figure: number) => boolean): Outcome | null {
  const { table, cell, overlay } = situation;
  const computed = computeCell(gridReader(overlay.over(table.grid)), cell);
  const shows = computed === undefined ? cell.value : computed;
  // A formula that waits for something and shows nothing is the user's intention.
  if (shows === null || shows === '') return { write: null, shows: '', wrong: false };
  if (typeof shows !== 'number')
    return typeof shows === 'string' ? { write: null, shows, wrong: false } : null;
  if (!accepts(shows)) return null;
  const formula = cell.formula ?? '';
  const stale = shows !== cachedValue(situation);
  return { write: stale && formula !== '' ? { formula, cached: shows } : null, shows, wrong: false };
}

/** The result that the file keeps beside a formula; null for none. The reader may have computed what is missing. */
function cachedValue({ table, cell }: Situation): CellValue {
  return gridReader(table.grid).cell(cell.row, cell.column)?.value ?? null;
}

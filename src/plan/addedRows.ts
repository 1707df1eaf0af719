import type { TotalMeaning, TotalTarget } from '../check/totalRows';
import type { CheckedTable } from '../check/report';
import { isBonus, itemsAt } from '../check/totals';
import { MAX_ROWS } from '../sheet/address';
import type { Grid } from '../sheet/grid';
import type { CellEdit } from './edits';
import type { AddedKind, AddedRowNumbers, ColumnFigures, FigureCells } from './tableFigures';
import { figureCells, isWritable } from './tableFigures';
import type { LiveFigure } from './totalFormulas';
import { TOTAL_LABELS } from './totalLabels';

/** Formatted but empty rows at a sheet's end that are passed over; a sheet ruled far down is written right below its content. */
const RULED_ROWS = 20;

/** Which rows a table lacks: total and converted score always, base and bonus where it has items of both kinds. */
function missingKinds(
  { table, applies }: CheckedTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
): readonly AddedKind[] {
  const usable = (target: TotalTarget) => figures.some(({ column }) => isWritable(target, table, column));
  const present = new Set<TotalMeaning>(targets.filter(usable).map((target) => target.means));
  const items = itemsAt(table, applies);
  const bonuses = items.filter((item) => isBonus(table, item)).length;
  const both = bonuses > 0 && bonuses < items.length;
  const wanted: readonly AddedKind[] = both
    ? ['base', 'bonus', 'total', 'converted']
    : ['total', 'converted'];
  return wanted.filter((kind) => !present.has(kind));
}

/** Where the rows that a table lacks come, from `top` on; none where the unit cannot be told or no room is left. */
export function addedRowNumbers(
  checked: CheckedTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
  top: number,
): AddedRowNumbers {
  const kinds = missingKinds(checked, targets, figures);
  const hasRoom = top + kinds.length <= MAX_ROWS;
  if (figures.length === 0 || checked.applies.length === 0 || !hasRoom) return new Map();
  return new Map(kinds.map((kind, index) => [kind, top + index] as const));
}

/**
 * The cells of the rows that a table lacks, in the look of its last item row, each like the cell of that row in its
 * column so that the frame closes. Nothing stands there: see `firstFreeRow`.
 */
export function addedRows(
  { table, applies }: CheckedTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
  added: AddedRowNumbers,
  unlike: ReadonlySet<string>,
): readonly CellEdit[] {
  const model = Math.max(...itemsAt(table, applies).map((item) => item.row));
  const labelColumn = table.columns.criterion ?? table.area.left;
  const edits: CellEdit[] = [];
  for (const [kind, row] of added) {
    for (let column = table.area.left; column <= table.area.right; column += 1) {
      const score = figures.find(({ index }) => index === column);
      const live = score ? figureFor(score, kind, figureCells(targets, table, score, added, unlike)) : null;
      const at = { sheet: table.grid.name, row, column, like: { row: model, column } };
      if (column === labelColumn)
        edits.push({ ...at, content: { kind: 'value', value: TOTAL_LABELS[kind] } });
      else if (live) edits.push({ ...at, content: { kind: 'formula', ...live } });
      else edits.push({ ...at, content: { kind: 'format' } });
    }
  }
  return edits;
}

function figureFor(figures: ColumnFigures, kind: AddedKind, cells: FigureCells): LiveFigure | null {
  return kind === 'converted' ? figures.converted(cells) : figures.figure(kind);
}

/**
 * The first row below everything used in the sheet: values, formulas, merged areas, and formatted empty rows where
 * they are few. The rows follow the table directly where nothing stands below it, else a blank row keeps them apart.
 * Null where the sheet is used to its end.
 */
export function firstFreeRow(grid: Grid, tableBottom: number): number | null {
  const lastValue = grid.rows[grid.rows.length - 1]?.index ?? -1;
  let last = Math.max(lastValue, tableBottom);
  for (const merge of grid.merges ?? []) last = Math.max(last, merge.bottom);
  if (grid.lastRow > last && grid.lastRow - last <= RULED_ROWS) last = grid.lastRow;
  const free = last === tableBottom ? last + 1 : last + 2;
  return free < MAX_ROWS ? free : null;
}

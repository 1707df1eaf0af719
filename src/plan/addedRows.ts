import type { TotalMeaning, TotalTarget } from '../check/totalRows';
import type { CheckedTable } from '../check/report';
import { isBonus, itemsAt } from '../check/totals';
import { cellAddress, MAX_ROWS } from '../sheet/address';
import type { Grid } from '../sheet/grid';
import type { ScoringTable } from '../sheet/table';
import type { CellEdit } from './edits';
import { figureCells } from './ownTotals';
import type { ColumnFigures } from './tableFigures';
import { isWritable } from './tableFigures';
import type { LiveFigure } from './totalFormulas';

type AddedKind = 'base' | 'bonus' | 'total' | 'converted';

/** Labels of the rows that are added, exactly as other programs look for them. */
const LABELS: Readonly<Record<AddedKind, string>> = {
  base: '基本分合计',
  bonus: '加分合计',
  total: '总分',
  converted: '折合目标考核得分',
};

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

/**
 * The total rows that a table lacks, written from `top` on in the look of its last item row, each cell by the cell
 * above it so that the frame closes. Nothing stands there: see `firstFreeRow`. None where the unit cannot be told.
 */
export function addedRows(
  checked: CheckedTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
  top: number,
): readonly CellEdit[] {
  const { table, applies } = checked;
  const kinds = missingKinds(checked, targets, figures);
  const model = itemsAt(table, applies).reduce<number | null>(
    (last, item) => Math.max(last ?? 0, item.row),
    null,
  );
  if (figures.length === 0 || kinds.length === 0 || model === null || top + kinds.length > MAX_ROWS)
    return [];
  const rowOf = new Map(kinds.map((kind, index) => [kind, top + index] as const));
  return kinds.flatMap((kind) => oneRow(checked, targets, figures, kind, rowOf, model));
}

function oneRow(
  { table }: CheckedTable,
  targets: readonly TotalTarget[],
  figures: readonly ColumnFigures[],
  kind: AddedKind,
  rowOf: ReadonlyMap<AddedKind, number>,
  model: number,
): readonly CellEdit[] {
  const row = rowOf.get(kind) ?? 0;
  const labelColumn = table.columns.criterion ?? table.area.left;
  const edits: CellEdit[] = [];
  for (let column = table.area.left; column <= table.area.right; column += 1) {
    const score = figures.find(({ index }) => index === column);
    const live = score ? figureFor(score, kind, table, targets, rowOf) : null;
    const like = { row: model, column };
    const at = { sheet: table.grid.name, row, column, like };
    if (column === labelColumn) edits.push({ ...at, content: { kind: 'value', value: LABELS[kind] } });
    else if (live) edits.push({ ...at, content: { kind: 'formula', ...live } });
    else edits.push({ ...at, content: { kind: 'format' } });
  }
  return edits;
}

function figureFor(
  figures: ColumnFigures,
  kind: AddedKind,
  table: ScoringTable,
  targets: readonly TotalTarget[],
  rowOf: ReadonlyMap<AddedKind, number>,
): LiveFigure | null {
  if (kind !== 'converted') return figures.figure(kind);
  const own = figureCells(targets, table, figures);
  const added = (of: AddedKind) => {
    const row = rowOf.get(of);
    return row === undefined ? null : cellAddress({ row, column: figures.index });
  };
  return figures.converted({ base: added('base') ?? own.base, total: added('total') ?? own.total });
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

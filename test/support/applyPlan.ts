import type { EditPlan } from '../../src/plan/edits';
import type { BookSnapshot, Grid, GridCell, GridRow } from '../../src/sheet/grid';

/** What a host makes of the cells of a plan: values, formulas with their cached values; formats do not show in a grid. */
export function applyCells(snapshot: BookSnapshot, plan: EditPlan): BookSnapshot {
  return { ...snapshot, grids: snapshot.grids.map((grid) => applyToGrid(grid, plan)) };
}

function applyToGrid(grid: Grid, plan: EditPlan): Grid {
  const rows = new Map<number, Map<number, GridCell>>();
  for (const row of grid.rows) rows.set(row.index, new Map(row.cells.map((cell) => [cell.column, cell])));
  let { lastRow, lastColumn } = grid;
  for (const { sheet, row, column, content } of plan.cells) {
    if (sheet !== grid.name) continue;
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    if (content.kind === 'format') continue;
    const cells = rows.get(row) ?? new Map<number, GridCell>();
    rows.set(row, cells);
    const { kind } = content;
    if (kind === 'formula') cells.set(column, { column, value: content.cached, formula: content.formula });
    else if (content.value === null) cells.delete(column);
    else cells.set(column, { column, value: content.value, formula: null });
  }
  const filled = [...rows].map(([index, cells]): GridRow => ({
    index,
    cells: [...cells.values()].sort((a, b) => a.column - b.column),
  }));
  return { ...grid, rows: filled.sort((a, b) => a.index - b.index), lastRow, lastColumn };
}

import type { CellValue, Grid, GridCell, GridRow } from '../sheet/grid';

/** Cells as they will be: by row, then by column. */
export class Overlay {
  private readonly rows = new Map<number, Map<number, GridCell>>();

  set(row: number, cell: GridCell): void {
    const cells = this.rows.get(row) ?? new Map<number, GridCell>();
    cells.set(cell.column, cell);
    this.rows.set(row, cells);
  }

  setValue(row: number, column: number, value: CellValue): void {
    this.set(row, { column, value, formula: null });
  }

  /** The grid with these cells in it. */
  over(grid: Grid): Grid {
    const rows: GridRow[] = [];
    const seen = new Set<number>();
    for (const row of grid.rows) {
      const changed = this.rows.get(row.index);
      seen.add(row.index);
      rows.push(changed ? merged(row, changed) : row);
    }
    for (const [index, cells] of this.rows) {
      if (!seen.has(index)) rows.push(merged({ index, cells: [] }, cells));
    }
    return { ...grid, rows: rows.sort((a, b) => a.index - b.index) };
  }
}

function merged(row: GridRow, changed: ReadonlyMap<number, GridCell>): GridRow {
  const kept = row.cells.filter((cell) => !changed.has(cell.column));
  const cells = [...kept, ...changed.values()].sort((a, b) => a.column - b.column);
  return { index: row.index, cells };
}

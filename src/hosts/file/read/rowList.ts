import type { GridCell, GridRow, HiddenRuns } from '../../../sheet/grid';

/** Gathers rows as they come. Files nearly always hold them in order; where one does not, it is put in order. */
export class RowList {
  readonly #rows: { index: number; cells: GridCell[] }[] = [];
  #inOrder = true;
  #last = -1;

  add(index: number, cells: GridCell[]): void {
    if (index <= this.#last) this.#inOrder = false;
    for (let i = 1; i < cells.length && this.#inOrder; i++) {
      if (cells[i]!.column <= cells[i - 1]!.column) this.#inOrder = false;
    }
    this.#last = index;
    this.#rows.push({ index, cells });
  }

  /** In row and column order, each row and each cell once; of two cells in one place the later counts. */
  sorted(): readonly GridRow[] {
    if (this.#inOrder) return this.#rows;
    const rows = new Map<number, Map<number, GridCell>>();
    for (const { index, cells } of this.#rows) {
      const row = rows.get(index) ?? new Map<number, GridCell>();
      rows.set(index, row);
      for (const cell of cells) row.set(cell.column, cell);
    }
    return [...rows]
      .sort(([a], [b]) => a - b)
      .map(([index, row]) => ({ index, cells: [...row.values()].sort((a, b) => a.column - b.column) }));
  }
}

/** Gathers hidden rows or columns into runs. */
export class HiddenRunList {
  readonly #runs: { from: number; to: number }[] = [];

  add(from: number, to: number): void {
    const last = this.#runs.at(-1);
    if (last !== undefined && from === last.to + 1) last.to = to;
    else this.#runs.push({ from, to });
  }

  sorted(): HiddenRuns {
    return this.#runs.sort((a, b) => a.from - b.from);
  }
}

import { parseCell, parseRect } from './address';
import type { CellValue, Grid, GridCell, GridRow, HiddenRuns, Rect } from './grid';

/** What a cell holds: a value, or a formula (without `=`) with its cached result. */
export type CellInput = CellValue | undefined | { readonly formula: string; readonly value?: CellValue };

export interface GridOptions {
  /** Merged areas as blocks or as `A1:B2`; null: the host cannot tell; absent: none. */
  readonly merges?: readonly (Rect | string)[] | null;
  readonly hidden?: boolean;
  readonly hiddenRows?: HiddenRuns;
  readonly hiddenColumns?: HiddenRuns;
  /** Where the first value stands, e.g. `D9`; default A1. */
  readonly at?: string;
}

/** A grid from rows of values as a page or a script has them. Merges are moved along with `at`. */
export function gridFromRows(
  name: string,
  rows: readonly (readonly CellInput[])[],
  options: GridOptions = {},
): Grid {
  const origin = parseCell(options.at ?? 'A1') ?? { row: 0, column: 0 };
  const filled: GridRow[] = [];
  let lastColumn = -1;
  rows.forEach((values, offset) => {
    const cells = values.flatMap((input, column): GridCell[] => {
      const cell = cellOf(input, origin.column + column);
      return cell === null ? [] : [cell];
    });
    const last = cells[cells.length - 1];
    if (last === undefined) return;
    filled.push({ index: origin.row + offset, cells });
    lastColumn = Math.max(lastColumn, last.column);
  });
  const move = (area: Rect): Rect => ({
    top: area.top + origin.row,
    left: area.left + origin.column,
    bottom: area.bottom + origin.row,
    right: area.right + origin.column,
  });
  const merges = options.merges === undefined ? [] : options.merges;
  return {
    name,
    rows: filled,
    merges:
      merges === null
        ? null
        : merges.flatMap((merge) => {
            const area = typeof merge === 'string' ? parseRect(merge) : merge;
            return area === null ? [] : [move(area)];
          }),
    hidden: options.hidden ?? false,
    hiddenRows: options.hiddenRows ?? [],
    hiddenColumns: options.hiddenColumns ?? [],
    lastRow: filled[filled.length - 1]?.index ?? -1,
    lastColumn,
  };
}

function cellOf(input: CellInput, column: number): GridCell | null {
  if (input === undefined || input === null || input === '') return null;
  if (typeof input === 'object' && 'formula' in input) {
    return { column, value: input.value ?? null, formula: input.formula };
  }
  return { column, value: input, formula: null };
}

import type { CellRef } from '../rubric/finding';

/** The four lines around a cell. */
export const EDGES = ['left', 'top', 'bottom', 'right'] as const;
export type Edge = (typeof EDGES)[number];

/** One thing for each line around a cell. */
export type AroundCell<T> = Readonly<Record<Edge, T>>;

/** Always in the same order, so that two of them can be compared as they are written out. */
export function aroundCell<T>(of: (edge: Edge) => T): AroundCell<T> {
  return { left: of('left'), top: of('top'), bottom: of('bottom'), right: of('right') };
}

/** The cell on the other side of each edge, and which of its edges that is. */
const ACROSS: AroundCell<CellRef & { readonly edge: Edge }> = {
  top: { row: -1, column: 0, edge: 'bottom' },
  bottom: { row: 1, column: 0, edge: 'top' },
  left: { row: 0, column: -1, edge: 'right' },
  right: { row: 0, column: 1, edge: 'left' },
};

/**
 * The lines that a cell with the lines `from` gets from its model. A line between two cells is one thing, so both have to
 * want the same of it: where both take a look, the cell below or on the right decides. A model without a line there
 * takes none away, it may be the neighbour's.
 * @param modelOf lines that a cell at this place takes, null when it takes none
 * @param isDrawn whether there is a line at all
 */
export function linesTaken<L>(
  cell: CellRef,
  from: AroundCell<L>,
  model: AroundCell<L>,
  modelOf: (cell: CellRef) => AroundCell<L> | null,
  isDrawn: (line: L) => boolean,
): AroundCell<L> {
  return aroundCell((edge) => {
    const across = ACROSS[edge];
    const neighbour = modelOf({ row: cell.row + across.row, column: cell.column + across.column });
    const own = [model[edge]];
    const others = neighbour === null ? [] : [neighbour[across.edge]];
    const ranked = edge === 'top' || edge === 'left' ? [...own, ...others] : [...others, ...own];
    return ranked.find(isDrawn) ?? from[edge];
  });
}

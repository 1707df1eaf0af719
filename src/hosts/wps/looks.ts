import type { CellRef } from '../../rubric/finding';
import { cellKey } from '../blocks';

/** Properties of a cell's look apart from its lines, in the order in which they are set. */
export const LOOK_KEYS = [
  'NumberFormat',
  'HorizontalAlignment',
  'VerticalAlignment',
  'WrapText',
  'Locked',
  'Fill',
  'Font.Name',
  'Font.Size',
  'Font.Bold',
  'Font.Italic',
  'Font.Underline',
  'Font.Color',
] as const;
export type LookKey = (typeof LOOK_KEYS)[number];

/** The four lines around a cell, by the constants that ET has for them. */
export const EDGES = ['left', 'top', 'bottom', 'right'] as const;
export type Edge = (typeof EDGES)[number];
export const EDGE_CODES: Readonly<Record<Edge, number>> = { left: 7, top: 8, bottom: 9, right: 10 };

/** A line as `style weight colour`; '' where there is none. Kept as one text so that lines compare at once. */
export type Line = string;

/** The look of one cell. A property that a build does not tell is undefined and stays as it is. */
export interface EtLook {
  /** Of `Fill`: a colour, or null for none. */
  readonly values: Readonly<Record<LookKey, unknown>>;
  readonly lines: Readonly<Record<Edge, Line | undefined>>;
}

/** The cell on the other side of each edge, and which of its edges that is. */
const ACROSS: Readonly<Record<Edge, { readonly row: number; readonly column: number; readonly edge: Edge }>> =
  {
    top: { row: -1, column: 0, edge: 'bottom' },
    bottom: { row: 1, column: 0, edge: 'top' },
    left: { row: 0, column: -1, edge: 'right' },
    right: { row: 0, column: 1, edge: 'left' },
  };

/**
 * The look that a cell with the look `from` gets from its model. A line between two cells is one thing, so both have to
 * want the same of it: where both take a look, the cell below or on the right decides. A model without a line there
 * takes none away, it may be the neighbour's.
 * @param modelOf look that a cell at this place takes, null when it takes none
 */
export function taken(
  cell: CellRef,
  from: EtLook,
  model: EtLook,
  modelOf: (cell: CellRef) => EtLook | null,
): EtLook {
  const line = (edge: Edge): Line | undefined => {
    const across = ACROSS[edge];
    const neighbour = modelOf({ row: cell.row + across.row, column: cell.column + across.column });
    const others = neighbour?.lines[across.edge];
    const own = model.lines[edge];
    const ranked = edge === 'top' || edge === 'left' ? [own, others] : [others, own];
    return ranked.find((wanted) => wanted !== undefined && wanted !== '') ?? from.lines[edge];
  };
  return {
    values: model.values,
    lines: { left: line('left'), top: line('top'), bottom: line('bottom'), right: line('right') },
  };
}

export function sameLook(a: EtLook, b: EtLook): boolean {
  return (
    LOOK_KEYS.every((key) => a.values[key] === b.values[key]) &&
    EDGES.every((edge) => a.lines[edge] === b.lines[edge])
  );
}

/** One cell's change of look. */
export interface LookChange extends CellRef {
  readonly from: EtLook;
  readonly to: EtLook;
}

/** The cells whose property differs between the two looks, by the value they are to get. */
export function byValue<T>(
  changes: readonly LookChange[],
  read: (look: EtLook) => T | undefined,
): ReadonlyMap<T, readonly CellRef[]> {
  const groups = new Map<T, CellRef[]>();
  for (const { from, to, row, column } of changes) {
    const wanted = read(to);
    if (wanted === undefined || wanted === read(from)) continue;
    const cells = groups.get(wanted);
    if (cells === undefined) groups.set(wanted, [{ row, column }]);
    else cells.push({ row, column });
  }
  return groups;
}

export function keyed<T extends CellRef>(cells: readonly T[]): ReadonlyMap<string, T> {
  return new Map(cells.map((cell) => [cellKey(cell), cell]));
}

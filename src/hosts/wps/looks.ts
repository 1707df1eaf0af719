import type { CellRef } from '../../rubric/finding';
import { cellKey } from '../blocks';
import { EDGES, linesTaken } from '../cellLines';
import type { AroundCell } from '../cellLines';

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

/** ET's constants for the lines around a cell. */
export const EDGE_CODES: AroundCell<number> = { left: 7, top: 8, bottom: 9, right: 10 };

/** A line as `style weight colour`; '' where there is none. Kept as one text so that lines compare at once. */
export type Line = string;

/** The look of one cell. A property that a build does not tell is undefined and stays as it is. */
export interface EtLook {
  /** Of `Fill`: a colour, or null for none. */
  readonly values: Readonly<Record<LookKey, unknown>>;
  readonly lines: AroundCell<Line | undefined>;
}

/**
 * The look that a cell with the look `from` gets from its model.
 * @param modelOf look that a cell at this place takes, null when it takes none
 */
export function taken(
  cell: CellRef,
  from: EtLook,
  model: EtLook,
  modelOf: (cell: CellRef) => EtLook | null,
): EtLook {
  const linesOf = (at: CellRef) => modelOf(at)?.lines ?? null;
  const isDrawn = (line: Line | undefined) => line !== undefined && line !== '';
  return { values: model.values, lines: linesTaken(cell, from.lines, model.lines, linesOf, isDrawn) };
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

import type { CellRef } from '../../rubric/finding';
import type { Rect } from '../../sheet/grid';
import { blocksOf, cellKey } from '../blocks';
import { NONE } from './etApi';
import type { EtFont, EtLine, EtRange } from './etApi';
import { EDGES } from '../cellLines';
import type { Edge } from '../cellLines';
import { EDGE_CODES, LOOK_KEYS, byValue, keyed } from './looks';
import type { Line, LookChange, LookKey } from './looks';
import type { Ranges } from './ranges';

/** Gives cells their new looks: only what differs, and what many share at once. */
export function dress(ranges: Ranges, changes: readonly LookChange[]): void {
  const at = (block: Rect): EtRange => ranges.of(block);
  const fonts = new Map<EtRange, EtFont | null | undefined>();
  const fontOf = (range: EtRange) => {
    if (!fonts.has(range)) fonts.set(range, range.Font);
    return fonts.get(range);
  };
  for (const key of LOOK_KEYS) {
    for (const [value, cells] of byValue(changes, ({ values }) => values[key])) {
      for (const block of blocksOf(cells)) setValue(at(block), key, value, fontOf);
    }
  }
  // Where all four lines of a cell become alike they are one request; the rest goes side by side.
  const [whole, partial] = split(changes);
  for (const [line, cells] of byValue(whole, ({ lines }) => lines.top)) {
    for (const block of blocksOf(cells)) setLine(at(block).Borders, line);
  }
  for (const edge of EDGES) {
    for (const [line, cells] of byValue(partial, ({ lines }) => lines[edge])) {
      for (const run of runsAlong(edge, cells)) setLine(at(run).Borders?.Item(EDGE_CODES[edge]), line);
    }
  }
}

function setValue(
  range: EtRange,
  key: LookKey,
  value: unknown,
  fontOf: (range: EtRange) => EtFont | null | undefined,
): void {
  if (key === 'Fill') {
    if (value === null) range.Interior.Pattern = NONE;
    else range.Interior.Color = value;
  } else if (key.startsWith('Font.')) {
    const font = fontOf(range);
    if (font) Reflect.set(font, key.slice('Font.'.length), value);
  } else {
    Reflect.set(range, key, value);
  }
}

/** A style brings its own weight and colour with it, so these come after. */
function setLine(target: EtLine | null | undefined, line: Line): void {
  if (!target) return;
  if (line === '') {
    target.LineStyle = NONE;
    return;
  }
  const [style, weight, colour] = line.split(' ').map(Number);
  target.LineStyle = style;
  target.Weight = weight;
  target.Color = colour;
}

/** Changes whose four lines all differ from before and are alike afterwards, and the others. */
function split(changes: readonly LookChange[]): readonly [LookChange[], LookChange[]] {
  const byCell = keyed(changes);
  const isWhole = (change: LookChange): boolean => {
    const { from, to } = change;
    const wanted = to.lines.top;
    const alike = EDGES.every((edge) => to.lines[edge] === wanted);
    return (
      wanted !== undefined && alike && from.lines.top !== wanted && byCell.get(cellKey(change)) === change
    );
  };
  return [changes.filter(isWhole), changes.filter((change) => !isWhole(change))];
}

/** Neighbours along an edge: a side of a taller block would only be its outermost cells'. */
function runsAlong(edge: Edge, cells: readonly CellRef[]): Rect[] {
  const isRow = edge === 'top' || edge === 'bottom';
  const lines = new Map<number, CellRef[]>();
  for (const cell of cells) {
    const line = isRow ? cell.row : cell.column;
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [cell]);
    else known.push(cell);
  }
  return [...lines.values()].flatMap((line) => blocksOf(line));
}

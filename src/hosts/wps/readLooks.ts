import type { CellRef } from '../../rubric/finding';
import type { Rect } from '../../sheet/grid';
import { blocksOf, cellKey } from '../blocks';
import { NONE, WHITE, attempt } from './etApi';
import type { EtFont, EtInterior, EtLine, EtRange } from './etApi';
import { EDGES } from '../cellLines';
import type { Edge } from '../cellLines';
import { EDGE_CODES, LOOK_KEYS } from './looks';
import type { EtLook, Line, LookKey } from './looks';
import type { Ranges } from './ranges';

/** Lines between the cells of a block, as ET numbers them. */
const INSIDE = { vertical: 11, horizontal: 12 } as const;

/**
 * The looks of many cells with few questions: a property that all cells of a block share is asked once, and only a block
 * that does not agree is halved.
 */
export function readLooks(ranges: Ranges, cells: readonly CellRef[]): ReadonlyMap<string, EtLook> {
  const reader = new LookReader(ranges);
  for (const block of blocksOf(cells)) reader.read(block);
  return new Map(cells.map((cell) => [cellKey(cell), reader.lookOf(cell)]));
}

interface Asked {
  readonly range: EtRange;
  font?: EtFont | null | undefined;
  interior?: EtInterior;
}

class LookReader {
  private readonly values = new Map<string, Map<LookKey, unknown>>();
  private readonly lines = new Map<string, Map<Edge, Line>>();
  private readonly known = new Map<EtRange, Asked>();

  constructor(private readonly ranges: Ranges) {}

  read(block: Rect): void {
    for (const key of LOOK_KEYS) this.readValue(block, key);
    this.readLines(block);
  }

  lookOf(cell: CellRef): EtLook {
    const values = this.values.get(cellKey(cell));
    const lines = this.lines.get(cellKey(cell));
    return {
      values: Object.fromEntries(LOOK_KEYS.map((key) => [key, values?.get(key)])) as EtLook['values'],
      lines: {
        left: lines?.get('left'),
        top: lines?.get('top'),
        bottom: lines?.get('bottom'),
        right: lines?.get('right'),
      },
    };
  }

  private readValue(block: Rect, key: LookKey): void {
    const value = attempt(() => this.ask(block, key));
    if (value === undefined) return;
    const halves = halvesOf(block);
    if (value === MIXED && halves !== null) {
      for (const half of halves) this.readValue(half, key);
      return;
    }
    if (value !== MIXED) this.note(block, this.values, key, value);
  }

  /** The answer for a whole block; MIXED where its cells differ; undefined where this build does not tell. */
  private ask(block: Rect, key: LookKey): unknown {
    const asked = this.asked(block);
    if (key === 'Fill') {
      asked.interior ??= asked.range.Interior;
      return fillOf(asked.interior);
    }
    if (key.startsWith('Font.')) {
      asked.font = asked.font === undefined ? (asked.range.Font ?? null) : asked.font;
      return orMixed(asked.font === null ? undefined : Reflect.get(asked.font, key.slice('Font.'.length)));
    }
    return orMixed(Reflect.get(asked.range, key));
  }

  /** All lines at once where they are alike, else side by side, else in smaller blocks. */
  private readLines(block: Rect): void {
    const borders = attempt(() => this.asked(block).range.Borders);
    if (borders === undefined || borders === null) return;
    const all = lineOf(borders);
    if (all === undefined) return;
    if (all !== MIXED) {
      for (const edge of EDGES) this.note(block, this.lines, edge, all);
      return;
    }
    const halves = halvesOf(block);
    const outer = EDGES.map((edge) => [edge, lineOf(borders.Item(EDGE_CODES[edge]))] as const);
    const across = block.top < block.bottom ? lineOf(borders.Item(INSIDE.horizontal)) : '';
    const between = block.left < block.right ? lineOf(borders.Item(INSIDE.vertical)) : '';
    const isMixed = [across, between, ...outer.map(([, line]) => line)].some((line) => line === MIXED);
    if (isMixed && halves !== null) {
      for (const half of halves) this.readLines(half);
      return;
    }
    this.note(block, this.lines, 'top', across);
    this.note(block, this.lines, 'bottom', across);
    this.note(block, this.lines, 'left', between);
    this.note(block, this.lines, 'right', between);
    for (const [edge, line] of outer) this.note(edgeOf(block, edge), this.lines, edge, line);
  }

  private asked(block: Rect): Asked {
    const range = this.ranges.of(block);
    const asked = this.known.get(range) ?? { range };
    this.known.set(range, asked);
    return asked;
  }

  private note<K, V>(
    block: Rect,
    into: Map<string, Map<K, V>>,
    key: K,
    value: V | typeof MIXED | undefined,
  ): void {
    if (value === MIXED || value === undefined) return;
    for (let row = block.top; row <= block.bottom; row++) {
      for (let column = block.left; column <= block.right; column++) {
        const cell = cellKey({ row, column });
        const known = into.get(cell) ?? new Map<K, V>();
        into.set(cell, known.set(key, value));
      }
    }
  }
}

/** The cells of a block do not agree. */
const MIXED = Symbol('mixed');

function orMixed(value: unknown): unknown {
  return value === null ? MIXED : value;
}

function fillOf(interior: EtInterior): unknown {
  const colour = interior.Color;
  // A cell without fill answers white: its pattern tells. Where they differ in colour, the pattern does not matter yet.
  if (colour !== WHITE) return orMixed(colour);
  const pattern = interior.Pattern;
  if (pattern === null) return MIXED;
  return pattern === NONE || pattern === undefined ? null : colour;
}

function lineOf(line: EtLine): Line | typeof MIXED | undefined {
  const style = attempt(() => line.LineStyle);
  if (style === undefined) return undefined;
  if (style === null) return MIXED;
  if (style === NONE) return '';
  const { Weight: weight, Color: colour } = line;
  return weight === null || colour === null ? MIXED : [style, weight, colour].map(Number).join(' ');
}

/** Rows apart first: a table's look goes by rows and columns, and what is added to it is rows. */
function halvesOf(block: Rect): readonly Rect[] | null {
  const { top, bottom, left, right } = block;
  if (top < bottom) {
    const middle = Math.floor((top + bottom) / 2);
    return [
      { ...block, bottom: middle },
      { ...block, top: middle + 1 },
    ];
  }
  if (left === right) return null;
  const middle = Math.floor((left + right) / 2);
  return [
    { ...block, right: middle },
    { ...block, left: middle + 1 },
  ];
}

function edgeOf(block: Rect, edge: Edge): Rect {
  switch (edge) {
    case 'top':
      return { ...block, bottom: block.top };
    case 'bottom':
      return { ...block, top: block.bottom };
    case 'left':
      return { ...block, right: block.left };
    case 'right':
      return { ...block, left: block.right };
  }
}

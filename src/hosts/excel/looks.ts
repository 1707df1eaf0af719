import type { CellRef } from '../../rubric/finding';
import type { ExcelCapabilities } from './officeApi';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
type Edge = (typeof EDGES)[number];

/** The look of one cell, as far as it can be taken from one cell and given to another in every Excel. */
export interface CellLook {
  readonly numberFormat: string;
  /** Null: no fill. */
  readonly fill: string | null;
  readonly font: Readonly<Record<FontKey, unknown>>;
  readonly alignment: Readonly<Partial<Record<AlignmentKey, unknown>>>;
  readonly locked: unknown;
  readonly formulaHidden: unknown;
  readonly edges: Readonly<Record<Edge, EdgeLook>>;
}

interface EdgeLook {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

const FONT_KEYS = ['name', 'size', 'bold', 'italic', 'underline', 'color'] as const;
type FontKey = (typeof FONT_KEYS)[number];
const ALIGNMENT_KEYS = ['horizontalAlignment', 'verticalAlignment', 'wrapText'] as const;
/** Only where `ExcelCapabilities.areas` is. */
const LATER_KEYS = ['indentLevel', 'shrinkToFit'] as const;
type AlignmentKey = (typeof ALIGNMENT_KEYS | typeof LATER_KEYS)[number];
const EDGE_KEYS = ['style', 'weight', 'color'] as const;

/** Asks for the look of a single cell; `read` it after the next sync. */
export class AskedLook {
  private readonly edges: Readonly<Record<Edge, Excel.RangeBorder>>;
  private readonly alignmentKeys: readonly AlignmentKey[];

  constructor(
    private readonly cell: Excel.Range,
    private readonly capabilities: ExcelCapabilities,
  ) {
    this.alignmentKeys = [...ALIGNMENT_KEYS, ...(capabilities.areas ? LATER_KEYS : [])];
    const names = [
      'numberFormat',
      'format/fill/color',
      'format/protection/locked',
      'format/protection/formulaHidden',
      ...(capabilities.areas ? ['format/fill/pattern'] : []),
      ...FONT_KEYS.map((key) => `format/font/${key}`),
      ...this.alignmentKeys.map((key) => `format/${key}`),
    ];
    cell.load(names.join(','));
    const edge = (side: Edge) => {
      const border = cell.format.borders.getItem(side);
      border.load(EDGE_KEYS.join(','));
      return border;
    };
    this.edges = {
      EdgeTop: edge('EdgeTop'),
      EdgeBottom: edge('EdgeBottom'),
      EdgeLeft: edge('EdgeLeft'),
      EdgeRight: edge('EdgeRight'),
    };
  }

  read(): CellLook {
    const { format } = this.cell;
    const edge = (side: Edge): EdgeLook => {
      const { style, weight, color } = this.edges[side];
      return { style, weight, color };
    };
    // Without its pattern a cell with no fill cannot be told from a white one; no fill is what it nearly always is.
    const unfilled = this.capabilities.areas
      ? format.fill.pattern === 'None'
      : format.fill.color === '#FFFFFF';
    return {
      numberFormat: String(this.cell.numberFormat[0]?.[0] ?? 'General'),
      fill: unfilled ? null : format.fill.color,
      font: pick(format.font, FONT_KEYS),
      alignment: pick(format, this.alignmentKeys),
      locked: format.protection.locked,
      formulaHidden: format.protection.formulaHidden,
      edges: {
        EdgeTop: edge('EdgeTop'),
        EdgeBottom: edge('EdgeBottom'),
        EdgeLeft: edge('EdgeLeft'),
        EdgeRight: edge('EdgeRight'),
      },
    };
  }
}

/** Gives a cell the look `to`, touching only what differs from its present look `from`. */
export function dress(cell: Excel.Range, from: CellLook, to: CellLook): void {
  const { format } = cell;
  if (to.numberFormat !== from.numberFormat) cell.numberFormat = [[to.numberFormat]];
  if (to.fill !== from.fill) {
    if (to.fill === null) format.fill.clear();
    else format.fill.color = to.fill;
  }
  set(format.font, from.font, to.font);
  set(format, from.alignment, to.alignment);
  set(format.protection, pick(from, ['locked', 'formulaHidden']), pick(to, ['locked', 'formulaHidden']));
  for (const edge of EDGES) {
    const before = from.edges[edge];
    const after = to.edges[edge];
    if (EDGE_KEYS.every((key) => before[key] === after[key])) continue;
    const border = format.borders.getItem(edge);
    if (after.style === 'None') set(border, { style: before.style }, { style: 'None' });
    // Order matters: a style brings its own weight with it.
    else set(border, { style: null, weight: null, color: null }, after);
  }
}

/** The cell on the other side of each edge, and which of its edges that is. */
const ACROSS: Readonly<Record<Edge, { readonly row: number; readonly column: number; readonly edge: Edge }>> =
  {
    EdgeTop: { row: -1, column: 0, edge: 'EdgeBottom' },
    EdgeBottom: { row: 1, column: 0, edge: 'EdgeTop' },
    EdgeLeft: { row: 0, column: -1, edge: 'EdgeRight' },
    EdgeRight: { row: 0, column: 1, edge: 'EdgeLeft' },
  };

/**
 * The look that a cell with the look `from` gets from its model. A line between two cells is one thing, so both have to
 * want the same of it: where both take a look, the cell below or on the right decides. A model without a line there
 * takes none away, it may be the neighbour's.
 * @param modelOf look that a cell at this place takes, null when it takes none
 */
export function taken(
  cell: CellRef,
  from: CellLook,
  model: CellLook,
  modelOf: (cell: CellRef) => CellLook | null,
): CellLook {
  const line = (edge: Edge): EdgeLook => {
    const across = ACROSS[edge];
    const neighbour = modelOf({ row: cell.row + across.row, column: cell.column + across.column });
    const own = model.edges[edge];
    const others = neighbour?.edges[across.edge];
    const ranked = edge === 'EdgeTop' || edge === 'EdgeLeft' ? [own, others] : [others, own];
    return ranked.find((wanted) => wanted !== undefined && wanted.style !== 'None') ?? from.edges[edge];
  };
  return {
    ...model,
    edges: {
      EdgeTop: line('EdgeTop'),
      EdgeBottom: line('EdgeBottom'),
      EdgeLeft: line('EdgeLeft'),
      EdgeRight: line('EdgeRight'),
    },
  };
}

export function sameLook(a: CellLook, b: CellLook): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pick<K extends string>(source: object, keys: readonly K[]): Record<K, unknown> {
  return Object.fromEntries(keys.map((key) => [key, Reflect.get(source, key)])) as Record<K, unknown>;
}

/** Sets the differing properties; null is no value to set: cells of one range that disagree, or unknown here. */
function set(target: object, from: object, to: object): void {
  for (const key of Object.keys(to)) {
    const value: unknown = Reflect.get(to, key);
    if (value !== null && value !== undefined && value !== Reflect.get(from, key))
      Reflect.set(target, key, value);
  }
}

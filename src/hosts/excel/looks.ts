import type { CellRef } from '../../rubric/finding';
import { EDGES, aroundCell, linesTaken } from '../cellLines';
import type { AroundCell } from '../cellLines';
import type { ExcelCapabilities } from './officeApi';

/** Excel's names for the lines around a cell. */
const SIDES = { left: 'EdgeLeft', top: 'EdgeTop', bottom: 'EdgeBottom', right: 'EdgeRight' } as const;

/** The look of one cell, as far as it can be taken from one cell and given to another in every Excel. */
export interface CellLook {
  readonly numberFormat: string;
  /** Null: no fill. */
  readonly fill: string | null;
  readonly font: Readonly<Record<FontKey, unknown>>;
  readonly alignment: Readonly<Partial<Record<AlignmentKey, unknown>>>;
  readonly locked: unknown;
  readonly formulaHidden: unknown;
  readonly edges: AroundCell<EdgeLook>;
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
  private readonly edges: AroundCell<Excel.RangeBorder>;
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
    this.edges = aroundCell((edge) => {
      const border = cell.format.borders.getItem(SIDES[edge]);
      border.load(EDGE_KEYS.join(','));
      return border;
    });
  }

  read(): CellLook {
    const { format } = this.cell;
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
      edges: aroundCell((edge) => {
        const { style, weight, color } = this.edges[edge];
        return { style, weight, color };
      }),
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
    const border = format.borders.getItem(SIDES[edge]);
    if (after.style === 'None') set(border, { style: before.style }, { style: 'None' });
    // Order matters: a style brings its own weight with it.
    else set(border, { style: null, weight: null, color: null }, after);
  }
}

/**
 * The look that a cell with the look `from` gets from its model.
 * @param modelOf look that a cell at this place takes, null when it takes none
 */
export function taken(
  cell: CellRef,
  from: CellLook,
  model: CellLook,
  modelOf: (cell: CellRef) => CellLook | null,
): CellLook {
  const edgesOf = (at: CellRef) => modelOf(at)?.edges ?? null;
  const isDrawn = ({ style }: EdgeLook) => style !== 'None';
  return { ...model, edges: linesTaken(cell, from.edges, model.edges, edgesOf, isDrawn) };
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

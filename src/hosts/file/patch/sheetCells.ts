import { columnIndex, parseCell, parseRect } from '../../../sheet/address';
import type { Rect } from '../../../sheet/grid';
import type { CellRef } from '../../../rubric/finding';
import { shiftFormula } from '../read/sharedFormula';
import { attributeOf, childNamed, contentOf, parseInside, parseXml } from './xmlTree';
import type { XmlElement } from './xmlTree';

export interface CellElement extends CellRef {
  readonly element: XmlElement;
  /** The `f` element, if any. */
  readonly formula: XmlElement | undefined;
}

export interface RowElement {
  readonly index: number;
  readonly element: XmlElement;
}

interface SharedMaster extends CellRef {
  readonly text: string;
}

/** Formulas that belong to several cells: arrays and data tables by area, shared ones by their followers. */
export interface JointFormulas {
  /** Areas of array formulas and data tables of more than one cell. */
  readonly blocks: readonly Rect[];
  /** Cells that share another cell's formula, with that cell and their own formula spelt out. */
  readonly followers: readonly (CellElement & { readonly master: CellRef; readonly text: string })[];
}

const SHEET_DATA = new Set(['sheetData']);
const ROW = new Set(['row']);

/** The children of a worksheet, without what is in `sheetData`. */
export function parseSheet(text: string, part: string): XmlElement {
  return parseXml(text, part, SHEET_DATA);
}

/** The cells of a worksheet as places in its text: rows once, the cells of a row when asked for. */
export class SheetCells {
  readonly root: XmlElement;
  readonly data: XmlElement | undefined;
  readonly rows: readonly RowElement[];
  readonly #cells = new Map<RowElement, CellElement[]>();
  readonly #rowByIndex = new Map<number, RowElement>();
  #joint: JointFormulas | null = null;

  constructor(
    readonly text: string,
    readonly part: string,
  ) {
    this.root = parseSheet(text, part);
    this.data = childNamed(this.root, 'sheetData');
    const rows: RowElement[] = [];
    let index = -1;
    for (const element of this.data === undefined ? [] : parseInside(text, part, this.data, ROW)) {
      if (element.local !== 'row') continue;
      const given = Number(attributeOf(text, element, 'r'));
      index = Number.isInteger(given) && given > 0 ? given - 1 : index + 1;
      const row = { index, element };
      rows.push(row);
      if (!this.#rowByIndex.has(index)) this.#rowByIndex.set(index, row);
    }
    this.rows = rows;
  }

  /** Prefix of the sheet's rows and cells. */
  get prefix(): string {
    return this.data?.prefix ?? this.root.prefix;
  }

  row(index: number): RowElement | undefined {
    return this.#rowByIndex.get(index);
  }

  /** The cells of a row in file order. */
  cellsOf(row: RowElement): readonly CellElement[] {
    let cells = this.#cells.get(row);
    if (cells === undefined) {
      cells = [];
      let column = -1;
      for (const element of parseInside(this.text, this.part, row.element)) {
        if (element.local !== 'c') continue;
        const reference = attributeOf(this.text, element, 'r');
        column = parseCell(reference ?? '')?.column ?? columnOnly(reference) ?? column + 1;
        cells.push({ row: row.index, column, element, formula: childNamed(element, 'f') });
      }
      this.#cells.set(row, cells);
    }
    return cells;
  }

  cell(ref: CellRef): CellElement | undefined {
    const row = this.row(ref.row);
    return row && this.cellsOf(row).find(({ column }) => column === ref.column);
  }

  /** Style index of a cell, there or not: its own, else its row's, else its column's; null for the default. */
  styleOf(ref: CellRef): string | null {
    const cell = this.cell(ref);
    const style = cell === undefined ? this.#styleAround(ref) : attributeOf(this.text, cell.element, 's');
    return style === undefined || style === '0' ? null : style;
  }

  /** A cell's formula without `=`, shared ones spelt out; null for a cell without. */
  formulaOf(cell: CellElement): string | null {
    if (cell.formula === undefined) return null;
    const text = contentOf(this.text, cell.formula).trim();
    if (text !== '' || attributeOf(this.text, cell.formula, 't') !== 'shared') return text;
    return this.joint().followers.find(({ element }) => element === cell.element)?.text ?? '';
  }

  joint(): JointFormulas {
    this.#joint ??= this.#findJoint();
    return this.#joint;
  }

  #styleAround(ref: CellRef): string | undefined {
    const row = this.row(ref.row)?.element;
    if (row !== undefined && isTrue(attributeOf(this.text, row, 'customFormat'))) {
      return attributeOf(this.text, row, 's');
    }
    const column = childNamed(this.root, 'cols')?.children.find(
      (col) =>
        Number(attributeOf(this.text, col, 'min')) <= ref.column + 1 &&
        Number(attributeOf(this.text, col, 'max')) >= ref.column + 1,
    );
    return column && attributeOf(this.text, column, 'style');
  }

  #findJoint(): JointFormulas {
    const blocks: Rect[] = [];
    const followers: (CellElement & { master: CellRef; text: string })[] = [];
    const { text, data } = this;
    // Most sheets have none: the tags are not looked at one by one for nothing.
    if (data === undefined || !/<[^<>]*\bt\s*=\s*["'](?:array|dataTable|shared)/.test(text)) {
      return { blocks, followers };
    }
    const masters = new Map<string, SharedMaster>();
    for (const cell of this.rows.flatMap((row) => this.cellsOf(row))) {
      if (cell.formula === undefined) continue;
      const kind = attributeOf(text, cell.formula, 't');
      if (kind === 'array' || kind === 'dataTable') {
        const area = parseRect(attributeOf(text, cell.formula, 'ref') ?? '');
        if (area !== null && (area.top !== area.bottom || area.left !== area.right)) blocks.push(area);
      } else if (kind === 'shared') {
        const group = attributeOf(text, cell.formula, 'si') ?? '';
        const own = contentOf(text, cell.formula).trim();
        const { row, column } = cell;
        if (own !== '') masters.set(group, { row, column, text: own });
        const master = masters.get(group);
        if (own !== '' || master === undefined) continue;
        const spelt = shiftFormula(master.text, row - master.row, column - master.column);
        followers.push({ ...cell, master: { row: master.row, column: master.column }, text: spelt });
      }
    }
    return { blocks, followers };
  }
}

/** Some writers name only the column. */
function columnOnly(reference: string | undefined): number | null {
  return reference === undefined ? null : columnIndex(reference);
}

export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(1|true|on)$/i.test(value.trim());
}

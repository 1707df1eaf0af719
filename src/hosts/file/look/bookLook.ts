import type { Highlight } from '../../../plan/edits';
import type { CellRef } from '../../../rubric/finding';

/**
 * How a workbook looks: what a grid of values leaves out and a sheet on a screen needs. Rows and columns are 0-based,
 * colours RRGGBB. What a file does not say is absent.
 */
export interface BookLook {
  /** The font of the workbook's plain cells: column widths are counted in its digits. */
  readonly plainFont: FontLook;
  /** By the index that cells, rows and columns carry. */
  readonly styles: readonly StyleLook[];
  readonly sheets: readonly SheetLook[];
}

export interface FontLook {
  readonly name?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly color?: string;
  readonly raised?: 'superscript' | 'subscript';
}

/** Line styles of a border (ISO/IEC 29500-1, 18.18.3 ST_BorderStyle). */
export type LineStyle =
  | 'thin'
  | 'medium'
  | 'thick'
  | 'double'
  | 'hair'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot';

export interface LineLook {
  readonly style: LineStyle;
  readonly color: string;
}

export interface BorderLook {
  readonly left?: LineLook;
  readonly right?: LineLook;
  readonly top?: LineLook;
  readonly bottom?: LineLook;
  /** From the upper left corner down. */
  readonly falling?: LineLook;
  /** From the lower left corner up. */
  readonly rising?: LineLook;
}

export interface StyleLook {
  readonly font: FontLook;
  readonly fill?: string;
  readonly border: BorderLook;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify' | 'fill' | 'distributed';
  readonly vertical?: 'top' | 'center' | 'bottom' | 'justify' | 'distributed';
  readonly wrap: boolean;
  /** In steps as wide as three digits. */
  readonly indent: number;
  /** Degrees against the clock, −90 to 90; `stacked`: one letter below the other. */
  readonly rotation: number | 'stacked';
  /** Number format code; absent: General. */
  readonly format?: string;
}

/** A piece of a text with a look of its own; what its font leaves open the cell's font says. */
export interface TextRun {
  readonly text: string;
  readonly font: FontLook;
}

export interface ColumnLook {
  readonly from: number;
  readonly to: number;
  /** In digits of the plain font; null: as the sheet's other columns. */
  readonly width: number | null;
  readonly style: number;
}

export interface RowLook {
  /** In points; null: as high as its text wants. */
  readonly height: number | null;
  /** Style of the row's cells that are not written; null: none. */
  readonly style: number | null;
  /** Cells with a style other than the first, in the file's order. */
  readonly cells: readonly { readonly column: number; readonly style: number }[];
}

export interface NoteLook extends CellRef {
  readonly author: string;
  readonly text: string;
}

export interface SheetLook {
  readonly name: string;
  readonly tabColor?: string;
  readonly gridlines: boolean;
  /** In digits of the plain font; null: the file does not say. */
  readonly columnWidth: number | null;
  /** In points; null: as high as a line of the plain font wants. */
  readonly rowHeight: number | null;
  readonly columns: readonly ColumnLook[];
  readonly rows: ReadonlyMap<number, RowLook>;
  readonly richTexts: readonly (CellRef & { readonly runs: readonly TextRun[] })[];
  /** Rows above and columns left of it stay in sight. */
  readonly frozen: CellRef | null;
  /** Our own marks that stand on the sheet. */
  readonly highlights: readonly Highlight[];
  readonly notes: readonly NoteLook[];
}

import type { ColumnName, UnitSource } from '../locale/messages';
import type { CellRef, Finding } from '../rubric/finding';
import type { Form } from '../rubric/rubric';
import type { CellValue, Grid } from './grid';
import type { Settings } from './settings';

/**
 * A score as it stands in its cell.
 * blank: nothing there (or only spaces) · number · text-number: 8分, ８, "8 " (counts as `number`, `fill` normalises it) ·
 * not-a-number: other text, true/false · error: an error value · not-computed: a formula with no cached value that is
 * no plain arithmetic.
 */
export interface ScoreCell extends CellRef {
  readonly state: 'blank' | 'number' | 'text-number' | 'not-a-number' | 'error' | 'not-computed';
  readonly number: number | null;
  readonly value: CellValue;
  readonly formula: string | null;
}

export interface TextCell extends CellRef {
  readonly text: string;
}

export interface TableItem {
  /** Index into `ScoringTable.sections`. */
  readonly section: number;
  /** First and last sheet row of the item: a pasted Word cell may be spread over several. */
  readonly row: number;
  readonly lastRow: number;
  /** Maximum in points, null for a bonus item or where none could be read (`maxCell` says where it should stand). */
  readonly max: number | null;
  readonly maxCell: CellRef | null;
  /** The rule sentence, paragraphs joined by \n, as it stands (not normalised). */
  readonly criterion: string;
  readonly criterionCell: CellRef;
  /** What the item is called where a name column exists besides the criterion; else null. */
  readonly name: string | null;
  readonly self: ScoreCell | null;
  readonly review: ScoreCell | null;
  /** The 备注/扣分原因 cell of the row; null where the table has no such column. */
  readonly reason: TextCell | null;
  /**
   * Index of the item whose maximum this one shares: several rules, each with its own score, under one merged 分值.
   * `max` is then the bound of all of them together and counts once in sums; absent where the maximum is the item's own.
   */
  readonly sharesMaxWith?: number;
}

export interface TableSection {
  readonly name: string;
  readonly nameCell: CellRef | null;
  /** Points stated for the section; null when none are stated or it is a bonus section. */
  readonly points: number | null;
  readonly pointsCell: CellRef | null;
  readonly bonus: boolean;
  /** 扣分项, 否决项: its items only take points away. `bonus` is true too: outside the base, a blank counts as 0. */
  readonly deduction?: boolean;
  /** Indexes into `ScoringTable.items`, in sheet order. */
  readonly items: readonly number[];
  /** In a department table: the unit whose own section this is, as the roster names it; null for a section for all. */
  readonly unit: string | null;
}

/** A 小计/合计/总分/折合 row of the sheet's own, or one that `fill` added earlier. */
export interface TotalRow {
  readonly kind: 'subtotal' | 'base' | 'bonus' | 'total' | 'converted';
  readonly row: number;
  readonly label: TextCell;
  /** For a subtotal: index of the section it closes. */
  readonly section: number | null;
  /** The number in the max column, if one stands there. */
  readonly max: ScoreCell | null;
  readonly self: ScoreCell | null;
  readonly review: ScoreCell | null;
}

export interface UnitClue {
  readonly source: UnitSource;
  /** As written. */
  readonly text: string;
  /** As the roster names it; null when the roster does not know it. */
  readonly known: string | null;
  readonly cell: CellRef | null;
  /** Sheet of `cell`, where it is not the table's own. */
  readonly sheet?: string;
}

export interface ScoringTable {
  readonly grid: Grid;
  readonly form: Form;
  /** The title above the table, '' when there is none. */
  readonly title: string;
  /** First (top) header row and every row that repeats it. */
  readonly headerRows: readonly number[];
  /** 0-based column of each recognised column; absent when the table has none. */
  readonly columns: Partial<Readonly<Record<ColumnName, number>>>;
  /** Top of the header, left/right end of the table, last row of the items or totals. */
  readonly area: {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  };
  readonly sections: readonly TableSection[];
  readonly items: readonly TableItem[];
  /** The same object in tables that were filled in on one form: all but the scores of their items is equal. */
  readonly rubricKey: object;
  readonly totals: readonly TotalRow[];
  /** Every place that names a unit, strongest first. */
  readonly unitClues: readonly UnitClue[];
  /** The unit being scored; null when none or several could be told. */
  readonly unit: string | null;
  readonly year: number | null;
  /** What reading the table itself brought up (`table/*`, `unit/*`). */
  readonly findings: readonly Finding[];
}

export interface ScoringBook {
  readonly fileName: string | null;
  readonly settings: Settings;
  /** In tab order, then top to bottom, then left to right. */
  readonly tables: readonly ScoringTable[];
  /** `settings/*` and `table/not-found`. */
  readonly findings: readonly Finding[];
}

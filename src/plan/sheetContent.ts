import type { CellRef } from '../rubric/finding';
import type { Rect } from '../sheet/grid';
import type { CellContent } from './cellContent';

/**
 * A sheet that the program writes whole: a summary, a blank scoring sheet, 考核设置. A host makes it where the workbook has no
 * sheet of that name (letter case apart), after the last one, and else replaces what stands on it, in its place.
 * Rows and columns are 0-based everywhere.
 */
export interface SheetContent {
  /** Fit for every spreadsheet: 1–31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end. */
  readonly name: string;
  /** Row by row, column by column; a cell that only has a look has the content {kind: 'format'}. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Rect[];
  /** Widths in characters of the standard font, from the first column on. */
  readonly widths: readonly number[];
  /** Heights in points of rows that are not to fit their text by themselves. */
  readonly heights: ReadonlyMap<number, number>;
  readonly links: readonly SheetLink[];
  readonly validations: readonly InputRule[];
  /** Rows above and columns left of this cell stay in sight; null: nothing is frozen. */
  readonly frozen: CellRef | null;
  /** Protected without a password: only cells whose look is `unlocked` can be typed into. */
  readonly isProtected: boolean;
  readonly page: PageSetup | null;
  readonly charts: readonly BarChart[];
}

export interface SheetCell extends CellRef {
  readonly content: CellContent;
  readonly look: CellLook;
}

/** How a cell looks; cells of one kind share one object. What is absent is the workbook's plain look. */
export interface CellLook {
  readonly font?: {
    readonly name?: string;
    /** In points. */
    readonly size?: number;
    readonly bold?: boolean;
    readonly underline?: boolean;
    /** RRGGBB. */
    readonly color?: string;
  };
  /** RRGGBB. */
  readonly fill?: string;
  /** A thin line on all four sides. */
  readonly border?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  /** A number format code such as `0.00`; `@` for text. */
  readonly format?: string;
  readonly unlocked?: boolean;
}

export interface SheetLink extends CellRef {
  readonly to:
    | { readonly kind: 'cell'; readonly sheet: string; readonly cell: CellRef }
    /** A file beside the workbook: its path relative to it, `/` between folders, not encoded. */
    | { readonly kind: 'file'; readonly path: string; readonly sheet?: string; readonly cell?: CellRef };
  readonly tip?: string;
}

/** What may be typed into cells (数据验证), with the words that show while one is selected and when it is refused. */
export interface InputRule {
  readonly areas: readonly Rect[];
  readonly accepts:
    /** One of these; together at most 255 characters with commas between, none with a comma in it. */
    | { readonly kind: 'list'; readonly values: readonly string[] }
    /** A number between two, both included. */
    | { readonly kind: 'decimal'; readonly from: number; readonly to: number }
    /** Where this formula (without `=`, relative to the first cell of the first area) is true; at most 255 characters. */
    | { readonly kind: 'custom'; readonly formula: string };
  /** A title has at most 32 characters, a text 255. */
  readonly prompt: { readonly title: string; readonly text: string } | null;
  readonly refusal: { readonly title: string; readonly text: string };
}

/** A4. */
export interface PageSetup {
  readonly landscape: boolean;
  /** Rows repeated at the top of every page, both included. */
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  /** One page wide, as many high as it takes. */
  readonly fitWidth: boolean;
  /** Centre of header and footer in Excel's codes (`&P` page, `&N` pages); a `&` of a name is written `&&`. */
  readonly header: string;
  readonly footer: string;
}

/** A chart of bars from cells of the same sheet: one bar a category, one colour a series. */
export interface BarChart {
  readonly title: string;
  readonly horizontal: boolean;
  readonly categories: Rect;
  readonly series: readonly { readonly name: string; readonly values: Rect }[];
  /** The cells it covers. */
  readonly place: Rect;
}

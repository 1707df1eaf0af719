/*
 * The members of ET's object model (WPS 表格) that the adapter uses, and no others; names and meanings are VBA's. All of
 * it is synchronous, collections begin with 1, and each property read or set is a call into another process. What is
 * optional here has not been seen in every build: the adapter does without it.
 */

export interface EtApplication {
  readonly Workbooks: EtWorkbooks;
  readonly ActiveWorkbook?: EtWorkbook | null;
  readonly ActiveCell?: EtRange | null;
  readonly ActiveWindow?: EtWindow | null;
  readonly ApiEvent?: EtEvents;
  readonly FileSystem?: EtFileSystem | null;
  /** 3: picks files · 4: picks a folder. */
  FileDialog?(kind: number): EtFileDialog | null;
  ScreenUpdating: unknown;
  EnableEvents: unknown;
  DisplayAlerts: unknown;
  Calculation: unknown;
}

export interface EtWorkbooks {
  readonly Count: number;
  Item(index: number): EtWorkbook | null;
  /** Null where a build does not throw at what it cannot open. */
  Open(path: string, updateLinks: undefined, readOnly: true): EtWorkbook | null;
}

export interface EtFileDialog {
  AllowMultiSelect: boolean;
  /** -1: picked · 0: cancelled. */
  Show(): number;
  readonly SelectedItems: { readonly Count: number; Item(index: number): string | null };
}

export interface EtFileSystem {
  readonly ReadFileAsArrayBuffer?: (path: string) => unknown;
  /** Names in a folder. */
  readonly readdirSync?: (path: string) => unknown;
}

export interface EtEvents {
  AddApiEventListener(name: string, listener: EtListener): void;
  RemoveApiEventListener?(name: string, listener: EtListener): void;
}

export type EtListener = (sheet?: EtWorksheet | null, target?: EtRange | null) => void;

export interface EtWorkbook {
  readonly Name: string;
  /** With its folders; of one that was never saved, its name. */
  readonly FullName?: string;
  readonly Sheets: EtSheets;
  readonly ActiveSheet?: EtWorksheet | null;
  Activate?(): void;
  Close(saveChanges: false): void;
}

export interface EtSheets {
  readonly Count: number;
  /** A sheet that is not there: an exception, or null. */
  Item(key: number | string): EtWorksheet | null;
  /** Before or after a sheet; the new one is shown. */
  Add(before?: EtWorksheet | null, after?: EtWorksheet | null): EtWorksheet;
}

export interface EtWorksheet {
  Name: string;
  /** -1: shown · 2: hidden, and only a script shows it again. */
  Visible?: number;
  readonly Cells: EtRange;
  /** Absent where the sheet is a chart. */
  readonly UsedRange?: EtRange | null;
  readonly Comments?: EtComments | null;
  readonly ProtectContents: boolean;
  readonly ProtectDrawingObjects?: boolean;
  readonly ProtectScenarios?: boolean;
  readonly Protection?: Readonly<Record<string, unknown>> | null;
  Range(address: string): EtRange;
  Protect(password: string, ...options: readonly unknown[]): void;
  Unprotect(password: string): void;
  Activate(): void;
  /** Asks the user, unless alerts are off. */
  Delete(): void;
  readonly Hyperlinks: EtHyperlinks;
  readonly Shapes: EtShapes;
  readonly PageSetup?: object | null;
}

export interface EtRange {
  /** `$A$1`, or `A1` with false, false; several areas are separated by commas. */
  Address(rowAbsolute: boolean, columnAbsolute: boolean): string;
  Value2: unknown;
  Formula: unknown;
  /** Null: some are and some are not. */
  readonly MergeCells: boolean | null;
  /** Of one cell. */
  readonly MergeArea: EtRange;
  readonly EntireRow?: EtHidden | null;
  readonly EntireColumn?: EtHidden | null;
  NumberFormat?: unknown;
  HorizontalAlignment?: unknown;
  VerticalAlignment?: unknown;
  WrapText?: unknown;
  Locked?: unknown;
  readonly Interior: EtInterior;
  readonly Font?: EtFont | null;
  readonly Borders?: EtBorders | null;
  readonly Comment: EtComment | null;
  readonly FormatConditions: EtFormatConditions;
  readonly Validation: EtValidation;
  /** In characters. */
  ColumnWidth?: unknown;
  /** In points, as are the four below. */
  RowHeight?: unknown;
  readonly Left?: number;
  readonly Top?: number;
  readonly Width?: number;
  readonly Height?: number;
  Merge(): void;
  /** Throws where there is a comment already. */
  AddComment(text: string): unknown;
  Select(): void;
}

export interface EtHidden {
  /** Null: some are and some are not. */
  readonly Hidden?: boolean | null;
}

/** Colours are whole numbers with red in the lowest byte. */
export interface EtInterior {
  Color: unknown;
  /** -4142: no fill. */
  Pattern?: unknown;
}

export interface EtFont {
  Name?: unknown;
  Size?: unknown;
  Bold?: unknown;
  Italic?: unknown;
  Underline?: unknown;
  Color?: unknown;
}

export interface EtLine {
  LineStyle?: unknown;
  Weight?: unknown;
  Color?: unknown;
}

/** As a line: all edges of all cells at once. */
export interface EtBorders extends EtLine {
  Item(side: number): EtLine;
}

export interface EtComments {
  readonly Count: number;
  Item(index: number): EtComment;
}

export interface EtComment {
  readonly Parent?: EtRange | null;
  /** The text; with an argument, makes it the text where this build can do that. */
  Text(text?: string): string;
  Delete(): void;
}

export interface EtFormatConditions {
  readonly Count: number;
  Item(index: number): EtFormatCondition;
  Add(type: number, operator: undefined, formula: string): EtFormatCondition;
}

export interface EtFormatCondition {
  /** Throws, or is absent, where the condition is of a kind without a formula. */
  readonly Formula1?: unknown;
  readonly Interior: EtInterior;
  readonly AppliesTo?: EtRange | null;
  SetFirstPriority?(): void;
  Delete(): void;
}

export interface EtWindow {
  SplitRow?: number;
  SplitColumn?: number;
  FreezePanes?: boolean;
}

export interface EtHyperlinks {
  /** `address` '' for a place in the workbook. Puts a text of its own into the cell. */
  Add(anchor: EtRange, address: string, subAddress: string, tip: string, text: string): void;
}

export interface EtValidation {
  Delete(): void;
  Add(type: number, alert: number, operator: number, first: string, second?: string): void;
  InputTitle?: string;
  InputMessage?: string;
  ErrorTitle?: string;
  ErrorMessage?: string;
}

export interface EtShapes {
  AddChart2(
    style: number,
    type: number,
    left?: number,
    top?: number,
    width?: number,
    height?: number,
  ): { readonly Chart: EtChart };
}

export interface EtChart {
  HasTitle: boolean;
  readonly ChartTitle: { Text: string };
  SeriesCollection(): {
    readonly Count: number;
    Item(index: number): { Delete(): void };
    NewSeries(): { Name: string; Values: EtRange; XValues: EtRange };
  };
}

/** `Calculation`: formulas are computed when they are asked to be. */
export const MANUAL_CALCULATION = -4135;
/** `Visible` of a sheet that is shown. */
export const SHEET_VISIBLE = -1;
/** `Visible` of a sheet that is in no list of hidden sheets. */
export const SHEET_VERY_HIDDEN = 2;
/** Kind of a format condition that is a formula. */
export const EXPRESSION = 2;
/** No fill, no line: VBA's xlNone. */
export const NONE = -4142;
export const WHITE = 0xffffff;
/** Most characters of an address. */
export const LONGEST_ADDRESS = 250;

/** RRGGBB as ET's number. */
export function etColour(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return red + green * 256 + blue * 65_536;
}

/** What a member gives, or undefined where this build throws at it or lacks it. */
export function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PYTHON = ['/usr/bin/python3', 'python3'].find(
  (python) => spawnSync(python, ['-c', 'import openpyxl'], { timeout: 60_000 }).status === 0,
);

/** Whole suites that need openpyxl say so by being skipped where it is missing. */
export const describeWithOpenpyxl = PYTHON === undefined ? describe.skip : describe;

/** A score cell of a blank sheet as openpyxl sees it; rows and columns are Excel's own, from 1. */
export interface SurveyedItem {
  readonly row: number;
  readonly section: string;
  readonly bonus: boolean;
  readonly max: number | null;
  readonly criterion: string;
  readonly rule: {
    readonly type: 'list' | 'custom' | 'decimal';
    readonly formula: string;
    readonly formula2: string | null;
  };
}

export interface Survey {
  readonly sheet: string;
  readonly header: number;
  readonly columns: Readonly<Record<'self' | 'review' | 'reason' | 'criterion' | 'max', number>>;
  readonly items: readonly SurveyedItem[];
}

export type CellText = string | number | null;

/** One thing that an office does to a workbook. */
export type Step =
  | { readonly do: 'enter'; readonly cells: Readonly<Record<string, CellText>> }
  | { readonly do: 'insertRow'; readonly row: number; readonly values?: Readonly<Record<number, CellText>> }
  | { readonly do: 'deleteRow'; readonly row: number }
  | {
      readonly do: 'insertColumn';
      readonly column: number;
      readonly headerRow: number;
      readonly header: string;
    }
  | { readonly do: 'unmerge'; readonly fill: boolean }
  | { readonly do: 'merge'; readonly area: string }
  | { readonly do: 'hideRows'; readonly rows: readonly number[] }
  | { readonly do: 'rename'; readonly name: string }
  | { readonly do: 'settings'; readonly values: Readonly<Record<string, CellText>> }
  | { readonly do: 'removeSettings' }
  | { readonly do: 'protect'; readonly password: string }
  | { readonly do: 'below'; readonly lines: readonly string[] }
  | { readonly do: 'sheetsBefore'; readonly sheets: Readonly<Record<string, readonly string[]>> }
  | { readonly do: 'intoNewBook' };

export interface Job {
  readonly source: string;
  readonly target: string;
  readonly steps: readonly Step[];
  /** Sheets of other workbooks pasted beside the first: name, source, what was done to it before. */
  readonly beside?: readonly (readonly [string, string, readonly Step[]])[];
}

/** What stands on blank sheets, in the order of the paths. */
export function surveyed(paths: readonly string[]): readonly Survey[] {
  return JSON.parse(inOffice({ survey: paths })) as readonly Survey[];
}

/** A cell as openpyxl sees it; `content` is the formula of a cell that has one, with `=`. */
export interface CellSeen {
  readonly content: string | number | boolean;
  readonly value: string | number | boolean | null;
  readonly note: string | null;
}

/** All cells with anything in them, by sheet and address. */
export function contentsOf(path: string): Readonly<Record<string, Readonly<Record<string, CellSeen>>>> {
  return JSON.parse(inOffice({ contents: path })) as Record<string, Record<string, CellSeen>>;
}

/** Fills and alters workbooks with openpyxl. */
export function doneInOffice(jobs: readonly Job[]): void {
  inOffice({ jobs });
}

function inOffice(order: object): string {
  const run = spawnSync(PYTHON ?? '', [join(__dirname, 'office.py')], {
    input: JSON.stringify(order),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

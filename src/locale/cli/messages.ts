import type { Stage } from '../messages';

/** Sentences of the command line that are no findings: help, headings, what was written, what to do next. */
export interface CliMessages {
  readonly program: string;
  readonly usage: string;
  readonly options: string;
  readonly globalOptions: string;
  readonly commandsTitle: string;
  readonly argumentsTitle: string;
  readonly examplesTitle: string;
  readonly defaultsTo: (value: string) => string;
  readonly option: {
    readonly help: string;
    readonly version: string;
    readonly lang: string;
    readonly json: string;
    readonly stage: string;
    readonly settings: string;
    readonly out: string;
    readonly outDir: string;
    readonly inPlace: string;
    readonly max: string;
    readonly score: string;
    readonly bonus: string;
    readonly stdin: string;
    readonly summaryOut: string;
    readonly roster: string;
    readonly sentRubric: string;
    readonly office: string;
    readonly date: string;
    readonly all: string;
    readonly unit: string;
    readonly rubric: string;
    readonly rosterForNames: string;
    readonly year: string;
    readonly distributeTo: string;
    readonly zip: string;
  };
  readonly argument: {
    readonly inputs: string;
    readonly files: string;
    readonly rubricFile: string;
    readonly criterion: string;
    readonly command: string;
  };
  readonly command: Readonly<Record<CommandName, CommandText>>;
  readonly column: {
    readonly cell: string;
    readonly severity: string;
    readonly problem: string;
    readonly right: string;
    readonly score: string;
    readonly base: string;
    readonly bonus: string;
    readonly total: string;
    readonly converted: string;
    readonly clauseText: string;
    readonly clauseMeaning: string;
    readonly verdict: string;
  };
  readonly severity: { readonly error: string; readonly warning: string; readonly notice: string };
  readonly stage: Readonly<Record<Stage, string>>;
  readonly columnOfStage: Readonly<Record<Stage, string>>;
  readonly verdict: {
    readonly ok: string;
    readonly warning: string;
    readonly error: string;
    readonly notice: string;
  };
  /** Heads and sentences of a summary on the terminal. */
  readonly summary: {
    readonly rank: string;
    readonly unit: string;
    readonly problems: string;
    readonly file: string;
    readonly block: (p: { category: string; units: number; stage: Stage }) => string;
    readonly missing: (p: { count: number; units: readonly string[] }) => string;
    readonly written: (p: { path: string; units: number; problems: number }) => string;
    readonly moreProblems: (p: { count: number }) => string;
  };
  readonly sheetHeading: (p: { sheet: string; unit: string | null; stage: Stage }) => string;
  readonly clean: string;
  readonly attainable: (scores: string) => string;
  /** A score asked about, what is to be said of it, and the nearest attainable ones, if any. */
  readonly judged: (p: { score: string; verdict: string; nearest: string }) => string;
  readonly nothingRead: string;
  readonly counts: (p: {
    files: number;
    unreadable: number;
    errors: number;
    warnings: number;
    notices: number;
  }) => string;
  readonly written: (p: { path: string; cells: number; highlights: number; notes: number }) => string;
  readonly writtenAsXlsx: (p: { path: string; format: string }) => string;
  readonly normalised: (p: { cells: readonly string[] }) => string;
  /** Wrong figures in total rows that became live formulas, each with its cell, the old figure and the new. */
  readonly corrected: (p: { cells: readonly string[] }) => string;
  readonly notesDegraded: (p: { count: number }) => string;
  readonly cleared: (p: { path: string }) => string;
  readonly nothingToWrite: (p: { path: string }) => string;
  readonly renamedOutput: (p: { path: string; output: string }) => string;
  readonly distributed: (p: { files: number; path: string }) => string;
  /** Workbooks that went out without a unit's name. */
  readonly distributedUnnamed: (p: { count: number }) => string;
  readonly fault: CliFaults;
}

export interface CommandText {
  readonly summary: string;
  readonly description: string;
  /** Command line and what it does. */
  readonly examples: readonly (readonly [string, string])[];
}

export type CommandName = 'check' | 'fill' | 'clear' | 'summary' | 'distribute' | 'lint' | 'explain';

/** Why the command line could not do what was asked; each says what to do. */
export interface CliFaults {
  readonly 'unknown-option': (p: { text: string }) => string;
  readonly 'unknown-command': (p: { text: string }) => string;
  readonly 'missing-argument': (p: { text: string }) => string;
  readonly 'excess-arguments': (p: { text: string }) => string;
  readonly 'option-value-missing': (p: { text: string }) => string;
  readonly 'invalid-value': (p: { text: string; allowed: string }) => string;
  readonly usage: (p: { text: string }) => string;
  readonly 'path-missing': (p: { path: string }) => string;
  readonly 'path-unreadable': (p: { path: string; detail: string }) => string;
  readonly 'nothing-found': (p: { path: string }) => string;
  readonly 'nothing-readable': (p: Record<string, never>) => string;
  readonly 'one-output': (p: { files: number }) => string;
  readonly 'output-needed': (p: Record<string, never>) => string;
  readonly 'output-several': (p: Record<string, never>) => string;
  readonly 'output-is-input': (p: { path: string }) => string;
  readonly 'in-place-format': (p: { path: string }) => string;
  readonly 'output-format': (p: { path: string }) => string;
  readonly 'write-failed': (p: { path: string; detail: string }) => string;
  readonly 'settings-unreadable': (p: { path: string; detail: string }) => string;
  readonly 'summary-output': (p: { path: string }) => string;
  /** Where the summary is to go stands a returned scoring sheet. */
  readonly 'summary-output-is-input': (p: { path: string }) => string;
  readonly 'summary-output-unreadable': (p: { path: string; reason: string }) => string;
  readonly 'roster-unreadable': (p: { path: string; detail: string }) => string;
  readonly 'roster-invalid': (p: { path: string; problems: readonly string[] }) => string;
  readonly 'rubric-unreadable': (p: { path: string; reason: string }) => string;
  readonly 'rubric-without-table': (p: { path: string }) => string;
  readonly 'units-needed': (p: Record<string, never>) => string;
  readonly 'units-both': (p: Record<string, never>) => string;
  readonly 'units-unknown': (p: { units: readonly string[] }) => string;
  readonly 'folder-needed': (p: Record<string, never>) => string;
  readonly exists: (p: { path: string }) => string;
  readonly 'json-line': (p: { line: number }) => string;
  readonly 'line-fields': (p: { line: number; field: string }) => string;
  readonly internal: (p: { path: string; detail: string }) => string;
}

export type CliFaultCode = keyof CliFaults;

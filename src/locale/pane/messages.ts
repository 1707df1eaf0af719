import type { Stage } from '../messages';

/** Sentences of the task pane that are no findings: headings, buttons, what was written, what to do next. */
export interface PaneMessages {
  readonly title: string;
  /** What the row of tabs is called, for those who hear the pane. */
  readonly navigation: string;
  /** Short: all stand in one row of 300 px. */
  readonly views: Readonly<Record<PaneViewName, string>>;
  /** A view could not be fetched or drawn. */
  readonly viewFault: { readonly heading: string; readonly loading: string; readonly notLoaded: string };
  readonly action: {
    readonly validate: string;
    readonly clear: string;
    readonly undo: string;
    /** 定位: the button that selects a cell. */
    readonly locateCell: (p: { cell: string }) => string;
    readonly unprotect: string;
    readonly retry: string;
    readonly showMore: (p: { count: number }) => string;
  };
  /** What is going on, for anything longer than a moment. */
  readonly busy: Readonly<Record<PaneTask, string>>;
  readonly header: {
    readonly noUnit: string;
    readonly year: (p: { year: number }) => string;
    readonly stage: Readonly<Record<Stage, string>>;
    readonly tables: (p: { count: number }) => string;
  };
  readonly severity: { readonly error: string; readonly warning: string; readonly notice: string };
  readonly filter: string;
  readonly totals: {
    readonly caption: string;
    readonly column: Readonly<Record<Stage, string>>;
    readonly score: string;
    readonly base: string;
    readonly bonus: string;
    readonly total: string;
    readonly converted: string;
  };
  readonly findings: {
    readonly heading: string;
    readonly ofBook: string;
    readonly clean: string;
    readonly allFiltered: string;
    readonly attainable: (p: { scores: string }) => string;
    readonly criterion: string;
  };
  readonly ready: string;
  readonly empty: { readonly heading: string; readonly steps: readonly string[] };
  readonly outcome: {
    readonly filled: (p: { cells: number; highlights: number; notes: number }) => string;
    /** Nothing had to be marked. */
    readonly filledClean: (p: { cells: number }) => string;
    readonly unchanged: string;
    readonly normalised: (p: { count: number }) => string;
    readonly corrected: (p: { count: number }) => string;
    readonly notesDegraded: (p: { count: number }) => string;
    readonly cleared: string;
    readonly undone: string;
    readonly summarised: string;
    readonly rosterSaved: string;
  };
  readonly fault: { readonly heading: string; readonly internal: (p: { detail: string }) => string };
  readonly shortfalls: {
    readonly heading: string;
    readonly sentence: Readonly<Record<PaneShortfall, string>>;
  };
  readonly settings: {
    readonly stage: {
      readonly label: string;
      readonly hint: string;
      readonly choice: Readonly<Record<Stage | 'auto', string>>;
    };
  };
  readonly language: string;
  /** Where the pane was opened by itself, outside a spreadsheet. */
  readonly notInExcel: string;
}

/** The pages of the pane. */
export type PaneViewName = 'check' | 'summary' | 'settings';

/** What the pane can be doing. */
export type PaneTask = 'look' | 'validate' | 'clear' | 'undo' | 'summarise' | 'saveRoster';

/** What a spreadsheet may be unable to do; the names are those of the port, which stands above this floor. */
export type PaneShortfall =
  | 'merges-unknown'
  | 'hidden-rows-unknown'
  | 'words-as-comments'
  | 'words-as-messages'
  | 'no-words'
  | 'own-undo-only'
  | 'no-input-rules'
  | 'no-page-setup';

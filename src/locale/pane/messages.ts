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
    /** Puts another figure into the cell of a finding. */
    readonly changeTo: (p: { shows: number | string }) => string;
    /** Puts a live formula there that gives the figure. */
    readonly toFormula: (p: { shows: number | string }) => string;
    /** 实时校验 */
    readonly live: string;
    readonly save: string;
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
  /** The item whose row the person stands in. */
  readonly current: {
    readonly heading: (p: { cell: string }) => string;
    readonly max: (p: { max: number }) => string;
    readonly bonus: string;
    /** What the words of the rule sentence were read as. */
    readonly readAs: (p: { clauses: readonly string[] }) => string;
    /** Nothing was read in the rule sentence. */
    readonly unread: string;
    readonly fine: (p: { cell: string; score: number }) => string;
    readonly enter: (p: { cell: string }) => string;
  };
  readonly liveHint: string;
  readonly ready: string;
  readonly empty: {
    readonly heading: string;
    readonly steps: readonly string[];
    readonly sample: string;
    readonly insertSample: string;
  };
  readonly outcome: {
    readonly filled: (p: { cells: number; highlights: number; notes: number }) => string;
    /** Nothing had to be marked. */
    readonly filledClean: (p: { cells: number }) => string;
    readonly unchanged: string;
    readonly normalised: (p: { count: number }) => string;
    readonly corrected: (p: { count: number }) => string;
    readonly notesDegraded: (p: { count: number }) => string;
    readonly cleared: string;
    readonly sampled: string;
    readonly undone: string;
    readonly saved: string;
    readonly entered: (p: { cell: string; shows: number | string }) => string;
    readonly outdated: (p: { cell: string }) => string;
    readonly summarised: string;
    readonly rosterSaved: string;
  };
  readonly fault: { readonly heading: string; readonly internal: (p: { detail: string }) => string };
  readonly shortfalls: {
    readonly heading: string;
    readonly sentence: Readonly<Record<PaneShortfall, string>>;
  };
  readonly settings: {
    /** Over the form: where its values are kept, and what a blank means. */
    readonly intro: string;
    readonly groups: {
      readonly check: string;
      readonly conversion: string;
      readonly limits: string;
      readonly sheet: string;
    };
    readonly fields: Readonly<Record<PaneSetting, PaneSettingWords>>;
    readonly yes: string;
    readonly no: string;
    readonly stages: Readonly<Record<Stage, string>>;
    readonly byDefault: (p: { value: string }) => string;
    readonly unchanged: string;
    readonly faulty: string;
  };
  readonly language: string;
  /** Where the pane was opened by itself, outside a spreadsheet. */
  readonly notInExcel: string;
  readonly notInWps: string;
  /** Hides the pane, where the spreadsheet's own way to do that may not work. */
  readonly collapse: string;
}

/** The pages of the pane. */
export type PaneViewName = 'check' | 'distribute' | 'summary' | 'settings' | 'selfCheck';

/** The settings of a workbook that a person fills in. */
export type PaneSetting =
  | 'year'
  | 'unit'
  | 'stage'
  | 'convertedFull'
  | 'convertedBase'
  | 'bonusConverted'
  | 'bonusCap'
  | 'totalCap'
  | 'decimals'
  | 'gapLimit'
  | 'smallestStep'
  | 'bands';

export interface PaneSettingWords {
  readonly label: string;
  /** What holds where nothing is filled in. */
  readonly otherwise: string;
  readonly hint?: string;
  /** What to fill in, where something else was. */
  readonly fault: string;
}

/** What the pane can be doing. */
export type PaneTask =
  | 'look'
  | 'validate'
  | 'clear'
  | 'undo'
  | 'fix'
  | 'save'
  | 'sample'
  | 'summarise'
  | 'saveRoster'
  | 'distribute'
  | 'selfCheck';

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

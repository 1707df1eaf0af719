/** Sentences of the view 自检: what nobody can know of a spreadsheet until it was asked on a real machine. */
export interface SelfCheckMessages {
  readonly lead: string;
  readonly run: string;
  readonly runAgain: string;
  readonly counts: (p: Readonly<Record<SelfCheckVerdict, number>>) => string;
  /** The heading over the questions that got this verdict. */
  readonly verdict: Readonly<Record<SelfCheckVerdict, string>>;
  readonly question: Readonly<Record<SelfCheckQuestion, string>>;
  readonly seen: Readonly<Record<SelfCheckSeen, string>>;
  /** Between a question and what was seen. */
  readonly colon: string;
  readonly reliance: Readonly<Record<SelfCheckReliance, string>>;
  /** The scratch sheet could not be deleted. */
  readonly leftOver: (p: { sheet: string }) => string;
  readonly byHand: {
    readonly heading: string;
    readonly lead: string;
    readonly question: Readonly<Record<HandQuestion, HandWords>>;
    readonly untried: string;
    readonly chooseFile: string;
    readonly download: string;
    readonly downloadName: string;
    readonly downloadContent: string;
    readonly tryWrite: string;
    readonly fileRead: (p: { name: string; bytes: number; tables: number }) => string;
    readonly fileUnread: (p: { name: string }) => string;
  };
  readonly copy: string;
  readonly copied: string;
  /** The page cannot reach the clipboard: the text stands in a box to be taken by hand. */
  readonly copyByHand: string;
  readonly copyLabel: string;
  readonly reportTitle: string;
}

interface HandWords {
  readonly asked: string;
  /** What a person may have seen. */
  readonly choices: readonly string[];
}

/**
 * expected: as the program takes it to be · coped: otherwise, and the program does as well · trouble: otherwise, and the
 * program relies on it · unanswered: the question could not be asked · noted: nothing hangs on it.
 */
export type SelfCheckVerdict = 'trouble' | 'unanswered' | 'coped' | 'expected' | 'noted';

export type SelfCheckReliance = 'needed' | 'coped' | 'unused';

/** What only a person can see. */
export type HandQuestion = 'undo-key' | 'choose-file' | 'download' | 'write-file' | 'docked';

/** What was seen; a figure or a name may stand beside it. */
export type SelfCheckSeen =
  | 'yes'
  | 'no'
  | 'all'
  | 'lacking'
  | 'measured'
  | 'nested'
  | 'flat'
  | 'no-array'
  | 'other-shape'
  | 'scalar'
  | 'nothing'
  | 'empty-text'
  | 'as-value'
  | 'as-text'
  | 'null'
  | 'throws'
  | 'during'
  | 'after'
  | 'never'
  | 'failed';

/** Asked of the spreadsheet. */
export type HostQuestion =
  | 'version'
  | 'hop-time'
  | 'members'
  | 'file-system'
  | 'one-cell'
  | 'blank-cell'
  | 'row-values'
  | 'column-values'
  | 'block-values'
  | 'block-formulas'
  | 'constant-formulas'
  | 'error-values'
  | 'write-block'
  | 'text-prefix'
  | 'mixed-merge'
  | 'merge-area'
  | 'clear-fill'
  | 'comment-text'
  | 'second-comment'
  | 'condition-formula'
  | 'condition-area'
  | 'validation-merged'
  | 'names-merged'
  | 'link'
  | 'protect'
  | 'chart'
  | 'add-after'
  | 'missing-sheet'
  | 'own-writes'
  | 'events-off';

/** Asked of the page that the pane is. */
export type PageQuestion =
  'engine' | 'address' | 'storage' | 'clipboard' | 'flex-gap' | 'lookbehind' | 'gbk' | 'pane-size';

export type SelfCheckQuestion = HostQuestion | PageQuestion;

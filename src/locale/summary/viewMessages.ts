import type { Stage } from '../stage';

/** auto: the official rubric of 2023, or what most units have · own: that of the open workbook · file: of a workbook chosen. */
export type RubricChoice = 'auto' | 'own' | 'file';

export type StageChoice = 'auto' | Stage;

/** Words of the pane's page for a round. They come with that page and not with the pane. */
export interface SummaryViewMessages {
  readonly lead: string;
  readonly chooseFiles: string;
  readonly chooseFolder: string;
  readonly dropHint: string;
  readonly nothingChosen: string;
  readonly progress: (p: { done: number; total: number }) => string;
  readonly cancel: string;
  readonly cut: (p: { done: number; total: number }) => string;
  readonly finished: (p: { files: number; problems: number }) => string;
  readonly nothingRead: string;
  readonly write: string;
  readonly download: string;
  readonly downloadName: (p: { year: number | null }) => string;
  readonly office: string;
  readonly block: (p: { category: string; units: number }) => string;
  readonly ranked: (p: { stage: Stage }) => string;
  readonly column: {
    readonly rank: string;
    readonly unit: string;
    readonly total: string;
    readonly converted: string;
    readonly problems: string;
  };
  readonly unnamed: string;
  readonly missing: (p: { count: number }) => string;
  readonly problems: (p: { count: number }) => string;
  /** Shows a problem's line on 问题清单 in the workbook. */
  readonly locate: string;
  /** Sums the same files up again, after a choice was changed. */
  readonly again: string;
  readonly options: {
    readonly heading: (p: { rubric: RubricChoice; stage: StageChoice }) => string;
    readonly rubricLabel: string;
    readonly rubric: Readonly<Record<RubricChoice, string>>;
    readonly rubricHint: Readonly<Record<RubricChoice, string>>;
    readonly chooseRubric: string;
    readonly rubricChosen: (p: { name: string }) => string;
    readonly noTable: string;
    readonly stageLabel: string;
    readonly stage: Readonly<Record<StageChoice, string>>;
    readonly stageHint: string;
  };
  readonly roster: {
    readonly heading: string;
    readonly hint: string;
    readonly label: string;
    readonly save: string;
    readonly ofWorkbook: (p: { units: number }) => string;
    readonly none: string;
  };
}

import type { Stage } from '../stage';

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
  readonly roster: {
    readonly heading: string;
    readonly hint: string;
    readonly label: string;
    readonly save: string;
    readonly ofWorkbook: (p: { units: number }) => string;
    readonly none: string;
  };
}

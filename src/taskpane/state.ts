import type { CheckedBook } from '../check/report';
import type { HostError, Receipt } from '../hosts/host';
import type { PaneTask, PaneViewName } from '../locale/pane/messages';
import type { CellRef } from '../rubric/finding';
import type { ReturnedFile } from './summary/readFiles';

/** What the last finished task did to the workbook. */
export type Outcome =
  | {
      readonly kind: 'filled';
      readonly cells: number;
      readonly highlights: number;
      readonly notes: number;
      readonly degraded: number;
      readonly normalised: number;
      readonly corrected: number;
    }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'undone' }
  | { readonly kind: 'saved' | 'sampled' | 'summarised' | 'rosterSaved' }
  /** One cell was changed into what it shows now. */
  | { readonly kind: 'entered'; readonly cell: string; readonly shows: number | string }
  /** One cell was to be changed, and its row is not what it was any more: nothing was written. */
  | { readonly kind: 'outdated'; readonly cell: string };

/** Why something could not be done. `again` names the task to try again; absent where that would not help. */
export interface Fault {
  readonly cause:
    | HostError
    /** A part of the program could not be fetched. */
    | { readonly code: 'not-loaded' }
    | { readonly code: 'internal'; readonly detail: string };
  readonly again?: PaneTask;
}

/** Where the person stands in the workbook. */
export interface Place {
  readonly sheet: string;
  readonly cell: CellRef;
}

export interface PaneState {
  readonly view: PaneViewName;
  /** What is going on; null: the user's turn. */
  readonly busy: PaneTask | null;
  /** The workbook as it is on show; null before the first reading. */
  readonly book: CheckedBook | null;
  /** The workbook as last read: newer than `book` where something was edited since and the findings wait for a click. */
  readonly latest: CheckedBook | null;
  /** Whether the findings of `book` are on show: after 校验并合计, until the marks are cleared. */
  readonly showsFindings: boolean;
  readonly outcome: Outcome | null;
  readonly canUndo: boolean;
  readonly fault: Fault | null;
  /** Null where it is not known. */
  readonly place: Place | null;
  /** 实时校验: findings follow every edit. */
  readonly live: boolean;
  /** Files that were given to the page as a whole and that 汇总 has not taken yet. */
  readonly handedOver: readonly ReturnedFile[] | null;
}

/** What a task that a view asked for has done. */
export interface Performed {
  /** Of what it wrote into the workbook: 撤销 takes it back. */
  readonly receipt?: Receipt;
  readonly outcome?: Outcome | null;
  /** Whether the workbook has to be read again for what is on show. */
  readonly recheck?: boolean;
}

export const INITIAL: PaneState = {
  view: 'check',
  busy: null,
  book: null,
  latest: null,
  showsFindings: false,
  outcome: null,
  canUndo: false,
  fault: null,
  place: null,
  live: false,
  handedOver: null,
};

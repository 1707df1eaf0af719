import type { RuleMessages } from './rules';
import type { Stage } from './stage';
import type { SummaryFindingMessages } from './summary/messages';

export type { Stage } from './stage';

/**
 * Every sentence that a person reads, as typed functions: one object of this shape a language.
 * Numbers come as numbers and are formatted here; text from a workbook comes as text and stays text.
 */
export type FindingMessages = TableFindingMessages & SummaryFindingMessages;

/** The sentences of what is found in one workbook. */
export interface TableFindingMessages {
  'file/unreadable': (p: { reason: UnreadableReason; detail?: string }) => string;
  'file/encrypted': (p: Record<string, never>) => string;
  'file/too-large': (p: { part?: string; limitMb: number }) => string;
  'file/unsupported': (p: { format: string }) => string;
  /** `isSummary`: it is a summary that the program wrote. */
  'table/not-found': (p: { sheets: number; isSummary?: boolean }) => string;
  'table/column-missing': (p: { column: ColumnName }) => string;
  'table/column-ambiguous': (p: { column: ColumnName; headers: string }) => string;
  'unit/missing': (p: Record<string, never>) => string;
  'unit/unknown': (p: { unit: string; near?: string }) => string;
  'unit/ambiguous': (p: { units: readonly { unit: string; source: UnitSource }[] }) => string;
  'unit/several-scored': (p: { sections: readonly string[] }) => string;
  'rubric/section-sum': (p: { section: string; points: number; sum: number }) => string;
  'rubric/base-sum': (p: { base: number; sum: number }) => string;
  'rubric/max-changed': (p: { item: string; official: number | null; received: number | null }) => string;
  /** `official` is '' where the old text is not known, `item` too where nothing but a difference is. */
  'rubric/text-changed': (p: { item: string; official: string }) => string;
  /** `item` is '' where its text is not known; then `number` tells which of the section it was. */
  'rubric/item-missing': (p: {
    section: string;
    item: string;
    max: number | null;
    number?: number;
  }) => string;
  'rubric/item-added': (p: { section: string; item: string }) => string;
  'rubric/criterion-unread': (p: { item: string }) => string;
  'rubric/suspected-typo': (p: { text: string; meant: string }) => string;
  'rubric/ladder-length': (p: { names: number; points: number; text: string }) => string;
  'rubric/halved-without-ladder': (p: { text: string }) => string;
  'rubric/deduction-above-max': (p: { deduction: number; max: number; text: string }) => string;
  'rubric/item-duplicate': (p: { item: string; other: string }) => string;
  'rubric/max-missing': (p: { item: string }) => string;
  'score/missing': (p: { item: string; stage: Stage; max: number | null }) => string;
  'score/not-a-number': (p: { item: string; text: string; max: number | null }) => string;
  'score/above-max': (p: { item: string; score: number; max: number }) => string;
  'score/below-zero': (p: { item: string; score: number }) => string;
  'score/unattainable': (p: {
    item: string;
    score: number;
    clause: string;
    nearest: readonly number[];
  }) => string;
  'score/too-precise': (p: {
    item: string;
    score: number;
    step: number;
    nearest: readonly number[];
  }) => string;
  'score/formula-error': (p: {
    item: string;
    reason: 'error-value' | 'not-computed';
    text: string;
  }) => string;
  'score/text-number': (p: { text: string; number: number }) => string;
  'bonus/unattainable': (p: {
    item: string;
    score: number;
    clause: string;
    nearest: readonly number[];
  }) => string;
  'bonus/above-cap': (p: { sum: number; cap: number }) => string;
  'review/gap': (p: { item: string; self: number; review: number; limit: number }) => string;
  'reason/missing': (p: { item: string; lost: number }) => string;
  'total/mismatch': (p: { label: string; received: number | string | null; expected: number }) => string;
  /** `entry` is a number in the list or a row of the sheet, 0 for the whole; `text` is what stands there. */
  'roster/invalid': (p: { problem: RosterProblem; entry: number; text: string }) => string;
  'settings/default-weight': (p: { full: number; base: number }) => string;
  /** `used` is what holds instead: '' for nothing, '-' where there is no setting of that name. */
  'settings/invalid': (p: { key: string; value: string; used: string }) => string;
}

/** The columns a scoring table can have, in the program's terms. */
export type ColumnName =
  'section' | 'points' | 'criterion' | 'max' | 'self' | 'review' | 'reason' | 'name' | 'number';

/** Where a unit's name was read. */
export type UnitSource = 'settings' | 'label' | 'section' | 'file-name' | 'sheet-name' | 'title';

/** Why a file could not be read. */
export type UnreadableReason =
  | 'empty'
  | 'truncated'
  | 'not-a-workbook'
  | 'html'
  | 'broken-part'
  | 'doctype'
  | 'no-sheets'
  | 'missing'
  | 'cannot-open'
  | 'too-slow'
  | 'crashed';

/** Why an entry of a roster, or a whole one, cannot be used. */
export type RosterProblem =
  'no-list' | 'not-a-unit' | 'no-name' | 'name-long' | 'name-twice' | 'alias-shared' | 'too-many';

/** The same without the sentences across files. */
export interface TableMessages extends Omit<Messages, 'findings'> {
  readonly findings: TableFindingMessages;
}

/** Every sentence of the core in one language; those of the command line stand in `cli/`. */
export interface Messages {
  readonly findings: FindingMessages;
  readonly rules: RuleMessages;
  readonly hostErrors: HostErrorMessages;
  /** Between the sentences of a note that says several things. */
  readonly sentenceSeparator: string;
}

/** What a person reads when the spreadsheet itself fails. */
export interface HostErrorMessages {
  readonly 'sheet-missing': (p: HostErrorParams) => string;
  readonly 'read-only-format': (p: HostErrorParams) => string;
  readonly 'write-failed': (p: HostErrorParams) => string;
  readonly 'file-unreadable': (p: HostErrorParams) => string;
  readonly 'sheet-protected': (p: HostErrorParams) => string;
  readonly 'sheet-password': (p: HostErrorParams) => string;
  readonly 'workbook-protected': (p: HostErrorParams) => string;
  readonly 'cell-editing': (p: HostErrorParams) => string;
  readonly 'read-failed': (p: HostErrorParams) => string;
  readonly 'write-broken-off': (p: HostErrorParams) => string;
}

export type HostErrorParams = Readonly<Record<string, string | number>>;

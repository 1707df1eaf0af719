import type { FindingMessages } from '../locale/messages';

/** Stable kebab-case code of one kind of finding, e.g. `score/above-max`. Outside checks rely on these. */
export type FindingCode = keyof FindingMessages;

/**
 * error: a hard constraint is broken · warning: no reading of the rule gives it, or somebody should look ·
 * notice: the program tells what it assumed or could not read.
 */
export type Severity = 'error' | 'warning' | 'notice';

/** The figures and words that the sentence of a finding needs; checked by type against the language files. */
export type FindingParams<C extends FindingCode> = Parameters<FindingMessages[C]>[0];

/** A cell, 0-based. */
export interface CellRef {
  readonly row: number;
  readonly column: number;
}

/**
 * What a check says about one place. Plain data: findings are never thrown, and the sentence is made last,
 * from `code` and `params`, in the reader's language.
 */
export interface Finding<C extends FindingCode = FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  /** Sheet name, or null where the finding is about the file. */
  readonly sheet: string | null;
  /** The cell to look at, or null where the finding is about the sheet or the file. */
  readonly cell: CellRef | null;
  readonly params: FindingParams<C>;
  /** What stands there, as data. */
  readonly received?: string | number | boolean | null;
  /** What would be right, as a short text such as `0–6`. */
  readonly expected?: string | number;
  /** Values that would be right, nearest first. */
  readonly suggestions?: readonly (number | string)[];
  /** The part of the rule sentence that the finding rests on. */
  readonly clause?: string;
}

/** A finding whose params are checked against its code. */
export function finding<C extends FindingCode>(value: Finding<C>): Finding {
  return value;
}

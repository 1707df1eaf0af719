import type { ColumnContent } from './columnContent';
import type { HeaderRole } from './headerWords';
import { yearIn } from './year';

/** A column that may be what is looked for: the word above it and what stands below. */
export interface Candidate {
  readonly column: number;
  readonly role: HeaderRole | null;
  readonly weight: number;
  readonly label: string;
  readonly content: ColumnContent;
}

/** The surer word first, else from left to right. */
export const byWeight = (a: Candidate, b: Candidate): number => b.weight - a.weight || a.column - b.column;

const sameWeight = (a: Candidate, b: Candidate): boolean => a.weight === b.weight;

/** A later stage counts before an earlier one, unless it holds hardly any scores yet. */
export function byScores(a: Candidate, b: Candidate): number {
  if (isBarelyFilled(a, b)) return 1;
  if (isBarelyFilled(b, a)) return -1;
  return (yearIn(b.label) ?? 0) - (yearIn(a.label) ?? 0) || byWeight(a, b);
}

function isBarelyFilled(one: Candidate, other: Candidate): boolean {
  return one.content.numbers * 2 < other.content.numbers;
}

/** Whether nothing tells which of two score columns is meant. */
export const sameStage = (a: Candidate, b: Candidate): boolean =>
  sameWeight(a, b) && yearIn(a.label) === yearIn(b.label);

/** 2022年考核得分 in a table of 2023. */
export function isOfOtherYear(item: Candidate, year: number | null): boolean {
  const own = yearIn(item.label);
  return own !== null && year !== null && own !== year;
}

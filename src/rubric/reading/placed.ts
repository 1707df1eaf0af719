import type { Clause, Span } from '../clause';

/** Clause without its place. */
export type ClauseBody = Clause extends infer C ? (C extends Clause ? Omit<C, keyof Span> : never) : never;

/** A clause placed in the normalised text; `core` is the verb and its amount, without the condition. */
export interface PlacedClause {
  readonly start: number;
  readonly end: number;
  readonly core: number;
  readonly body: ClauseBody;
  /** A cap whose words do not say whether it bounds what is taken off or what is given. */
  readonly undecided?: boolean;
}

/** What an amount of points is: taken off, added, or given. */
export type Verb = 'deduct' | 'gain' | 'earn';

/** What most of a batch have, where it can be told. */
export interface Majority<T> {
  readonly value: T;
  readonly count: number;
  readonly of: number;
}

/** Fewer than this have no majority: of two that differ nobody can tell which is right. */
const FEWEST = 3;

/** The value that more than half have, values being the same where their keys are; null where there is none. */
export function majorityOf<T>(values: readonly T[], keyOf: (value: T) => string): Majority<T> | null {
  if (values.length < FEWEST) return null;
  const counts = new Map<string, { readonly value: T; count: number }>();
  for (const value of values) {
    const known = counts.get(keyOf(value));
    if (known === undefined) counts.set(keyOf(value), { value, count: 1 });
    else known.count += 1;
  }
  for (const { value, count } of counts.values()) {
    if (count * 2 > values.length) return { value, count, of: values.length };
  }
  return null;
}

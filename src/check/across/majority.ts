/** What most of a batch have, where it can be told. */
export interface Majority<T> {
  readonly value: T;
  readonly count: number;
  readonly of: number;
}

/** Fewer than this have no majority: of two that differ nobody can tell which is right. */
const FEWEST = 3;

/**
 * The value that more than half have, values being the same where their keys are; null where there is none. `timesOf`: how
 * many have this very value.
 */
export function majorityOf<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  timesOf: (value: T) => number = () => 1,
): Majority<T> | null {
  const counts = new Map<string, { readonly value: T; count: number }>();
  let all = 0;
  for (const value of values) {
    const [key, times] = [keyOf(value), timesOf(value)];
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { value, count: times });
    else known.count += times;
    all += times;
  }
  if (all < FEWEST) return null;
  for (const { value, count } of counts.values()) {
    if (count * 2 > all) return { value, count, of: all };
  }
  return null;
}

import type { Attainable, SimpleAttainable } from '../clause';
import { fromMillionths } from '../points';

/** A longer list is given as ranges. */
const LONGEST_LIST = 240;
/** Beyond this the range that holds an irregular set is given. */
const MOST_SINGLE = 1000;
/** Neighbouring scores on the grid that are worth a range of their own. */
const SHORTEST_RUN = 12;

/** Puts a set of scores (units of the grid, lowest first) into the shape of the contract; lists highest first. */
export function presented(members: readonly number[], unit: number, asRanges: boolean): Attainable {
  const points = (value: number): number => fromMillionths(value * unit);
  if (members.length === 0) return { kind: 'list', scores: [] };
  if (!asRanges && members.length <= LONGEST_LIST) {
    return { kind: 'list', scores: [...members].reverse().map(points) };
  }
  const ranges: SimpleAttainable[] = [];
  const single: number[] = [];
  let from = 0;
  for (let index = 1; index <= members.length; index += 1) {
    const spacing = (members[from + 1] ?? 0) - (members[from] ?? 0);
    const goesOn =
      index < members.length &&
      (members[index] ?? 0) - (members[index - 1] ?? 0) === (asRanges ? 1 : spacing);
    if (goesOn) continue;
    const run = members.slice(from, index);
    if (run.length >= SHORTEST_RUN) {
      const step = points((run[1] ?? 0) - (run[0] ?? 0));
      ranges.push({ kind: 'range', from: points(run[0] ?? 0), to: points(run[run.length - 1] ?? 0), step });
    } else {
      single.push(...run);
    }
    from = index;
  }
  if (single.length > MOST_SINGLE) {
    const low = members[0] ?? 0;
    const high = members[members.length - 1] ?? 0;
    return { kind: 'range', from: points(low), to: points(high), step: points(1) };
  }
  const parts: SimpleAttainable[] = [...ranges].reverse();
  if (single.length > 0) parts.unshift({ kind: 'list', scores: [...single].reverse().map(points) });
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'union', parts };
}

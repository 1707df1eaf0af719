import type { Attainable, Clause, SimpleAttainable } from '../clause';
import { fromMillionths, greatestCommonDivisor } from '../points';
import { PointSet } from '../pointSet';
import { withLeadingCaps } from './caps';
import { applyGroups, groupsOf, isOpen, isTooLarge, movesOf } from './groups';
import type { Group } from './groups';
import { oneOf } from './item';
import { presented } from './present';

/** How far below zero a bonus section may take off where the text sets no bound, in millionths: 1,000 points. */
const DEEPEST = 1_000_000_000;

/** A grid below zero that no sheet needs finer. */
const DEEPEST_CELLS = 10_000;

function highestOf(groups: readonly Group[]): number | null {
  let sum = 0;
  for (const group of groups) {
    if (group.cap === null) return null;
    sum += group.cap;
  }
  return sum;
}

/** In a bonus section 得5分 is a gain like 加5分, and may be given for each award. */
function asGains(read: readonly Clause[]): Clause[] {
  const clauses = read.filter((clause) => clause.kind !== 'deduct-per' || clause.doubtful !== true);
  return clauses.map((clause): Clause => {
    const place = { start: clause.start, end: clause.end };
    if (clause.kind === 'earn') return { ...place, kind: 'gain-flat', points: clause.points };
    if (clause.kind === 'earn-range') {
      return {
        ...place,
        kind: 'discretion',
        direction: 'gain',
        from: clause.from,
        ...(clause.to !== null && { to: clause.to }),
        repeated: true,
      };
    }
    if (clause.kind === 'discretion' && clause.direction === 'earn') return { ...clause, direction: 'gain' };
    if (clause.kind === 'proportional' || clause.kind === 'rank' || clause.kind === 'full') {
      return { ...place, kind: 'discretion', direction: 'gain', repeated: true };
    }
    return clause;
  });
}

/** Scores of a bonus item; `max` in millionths, null for none. Nothing is earned at the start. */
export function bonusScores(read: readonly Clause[], max: number | null, step: number): Attainable {
  const clauses = withLoneCap(withLeadingCaps(asGains(read)));
  const gains = groupsOf(clauses, 'gain', false);
  const deductions = groupsOf(clauses, 'deduction', false);
  const moves = movesOf(clauses, max ?? 0);
  const said = highestOf(gains);
  const high = max === null ? said : said === null ? max : Math.min(max, said);
  const low = deductions.length > 0 || clauses.some((clause) => clause.kind === 'beyond-max') ? -DEEPEST : 0;
  const openDown = deductions.some((group) => group.cap === null && group.clauses.some(isOpen));
  const openUp = gains.some((group) => group.cap === null && group.clauses.some(isOpen));
  const fine = openDown || openUp || moves.ranges;
  const unit = greatestCommonDivisor([...moves.amounts, fine ? step : 0, max ?? 0]) || step;
  const range = (from: number, to: number | null): Attainable => ({
    kind: 'range',
    from: fromMillionths(from),
    to: to === null ? null : fromMillionths(to),
    step: fromMillionths(unit),
  });
  const oneOnly = clauses.some((clause) => clause.kind === 'no-double-counting' && clause.whole);
  if (openUp || openDown) return range(openDown || low < 0 ? low : 0, openUp ? max : high);
  if (high === null && !oneOnly) return withoutEnd(gains, low, unit, range);
  const top = high ?? Math.max(0, ...moves.amounts);
  const cells = Math.ceil(top / unit);
  const bottom = Math.max(Math.floor(low / unit), -DEEPEST_CELLS);
  if (isTooLarge(cells - bottom, clauses.length)) return range(low, top);
  let set = new PointSet(bottom, cells, [0]);
  set = oneOnly ? oneOf(set, gains, unit, 0) : applyGroups(set, gains, 1, unit, 0);
  set = applyGroups(set, deductions, -1, unit, 0);
  return presented(set.members(), unit, moves.ranges);
}

/** 最高加5分 with no other clause: anything up to 5. */
function withLoneCap(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause): Clause[] => {
    if (clause.kind !== 'cap' || clause.of !== 'gain' || clause.points === null || clause.covers > 0)
      return [clause];
    const given: Clause = {
      start: clause.start,
      end: clause.end,
      kind: 'discretion',
      direction: 'gain',
      from: 0,
      to: clause.points,
      repeated: false,
    };
    return [given, { ...clause, covers: 1 }];
  });
}

/** Residues that are told apart; beyond this the plain range is given, which allows more. */
const MOST_RESIDUES = 24;
const LONGEST_LIST = 240;

/**
 * Sums without an end. What may be given for ever has a common step; far enough up, each remainder of that step is either
 * always or never reached (最多0.6 in steps of 0.2, and 2 for ever: 0.2, 2.2, 4.2 …). Below, the scores are listed.
 */
function withoutEnd(
  gains: readonly Group[],
  low: number,
  unit: number,
  range: (from: number, to: number | null) => Attainable,
): Attainable {
  if (low < 0) return range(low, null);
  const endless = gains.filter((group) => group.cap === null);
  const amounts = movesOf(
    endless.flatMap((group) => [...group.clauses]),
    0,
  ).amounts.map((amount) => Math.round(amount / unit));
  const positive = amounts.filter((amount) => amount > 0);
  if (positive.length === 0) return range(0, null);
  const most = Math.max(...positive);
  const capped = gains.reduce((sum, group) => sum + Math.round((group.cap ?? 0) / unit), 0);
  const reach = most * (Math.min(...positive) + 2) + capped;
  if (isTooLarge(reach, gains.length)) return range(0, null);
  const set = applyGroups(new PointSet(0, reach + most, [0]), gains, 1, unit, 0);
  const anything = endless.some((group) => movesOf(group.clauses, 0).ranges);
  const step = anything ? 1 : greatestCommonDivisor(positive);
  const openRange = (from: number, by: number): SimpleAttainable => ({
    kind: 'range',
    from: fromMillionths(from * unit),
    to: null,
    step: fromMillionths(by * unit),
  });
  const ranges: SimpleAttainable[] = [];
  const listed: number[] = [];
  let regular = reach;
  while (regular > 0 && set.has(regular - 1)) regular -= 1;
  if (reach - regular >= step) {
    ranges.push(openRange(regular, 1));
    listed.push(...set.members().filter((score) => score < regular));
  } else {
    for (let residue = 0; residue < step && ranges.length <= MOST_RESIDUES; residue += 1) {
      let from = reach - 1 - ((reach - 1 - residue) % step);
      if (!set.has(from)) continue;
      while (from - step >= 0 && set.has(from - step)) from -= step;
      ranges.push(openRange(from, step));
      for (let score = from - step; score >= 0; score -= step) if (set.has(score)) listed.push(score);
    }
  }
  if (ranges.length === 0 || ranges.length > MOST_RESIDUES || listed.length > LONGEST_LIST) {
    return range(0, null);
  }
  const scores = listed.sort((a, b) => b - a).map((score) => fromMillionths(score * unit));
  const parts: SimpleAttainable[] = scores.length > 0 ? [{ kind: 'list', scores }, ...ranges] : ranges;
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'union', parts };
}

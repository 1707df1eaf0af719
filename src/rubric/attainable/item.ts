import type { Attainable, Clause } from '../clause';
import { fromMillionths, greatestCommonDivisor, toMillionths } from '../points';
import { PointSet } from '../pointSet';
import { withLeadingCaps, withRepetition } from './caps';
import { earnedScores } from './earned';
import {
  applyClause,
  applyGroups,
  groupsOf,
  isDeduction,
  isGain,
  isOpen,
  movesOf,
  isTooLarge,
} from './groups';
import type { Group } from './groups';
import { presented } from './present';

/** How far below zero a score may fall where the text sets no bound, in maxima of the item. */
const DEEPEST = 10;

function lowestOf(clauses: readonly Clause[], max: number, amounts: readonly number[]): number {
  const beyond = clauses.filter((clause) => clause.kind === 'beyond-max');
  if (beyond.length === 0) return 0;
  const bounds = beyond.map((clause) => clause.points);
  if (bounds.every((points) => points !== undefined))
    return -Math.max(...bounds.map((points) => toMillionths(points ?? 0)));
  return -DEEPEST * amounts.reduce((most, amount) => Math.max(most, amount), max);
}

/** A clause that leaves every score open and no cap that closes it. */
function leavesOpen(clauses: readonly Clause[], groups: readonly Group[]): boolean {
  const closed = new Set(groups.filter((group) => group.cap !== null).flatMap((group) => group.clauses));
  return clauses.some((clause) => isOpen(clause) && !closed.has(clause));
}

/** Scores of an ordinary item with the maximum `max`, in millionths; `step` is the finest step of a judgement. */
export function itemScores(text: string, read: readonly Clause[], max: number, step: number): Attainable {
  const clauses = withRepetition(withLeadingCaps(read), max);
  const moves = movesOf(clauses, max);
  const low = lowestOf(clauses, max, moves.amounts);
  const readings = [false, true].map((lastOnly) => ({
    deductions: groupsOf(clauses, 'deduction', lastOnly),
    gains: groupsOf(clauses, 'gain', false),
  }));
  if (readings.some(({ deductions, gains }) => leavesOpen(clauses, [...deductions, ...gains]))) {
    return { kind: 'range', from: fromMillionths(low), to: fromMillionths(max), step: fromMillionths(step) };
  }
  const unit = greatestCommonDivisor([max, low, ...moves.amounts, moves.ranges ? step : 0]) || step;
  const top = Math.round(max / unit);
  const bottom = Math.round(low / unit);
  if (isTooLarge(top - bottom, clauses.length)) {
    return { kind: 'range', from: fromMillionths(low), to: fromMillionths(max), step: fromMillionths(unit) };
  }
  const scores = new PointSet(bottom, top);
  const same = JSON.stringify(readings[0]?.deductions) === JSON.stringify(readings[1]?.deductions);
  for (const reading of same ? readings.slice(0, 1) : readings) {
    scores.include(scoresOf(text, clauses, reading.deductions, reading.gains, { top, bottom, unit, max }));
  }
  return presented(withFloor(scores, clauses, unit).members(), unit, moves.ranges);
}

interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly unit: number;
  readonly max: number;
}

function scoresOf(
  text: string,
  clauses: readonly Clause[],
  deductions: readonly Group[],
  gains: readonly Group[],
  { top, bottom, unit, max }: Bounds,
): PointSet {
  const has = (kind: Clause['kind']): boolean => clauses.some((clause) => clause.kind === kind);
  const ranks = clauses.filter((clause) => clause.kind === 'rank');
  const deducts = deductions.length > 0 || ranks.length > 0;
  const earned = earnedScores(clauses, text, top, unit);
  const bases = clauses.filter((clause) => clause.kind === 'earn' && clause.base === true);
  const earns =
    earned !== null ||
    clauses.some(
      (clause) => (clause.kind === 'share' || clause.kind === 'discretion') && clause.direction === 'earn',
    );
  const ceiling = gainCeiling(clauses, gains, top, unit, deducts || earns);
  const high = deducts && gains.length > 0 ? top * 2 : ceiling;
  let set = new PointSet(bottom, Math.max(high, bottom));
  if (earned !== null) earned.members().forEach((score) => score <= high && set.add(score));
  for (const base of bases) if (base.kind === 'earn') set.add(Math.round(toMillionths(base.points) / unit));
  if (gains.length > 0 && bases.length === 0) set.add(0);
  if (has('zero') || has('beyond-max') || (earns && bases.length === 0)) set.add(0);
  if (deducts || has('full') || has('not-applicable') || has('share') || (gains.length === 0 && !earns))
    set.add(top);
  for (const clause of clauses) {
    if ((clause.kind === 'share' || clause.kind === 'discretion') && clause.direction === 'earn')
      applyClause(set, clause, 1, unit, max);
  }
  set = isOneOnly(clauses) ? oneOf(set, gains, unit, max) : applyGroups(set, gains, 1, unit, max);
  const afterZero = has('zero') || has('full');
  set = applyGroups(set, deductions, -1, unit, max);
  for (const rank of ranks) applyClause(set, rank, -1, unit, max);
  const result = new PointSet(bottom, top);
  for (const score of set.members()) result.add(score);
  if (afterZero && has('zero')) result.add(0);
  return result;
}

/** 最高得8分 over everything that is gained keeps the item at 8, whatever its maximum. */
function gainCeiling(
  clauses: readonly Clause[],
  gains: readonly Group[],
  top: number,
  unit: number,
  startsElsewhere: boolean,
): number {
  if (startsElsewhere) return top;
  const cap = clauses.find((clause) => clause.kind === 'cap' && clause.of === 'gain');
  if (cap?.kind !== 'cap' || cap.points === null) return top;
  const gained = clauses.filter(isGain).length;
  return cap.covers >= gained || gains.length <= 1
    ? Math.min(top, Math.round(toMillionths(cap.points) / unit))
    : top;
}

function isOneOnly(clauses: readonly Clause[]): boolean {
  return (
    clauses.some((clause) => clause.kind === 'no-double-counting' && clause.whole) &&
    !clauses.some(isDeduction)
  );
}

/** Each gain once, and one of them only. */
export function oneOf(start: PointSet, gains: readonly Group[], unit: number, max: number): PointSet {
  const result = start.copy();
  for (const clause of gains.flatMap((group) => group.clauses)) {
    const amounts =
      clause.kind === 'gain-ladder'
        ? clause.points
        : clause.kind === 'gain-per' || clause.kind === 'gain-flat'
          ? [clause.points]
          : null;
    const moved = start.copy();
    if (amounts === null) {
      applyClause(
        moved,
        clause.kind === 'discretion' ? { ...clause, repeated: false } : clause,
        1,
        unit,
        max,
      );
      result.include(moved);
      continue;
    }
    for (const points of amounts) {
      for (const member of start.members()) result.add(member + Math.round(toMillionths(points) / unit));
    }
  }
  return result;
}

function withFloor(scores: PointSet, clauses: readonly Clause[], unit: number): PointSet {
  const floors = clauses.flatMap((clause) =>
    clause.kind === 'floor' ? [Math.round(toMillionths(clause.points) / unit)] : [],
  );
  floors.push(...wholeFloors(clauses, scores.high, unit));
  const floor = Math.min(...floors);
  // A score that the item cannot have is no floor of it.
  if (floors.length === 0 || floor >= scores.high) return scores;
  const zero = clauses.some((clause) => clause.kind === 'zero');
  const result = new PointSet(scores.low, scores.high);
  for (const score of scores.members()) result.add(score < floor && !(zero && score === 0) ? floor : score);
  return result;
}

/** 甲最多扣3分；乙最多扣2分；合计最多扣4分: over deductions that have their own caps, a bound for the whole item. */
function wholeFloors(clauses: readonly Clause[], top: number, unit: number): number[] {
  const scoring = clauses.filter(
    (clause) => clause.kind !== 'cap' && clause.kind !== 'zero' && clause.kind !== 'full',
  );
  if (scoring.length === 0 || !scoring.every(isDeduction)) return [];
  return clauses.flatMap((clause) =>
    clause.kind === 'cap' && clause.of === 'deduction' && clause.points !== null && clause.covers === 0
      ? [Math.max(0, top - Math.round(toMillionths(clause.points) / unit))]
      : [],
  );
}

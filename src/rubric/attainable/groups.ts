import type { Clause } from '../clause';
import { toMillionths } from '../points';
import { PointSet } from '../pointSet';

/** Cells of the grid times clauses that are worked through; beyond it the range that holds the scores is given. */
const MOST_WORK = 8_000_000;
const MOST_CELLS = 1_100_000;

/** Whether a grid of this many scores is too large to work through for so many clauses. */
export function isTooLarge(cells: number, clauses: number): boolean {
  return cells > MOST_CELLS || cells * (clauses + 1) > MOST_WORK;
}

const SILENT = new Set<Clause['kind']>(['veto', 'no-double-counting']);

/** The clauses that speak of points; empty when only words such as 一票否决 or 扣完为止 were read. */
export function pointClauses(clauses: readonly Clause[]): readonly Clause[] {
  const speaks = clauses.some(
    (clause) =>
      !SILENT.has(clause.kind) &&
      clause.kind !== 'not-applicable' &&
      clause.kind !== 'beyond-max' &&
      clause.kind !== 'floor' &&
      !(clause.kind === 'cap' && clause.points === null) &&
      !(clause.kind === 'gain-ladder' && clause.points.length === 0),
  );
  return speaks ? clauses.filter((clause) => clause.kind !== 'veto') : [];
}

/** Whether the clause alone leaves every score open. */
export function isOpen(clause: Clause): boolean {
  switch (clause.kind) {
    case 'proportional':
      return true;
    case 'rank':
      return clause.step === undefined;
    case 'discretion':
      return clause.to === undefined;
    default:
      return false;
  }
}

/** Clauses that count together, under a cap in millionths (null: none). */
export interface Group {
  readonly clauses: readonly Clause[];
  readonly cap: number | null;
}

export function isDeduction(clause: Clause): boolean {
  if (clause.kind === 'discretion') return clause.direction === 'deduct';
  return clause.kind.startsWith('deduct') || (clause.kind === 'share' && clause.direction === 'deduct');
}

export function isGain(clause: Clause): boolean {
  if (clause.kind === 'discretion') return clause.direction === 'gain';
  return clause.kind.startsWith('gain');
}

/**
 * Divides the clauses of one kind into groups by the caps behind them. `lastOnly` takes a cap that may be meant for
 * several clauses as meant for the last one alone.
 */
export function groupsOf(clauses: readonly Clause[], of: 'deduction' | 'gain', lastOnly: boolean): Group[] {
  const belongs = of === 'deduction' ? isDeduction : isGain;
  const counted = (clause: Clause): boolean =>
    belongs(clause) ||
    (of === 'gain' &&
      (clause.kind === 'earn' || clause.kind === 'earn-range' || clause.kind === 'proportional'));
  const groups: Group[] = [];
  let waiting: Clause[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'cap' && clause.of === of && clause.points !== null) {
      const cap = toMillionths(clause.points);
      const covers = lastOnly && !clause.together ? Math.min(1, clause.covers) : clause.covers;
      const free = waiting.splice(0, Math.max(0, waiting.length - covers));
      groups.push(...free.map((each) => ({ clauses: [each], cap: ownCap(each) })));
      const held = waiting.filter(belongs);
      if (held.length > 0) groups.push({ clauses: held, cap });
      else if (covers === 0 && of === 'deduction' && groups.length === 0) {
        groups.push({
          clauses: [
            {
              ...spanOf(clause),
              kind: 'discretion',
              direction: 'deduct',
              from: 0,
              to: clause.points,
              repeated: false,
            },
          ],
          cap,
        });
      }
      waiting = [];
    } else if (counted(clause)) {
      waiting.push(clause);
    }
  }
  groups.push(...waiting.filter(belongs).map((each) => ({ clauses: [each], cap: ownCap(each) })));
  return groups
    .map((group) => ({ ...group, clauses: group.clauses.filter(belongs) }))
    .filter((group) => group.clauses.length > 0);
}

function spanOf(clause: Clause): { start: number; end: number } {
  return { start: clause.start, end: clause.end };
}

function ownCap(clause: Clause): number | null {
  return 'cap' in clause && clause.cap !== undefined ? toMillionths(clause.cap) : null;
}

/** Every number of points that the clauses move a score by, in millionths, and whether some range is among them. */
export function movesOf(clauses: readonly Clause[], max: number): { amounts: number[]; ranges: boolean } {
  const amounts: number[] = [];
  let ranges = false;
  for (const clause of clauses) {
    switch (clause.kind) {
      case 'deduct-per':
      case 'deduct-flat':
      case 'gain-per':
      case 'gain-flat':
      case 'earn':
      case 'floor':
        amounts.push(toMillionths(clause.points));
        break;
      case 'deduct-ladder':
      case 'gain-ladder':
        amounts.push(...clause.points.map(toMillionths));
        break;
      case 'earn-range':
        ranges = true;
        amounts.push(toMillionths(clause.from), ...(clause.to === null ? [] : [toMillionths(clause.to)]));
        break;
      case 'discretion':
        ranges = true;
        amounts.push(toMillionths(clause.from ?? 0), toMillionths(clause.to ?? 0));
        break;
      case 'rank':
        if (clause.step !== undefined) amounts.push(toMillionths(clause.step));
        break;
      case 'share':
        amounts.push(Math.round(max * clause.share));
        break;
      case 'cap':
        if (clause.points !== null) amounts.push(toMillionths(clause.points));
        // 最多扣5分 alone: anything up to 5.
        if (clause.points !== null && clause.of === 'deduction' && clause.covers === 0) {
          ranges ||= !clauses.some(isDeduction);
        }
        break;
      default:
    }
    if ('cap' in clause && clause.cap !== undefined) amounts.push(toMillionths(clause.cap));
  }
  return { amounts, ranges };
}

/** Moves every score of the set by what one clause may give or take; `sign` -1 takes. Everything in units of the grid. */
export function applyClause(set: PointSet, clause: Clause, sign: 1 | -1, unit: number, max: number): void {
  const units = (points: number): number => Math.round(toMillionths(points) / unit) * sign;
  switch (clause.kind) {
    case 'deduct-per':
    case 'gain-per':
    case 'gain-flat':
      set.moveRepeatedly(units(clause.points));
      break;
    case 'earn':
      set.moveRepeatedly(units(clause.points));
      break;
    case 'deduct-flat':
      for (let time = 0; time < Math.max(1, clause.times); time += 1) set.moveOnce(units(clause.points));
      break;
    case 'deduct-ladder':
    case 'gain-ladder':
      for (const points of clause.points) set.moveRepeatedly(units(points));
      break;
    case 'earn-range':
      set.moveWithin(
        units(clause.from),
        clause.to === null ? (set.high - set.low) * sign : units(clause.to),
        true,
      );
      break;
    case 'discretion': {
      const all = (set.high - set.low) * sign;
      set.moveWithin(
        units(clause.from ?? 0),
        clause.to === undefined ? all : units(clause.to),
        clause.repeated,
      );
      break;
    }
    case 'rank':
      if (clause.step !== undefined) set.moveRepeatedly(units(clause.step));
      break;
    case 'share': {
      const part = Math.round((max * clause.share) / unit) * sign;
      if (clause.repeated) set.moveRepeatedly(part);
      else set.moveOnce(part);
      break;
    }
    default:
  }
}

/** Sums that cost more than this many steps are taken without their cap, which allows more and never less. */
const DEAREST_SUM = 20_000_000;

/** Moves the set by what a group allows; more than eight capped groups are taken without their caps. */
export function applyGroups(
  start: PointSet,
  groups: readonly Group[],
  sign: 1 | -1,
  unit: number,
  max: number,
): PointSet {
  let set = start;
  let cappedGroups = 0;
  for (const group of groups) {
    const cap = group.cap === null ? null : Math.round(group.cap / unit);
    const bounded = cap !== null && cap < set.high - set.low && cappedGroups < 8;
    if (bounded) {
      const own = new PointSet(0, cap, [0]);
      for (const clause of group.clauses) applyClause(own, clause, 1, unit, max);
      const shifts = own.members();
      if (shifts.length * (set.high - set.low) <= DEAREST_SUM) {
        cappedGroups += 1;
        set = set.plusEach(shifts, sign);
        continue;
      }
    }
    for (const clause of group.clauses) applyClause(set, clause, sign, unit, max);
  }
  return set;
}

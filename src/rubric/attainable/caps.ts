import type { Clause } from '../clause';
import { cleanPoints, toMillionths } from '../points';
import { isDeduction, isGain } from './groups';

/** 加分最高不超过5分，每获一次表彰加2分: a cap said first is meant for the clauses of its kind behind it. */
export function withLeadingCaps(clauses: readonly Clause[]): readonly Clause[] {
  const ordered: Clause[] = [];
  const waiting: Extract<Clause, { kind: 'cap' }>[] = [];
  const settle = (of: 'deduction' | 'gain'): void => {
    for (let index = waiting.length - 1; index >= 0; index -= 1) {
      const cap = waiting[index];
      if (cap?.of !== of) continue;
      const belongs = of === 'deduction' ? isDeduction : isGain;
      const since = ordered.map((each) => each.kind === 'cap' && each.of === of).lastIndexOf(true);
      const covers = ordered.slice(since + 1).filter(belongs).length;
      ordered.push({ ...cap, covers, together: true });
      waiting.splice(index, 1);
    }
  };
  for (const clause of clauses) {
    if (clause.kind === 'cap' && clause.points !== null) settle(clause.of);
    if (clause.kind === 'cap' && clause.points !== null && clause.covers === 0) waiting.push(clause);
    else ordered.push(clause);
  }
  settle('deduction');
  settle('gain');
  return ordered;
}

/** 扣分不超过该项分值的50%, in points of an item whose maximum is known; without one it bounds nothing. `max` in points. */
export function withShareCaps(clauses: readonly Clause[], max: number | null): readonly Clause[] {
  if (!clauses.some((clause) => clause.kind === 'cap' && clause.share !== undefined)) return clauses;
  return clauses.flatMap((clause): Clause[] => {
    if (clause.kind !== 'cap' || clause.share === undefined) return [clause];
    return max === null ? [] : [{ ...clause, points: cleanPoints(max * clause.share) }];
  });
}

/** 加分项（5分）：每获一项荣誉加1分: the points of the heading bound what the bonus item gives. */
export function withHeadingCap(clauses: readonly Clause[]): readonly Clause[] {
  const [first, ...rest] = clauses;
  if (first?.kind !== 'earn' || first.part !== true || !rest.some(isGain)) return clauses;
  if (rest.some((clause) => clause.kind === 'earn')) return clauses;
  const { start, end, points } = first;
  return [{ start, end, kind: 'cap', of: 'gain', points, covers: 0, together: true }, ...rest];
}

type Once = Extract<Clause, { kind: 'deduct-flat' | 'discretion' }>;

/** A loss that the words take once, and the most that it takes in millionths; null for what is counted or has no bound. */
function lossOnce(clause: Clause): { readonly clause: Once; readonly most: number } | null {
  if (clause.kind === 'deduct-flat')
    return { clause, most: toMillionths(clause.points) * Math.max(1, clause.times) };
  if (clause.kind !== 'discretion' || clause.repeated || clause.to === undefined) return null;
  return { clause, most: toMillionths(clause.to) };
}

function again(clause: Once): Clause {
  if (clause.kind === 'discretion') return { ...clause, repeated: true };
  const { start, end, points, cap } = clause;
  return {
    start,
    end,
    kind: 'deduct-per',
    points,
    unit: '次',
    step: 1,
    ...(cap !== undefined && { cap }),
  };
}

/**
 * 发生事故的扣5分，扣完为止; 扣0.5-1分，最多扣5分: losses that together cannot reach what a cap allows must come again.
 * `max` in millionths is what 扣完 allows.
 */
export function withRepetition(clauses: readonly Clause[], max: number): readonly Clause[] {
  const result = clauses.map((clause) => {
    const once = lossOnce(clause);
    const cap = 'cap' in clause ? clause.cap : undefined;
    return once !== null && cap !== undefined && toMillionths(cap) > once.most ? again(once.clause) : clause;
  });
  clauses.forEach((cap, at) => {
    if (cap.kind !== 'cap' || cap.of !== 'deduction' || cap.covers === 0) return;
    const meant: number[] = [];
    for (let index = at - 1; index >= 0 && meant.length < cap.covers; index -= 1) {
      const each = clauses[index];
      if (each !== undefined && isDeduction(each)) meant.push(index);
    }
    const losses = meant.map((index) => lossOnce(clauses[index] ?? cap));
    const sum = losses.reduce((total, loss) => total + (loss?.most ?? 0), 0);
    if (losses.includes(null) || sum >= (cap.points === null ? max : toMillionths(cap.points))) return;
    losses.forEach((loss, nth) => {
      const index = meant[nth];
      if (loss !== null && index !== undefined) result[index] = again(loss.clause);
    });
  });
  return result;
}

import type { Clause } from '../clause';
import { toMillionths } from '../points';
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

/** 加分项（5分）：每获一项荣誉加1分: the points of the heading bound what the bonus item gives. */
export function withHeadingCap(clauses: readonly Clause[]): readonly Clause[] {
  const [first, ...rest] = clauses;
  if (first?.kind !== 'earn' || first.part !== true || !rest.some(isGain)) return clauses;
  if (rest.some((clause) => clause.kind === 'earn')) return clauses;
  const { start, end, points } = first;
  return [{ start, end, kind: 'cap', of: 'gain', points, covers: 0, together: true }, ...rest];
}

/** 发生事故的扣5分，扣完为止: losses that together cannot use up the item (`max` in millionths) must come again. */
export function withRepetition(clauses: readonly Clause[], max: number): readonly Clause[] {
  let result: Clause[] | null = null;
  clauses.forEach((cap, at) => {
    if (cap.kind !== 'cap' || cap.points !== null || cap.covers === 0) return;
    const meant: number[] = [];
    for (let index = at - 1; index >= 0 && meant.length < cap.covers; index -= 1) {
      const each = clauses[index];
      if (each !== undefined && isDeduction(each)) meant.push(index);
    }
    const flat = meant.flatMap((index) => {
      const each = clauses[index];
      return each?.kind === 'deduct-flat' ? [{ index, each }] : [];
    });
    const sum = flat.reduce((total, { each }) => total + toMillionths(each.points) * each.times, 0);
    if (flat.length < meant.length || sum >= max) return;
    for (const { index, each } of flat) {
      const { start, end, points } = each;
      result ??= [...clauses];
      result[index] = {
        start,
        end,
        kind: 'deduct-per',
        points,
        unit: '次',
        step: 1,
        ...(each.cap !== undefined && { cap: each.cap }),
      };
    }
  });
  return result ?? clauses;
}

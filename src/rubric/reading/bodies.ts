import type { Amount } from './amounts';
import { mattersIn } from './context';
import type { Context, Per } from './context';
import type { ClauseBody } from './placed';

const DISCRETION =
  /(?:酌情|视情|视[^,;。]{0,10}(?:情况|情节|程度|轻重|影响|质量|效果)|适当|斟酌|根据[^,;。]{0,14}(?:情况|情节|程度|轻重|质量|效果)|按[^,;。]{0,8}(?:情况|情节|程度|轻重))[^,;。]{0,10}$/;

/** What an amount that is taken off says: once, counted, a ladder, or a range for judgement. */
export function deduction(amount: Amount, per: Per | null, context: Context): ClauseBody[] {
  const first = amount.numbers[0] ?? 0;
  const last = amount.numbers[amount.numbers.length - 1] ?? first;
  if (amount.shape === 'range') {
    return [{ kind: 'discretion', direction: 'deduct', from: first, to: last, repeated: per !== null }];
  }
  if (amount.shape === 'list') return [{ kind: 'deduct-ladder', points: amount.numbers }];
  if (first === 0) return [{ kind: 'full' }];
  const within = /^(?:\(含\))?(以内|以下|之内)/.test(context.after);
  if (within || DISCRETION.test(context.segment)) {
    return [{ kind: 'discretion', direction: 'deduct', from: 0, to: first, repeated: per !== null }];
  }
  if (
    /^(?:\(含\))?(?:及)?以上/.test(context.after) ||
    /(?:至少|最少|最低|不少于|不低于)[^,;。0-9]{0,4}$/.test(context.segment)
  ) {
    return [{ kind: 'discretion', direction: 'deduct', from: first, repeated: per !== null }];
  }
  if (per !== null) return [{ kind: 'deduct-per', points: first, unit: per.unit, step: per.step }];
  return [{ kind: 'deduct-flat', points: first, times: mattersIn(context) }];
}

/** What an amount that is added says. */
export function gain(amount: Amount, per: Per | null, context: Context): ClauseBody[] {
  const first = amount.numbers[0] ?? 0;
  const last = amount.numbers[amount.numbers.length - 1] ?? first;
  if (amount.shape === 'range') {
    return [{ kind: 'discretion', direction: 'gain', from: first, to: last, repeated: true }];
  }
  if (amount.shape === 'list') return [{ kind: 'gain-ladder', points: amount.numbers, halved: false }];
  if (first === 0) return [];
  if (/^(?:\(含\))?(?:以内|以下|之内)/.test(context.after) || DISCRETION.test(context.segment)) {
    return [{ kind: 'discretion', direction: 'gain', from: 0, to: first, repeated: per !== null }];
  }
  if (per !== null) return [{ kind: 'gain-per', points: first, unit: per.unit, step: per.step }];
  return [{ kind: 'gain-flat', points: first }];
}

/** What an amount that is given says: a tier, a part, a range. */
export function earning(amount: Amount, per: Per | null, part: boolean, context: Context): ClauseBody[] {
  const first = amount.numbers[0] ?? 0;
  const last = amount.numbers[amount.numbers.length - 1] ?? first;
  if (amount.shape === 'range') return [{ kind: 'earn-range', from: first, to: last }];
  if (amount.shape === 'list') {
    return per?.by !== 'every'
      ? amount.numbers.map((points) => ({ kind: 'earn' as const, points, exclusive: true }))
      : [{ kind: 'gain-ladder', points: amount.numbers, halved: false }];
  }
  if (first === 0) return [{ kind: 'zero' }];
  if (/^(?:\(含\))?(?:以内|以下|之内)/.test(context.after) || (!part && DISCRETION.test(context.segment))) {
    return [{ kind: 'earn-range', from: 0, to: first }];
  }
  if (per !== null) return [{ kind: 'gain-per', points: first, unit: per.unit, step: per.step }];
  return [part ? { kind: 'earn', points: first, part } : { kind: 'earn', points: first }];
}

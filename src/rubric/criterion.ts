import type { CriterionReading } from './clause';
import { normalise } from './normalise';
import { cleanPoints, fromMillionths, greatestCommonDivisor, toMillionths } from './points';
import { withoutAnnouncements } from './reading/announcements';
import { contextOf, perOf, suffixLength } from './reading/context';
import { readPointClauses } from './reading/pointClauses';
import type { ClauseBody, PlacedClause } from './reading/placed';
import { isOf, withScopes } from './reading/scopes';
import { ofOtherAward } from './reading/shares';
import { readWordClauses } from './reading/wordClauses';
import type { CountedCap, WordClause } from './reading/wordClauses';

/** Longest text that is read; what stands behind it is left out. A rule sentence of a real sheet has under 2,000. */
const LONGEST = 200_000;
/** A sentence names at most this many clauses; the rest of a hostile one is left out. */
const MOST_CLAUSES = 2_000;

const DEDUCTS = new Set(['deduct-per', 'deduct-flat', 'deduct-ladder']);

function pointsOf(body: ClauseBody): readonly number[] {
  switch (body.kind) {
    case 'deduct-per':
    case 'deduct-flat':
    case 'gain-per':
    case 'gain-flat':
    case 'earn':
      return [body.points];
    case 'deduct-ladder':
    case 'gain-ladder':
      return body.points;
    default:
      return [];
  }
}

/**
 * 减半 and 加倍 speak of the amounts before them: the nearest ladder, or the single amounts of the sentence before. Where
 * none stands before (拒不整改的双倍扣分；每处扣0.5分), of the deductions behind them.
 */
function multiplied(
  word: WordClause,
  before: readonly PlacedClause[],
  behind: readonly PlacedClause[],
  text: string,
): ClauseBody {
  const around = text.slice(word.start, word.end + 3);
  const wanted = /扣/.test(around) ? 'deduction' : /加|奖/.test(around) ? 'gain' : null;
  let source: PlacedClause | null = null;
  for (let index = before.length - 1; index >= 0 && source === null; index -= 1) {
    const each = before[index];
    if (each === undefined || pointsOf(each.body).length === 0) continue;
    if (wanted === null || isOf(each.body, wanted)) source = each;
  }
  const share = { kind: 'share' as const, share: 0.5, repeated: false };
  const later = wanted === 'deduction' ? behind.filter((each) => DEDUCTS.has(each.body.kind)) : [];
  if (source === null && later.length > 0) {
    const points = [...new Set(later.flatMap((each) => pointsOf(each.body)))];
    return { kind: 'deduct-ladder', points: scaledBy(word, points) };
  }
  if (source === null) {
    if (word.body === 'halved' && wanted !== 'gain') {
      return { ...share, direction: wanted === 'deduction' ? 'deduct' : 'earn' };
    }
    return wanted === 'gain'
      ? { kind: 'gain-ladder', points: [], halved: word.body === 'halved' }
      : { kind: 'discretion', direction: 'deduct', repeated: true };
  }
  const points =
    pointsOf(source.body).length > 1 ? pointsOf(source.body) : sentencePoints(source, before, text);
  const scaled = scaledBy(word, points);
  if (DEDUCTS.has(source.body.kind)) return { kind: 'deduct-ladder', points: scaled };
  return { kind: 'gain-ladder', points: scaled, halved: word.body === 'halved' };
}

function scaledBy(word: WordClause, points: readonly number[]): number[] {
  return points.map((each) => cleanPoints(word.body === 'halved' ? each / 2 : each * 2));
}

/** Clauses that one sentence is searched back for; more of them are no ladder that a person wrote. */
const LONGEST_SENTENCE = 24;

/** All single amounts of one kind in the sentence of `last`. */
function sentencePoints(last: PlacedClause, before: readonly PlacedClause[], text: string): number[] {
  const points = new Set<number>();
  const from = Math.max(0, before.length - LONGEST_SENTENCE);
  for (let index = before.length - 1; index >= from; index -= 1) {
    const each = before[index];
    if (each === undefined || /[。\n]/.test(text.slice(each.end, last.core))) break;
    if (DEDUCTS.has(each.body.kind) === DEDUCTS.has(last.body.kind))
      pointsOf(each.body).forEach((point) => points.add(point));
  }
  return [...points];
}

/** Terms of a series that goes on (分别扣5、6、7分，依此类推) which are worked out. */
const SERIES = 12;

/** 第一名20分，第二名19分，依此类推: the series goes on as it was begun. */
function continued(before: readonly PlacedClause[], text: string): ClauseBody | null {
  const last = before[before.length - 1];
  if (last === undefined) return null;
  if (last.body.kind === 'earn') {
    const scale = before
      .slice(-SERIES)
      .flatMap(({ body }) => (body.kind === 'earn' ? [toMillionths(body.points)] : []));
    const steps = scale.slice(1).map((points, index) => points - (scale[index] ?? 0));
    const step = fromMillionths(greatestCommonDivisor(steps));
    return step > 0 ? { kind: 'rank', step } : null;
  }
  if (!isOf(last.body, 'deduction')) return null;
  const own = pointsOf(last.body);
  const points = own.length > 1 ? own : sentencePoints(last, before, text).reverse();
  const end = points[points.length - 1] ?? 0;
  const step = end - (points[points.length - 2] ?? end);
  if (end <= 0) return null;
  if (step === 0) return { kind: 'deduct-per', points: end, unit: '次', step: 1 };
  const series = Array.from({ length: SERIES }, (_, index) => cleanPoints(end + step * (index + 1)));
  return { kind: 'deduct-ladder', points: series.filter((each) => each > 0) };
}

/** 每缺一项扣该项分值的20%, 扣本项分值的20%/次: a share that is counted. */
function shared(
  start: number,
  end: number,
  body: Extract<ClauseBody, { kind: 'share' }>,
  previousEnd: number,
  text: string,
): PlacedClause {
  const context = contextOf(text, { start, end }, Math.min(start, previousEnd));
  const repeated = perOf(context) !== null;
  const counted = { core: start, end: end + suffixLength(context), body: { ...body, repeated } };
  return { start: repeated ? context.start : start, ...counted };
}

/** 国家级加5分，省级按50%加分: a share of the award before it, not of the item. */
function awardShare(
  start: number,
  end: number,
  body: Extract<ClauseBody, { kind: 'share' }>,
  before: readonly PlacedClause[],
  text: string,
): PlacedClause | null {
  const last = before[before.length - 1];
  if (last === undefined || body.direction !== 'earn') return null;
  // 国家级3分、省级2分; 个人按集体的50%: awards without a verb.
  const named = last.body.kind === 'earn' && ofOtherAward.test(text.slice(start, end));
  if (!named && !last.body.kind.startsWith('gain')) return null;
  if (/[。\n]/.test(text.slice(last.end, start))) return null;
  const own = pointsOf(last.body);
  const amounts = own.length > 1 ? own : sentencePoints(last, before, text);
  const points = amounts.map((each) => cleanPoints(each * body.share));
  return { start, end, core: start, body: { kind: 'gain-ladder', points, halved: body.share === 0.5 } };
}

/** 每次加1分，最多加3次: what the clause right before it may give or take in all. */
function limited(before: PlacedClause[], { times, unit }: CountedCap, word: WordClause, text: string): void {
  const last = before[before.length - 1];
  if (last === undefined || /[。;\n]/.test(text.slice(last.end, word.start))) return;
  const { body } = last;
  if (body.kind !== 'gain-per' && body.kind !== 'deduct-per' && body.kind !== 'gain-flat') return;
  if (
    body.cap !== undefined ||
    ('unit' in body && (body.step !== 1 || !(unit === '次' || body.unit.endsWith(unit))))
  )
    return;
  before[before.length - 1] = {
    ...last,
    end: word.end,
    body: { ...body, cap: cleanPoints(body.points * times) },
  };
}

/** 不超过该项分值的50% leaves open whether it bounds what is taken off or what is given. */
function isUndirected(body: ClauseBody, words: string): boolean {
  return body.kind === 'cap' && body.share !== undefined && !/[扣减加奖]/.test(words);
}

function merged(text: string): PlacedClause[] {
  const points = readPointClauses(text, MOST_CLAUSES);
  const words = readWordClauses(text).slice(0, MOST_CLAUSES);
  const out: PlacedClause[] = [];
  let next = 0;
  const takeUntil = (position: number): void => {
    while (next < points.length && (points[next]?.core ?? 0) < position) {
      const each = points[next];
      if (each !== undefined) out.push(each);
      next += 1;
    }
  };
  for (const word of words) {
    takeUntil(word.start);
    const overlap = points[next];
    if (
      overlap !== undefined &&
      overlap.core < word.end &&
      typeof word.body !== 'string' &&
      word.body.kind !== 'beyond-max'
    )
      continue;
    if (typeof word.body !== 'string' && word.body.kind === 'times') {
      limited(out, word.body, word, text);
    } else if (word.body === 'continued') {
      const body = continued(out, text);
      if (body !== null) out.push({ start: word.start, end: word.end, core: word.start, body });
    } else if (typeof word.body === 'string') {
      const body = multiplied(word, out, points.slice(next, next + 12), text);
      out.push({ start: word.start, end: word.end, core: word.start, body });
    } else if (word.body.kind === 'share') {
      const award = awardShare(word.start, word.end, word.body, out, text);
      out.push(award ?? shared(word.start, word.end, word.body, out[out.length - 1]?.end ?? 0, text));
    } else {
      const undecided = isUndirected(word.body, text.slice(word.start, word.end));
      const each = { start: word.start, end: word.end, core: word.start, body: word.body };
      out.push(undecided ? { ...each, undecided } : each);
    }
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return out;
}

/**
 * Reads one criterion sentence (评分标准) into clauses. Never throws; a sentence that says nothing about points gives no
 * clauses. Time grows linearly with the length of the text.
 */
export function readCriterion(text: string): CriterionReading {
  const normal = normalise(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const placed = withScopes(withoutAnnouncements(merged(normal.text), normal.text), normal.text);
  const clauses = placed.map(({ start, end, body }) => ({ ...normal.spanOf(start, end), ...body }));
  return { text, clauses, typos: normal.typos };
}

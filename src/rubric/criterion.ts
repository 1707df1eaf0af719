import type { CriterionReading } from './clause';
import { normalise } from './normalise';
import { cleanPoints } from './points';
import { readPointClauses } from './reading/pointClauses';
import type { ClauseBody, PlacedClause } from './reading/placed';
import { readWordClauses } from './reading/wordClauses';
import type { WordClause } from './reading/wordClauses';

/** Longest text that is read; what stands behind it is left out. A rule sentence of a real sheet has under 2,000. */
const LONGEST = 200_000;
/** A sentence names at most this many clauses; the rest of a hostile one is left out. */
const MOST_CLAUSES = 2_000;

const DEDUCTS = new Set(['deduct-per', 'deduct-flat', 'deduct-ladder']);
const GAINS = new Set(['gain-per', 'gain-flat', 'gain-ladder']);

function isOf(body: ClauseBody, of: 'deduction' | 'gain'): boolean {
  if (body.kind === 'discretion') return (body.direction === 'deduct') === (of === 'deduction');
  if (of === 'deduction') return DEDUCTS.has(body.kind);
  return (
    GAINS.has(body.kind) || body.kind === 'earn' || body.kind === 'earn-range' || body.kind === 'proportional'
  );
}

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

/** 减半 and 加倍 speak of the amounts before them: the nearest ladder, or the single amounts of the sentence before. */
function multiplied(word: WordClause, before: readonly PlacedClause[], text: string): ClauseBody {
  const around = text.slice(word.start, word.end + 3);
  const wanted = /扣/.test(around) ? 'deduction' : /加|奖/.test(around) ? 'gain' : null;
  let source: PlacedClause | null = null;
  for (let index = before.length - 1; index >= 0 && source === null; index -= 1) {
    const each = before[index];
    if (each === undefined || pointsOf(each.body).length === 0) continue;
    if (wanted === null || isOf(each.body, wanted)) source = each;
  }
  const share = { kind: 'share' as const, share: 0.5, repeated: false };
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
  const scaled =
    word.body === 'halved' ? points.map((each) => cleanPoints(each / 2)) : points.map((each) => each * 2);
  if (DEDUCTS.has(source.body.kind)) return { kind: 'deduct-ladder', points: scaled };
  return { kind: 'gain-ladder', points: scaled, halved: word.body === 'halved' };
}

/** All single amounts of one kind in the sentence of `last`. */
function sentencePoints(last: PlacedClause, before: readonly PlacedClause[], text: string): number[] {
  const points = new Set<number>();
  for (let index = before.length - 1; index >= 0; index -= 1) {
    const each = before[index];
    if (each === undefined || /[。\n]/.test(text.slice(each.end, last.core))) break;
    if (DEDUCTS.has(each.body.kind) === DEDUCTS.has(last.body.kind))
      pointsOf(each.body).forEach((point) => points.add(point));
  }
  return [...points];
}

/**
 * Settles which clauses a cap is meant for: right behind one clause, that one carries it; after a comma, the clauses of
 * its kind since the last cap of the sentence; standing alone, all of its kind before it.
 */
function capped(placed: PlacedClause[], at: number, text: string): void {
  const cap = placed[at];
  if (cap === undefined || cap.body.kind !== 'cap' || cap.body.points === null) return;
  const { of, together, points } = cap.body;
  let covers = 0;
  let inSentence = 0;
  let last: number | null = null;
  for (let index = at - 1; index >= 0; index -= 1) {
    const each = placed[index];
    if (each === undefined) break;
    if (each.body.kind === 'cap' && each.body.of === of && each.body.points !== null) break;
    if (!isOf(each.body, of)) continue;
    if ('cap' in each.body && each.body.cap !== undefined && !together) break;
    last ??= index;
    covers += 1;
    if (!/[。;\n]/.test(text.slice(each.end, cap.core))) inSentence += 1;
  }
  const before = last === null ? undefined : placed[last];
  const attached = before !== undefined && !/[,;。、:)\n]/.test(text.slice(before.end, cap.core));
  if (attached && last !== null && !together && 'points' in before.body && before.body.kind !== 'earn') {
    placed[last] = { ...before, end: cap.end, body: { ...before.body, cap: points } as ClauseBody };
    placed.splice(at, 1);
    return;
  }
  placed[at] = {
    ...cap,
    body: {
      ...cap.body,
      covers: inSentence > 0 && !/本项|该项|总/.test(text.slice(cap.start, cap.core)) ? inSentence : covers,
    },
  };
}

function merged(text: string): PlacedClause[] {
  const points = readPointClauses(text).slice(0, MOST_CLAUSES);
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
    const body = typeof word.body === 'string' ? multiplied(word, out, text) : word.body;
    out.push({ start: word.start, end: word.end, core: word.start, body });
  }
  takeUntil(Number.POSITIVE_INFINITY);
  return out;
}

/** Words that only announce the points behind them: 按名次得分，第一名得10分; 综合评定，优秀得10分. */
function withoutAnnouncements(placed: readonly PlacedClause[], text: string): PlacedClause[] {
  const NAMED = ['earn', 'deduct-per', 'deduct-flat', 'earn-range', 'gain-ladder'];
  return placed.filter((each, index) => {
    const { body } = each;
    const announces =
      (body.kind === 'rank' && body.step === undefined) ||
      (body.kind === 'discretion' && body.direction === 'earn' && body.to === undefined);
    if (!announces) return true;
    const next = placed
      .slice(index + 1, index + 4)
      .find(
        (other) =>
          NAMED.includes(other.body.kind) || (other.body.kind === 'rank' && other.body.step !== undefined),
      );
    return next === undefined || /[。\n]/.test(text.slice(each.end, next.core));
  });
}

/**
 * Reads one criterion sentence (评分标准) into clauses. Never throws; a sentence that says nothing about points gives no
 * clauses. Time grows linearly with the length of the text.
 */
export function readCriterion(text: string): CriterionReading {
  const normal = normalise(text.length > LONGEST ? text.slice(0, LONGEST) : text);
  const placed = withoutAnnouncements(merged(normal.text), normal.text);
  for (let index = 0; index < placed.length; index += 1) {
    const before = placed.length;
    capped(placed, index, normal.text);
    if (placed.length < before) index -= 1;
  }
  const clauses = placed.map(({ start, end, body }) => ({ ...normal.spanOf(start, end), ...body }));
  return { text, clauses, typos: normal.typos };
}

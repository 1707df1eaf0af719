import { DEFAULT_SMALLEST_STEP } from './attainable';
import { pointClauses } from './attainable/groups';
import type {
  Attainable,
  Clause,
  CriterionReading,
  ItemBounds,
  Judgement,
  SimpleAttainable,
  Verdict,
} from './clause';
import {
  cleanPoints,
  comparePoints,
  fromMillionths,
  isMultipleOf,
  subtractPoints,
  toMillionths,
} from './points';

function partsOf(attainable: Attainable, bounds: ItemBounds, step: number): readonly SimpleAttainable[] {
  if (attainable.kind === 'union') return attainable.parts;
  if (attainable.kind === 'any') return [{ kind: 'range', from: 0, to: bounds.max, step }];
  return [attainable];
}

function isIn(part: SimpleAttainable, score: number): boolean {
  if (part.kind === 'list') return part.scores.some((each) => comparePoints(each, score) === 0);
  if (comparePoints(score, part.from) < 0) return false;
  if (part.to !== null && comparePoints(score, part.to) > 0) return false;
  return (
    isMultipleOf(subtractPoints(score, part.from), part.step) ||
    (part.to !== null && comparePoints(score, part.to) === 0)
  );
}

/** Scores of one part that stand close to `score`. */
function near(part: SimpleAttainable, score: number): number[] {
  if (part.kind === 'list') return [...part.scores];
  const { from, to, step } = part;
  const unit = toMillionths(step);
  const steps = Math.floor((toMillionths(score) - toMillionths(from)) / unit);
  const found: number[] = [];
  for (let offset = -1; offset <= 2; offset += 1) {
    const value = fromMillionths(toMillionths(from) + (steps + offset) * unit);
    if (comparePoints(value, from) >= 0 && (to === null || comparePoints(value, to) <= 0)) found.push(value);
  }
  if (to !== null && comparePoints(score, to) >= 0) found.push(to);
  if (comparePoints(score, from) <= 0) found.push(from);
  return found;
}

/** Up to `count` attainable scores nearest to `score`, nearest first, of two equally near the higher first. */
export function nearestScores(
  score: number,
  attainable: Attainable,
  bounds: ItemBounds,
  smallestStep: number = DEFAULT_SMALLEST_STEP,
  count = 3,
): number[] {
  const distance = (value: number): number => Math.abs(toMillionths(value) - toMillionths(score));
  const candidates = partsOf(attainable, bounds, smallestStep).flatMap((part) => near(part, score));
  const different = [...new Set(candidates.map(cleanPoints))];
  return different.sort((a, b) => distance(a) - distance(b) || b - a).slice(0, count);
}

/** Whether some fair reading gives the score; bounds of the item are not looked at. */
export function isAttainable(score: number, attainable: Attainable): boolean {
  if (attainable.kind === 'any') return true;
  const parts = attainable.kind === 'union' ? attainable.parts : [attainable];
  return parts.some((part) => isIn(part, score));
}

const QUOTED: readonly Clause['kind'][] = [
  'deduct-per',
  'deduct-ladder',
  'deduct-flat',
  'gain-per',
  'gain-ladder',
  'gain-flat',
  'earn',
  'earn-range',
  'discretion',
  'share',
  'rank',
  'zero',
  'full',
  'proportional',
  'cap',
];
const LONGEST_QUOTE = 40;

/** The end of a long text that carries the points, from the head of its nearest condition on. */
function cutToQuote(text: string): string {
  const line = text.replace(/\s*[\n\r]\s*/g, '').trim();
  if (line.length <= LONGEST_QUOTE) return line;
  const tail = line.slice(-LONGEST_QUOTE);
  const head = /[，,；;。：:](?=[^，,；;。：:]{4})/.exec(tail);
  return head === null ? `…${tail}` : tail.slice(head.index + 1).trim();
}

/** The part of the sentence that a message quotes: all its clauses where they stand close, else the first that counts. */
function clauseToQuote(reading: CriterionReading): string {
  const spoken = reading.clauses.filter((clause) => QUOTED.includes(clause.kind));
  const [first] = spoken;
  if (first === undefined) return '';
  const end = spoken.reduce((most, clause) => Math.max(most, clause.end), 0);
  const start = spoken.reduce((least, clause) => Math.min(least, clause.start), first.start);
  if (end - start <= LONGEST_QUOTE) return cutToQuote(reading.text.slice(start, end));
  return cutToQuote(reading.text.slice(first.start, first.end));
}

function verdictOf(
  score: number,
  attainable: Attainable,
  reading: CriterionReading,
  bounds: ItemBounds,
  step: number,
): Verdict {
  if (bounds.max !== null && comparePoints(score, bounds.max) > 0) return 'above-max';
  if (comparePoints(score, 0) < 0 && !isBelowZeroFair(attainable)) return 'below-zero';
  if (attainable.kind === 'any') {
    if (pointClauses(reading.clauses).length === 0) return 'unread';
    return isMultipleOf(score, step) ? 'ok' : 'too-precise';
  }
  if (isAttainable(score, attainable)) return 'ok';
  const judged = attainable.kind === 'union' ? attainable.parts : [attainable];
  const between = judged.some(
    (part) =>
      part.kind === 'range' &&
      comparePoints(part.step, step) <= 0 &&
      comparePoints(score, part.from) > 0 &&
      (part.to === null || comparePoints(score, part.to) < 0),
  );
  return between ? 'too-precise' : 'unattainable';
}

function isBelowZeroFair(attainable: Attainable): boolean {
  switch (attainable.kind) {
    case 'any':
      return false;
    case 'list':
      return attainable.scores.some((each) => each < 0);
    case 'range':
      return attainable.from < 0;
    case 'union':
      return attainable.parts.some(isBelowZeroFair);
  }
}

/**
 * Judges one score against the scores that its sentence allows. `above-max` and `below-zero` break a hard bound;
 * `too-precise` is finer than `smallestStep` points where the sentence leaves the score to judgement; `unread`: nothing
 * about points could be read, so nothing can be said against the score; `ok` where the text leaves every score open.
 */
export function judgeScore(
  score: number,
  reading: CriterionReading,
  attainable: Attainable,
  bounds: ItemBounds,
  options: { readonly smallestStep?: number } = {},
): Judgement {
  const step = options.smallestStep ?? DEFAULT_SMALLEST_STEP;
  const verdict = verdictOf(score, attainable, reading, bounds, step);
  if (verdict === 'ok' || verdict === 'unread') return { verdict, nearest: [], clause: '' };
  return { verdict, nearest: nearestScores(score, attainable, bounds, step), clause: clauseToQuote(reading) };
}

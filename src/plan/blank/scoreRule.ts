import { pointClauses } from '../../rubric/attainable/groups';
import { comparePoints, decimalsOf, fromMillionths, toMillionths } from '../../rubric/points';
import type { Attainable, CriterionReading, ItemBounds, SimpleAttainable } from '../../rubric/clause';
import { formatNumber } from '../../locale/format';
import type { InputRule } from '../sheetContent';

/** Most scores that are offered in a list to choose from. */
const MOST_LISTED = 25;
/** Longest list, and longest formula, that a spreadsheet takes. */
const LONGEST = 255;
/** Half a millionth of a point: figures that are nearer are the same, as in points arithmetic. */
const NOISE = '0.0000005';

/**
 * What a score cell accepts: a list where the sentence allows few scores, else a formula that accepts exactly what the
 * check lets pass; between the bounds alone where nothing about points was read, or the formula would be too long.
 * `cell` is the first score cell's address, `step` the finest step where the sentence leaves the score to judgement.
 */
export function scoreRule(
  attainable: Attainable,
  reading: CriterionReading,
  bounds: ItemBounds,
  cell: string,
  step: number,
): InputRule['accepts'] {
  const parts = partsOf(attainable, reading, bounds, step);
  if (parts === null) return between(cell, 0, bounds.max);
  const listed = listOf(parts);
  if (listed !== null) {
    const values = listed.map(formatNumber);
    if (values.join(',').length <= LONGEST) return { kind: 'list', values };
  }
  const terms = parts.map((part) => term(part, cell));
  const any = terms.length === 1 ? (terms[0] ?? '') : `OR(${terms.join(',')})`;
  const formula = `AND(ISNUMBER(${cell}),${any})`;
  if (formula.length <= LONGEST) return { kind: 'custom', formula };
  const ends = parts.flatMap(endsOf);
  const lowest = ends.reduce<number>((a, [from]) => Math.min(a, from), Infinity);
  const open = ends.some(([, to]) => to === null);
  return between(cell, lowest, open ? null : ends.reduce((a, [, to]) => Math.max(a, to ?? a), -Infinity));
}

/** Null where any figure between the bounds passes. */
function partsOf(
  attainable: Attainable,
  reading: CriterionReading,
  { max }: ItemBounds,
  step: number,
): readonly SimpleAttainable[] | null {
  if (attainable.kind === 'union') return attainable.parts.flatMap(evenRuns);
  if (attainable.kind !== 'any') return evenRuns(attainable);
  return pointClauses(reading.clauses).length === 0 ? null : [{ kind: 'range', from: 0, to: max, step }];
}

/** Shortest run of scores with one step between them that is worth a range of its own. */
const SHORTEST_RUN = 4;

/** A list as ranges where it has one step for a stretch (20, 19.3, 18.6 … 0.4, 0), which make short formulas. */
function evenRuns(part: SimpleAttainable): readonly SimpleAttainable[] {
  if (part.kind === 'range' || part.scores.length <= MOST_LISTED) return [part];
  const scores = part.scores.map(toMillionths).sort((a, b) => b - a);
  const runs: SimpleAttainable[] = [];
  const single: number[] = [];
  let from = 0;
  while (from < scores.length) {
    const step = (scores[from] ?? 0) - (scores[from + 1] ?? 0);
    let to = from + 1;
    while (to + 1 < scores.length && (scores[to] ?? 0) - (scores[to + 1] ?? 0) === step) to += 1;
    const length = to - from + 1;
    if (to < scores.length && length >= SHORTEST_RUN) {
      const [high, low] = [scores[from] ?? 0, scores[to] ?? 0].map(fromMillionths) as [number, number];
      runs.push({ kind: 'range', from: low, to: high, step: fromMillionths(step) });
      from = to + 1;
    } else {
      single.push(fromMillionths(scores[from] ?? 0));
      from += 1;
    }
  }
  return single.length === 0 ? runs : [...runs, { kind: 'list', scores: single }];
}

function between(cell: string, from: number, to: number | null): InputRule['accepts'] {
  if (to !== null) return { kind: 'decimal', from, to };
  return { kind: 'custom', formula: `AND(ISNUMBER(${cell}),${cell}>=${formatNumber(from)})` };
}

function endsOf(part: SimpleAttainable): readonly (readonly [from: number, to: number | null])[] {
  if (part.kind === 'range') return [[part.from, part.to]];
  return part.scores.map((score) => [score, score] as const);
}

/** All scores, highest first, where they are few. */
function listOf(parts: readonly SimpleAttainable[]): readonly number[] | null {
  const scores = new Set<number>();
  for (const part of parts) {
    if (part.kind === 'list') part.scores.forEach((score) => scores.add(toMillionths(score)));
    else {
      if (part.to === null) return null;
      const [from, to, by] = [part.from, part.to, part.step].map(toMillionths) as [number, number, number];
      if (by <= 0 || (to - from) / by > MOST_LISTED) return null;
      for (let score = from; score <= to; score += by) scores.add(score);
      scores.add(to);
    }
    if (scores.size > MOST_LISTED) return null;
  }
  return [...scores].sort((a, b) => b - a).map(fromMillionths);
}

/** Whether the cell's figure belongs to the part, noise of binary fractions left out. */
function term(part: SimpleAttainable, cell: string): string {
  if (part.kind === 'list') {
    const scores = part.scores.map((score) => `ABS(${less(cell, score)})<${NOISE}`);
    return scores.length === 1 ? (scores[0] ?? '') : `OR(${scores.join(',')})`;
  }
  const { from, to, step } = part;
  const conditions = [`${cell}>=${formatNumber(from)}`];
  if (to !== null) conditions.push(`${cell}<=${formatNumber(to)}`);
  const onGrid = gridTerm(cell, from, step);
  const isOnGrid = to === null || (toMillionths(to) - toMillionths(from)) % toMillionths(step) === 0;
  conditions.push(isOnGrid ? onGrid : `OR(${onGrid},ABS(${less(cell, to)})<${NOISE})`);
  return `AND(${conditions.join(',')})`;
}

/** The figure is a whole number of steps from `from`: compared with the nearest such figure, never by MOD, which 0.3 and 0.1 fool. */
function gridTerm(cell: string, from: number, step: number): string {
  const decimals = decimalsOf(step);
  if (comparePoints(step, 10 ** -decimals) === 0 && decimalsOf(from) <= decimals)
    return `ABS(${cell}-ROUND(${cell},${decimals}))<${NOISE}`;
  const distance = less(cell, from);
  const whole = `ROUND(${from === 0 ? distance : `(${distance})`}/${formatNumber(step)},0)*${formatNumber(step)}`;
  return `ABS(${distance}-${whole})<${NOISE}`;
}

/** `cell` minus a figure, its sign written once. */
function less(cell: string, figure: number): string {
  if (figure === 0) return cell;
  return figure < 0 ? `${cell}+${formatNumber(-figure)}` : `${cell}-${formatNumber(figure)}`;
}

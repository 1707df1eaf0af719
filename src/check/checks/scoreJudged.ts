import { finding } from '../../rubric/finding';
import type { Finding } from '../../rubric/finding';
import { comparePoints, sumPoints } from '../../rubric/points';
import { itemLabel, scoreNumber } from '../cells';
import { expectedRange, expectedScores } from '../expected';
import type { ScoreCheck, ScoreInPlace } from './scoreCells';
import { isBonus, isDeduction } from '../totals';

/** A score against its item's bounds and rule sentence: above the maximum, below zero, too fine, or out of reach. */
export const scoreJudged: ScoreCheck = (place) => {
  const score = scoreNumber(place.cell);
  if (score === null) return null;
  if (place.items.length > 1) return judgedTogether(place, score);
  return isDeduction(place.context.table, place.item) ? judgedDeduction(place, score) : judged(place, score);
};

/** In 扣分项 both -2 and 2 mean two points less, so that the sign is no fault; only the amount is looked at. */
function judgedDeduction(place: ScoreInPlace, score: number): Finding | null {
  if (place.reading.attainable.kind === 'any') return null;
  const signs = [-Math.abs(score), Math.abs(score)];
  const found = signs.map((signed) => judged(place, signed));
  return found.includes(null) ? null : judged(place, score);
}

/** A score merged over several items may be anything up to the sum of their maxima. */
function judgedTogether({ context, cell, item, items }: ScoreInPlace, score: number): Finding | null {
  const maxima = items.map(({ max }) => max);
  const max = maxima.every((each): each is number => each !== null) ? sumPoints(maxima) : null;
  const common = {
    severity: 'error',
    sheet: context.table.grid.name,
    cell: { row: cell.row, column: cell.column },
    received: score,
    expected: expectedRange(max),
  } as const;
  const label = itemLabel(item);
  if (max !== null && comparePoints(score, max) > 0) {
    const params = { item: label, score, max };
    return finding({ ...common, code: 'score/above-max', params, suggestions: [max] });
  }
  if (score >= 0 || items.some((each) => isBonus(context.table, each))) return null;
  return finding({ ...common, code: 'score/below-zero', params: { item: label, score }, suggestions: [0] });
}

function judged(place: ScoreInPlace, score: number): Finding | null {
  const { context, item, bonus, cell, reading } = place;
  const { attainable, bounds } = reading;
  const { smallestStep } = context.settings;
  const { verdict, nearest, clause } = reading.judge(score);
  if (verdict === 'ok' || verdict === 'unread') return null;
  const common = {
    sheet: context.table.grid.name,
    cell: { row: cell.row, column: cell.column },
    received: score,
    suggestions: nearest,
    clause,
  };
  const label = itemLabel(item);
  switch (verdict) {
    case 'below-zero':
      return finding({
        ...common,
        code: 'score/below-zero',
        severity: 'error',
        params: { item: label, score },
        expected: expectedRange(bounds.max) ?? '≥ 0',
      });
    case 'too-precise':
      return finding({
        ...common,
        code: 'score/too-precise',
        severity: 'warning',
        params: { item: label, score, step: smallestStep, nearest },
        expected: expectedScores(attainable) ?? expectedRange(bounds.max),
      });
    case 'above-max':
      if (bounds.max !== null && !bonus) {
        return finding({
          ...common,
          code: 'score/above-max',
          severity: 'error',
          params: { item: label, score, max: bounds.max },
          expected: expectedRange(bounds.max),
        });
      }
      break;
    case 'unattainable':
      break;
  }
  return finding({
    ...common,
    code: bonus ? 'bonus/unattainable' : 'score/unattainable',
    severity: 'warning',
    params: { item: label, score, clause, nearest },
    expected: expectedScores(attainable),
  });
}

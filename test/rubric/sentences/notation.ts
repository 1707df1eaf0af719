import type { Attainable, SimpleAttainable } from '../../../src/rubric/clause';

/**
 * A rule sentence and what it allows: the item's maximum (null: a bonus item without one), the sentence, and the scores.
 * `10 7 4` is a list, `0..10/0.5` every half point, `10 | 4..8/0.01` either, `0../2` has no end, `any` says nothing.
 */
export type Sentence = readonly [max: number | null, text: string, scores: string];

function listed(part: SimpleAttainable): string {
  if (part.kind === 'range') return `${part.from}..${part.to ?? ''}/${part.step}`;
  const { scores } = part;
  const [first = 0, second = 0] = scores;
  const step = Math.round((first - second) * 1e6) / 1e6;
  const even = scores.every((score, index) => Math.abs(score - (first - index * step)) < 1e-9);
  return scores.length > 12 && even ? `${scores[scores.length - 1]}..${first}/${step}` : scores.join(' ');
}

/** Attainable scores in the notation above; a long even list reads like a range. */
export function noted(attainable: Attainable): string {
  if (attainable.kind === 'any') return 'any';
  return attainable.kind === 'union' ? attainable.parts.map(listed).join(' | ') : listed(attainable);
}

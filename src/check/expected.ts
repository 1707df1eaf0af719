import { formatNumber } from '../locale/format';
import type { Attainable, SimpleAttainable } from '../rubric/clause';

/** Longest list of scores that is spelled out. */
const LIST_LENGTH = 8;
/** Most parts of a union that are spelled out. */
const PARTS_SHOWN = 4;

/** The fair scores of an item by its maximum alone, e.g. `0–6`; undefined where it has none. */
export function expectedRange(max: number | null): string | undefined {
  return max === null ? undefined : `0–${formatNumber(max)}`;
}

/** The attainable scores as a short text without words: `6, 5, 4`, `0, 0.5, 1 … 10`. */
export function expectedScores(attainable: Attainable): string | undefined {
  if (attainable.kind === 'any') return undefined;
  if (attainable.kind !== 'union') return simple(attainable);
  const shown = attainable.parts.slice(0, PARTS_SHOWN).map(simple).join(' / ');
  return attainable.parts.length > PARTS_SHOWN ? `${shown} / …` : shown;
}

function simple(attainable: SimpleAttainable): string {
  if (attainable.kind === 'range') {
    const { from, to, step } = attainable;
    const start = [from, from + step, from + 2 * step].map(formatNumber).join(', ');
    if (to === null) return `${start} …`;
    return to > from + 2 * step
      ? `${start} … ${formatNumber(to)}`
      : `${formatNumber(from)}–${formatNumber(to)}`;
  }
  const shown = attainable.scores.slice(0, LIST_LENGTH).map(formatNumber);
  return attainable.scores.length > LIST_LENGTH
    ? `${shown.join(', ')} … ${formatNumber(attainable.scores[attainable.scores.length - 1] ?? 0)}`
    : shown.join(', ');
}

import { attainableScores } from '../rubric/attainable';
import type { Attainable, CriterionReading, ItemBounds } from '../rubric/clause';
import { readCriterion } from '../rubric/criterion';

export interface ItemReading {
  readonly bounds: ItemBounds;
  readonly reading: CriterionReading;
  readonly attainable: Attainable;
}

/** The same few hundred sentences come back in every workbook of a batch; hostile ones must not fill the memory. */
const KEPT_READINGS = 1000;
const LONGEST_KEPT = 2000;

const kept = new Map<string, ItemReading>();

/**
 * Reads a criterion and what it allows; equal sentences with equal bounds are read once. `smallestStep` in points: the
 * finest step where the sentence leaves the score to judgement.
 */
export function readItem(criterion: string, bounds: ItemBounds, smallestStep: number): ItemReading {
  if (criterion.length > LONGEST_KEPT) return read(criterion, bounds, smallestStep);
  const key = `${bounds.bonus ? 'bonus' : ''}|${bounds.max ?? ''}|${smallestStep}|${criterion}`;
  const known = kept.get(key);
  if (known) return known;
  const fresh = read(criterion, bounds, smallestStep);
  if (kept.size >= KEPT_READINGS) kept.clear();
  kept.set(key, fresh);
  return fresh;
}

function read(criterion: string, bounds: ItemBounds, smallestStep: number): ItemReading {
  const reading = readCriterion(criterion);
  return { bounds, reading, attainable: attainableScores(reading, bounds, smallestStep) };
}

import { attainableScores } from '../rubric/attainable';
import type { Attainable, CriterionReading, ItemBounds, Judgement } from '../rubric/clause';
import { readCriterion } from '../rubric/criterion';
import { judgeScore } from '../rubric/judge';

export interface ItemReading {
  readonly bounds: ItemBounds;
  readonly reading: CriterionReading;
  readonly attainable: Attainable;
  /** Judges a score of the item. */
  judge(score: number): Judgement;
}

/** The same few hundred sentences come back in every workbook of a batch; hostile ones must not fill the memory. */
const KEPT_READINGS = 1000;
const KEPT_BOUNDS = 8;
const LONGEST_KEPT = 2000;
const KEPT_JUDGEMENTS = 200;

interface KeptReading {
  readonly smallestStep: number;
  readonly item: ItemReading;
}

/** By sentence; one sentence rarely stands under different bounds. */
const kept = new Map<string, KeptReading[]>();

/**
 * Reads a criterion and what it allows; equal sentences with equal bounds are read once. `smallestStep` in points: the
 * finest step where the sentence leaves the score to judgement.
 */
export function readItem(criterion: string, bounds: ItemBounds, smallestStep: number): ItemReading {
  if (criterion.length > LONGEST_KEPT) return read(criterion, bounds, smallestStep);
  const same = kept.get(criterion);
  const known = same?.find(
    (one) =>
      one.smallestStep === smallestStep &&
      one.item.bounds.max === bounds.max &&
      one.item.bounds.bonus === bounds.bonus,
  );
  if (known) return known.item;
  const fresh = read(criterion, bounds, smallestStep);
  if (kept.size >= KEPT_READINGS) kept.clear();
  const others = (kept.get(criterion) ?? []).slice(0, KEPT_BOUNDS - 1);
  kept.set(criterion, [{ smallestStep, item: fresh }, ...others]);
  return fresh;
}

function read(criterion: string, bounds: ItemBounds, smallestStep: number): ItemReading {
  const reading = readCriterion(criterion);
  return itemReading(reading, bounds, attainableScores(reading, bounds, smallestStep), smallestStep);
}

/** The same item with any score between its bounds allowed. */
export function leftOpen({ reading, bounds }: ItemReading, smallestStep: number): ItemReading {
  return itemReading(reading, bounds, { kind: 'any' }, smallestStep);
}

function itemReading(
  reading: CriterionReading,
  bounds: ItemBounds,
  attainable: Attainable,
  smallestStep: number,
): ItemReading {
  const judgements = new Map<number, Judgement>();
  return {
    bounds,
    reading,
    attainable,
    judge: (score) => {
      const known = judgements.get(score);
      if (known) return known;
      const fresh = judgeScore(score, reading, attainable, bounds, { smallestStep });
      if (judgements.size < KEPT_JUDGEMENTS) judgements.set(score, fresh);
      return fresh;
    },
  };
}

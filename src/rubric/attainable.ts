import type { Attainable, Clause, CriterionReading, ItemBounds } from './clause';
import { bonusScores } from './attainable/bonus';
import { itemScores } from './attainable/item';
import { withHeadingCap, withShareCaps } from './attainable/caps';
import { isOpen, pointClauses } from './attainable/groups';
import { toMillionths } from './points';

/** 酌情最小单位: the finest step where a sentence leaves the score to judgement. */
export const DEFAULT_SMALLEST_STEP = 0.01;

function hasOnlyGains(clauses: readonly Clause[]): boolean {
  return clauses.every(
    (clause) =>
      clause.kind.startsWith('gain') ||
      clause.kind === 'no-double-counting' ||
      (clause.kind === 'cap' && clause.of === 'gain'),
  );
}

/** 规章制度健全（2分）: a heading with its points says nothing about how they are lost. */
function isHeadingAlone(clauses: readonly Clause[]): boolean {
  const [only] = clauses;
  return clauses.length === 1 && only?.kind === 'earn' && only.part === true;
}

/**
 * The scores that some fair reading of the sentence gives an item. `any` where nothing about points was read, or where
 * no maximum is known to count from. Lists are highest first. `smallestStep` in points.
 */
export function attainableScores(
  reading: CriterionReading,
  bounds: ItemBounds,
  smallestStep: number = DEFAULT_SMALLEST_STEP,
): Attainable {
  const step = Math.max(1, toMillionths(smallestStep));
  const read = pointClauses(withShareCaps(reading.clauses, bounds.max));
  const clauses = bounds.bonus ? withHeadingCap(read) : read;
  if (clauses.length === 0) return { kind: 'any' };
  const { max, bonus } = bounds;
  if (max !== null && !(Number.isFinite(max) && max >= 0)) return { kind: 'any' };
  if (bonus || (max === null && hasOnlyGains(clauses))) {
    return bonusScores(clauses, max === null ? null : toMillionths(max), step);
  }
  if (max === null || isHeadingAlone(clauses)) return { kind: 'any' };
  if (
    clauses.every((clause) => clause.kind === 'full' || clause.kind === 'not-applicable') &&
    !clauses.some(isOpen)
  ) {
    return { kind: 'any' };
  }
  return itemScores(reading.text, clauses, toMillionths(max), step);
}

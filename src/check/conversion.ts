import { convertPoints } from '../rubric/points';
import type { Band, Settings } from '../sheet/settings';

/** Points arithmetic is exact up to here. */
const LARGEST = 1e9;

/** Bands from the highest lower bound to the lowest. */
export function bandsDescending(bands: readonly Band[]): readonly Band[] {
  return [...bands].sort((a, b) => b.from - a.from);
}

/**
 * The converted score 折合的目标考核得分 of what `convertible` says counts.
 *
 * With bands: the value of the highest band whose lower bound is reached, 0 below all of them; so a total between two
 * bands takes the lower one's value and a total beyond the highest band (base 100 with bonus) the highest one's.
 * Else in proportion: points ÷ 折算基数 × 折算满分, rounded to 小数位数, halves away from zero. The notice of 2023 leaves
 * the weight to another document, so both figures are the user's.
 */
export function convert(points: number, settings: Settings): number {
  if (settings.bands.length > 0) {
    return bandsDescending(settings.bands).find((band) => points >= band.from)?.converted ?? 0;
  }
  // Beyond exact arithmetic, where no real score is.
  if (Math.abs(points) > LARGEST) return (points / settings.convertedBase) * settings.convertedFull;
  return convertPoints(points, settings.convertedBase, settings.convertedFull, settings.decimals);
}

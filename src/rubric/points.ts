/**
 * Arithmetic on points. Scores are decimal numbers with few places (0.05, 2.5, 97); a double holds them only nearly, so
 * every operation here goes through whole millionths of a point. Noise below half a millionth (0.30000000000000004,
 * 7.9999999999) disappears, and 7.999999999 reads as 8.
 */

/** Millionths in one point. */
const SCALE = 1_000_000;
const PLACES = 6;
// Not written `0n`: a script for older engines cannot say it so.
const ZERO = BigInt(0);
const TWO = BigInt(2);

/** A number of points as whole millionths; the nearest, halves away from zero. */
export function toMillionths(points: number): number {
  const scaled = Math.round(Math.abs(points) * SCALE);
  return points < 0 && scaled !== 0 ? -scaled : scaled;
}

/** Whole millionths as points. */
export function fromMillionths(millionths: number): number {
  return millionths / SCALE;
}

/** The same number of points without binary noise. */
export function cleanPoints(points: number): number {
  return fromMillionths(toMillionths(points));
}

export function addPoints(a: number, b: number): number {
  return fromMillionths(toMillionths(a) + toMillionths(b));
}

export function subtractPoints(a: number, b: number): number {
  return fromMillionths(toMillionths(a) - toMillionths(b));
}

/** Sum of any number of scores; 0 for none. */
export function sumPoints(points: Iterable<number>): number {
  let sum = 0;
  for (const each of points) sum += toMillionths(each);
  return fromMillionths(sum);
}

/** Negative, zero or positive, as a sort wants it; equal when they differ by noise only. */
export function comparePoints(a: number, b: number): number {
  return toMillionths(a) - toMillionths(b);
}

/** `points` times a whole number. */
export function multiplyPoints(points: number, times: number): number {
  return fromMillionths(toMillionths(points) * times);
}

/**
 * Rounded to `decimals` places (0–6), halves away from zero: what a spreadsheet's ROUND gives, 1.005 → 1.01, -2.5 → -3.
 */
export function roundPoints(points: number, decimals: number): number {
  const unit = 10 ** (PLACES - Math.min(PLACES, Math.max(0, Math.trunc(decimals))));
  const millionths = toMillionths(points);
  const whole = Math.floor((Math.abs(millionths) + unit / 2) / unit) * unit;
  return fromMillionths(millionths < 0 && whole !== 0 ? -whole : whole);
}

/** How many decimal places the number needs, 0–6, noise left out. */
export function decimalsOf(points: number): number {
  let millionths = Math.abs(toMillionths(points));
  if (millionths === 0) return 0;
  let places = PLACES;
  while (places > 0 && millionths % 10 === 0) {
    millionths /= 10;
    places -= 1;
  }
  return places;
}

/** Whether `points` is a whole multiple of `step` (0 counts). */
export function isMultipleOf(points: number, step: number): boolean {
  const unit = toMillionths(step);
  return unit !== 0 && toMillionths(points) % unit === 0;
}

/**
 * The converted score 折合得分: `total` ÷ `base` × `full`, rounded once at the end to `decimals` places (0–6), halves
 * away from zero. Exact whatever the size.
 * @throws RangeError when `base` is not positive (settings are checked before they come here).
 */
export function convertPoints(total: number, base: number, full: number, decimals: number): number {
  const divisor = BigInt(toMillionths(base));
  if (divisor <= ZERO) throw new RangeError('The base of a conversion must be positive');
  const places = Math.min(PLACES, Math.max(0, Math.trunc(decimals)));
  const numerator = BigInt(toMillionths(total)) * BigInt(toMillionths(full)) * BigInt(10) ** BigInt(places);
  const denominator = divisor * BigInt(SCALE);
  const magnitude = numerator < ZERO ? -numerator : numerator;
  const rounded = (magnitude * TWO + denominator) / (denominator * TWO);
  const value = Number(rounded) / 10 ** places;
  return numerator < ZERO && rounded !== ZERO ? -value : value;
}

/** Greatest common divisor of whole numbers, 0 for none. */
export function greatestCommonDivisor(values: Iterable<number>): number {
  let divisor = 0;
  for (const value of values) {
    let rest = Math.abs(value);
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  }
  return divisor;
}

import fc from 'fast-check';
import {
  addPoints,
  cleanPoints,
  comparePoints,
  convertPoints,
  decimalsOf,
  isMultipleOf,
  multiplyPoints,
  roundPoints,
  subtractPoints,
  sumPoints,
} from '../../src/rubric/points';

describe('points', () => {
  it('adds decimals as a person would', () => {
    expect(addPoints(0.1, 0.2)).toBe(0.3);
    expect(subtractPoints(0.3, 0.1)).toBe(0.2);
    expect(sumPoints([0.05, 0.25, 0.1, 0.2])).toBe(0.6);
    expect(sumPoints([])).toBe(0);
    expect(multiplyPoints(0.1, 3)).toBe(0.3);
  });

  it.each([
    [0.30000000000000004, 0.3],
    [7.999999999, 8],
    [-0.0000000001, 0],
    [2.5, 2.5],
  ])('%p is %p without its noise', (noisy, clean) => {
    expect(cleanPoints(noisy)).toBe(clean);
    expect(comparePoints(noisy, clean)).toBe(0);
  });

  it.each([
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [2.675, 2, 2.68],
    [0.125, 2, 0.13],
    [97.125, 1, 97.1],
    [1.25, 6, 1.25],
    [-0.004, 2, 0],
  ])('ROUND(%p, %p) is %p', (points, decimals, rounded) => {
    expect(roundPoints(points, decimals)).toBe(rounded);
  });

  it.each([
    [5, 0],
    [0.5, 1],
    [0.30000000000000004, 1],
    [1.25, 2],
    [7.333333, 6],
    [0, 0],
  ])('%p needs %p decimals', (points, decimals) => {
    expect(decimalsOf(points)).toBe(decimals);
  });

  it.each([
    [101, 100, 100, 2, 101],
    [97, 100, 10, 2, 9.7],
    [1, 3, 1, 2, 0.33],
    [2, 3, 1, 2, 0.67],
    [0.005, 1, 1, 2, 0.01],
    [-1, 8, 1, 2, -0.13],
    [100, 105, 100, 2, 95.24],
  ])('%p of %p converts to %p at %p decimals: %p', (total, base, full, decimals, converted) => {
    expect(convertPoints(total, base, full, decimals)).toBe(converted);
  });

  it('refuses a base that is not positive', () => {
    expect(() => convertPoints(1, 0, 100, 2)).toThrow(RangeError);
  });

  it('knows multiples', () => {
    expect(isMultipleOf(0.3, 0.1)).toBe(true);
    expect(isMultipleOf(0.35, 0.1)).toBe(false);
    expect(isMultipleOf(0, 0.5)).toBe(true);
  });

  it('adds without regard to order, and takes away what it added', () => {
    const points = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(points, points, points, (a, b, c) => {
        expect(addPoints(addPoints(a, b), c)).toBe(addPoints(a, addPoints(b, c)));
        expect(subtractPoints(addPoints(a, b), b)).toBe(a);
      }),
    );
  });
});

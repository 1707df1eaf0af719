/**
 * A set of scores on an even grid, from `low` to `high` in whole units, as one byte a score. What an operation would move
 * beyond an end stops at the end: a deduction that overruns gives the floor, a gain that overruns gives the cap.
 */
export class PointSet {
  private readonly cells: Uint8Array;

  constructor(
    readonly low: number,
    readonly high: number,
    members: Iterable<number> = [],
  ) {
    this.cells = new Uint8Array(Math.max(1, high - low + 1));
    for (const member of members) this.add(member);
  }

  add(value: number): void {
    this.cells[this.clamped(value) - this.low] = 1;
  }

  has(value: number): boolean {
    return value >= this.low && value <= this.high && this.cells[value - this.low] === 1;
  }

  /** All members, lowest first. */
  members(): number[] {
    const found: number[] = [];
    this.cells.forEach((cell, index) => {
      if (cell === 1) found.push(index + this.low);
    });
    return found;
  }

  copy(): PointSet {
    const other = new PointSet(this.low, this.high);
    other.cells.set(this.cells);
    return other;
  }

  include(other: PointSet): void {
    for (const member of other.members()) this.add(member);
  }

  /** Adds every member moved by `by` any number of times. */
  moveRepeatedly(by: number): void {
    if (by === 0) return;
    const length = this.cells.length;
    if (by > 0) {
      for (let index = 0; index < length; index += 1) {
        if (this.cells[index] === 1) this.cells[Math.min(index + by, length - 1)] = 1;
      }
    } else {
      for (let index = length - 1; index >= 0; index -= 1) {
        if (this.cells[index] === 1) this.cells[Math.max(index + by, 0)] = 1;
      }
    }
  }

  /** Adds every member moved by `by` once. */
  moveOnce(by: number): void {
    if (by === 0) return;
    for (const member of this.members()) this.add(member + by);
  }

  /** Adds every member moved by anything between `from` and `to` (both of one sign), once or again and again. */
  moveWithin(from: number, to: number, repeated: boolean): void {
    const near = Math.min(Math.abs(from), Math.abs(to));
    const far = Math.max(Math.abs(from), Math.abs(to));
    const length = this.cells.length;
    const down = from < 0 || to < 0;
    // With no least step, what is reached again and again is everything behind the first member.
    const reach = repeated && near === 0 ? length : far;
    const before = repeated && near > 0 ? this.cells : this.cells.slice();
    const at = (step: number): number => (down ? length - 1 - step : step);
    let inReach = 0;
    for (let step = 0; step < length; step += 1) {
      if (step >= near) inReach += before[at(step - near)] ?? 0;
      if (step > reach) inReach -= before[at(step - reach - 1)] ?? 0;
      if (inReach > 0) this.cells[at(step)] = 1;
    }
    // What overruns the end stops there.
    for (let back = 0; back < Math.min(far, length); back += 1) {
      if (before[at(length - 1 - back)] === 1) this.cells[at(length - 1)] = 1;
    }
  }

  /** Every sum of a member of this and one of `other`, times `sign`. */
  plusEach(other: readonly number[], sign: 1 | -1): PointSet {
    const result = new PointSet(this.low, this.high);
    const own = this.members();
    for (const shift of other) for (const member of own) result.add(member + sign * shift);
    return result;
  }

  private clamped(value: number): number {
    return Math.min(this.high, Math.max(this.low, value));
  }
}

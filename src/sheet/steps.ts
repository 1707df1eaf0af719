/** Work done a step at a time: between two steps, who drives it may give others their turn, or drop it. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Rows looked at in one step. */
export const ROWS_A_STEP = 32;

/** All steps in one go. */
export function wholly<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Calculation that takes longer than this is not waited for. */
const LONGEST_MS = 5_000;

/** Whether the component computes formulas: it begins a moment after a change of cells and tells its end. */
export class Calculation {
  #isGoingOn = false;
  #waiting: (() => void)[] = [];

  begins(): void {
    this.#isGoingOn = true;
  }

  ends(): void {
    this.#isGoingOn = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    // Results are put into their cells right after they are told.
    setTimeout(() => waiting.forEach((resolve) => resolve()), 0);
  }

  /** The end of the calculation that goes on; at once where none does. */
  async end(): Promise<void> {
    if (!this.#isGoingOn) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, LONGEST_MS);
    });
  }
}

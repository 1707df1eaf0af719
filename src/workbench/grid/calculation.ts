/** Calculation that takes longer than this is not waited for. */
const LONGEST_MS = 5_000;

/**
 * Whether the component computes formulas: it begins a moment after a change of cells and tells its start and its end.
 * What was changed while it computes is computed anew.
 */
export class Calculation {
  /** Cells were changed that no calculation knows yet. */
  #isDue = false;
  #isGoingOn = false;
  #waiting: (() => void)[] = [];

  due(): void {
    this.#isDue = true;
  }

  starts(): void {
    this.#isDue = false;
    this.#isGoingOn = true;
  }

  ends(): void {
    this.#isGoingOn = false;
    if (this.#isDue) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    // Results are put into their cells right after they are told.
    setTimeout(() => waiting.forEach((resolve) => resolve()), 0);
  }

  /** The end of all that is to be computed; at once where nothing is. */
  async end(): Promise<void> {
    if (!this.#isDue && !this.#isGoingOn) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      setTimeout(resolve, LONGEST_MS);
    });
  }
}

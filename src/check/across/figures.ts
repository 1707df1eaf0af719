/**
 * Writes numbers one after another: a list of numbers goes from thread to thread in one piece, while each of the thousand
 * small objects that it stands for would be taken apart and put together again. A number is any but NaN, which stands for null.
 */
export class FigureWriter {
  #figures = new Float64Array(1024);
  #length = 0;

  put(figure: number): void {
    if (this.#length === this.#figures.length) {
      const larger = new Float64Array(2 * this.#length);
      larger.set(this.#figures);
      this.#figures = larger;
    }
    this.#figures[this.#length++] = figure;
  }

  putFlag(flag: boolean): void {
    this.put(flag ? 1 : 0);
  }

  putOrNull(figure: number | null): void {
    this.put(figure ?? NaN);
  }

  /** A list, its length first. */
  putAll(figures: readonly (number | null)[]): void {
    this.put(figures.length);
    for (const figure of figures) this.putOrNull(figure);
  }

  /** What was written, and the writer starts anew. */
  take(): Float64Array {
    const taken = this.#figures.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

/** Reads what a `FigureWriter` wrote, in the same order. */
export class FigureReader {
  #at = 0;

  constructor(private readonly figures: Float64Array) {}

  get(): number {
    return this.figures[this.#at++]!;
  }

  getFlag(): boolean {
    return this.get() === 1;
  }

  getOrNull(): number | null {
    const figure = this.get();
    return Number.isNaN(figure) ? null : figure;
  }

  getAll(): (number | null)[] {
    return this.list(() => this.getOrNull());
  }

  /** A list of what `each` reads. */
  list<T>(each: () => T): T[] {
    // As long as it will be: one that grows takes room for what never comes.
    const all = new Array<T>(this.get());
    for (let at = 0; at < all.length; at++) all[at] = each();
    return all;
  }
}

/** Pieces kept of one place: a form's cell takes on a few values, and a batch comes from a few forms. */
const MOST_ALIKE = 10;
/** Where no piece is found again, only one of so many is kept from then on. */
const SELDOM = 8;

/** What is known of one place of a part, and whether it is worth knowing more: in some places, nothing ever comes again. */
export class KnownPlace<T> {
  /** The one met last first. */
  readonly alike: T[] = [];
  #credit = MOST_ALIKE;
  #refused = 0;

  /** Gives the piece at this index of the list, which was found to stand there again. */
  found(index: number): T {
    if (this.#credit < MOST_ALIKE) this.#credit++;
    return this.#first(index);
  }

  /** Whether the next piece is to be kept. */
  wants(): boolean {
    if (this.#credit > 0) {
      this.#credit--;
      return true;
    }
    this.#refused = (this.#refused + 1) % SELDOM;
    return this.#refused === 0;
  }

  keep(piece: T): void {
    const { alike } = this;
    if (alike.length < MOST_ALIKE) alike.push(piece);
    else alike[MOST_ALIKE - 1] = piece;
    this.#first(alike.length - 1);
  }

  #first(index: number): T {
    const { alike } = this;
    const piece = alike[index]!;
    for (let i = index; i > 0; i--) alike[i] = alike[i - 1]!;
    alike[0] = piece;
    return piece;
  }
}

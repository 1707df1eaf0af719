import { ownCopy } from '../xmlText';

/** Characters of a text that is worth keeping, and how many are kept; the one met longest ago makes room. */
const LONGEST = 6000;
const MOST = 12;

interface KnownText<T> {
  readonly text: string;
  readonly value: T;
}

/** What was made of a few texts, for where exactly the same stands again. */
export class TextMemory<T> {
  readonly #known: KnownText<T>[] = [];

  /** A text known to begin here; undefined where none does. `whole`: only one that goes to the end. */
  find(text: string, from: number, whole: boolean): KnownText<T> | undefined {
    const known = this.#known;
    for (let i = 0; i < known.length; i++) {
      const one = known[i]!;
      const to = from + one.text.length;
      if ((whole && to !== text.length) || text.slice(from, to) !== one.text) continue;
      known.splice(i, 1);
      known.unshift(one);
      return one;
    }
    return undefined;
  }

  keep(text: string, value: T): void {
    if (text.length > LONGEST) return;
    if (this.#known.length >= MOST) this.#known.pop();
    this.#known.unshift({ text: ownCopy(text), value });
  }
}

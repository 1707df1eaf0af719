import { KnownPlace } from './knownPlace';

/** Bytes of an item, characters of its text, and the place in the table up to which items are kept. */
const LONGEST = 8192;
const LAST_INDEX = 4096;
const BLOCK = 64 * 1024;
/** Blocks of raw items that are kept before all is forgotten. */
const MOST_BLOCKS = 12;

interface Block {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** An item of a table of shared strings (`<si>…</si>`) as it stood in a part, and its text. */
interface KnownString {
  readonly block: Block;
  readonly start: number;
  readonly length: number;
  readonly text: string;
  /** What followed it last time. */
  next: KnownString | null;
}

/**
 * The items of shared strings that were read before, so that an item with exactly the same bytes is not decoded again:
 * workbooks filled in on one form have nearly all in common, and most of an item is the look of its runs. Bounded;
 * when it is full it forgets all.
 */
export class StringMemory {
  #byIndex: KnownPlace<KnownString>[] = [];
  #blocks: Block[] = [];
  /** Bytes used of the last block. */
  #used = 0;

  /** Bytes set aside for raw items. */
  get size(): number {
    return this.#blocks.length * BLOCK;
  }

  /** What is known of this place of a table. */
  at(index: number): KnownPlace<KnownString> | undefined {
    return this.#byIndex[index];
  }

  /** Whether all has to be forgotten before an item of so many bytes is kept. */
  isFull(length: number): boolean {
    return this.#blocks.length >= MOST_BLOCKS && this.#used + length > BLOCK;
  }

  forget(): void {
    this.#byIndex = [];
    this.#blocks = [];
  }

  /** Keeps an item, which must be one that can be kept. */
  keep(index: number, raw: Uint8Array, text: string): KnownString {
    if (this.#blocks.length === 0 || this.#used + raw.length > BLOCK) {
      const bytes = new Uint8Array(BLOCK);
      this.#blocks.push({ bytes, view: new DataView(bytes.buffer) });
      this.#used = 0;
    }
    const block = this.#blocks[this.#blocks.length - 1]!;
    const start = this.#used;
    block.bytes.set(raw, start);
    this.#used += raw.length;
    const known = { block, start, length: raw.length, text, next: null };
    while (this.#byIndex.length <= index) this.#byIndex.push(new KnownPlace());
    this.#byIndex[index]!.keep(known);
    return known;
  }
}

/** Goes through the items of one part, from the first to the last. */
export class StringWalk {
  readonly #view: DataView;
  #index = 0;
  #before: KnownString | null = null;
  #expected: KnownString | null = null;

  constructor(
    private readonly memory: StringMemory,
    private readonly bytes: Uint8Array,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The known item that begins here, which then counts as passed; null where none does. */
  find(at: number): KnownString | null {
    const expected = this.#expected;
    const found = expected !== null && this.#begins(expected, at) ? expected : this.#alike(at);
    if (found === null) return null;
    this.#expected = found.next;
    this.#pass(found);
    return found;
  }

  /** An item that was not known stands here; the one that was expected may still come behind it. */
  learn(from: number, to: number, text: string): void {
    const { memory } = this;
    const length = to - from;
    if (length > LONGEST || this.#index > LAST_INDEX || memory.at(this.#index)?.wants() === false) {
      this.#index++;
      return;
    }
    if (memory.isFull(length)) {
      memory.forget();
      // Whoever were linked to from now on would live on, and its block with it.
      this.#expected = null;
    }
    this.#pass(memory.keep(this.#index, this.bytes.subarray(from, to), text));
  }

  #pass(item: KnownString): void {
    if (this.#before !== null) this.#before.next = item;
    this.#before = item;
    this.#index++;
  }

  #alike(at: number): KnownString | null {
    const known = this.memory.at(this.#index);
    if (known === undefined) return null;
    const place = known.alike.findIndex((item) => this.#begins(item, at));
    return place < 0 ? null : known.found(place);
  }

  #begins({ block, start, length }: KnownString, at: number): boolean {
    const view = this.#view;
    if (at + length > view.byteLength) return false;
    const other = block.view;
    // Four bytes at a time, wherever an item begins: an array of whole numbers could not do that.
    const whole = length - 3;
    let i = 0;
    for (; i < whole; i += 4)
      if (view.getInt32(at + i, true) !== other.getInt32(start + i, true)) return false;
    for (; i < length; i++) if (view.getInt8(at + i) !== other.getInt8(start + i)) return false;
    return true;
  }
}

import type { GridCell } from '../../../sheet/grid';
import { ownCopy } from '../xmlText';
import { KnownPlace } from './knownPlace';

/** Stretches of one row that have places of their own. */
const MOST_IN_ROW = 32;
/** Bytes that are held before all is forgotten, and the most of one stretch, by the estimate below. */
const MOST_BYTES = 1_000_000;
const LARGEST = 8000;
/** Bytes that a stretch takes beside its texts: its fields, its cell, its place in a list. */
const OVERHEAD = 250;

/** What a stretch of rows says. */
export interface StretchContent {
  /** Index of the row that begins in it, -1 where it goes on with one. */
  readonly row: number;
  /** The row that begins in it is hidden. */
  readonly hidden: boolean;
  /** Column of its last cell, and the greatest column of its cells, empty ones included; -1 where it has none. */
  readonly column: number;
  readonly widest: number;
  /** The cell that holds something, and which of the shared strings its value is (-1: none of them). */
  readonly cell: GridCell | null;
  readonly string: number;
  readonly endsRow: boolean;
}

/**
 * A stretch of a sheet's rows as it stood in a part: from behind the one before it to the end of the next cell that
 * holds something, or of the row.
 */
export interface Stretch extends StretchContent {
  readonly place: number;
  readonly text: string;
  /** A character of the text, and where it stands, that tells it from another one of this place. */
  mark: number;
  markAt: number;
  /** What followed it last time. */
  next: Stretch | null;
}

/**
 * Where the stretch with this number in its row is looked for; one that begins a row (number 0) by the row before it.
 * -1 where none is kept.
 */
export function placeOf(row: number, number: number): number {
  return number < MOST_IN_ROW ? (row + 1) * MOST_IN_ROW + number : -1;
}

function ownCell(cell: GridCell, string: number): GridCell {
  const { column, value, formula } = cell;
  const copied = typeof value === 'string' && string < 0;
  if (!copied && formula === null) return cell;
  return {
    column,
    value: copied ? ownCopy(value) : value,
    formula: formula === null ? null : ownCopy(formula),
  };
}

/** Marks the first character that differs, where one does: those that only differ in a shared string stay as they are. */
function tellApart(one: Stretch, other: Stretch): void {
  const length = Math.min(one.text.length, other.text.length);
  let at = 0;
  while (at < length && one.text.charCodeAt(at) === other.text.charCodeAt(at)) at++;
  if (at === length) return;
  for (const stretch of [one, other]) {
    stretch.mark = stretch.text.charCodeAt(at);
    stretch.markAt = at;
  }
}

function bytesOf(text: string, cell: GridCell | null): number {
  const value = typeof cell?.value === 'string' ? cell.value.length : 0;
  return OVERHEAD + 2 * (text.length + value + (cell?.formula?.length ?? 0));
}

/**
 * The stretches of rows that were read before, so that the same text is not taken apart again: sheets filled in on one
 * form differ in a few cells. Bounded; when it is full it forgets all.
 */
export class RowMemory {
  readonly #places = new Map<number, KnownPlace<Stretch>>();
  #bytes = 0;

  /** Stands before the first stretch of every sheet. */
  readonly start: Stretch = {
    place: -1,
    text: '',
    mark: 0,
    markAt: 0,
    row: -1,
    hidden: false,
    column: -1,
    widest: -1,
    cell: null,
    string: -1,
    endsRow: true,
    next: null,
  };

  /** Bytes held, estimated. */
  get size(): number {
    return this.#bytes;
  }

  /** What is known of a place. */
  at(place: number): KnownPlace<Stretch> | undefined {
    return this.#places.get(place);
  }

  /** Keeps a stretch; null where it is too large or not worth keeping. Its cell's value is taken as it is where it is a shared string. */
  keep(place: number, text: string, content: StretchContent): Stretch | null {
    const bytes = bytesOf(text, content.cell);
    if (place < 0 || bytes > LARGEST || this.#places.get(place)?.wants() === false) return null;
    if (this.#bytes + bytes > MOST_BYTES) {
      this.#places.clear();
      this.#bytes = 0;
      this.start.next = null;
    }
    this.#bytes += bytes;
    const { row, hidden, column, widest, cell, string, endsRow } = content;
    const stretch: Stretch = {
      place,
      text: ownCopy(text),
      mark: text.charCodeAt(0),
      markAt: 0,
      row,
      hidden,
      column,
      widest,
      cell: cell === null ? null : ownCell(cell, string),
      string,
      endsRow,
      next: null,
    };
    let known = this.#places.get(place);
    if (known === undefined) this.#places.set(place, (known = new KnownPlace()));
    const [other] = known.alike;
    if (other !== undefined) tellApart(stretch, other);
    known.keep(stretch);
    return stretch;
  }
}

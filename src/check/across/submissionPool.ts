import type { Finding } from '../../rubric/finding';
import { isSameData } from './sameData';
import type { Conversion, Outline, Submission, SubmittedTable } from './submission';

/** Most different things kept apart; beyond it what comes is held as it is. */
const MOST = 20_000;

/** What submissions have in common: units fill in the same rubric and make the same mistakes. */
type Part = Outline | Conversion | Finding;

/** A submission on its way from a worker: parts that many have are told by their number, each sent once. */
export interface PackedSubmission extends Omit<Submission, 'tables' | 'findings'> {
  readonly tables: readonly PackedTable[];
  readonly findings: readonly number[];
  /** The parts that this submission is the first to have; they get the next numbers. */
  readonly fresh: readonly Part[];
}

interface PackedTable extends Omit<SubmittedTable, 'outline' | 'conversion' | 'findings'> {
  readonly outline: number;
  readonly conversion: number;
  readonly findings: readonly number[];
}

/** Packs the submissions of one worker, in the order in which they are unpacked. */
export class SubmissionPacker {
  readonly #numbers = new Map<string, number>();
  readonly #outlines = new Map<number, NumberedOutline[]>();
  #kept = 0;
  #count = 0;

  pack(submission: Submission): PackedSubmission {
    const fresh: Part[] = [];
    const numberOf = (part: Conversion | Finding): number => {
      const key = JSON.stringify(part);
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      if (this.#keeps()) this.#numbers.set(key, this.#count);
      fresh.push(part);
      return this.#count++;
    };
    const tables = submission.tables.map((table): PackedTable => ({
      ...table,
      outline: this.#outlineNumber(table.outline, fresh),
      conversion: numberOf(table.conversion),
      findings: table.findings.map(numberOf),
    }));
    return { ...submission, tables, findings: submission.findings.map(numberOf), fresh };
  }

  /** An outline is all the text of a rubric: comparing it with what is known costs far less than writing it as a key. */
  #outlineNumber(outline: Outline, fresh: Part[]): number {
    const shape = shapeOf(outline);
    const alike = this.#outlines.get(shape) ?? [];
    const known = alike.find((one) => isSameData(one.outline, outline));
    if (known !== undefined) return known.number;
    if (this.#keeps()) this.#outlines.set(shape, [...alike, { outline, number: this.#count }]);
    fresh.push(outline);
    return this.#count++;
  }

  #keeps(): boolean {
    return this.#kept++ < MOST;
  }
}

interface NumberedOutline {
  readonly outline: Outline;
  readonly number: number;
}

/** A number that equal outlines share and different ones rarely do. */
function shapeOf({ sections, items, applies }: Outline): number {
  let shape = sections.length * 31 + applies.length;
  for (const { criterion, max, section } of items) {
    shape = (shape * 31 + criterion.length * 64 + section * 8 + (max ?? -1)) % 2 ** 31;
  }
  return shape;
}

/**
 * Holds the submissions of a round so that they share what they have in common, from whichever worker it came: a copy of
 * it in each of ten thousand would fill the memory.
 */
export class SubmissionPool {
  readonly #known = new Map<string, Part>();

  /** What undoes the packing of one packer. */
  unpacker(): (packed: PackedSubmission) => Submission {
    const parts: Part[] = [];
    // The numbers are the packer's own: each leads to a part of the kind that stood there.
    const part = <T extends Part>(number: number): T => parts[number] as T;
    return ({ fresh, ...packed }) => {
      for (const one of fresh) parts.push(this.#same(one));
      return {
        ...packed,
        findings: packed.findings.map((one) => part<Finding>(one)),
        tables: packed.tables.map((table): SubmittedTable => ({
          ...table,
          outline: part<Outline>(table.outline),
          conversion: part<Conversion>(table.conversion),
          findings: table.findings.map((one) => part<Finding>(one)),
        })),
      };
    };
  }

  #same(part: Part): Part {
    const key = JSON.stringify(part);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size < MOST) this.#known.set(key, part);
    return part;
  }
}

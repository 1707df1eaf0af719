import type { Finding } from '../../rubric/finding';
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
  #count = 0;

  pack(submission: Submission): PackedSubmission {
    const fresh: Part[] = [];
    const numberOf = (part: Part): number => {
      const key = JSON.stringify(part);
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      fresh.push(part);
      if (this.#numbers.size < MOST) this.#numbers.set(key, this.#count);
      return this.#count++;
    };
    const tables = submission.tables.map((table): PackedTable => ({
      ...table,
      outline: numberOf(table.outline),
      conversion: numberOf(table.conversion),
      findings: table.findings.map(numberOf),
    }));
    return { ...submission, tables, findings: submission.findings.map(numberOf), fresh };
  }
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

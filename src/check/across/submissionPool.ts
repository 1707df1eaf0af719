import type { Submission, SubmittedTable } from './submission';

/** Most different things kept apart; beyond it what comes is held as it is. */
const MOST = 20_000;

/**
 * Lets submissions share what they have in common: units fill in the same rubric and make the same mistakes, and a copy of
 * it in each of ten thousand would fill the memory.
 */
export class SubmissionPool {
  readonly #known = new Map<string, unknown>();

  /** The same submission, its parts replaced by equal ones that were there before. */
  share(submission: Submission): Submission {
    return {
      ...submission,
      findings: submission.findings.map((one) => this.#same(one)),
      tables: submission.tables.map((table): SubmittedTable => ({
        ...table,
        outline: this.#same(table.outline),
        conversion: this.#same(table.conversion),
        findings: table.findings.map((one) => this.#same(one)),
      })),
    };
  }

  #same<T>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.#known.get(key);
    if (known !== undefined) return known as T;
    if (this.#known.size < MOST) this.#known.set(key, value);
    return value;
  }
}

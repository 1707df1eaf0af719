import type { CheckedBook } from '../check/report';
import type { Finding } from '../rubric/finding';
import type { InputFile } from './inputs';

/** What came of one input file. */
export interface FileOutcome {
  readonly input: InputFile;
  /** Null where the file could not be read: `findings` tells why. */
  readonly checked: CheckedBook | null;
  readonly findings: readonly Finding[];
  /** Sentences about what was written, or why not. */
  readonly remarks: readonly string[];
  /** The path written to. */
  readonly output?: string;
  /** What was asked was done. */
  readonly done: boolean;
  /** The file was read, but what was asked could not be done to it. */
  readonly failed: boolean;
}

/** Takes what came of each file as soon as it is there, so that a batch of thousands is not held in memory. */
export interface Reporter {
  add(outcome: FileOutcome): void;
  /** Writes what is left to write: the counts. */
  finish(): void;
}

/** Everything that was found in a file, of the file itself and of its tables. */
export function findingsOf({ checked, findings }: FileOutcome): readonly Finding[] {
  if (checked === null) return findings;
  return [...findings, ...checked.findings, ...checked.tables.flatMap((table) => table.findings)];
}

/** Whether the file could be read, whatever became of it then. */
export function isReadable({ checked, failed }: FileOutcome): boolean {
  return failed || checked !== null;
}

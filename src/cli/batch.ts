import type { CheckedBook } from '../check/report';
import type { FileHost } from '../hosts/file/fileHost';
import type { Finding } from '../rubric/finding';
import { sentenceFor } from './fault';
import type { InputFile } from './inputs';
import type { Context, ExitCode } from './io';
import { loadFile } from './load';
import { startProgress } from './progress';

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
  /** The file was read, but what was asked could not be done to it. */
  readonly failed: boolean;
}

/** The part of an outcome that a command decides. */
export type Worked = Pick<FileOutcome, 'checked'> & Partial<Pick<FileOutcome, 'remarks' | 'output'>>;

/**
 * Does `work` to every file in turn. A file that cannot be read, or on which the work fails, becomes an outcome that
 * says so; the others go on.
 */
export async function runBatch(
  context: Context,
  inputs: readonly InputFile[],
  work: (host: FileHost, input: InputFile) => Promise<Worked>,
): Promise<FileOutcome[]> {
  const progress = startProgress(inputs.length, context.io);
  const outcomes: FileOutcome[] = [];
  for (const input of inputs) {
    progress.step(input.relative);
    outcomes.push(await runOne(context, input, work));
  }
  progress.stop();
  return outcomes;
}

async function runOne(
  context: Context,
  input: InputFile,
  work: (host: FileHost, input: InputFile) => Promise<Worked>,
): Promise<FileOutcome> {
  const loaded = await loadFile(input.path);
  if (!loaded.ok) return { input, checked: null, findings: [loaded.finding], remarks: [], failed: false };
  try {
    const worked = await work(loaded.host, input);
    return { input, findings: [], remarks: [], failed: false, ...worked };
  } catch (error) {
    return {
      input,
      checked: null,
      findings: [],
      remarks: [sentenceFor(error, input.path, context)],
      failed: true,
    };
  }
}

/** 2 when nothing could be done to any file, or something asked for was not done; 1 for error-level findings; else 0. */
export function exitCodeOf(outcomes: readonly FileOutcome[]): ExitCode {
  if (outcomes.some(({ failed }) => failed)) return 2;
  if (outcomes.every(({ checked }) => checked === null)) return 2;
  const hasError = (findings: readonly Finding[]) => findings.some(({ severity }) => severity === 'error');
  const bad = outcomes.some(
    ({ checked, findings }) =>
      hasError(findings) ||
      (checked !== null &&
        (hasError(checked.findings) || checked.tables.some((table) => hasError(table.findings)))),
  );
  return bad ? 1 : 0;
}

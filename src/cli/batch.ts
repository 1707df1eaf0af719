import type { FileHost } from '../hosts/file/fileHost';
import { sentenceFor } from './fault';
import type { InputFile } from './inputs';
import type { Context, ExitCode } from './io';
import { loadFile } from './load';
import { type FileOutcome, findingsOf, type Reporter } from './outcome';
import { startProgress } from './progress';

/** The part of an outcome that a command decides. */
export type Worked = Pick<FileOutcome, 'checked'> & Partial<Pick<FileOutcome, 'remarks' | 'output'>>;

/**
 * Does `work` to every file in turn and reports each as it is done. A file that cannot be read, or on which the work
 * fails, becomes an outcome that says so; the others go on.
 * @returns the exit code: 2 when nothing could be done to any file, or something asked for was not done; 1 for
 * error-level findings; else 0.
 */
export async function runBatch(
  context: Context,
  inputs: readonly InputFile[],
  reporter: Reporter,
  work: (host: FileHost, input: InputFile) => Promise<Worked>,
): Promise<ExitCode> {
  const progress = startProgress(inputs.length, context.io);
  let done = 0;
  let failed = false;
  let faulty = false;
  for (const input of inputs) {
    progress.step(input.relative);
    const outcome = await runOne(context, input, work);
    reporter.add(outcome);
    if (outcome.done) done++;
    failed ||= outcome.failed;
    faulty ||= findingsOf(outcome).some(({ severity }) => severity === 'error');
  }
  progress.stop();
  reporter.finish();
  if (failed || done === 0) return 2;
  return faulty ? 1 : 0;
}

async function runOne(
  context: Context,
  input: InputFile,
  work: (host: FileHost, input: InputFile) => Promise<Worked>,
): Promise<FileOutcome> {
  const loaded = await loadFile(input.path);
  const nothing = { input, checked: null, findings: [], remarks: [], done: false, failed: false };
  if (!loaded.ok) return { ...nothing, findings: [loaded.finding] };
  try {
    const worked = await work(loaded.host, input);
    return { ...nothing, done: true, ...worked };
  } catch (error) {
    return { ...nothing, remarks: [sentenceFor(error, input.path, context)], failed: true };
  }
}

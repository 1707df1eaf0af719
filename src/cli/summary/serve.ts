import { parentPort, workerData } from 'node:worker_threads';
import { type PackedSubmission, SubmissionPacker } from '../../check/across/submissionPool';
import { type FileToRead, type PackedReport, readOne, type ReadingOrder } from './readOne';

/** Marks a thread as one of ours that reads files. */
export interface WorkerTask extends ReadingOrder {
  readonly kind: 'kaohe-read';
}

export interface ReadJob extends FileToRead {
  readonly index: number;
}

export interface ReadDone {
  readonly index: number;
  readonly submission: PackedSubmission;
  readonly report: PackedReport | null;
}

/** The order that this thread was started with; null in the program's own thread. */
export function workerTask(): WorkerTask | null {
  const data = workerData as Partial<WorkerTask> | null;
  return data?.kind === 'kaohe-read' ? (data as WorkerTask) : null;
}

/** Reads the files that the program's thread names, one after another, and answers in that order. */
export function serveReading(order: ReadingOrder): void {
  const packer = new SubmissionPacker();
  let last = Promise.resolve();
  parentPort?.on('message', ({ index, ...file }: ReadJob) => {
    last = last.then(async () => {
      const { submission, report } = await readOne(file, order);
      const done: ReadDone = { index, submission: packer.pack(submission), report };
      parentPort?.postMessage(done);
    });
  });
}

import { parentPort, workerData } from 'node:worker_threads';
import { type FileReading, type FileToRead, readOne, type ReadingOrder } from './readOne';

/** Marks a thread as one of ours that reads files. */
export interface WorkerTask extends ReadingOrder {
  readonly kind: 'kaohe-read';
}

export interface ReadJob extends FileToRead {
  readonly index: number;
}

export interface ReadDone {
  readonly index: number;
  readonly reading: FileReading;
}

/** The order that this thread was started with; null in the program's own thread. */
export function workerTask(): WorkerTask | null {
  const data = workerData as Partial<WorkerTask> | null;
  return data?.kind === 'kaohe-read' ? (data as WorkerTask) : null;
}

/** Reads the files that the program's thread names, one after another, and answers in that order. */
export function serveReading(order: ReadingOrder): void {
  let last = Promise.resolve();
  parentPort?.on('message', ({ index, ...file }: ReadJob) => {
    last = last.then(async () => {
      const reading = await readOne(file, order);
      const done: ReadDone = { index, reading };
      parentPort?.postMessage(done);
    });
  });
}

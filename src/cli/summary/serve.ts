import { parentPort, workerData } from 'node:worker_threads';
import type { CrewJob } from '../../app/crew';
import { type PackedSubmissions, SubmissionPacker } from '../../check/across/submissionPool';
import { type FileReading, type FileToRead, type PackedReport, readOne, type ReadingOrder } from './readOne';

/** Marks a thread as one of ours that reads files. */
export interface WorkerTask extends ReadingOrder {
  readonly kind: 'kaohe-read';
  /** Where the thread tells which file it is at: memory that it shares with the program's thread. */
  readonly at: Int32Array;
}

/** What came of some files, in the order in which they were named. */
export interface ReadDone {
  readonly indexes: readonly number[];
  readonly submissions: PackedSubmissions;
  /** Absent where no reports are wanted. */
  readonly reports?: readonly (PackedReport | null)[];
}

/** Milliseconds after which what is done is sent, so that progress shows also where files are large. */
const SEND_AFTER = 50;

/** The order that this thread was started with; null in the program's own thread. */
export function workerTask(): WorkerTask | null {
  const data = workerData as Partial<WorkerTask> | null;
  return data?.kind === 'kaohe-read' ? (data as WorkerTask) : null;
}

/** Reads the files that the program's thread names, one after another, and answers in that order. */
export function serveReading(order: WorkerTask): void {
  const packer = new SubmissionPacker();
  const send = (indexes: readonly number[], readings: readonly FileReading[]): void => {
    const submissions = packer.pack(readings.map(({ submission }) => submission));
    const reports = order.report === null ? {} : { reports: readings.map(({ report }) => report) };
    const done: ReadDone = { indexes, submissions, ...reports };
    parentPort?.postMessage(done);
  };
  const readBatch = async (jobs: readonly CrewJob<FileToRead>[]): Promise<void> => {
    let [indexes, readings, since]: [number[], FileReading[], number] = [[], [], performance.now()];
    for (const { index, file } of jobs) {
      Atomics.store(order.at, 0, index);
      readings.push(await readOne(file, order));
      indexes.push(index);
      if (indexes.length < jobs.length && performance.now() - since > SEND_AFTER) {
        send(indexes, readings);
        [indexes, readings, since] = [[], [], performance.now()];
      }
    }
    send(indexes, readings);
  };
  let last = Promise.resolve();
  parentPort?.on('message', (jobs: readonly CrewJob<FileToRead>[]) => {
    last = last.then(() => readBatch(jobs));
  });
}

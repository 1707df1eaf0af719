import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Crew, type CrewWorker } from '../../app/crew';
import { gaveUpFinding } from '../../app/gaveUp';
import { SubmissionPacker, SubmissionPool } from '../../check/across/submissionPool';
import { detailOf } from '../fault';
import { failedReading, type FileReading, type FileToRead, readOne, type ReadingOrder } from './readOne';
import type { ReadDone, WorkerTask } from './serve';

export interface ThreadOptions {
  /** The script that a worker runs; null: everything is read in this thread. */
  readonly script: string | null;
  /** Milliseconds that a file may take before it is given up. */
  readonly limit?: number;
  readonly workers?: number;
}

/** Files that are worth a worker of their own: starting one takes as long as reading some thirty. */
const WORTH_A_WORKER = 30;

/** Files named to a worker in one message, and answered in one: a message takes a tenth of the time of reading a file. */
const BATCH = 16;

/** Heap of one worker. One that needs more fails alone, with the file it was at. */
const WORKER_HEAP_MB = 1024;

/** Room for what lives a moment. With more of it a worker is hardly faster and takes three times as much memory. */
const WORKER_NURSERY_MB = 16;

/**
 * Reads files on all cores and gives what came of each to `each` as it is done, in any order; `index` says which it is.
 * What the files have in common is held once. A file on which a worker crashes or takes too long becomes a finding, and the others go on.
 */
export async function readAll(
  files: readonly FileToRead[],
  order: ReadingOrder,
  { script, limit, workers = availableParallelism() }: ThreadOptions,
  each: (index: number, reading: FileReading) => void,
): Promise<void> {
  const pool = new SubmissionPool();
  if (script === null) {
    const [packer, unpack] = [new SubmissionPacker(), pool.unpacker()];
    for (const [index, file] of files.entries()) {
      const { submission, report } = await readOne(file, order);
      for (const same of unpack(packer.pack([submission]))) each(index, { submission: same, report });
    }
    return;
  }
  const crew = new Crew<FileToRead, FileReading>(files, {
    start: () => startThread(script, order, pool),
    size: Math.min(workers, Math.ceil(files.length / WORTH_A_WORKER)),
    batch: BATCH,
    ...(limit !== undefined && { limit }),
    each,
    gaveUp: (index, reason, detail) =>
      each(index, failedReading(files[index]?.name ?? '', gaveUpFinding(reason, detail), order.report)),
  });
  await crew.run();
}

/** Says that a worker is at no file yet. */
const NOWHERE = -1;

function startThread(
  script: string,
  order: ReadingOrder,
  pool: SubmissionPool,
): CrewWorker<FileToRead, FileReading> {
  const unpack = pool.unpacker();
  const at = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(NOWHERE);
  const task: WorkerTask = { kind: 'kaohe-read', at, ...order };
  const worker = new Worker(script, {
    workerData: task,
    resourceLimits: {
      maxOldGenerationSizeMb: WORKER_HEAP_MB,
      maxYoungGenerationSizeMb: WORKER_NURSERY_MB,
    },
  });
  return {
    hand: (jobs) => worker.postMessage(jobs),
    at: () => {
      const index = Atomics.load(at, 0);
      return index === NOWHERE ? null : index;
    },
    listen: (done, broken) => {
      worker.on('message', ({ indexes, submissions, reports }: ReadDone) => {
        const read = unpack(submissions);
        done(
          indexes.flatMap((index, place) => {
            const submission = read[place];
            const report = reports?.[place] ?? null;
            return submission === undefined ? [] : [{ index, result: { submission, report } }];
          }),
        );
      });
      worker.on('error', (error) => broken(detailOf(error)));
      worker.on('exit', (code) => broken(`exit ${code}`));
    },
    stop: async () => {
      worker.removeAllListeners();
      // An error while it is stopped is of no interest.
      worker.on('error', () => undefined);
      await worker.terminate();
    },
  };
}

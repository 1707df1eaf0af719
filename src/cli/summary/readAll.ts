import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { finding, type Finding } from '../../rubric/finding';
import { detailOf } from '../fault';
import { failedReading, type FileReading, type FileToRead, readOne, type ReadingOrder } from './readOne';
import type { ReadDone, ReadJob, WorkerTask } from './serve';

export interface CrewOptions {
  /** The script that a worker runs; null: everything is read in this thread. */
  readonly script: string | null;
  /** Milliseconds that a file may take before it is given up. */
  readonly limit?: number;
  readonly workers?: number;
}

/** A sound workbook takes milliseconds, the largest that is read some seconds on a slow machine. */
const FILE_LIMIT = 60_000;

/** Files that are worth a worker of their own: starting one takes as long as reading some thirty. */
const WORTH_A_WORKER = 30;

/** Jobs handed to a worker ahead, so that it never waits for this thread. */
const AHEAD = 8;

/** Heap of one worker. One that needs more fails alone, with the file it was at. */
const WORKER_HEAP_MB = 1024;

/** Room for what lives a moment. With more of it a worker is hardly faster and takes three times as much memory. */
const WORKER_NURSERY_MB = 8;

/**
 * Reads files on all cores and gives what came of each to `each` as it is done, in any order; `index` says which it is.
 * A file on which a worker crashes or takes too long becomes a finding, and the others go on.
 */
export function readAll(
  files: readonly FileToRead[],
  order: ReadingOrder,
  { script, limit = FILE_LIMIT, workers = availableParallelism() }: CrewOptions,
  each: (index: number, reading: FileReading) => void,
): Promise<void> {
  if (script === null) return readHere(files, order, each);
  const crew = Math.max(1, Math.min(workers, Math.ceil(files.length / WORTH_A_WORKER)));
  const queue = new JobQueue(files);
  const failed = (index: number, reason: 'too-slow' | 'crashed', detail?: string) =>
    each(index, failedReading(files[index]?.name ?? '', gaveUp(reason, detail), order.report));
  const members = Array.from({ length: crew }, () => member(script, order, limit, queue, each, failed));
  return Promise.all(members).then(() => undefined);
}

async function readHere(
  files: readonly FileToRead[],
  order: ReadingOrder,
  each: (index: number, reading: FileReading) => void,
): Promise<void> {
  for (const [index, file] of files.entries()) each(index, await readOne(file, order));
}

function gaveUp(reason: 'too-slow' | 'crashed', detail?: string): Finding {
  return finding({
    code: 'file/unreadable',
    severity: 'error',
    sheet: null,
    cell: null,
    params: { reason, ...(detail === undefined ? {} : { detail }) },
  });
}

/** What is left to read, in order; jobs of a worker that failed come back to the front. */
class JobQueue {
  #next = 0;
  #returned: ReadJob[] = [];

  constructor(private readonly files: readonly FileToRead[]) {}

  take(): ReadJob | null {
    const returned = this.#returned.shift();
    if (returned !== undefined) return returned;
    const file = this.files[this.#next];
    return file === undefined ? null : { index: this.#next++, ...file };
  }

  giveBack(jobs: readonly ReadJob[]): void {
    this.#returned = [...jobs, ...this.#returned];
  }
}

/** One place in the crew: a worker, and the next one where it fails, until nothing is left. */
async function member(
  script: string,
  order: ReadingOrder,
  limit: number,
  queue: JobQueue,
  each: (index: number, reading: FileReading) => void,
  failed: (index: number, reason: 'too-slow' | 'crashed', detail?: string) => void,
): Promise<void> {
  for (let job = queue.take(); job !== null; job = queue.take()) {
    const end = await new Shift(script, order, limit, queue, each).run(job);
    if (end.kind === 'done') continue;
    const [culprit, ...others] = end.unfinished;
    queue.giveBack(others);
    if (culprit !== undefined) failed(culprit.index, end.kind, end.detail);
  }
}

interface ShiftEnd {
  readonly kind: 'done' | 'too-slow' | 'crashed';
  /** In the order of the work: the first is the one it failed on. */
  readonly unfinished: readonly ReadJob[];
  readonly detail?: string;
}

/** The life of one worker. */
class Shift {
  readonly #inHand: ReadJob[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly script: string,
    private readonly order: ReadingOrder,
    private readonly limit: number,
    private readonly queue: JobQueue,
    private readonly each: (index: number, reading: FileReading) => void,
  ) {}

  run(first: ReadJob): Promise<ShiftEnd> {
    const task: WorkerTask = { kind: 'kaohe-read', ...this.order };
    const worker = new Worker(this.script, {
      workerData: task,
      resourceLimits: {
        maxOldGenerationSizeMb: WORKER_HEAP_MB,
        maxYoungGenerationSizeMb: WORKER_NURSERY_MB,
      },
    });
    return new Promise((resolve, reject) => {
      const end = (kind: ShiftEnd['kind'], detail?: string) => {
        clearTimeout(this.#timer);
        worker.removeAllListeners();
        // What it still has to say is of no interest; an error while it is stopped neither.
        worker.on('error', () => undefined);
        const over: ShiftEnd = { kind, unfinished: this.#inHand, ...(detail !== undefined && { detail }) };
        worker.terminate().then(() => resolve(over), reject);
      };
      const hand = (job: ReadJob | null) => {
        if (job === null) return false;
        this.#inHand.push(job);
        worker.postMessage(job);
        return true;
      };
      const wait = () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => end('too-slow'), this.limit);
      };
      worker.on('message', ({ index, reading }: ReadDone) => {
        const at = this.#inHand.findIndex((job) => job.index === index);
        if (at >= 0) this.#inHand.splice(at, 1);
        try {
          this.each(index, reading);
        } catch (error) {
          clearTimeout(this.#timer);
          worker.terminate().then(() => reject(error as Error), reject);
          return;
        }
        while (this.#inHand.length < AHEAD && hand(this.queue.take()));
        if (this.#inHand.length === 0) end('done');
        else wait();
      });
      worker.on('error', (error) => end('crashed', detailOf(error)));
      worker.on('exit', (code) => end('crashed', `exit ${code}`));
      hand(first);
      while (this.#inHand.length < AHEAD && hand(this.queue.take()));
      wait();
    });
  }
}

/** A file to be read: its place in the list, and how a worker finds it. */
export interface CrewJob<F> {
  readonly index: number;
  readonly file: F;
}

/** What came of a file: its place in the list, and the result. */
export interface CrewResult<R> {
  readonly index: number;
  readonly result: R;
}

/** A worker as a crew needs it, whatever kind of thread stands behind it. It works on its jobs one after another. */
export interface CrewWorker<F, R> {
  hand(jobs: readonly CrewJob<F>[]): void;
  /** `done` with results in the order of the jobs, one or several at once; `broken` once, when the worker ends by itself. */
  listen(done: (results: readonly CrewResult<R>[]) => void, broken: (detail: string) => void): void;
  /**
   * The file that it is at, or was when it ended; null: it has not begun. Only for a worker that keeps results back to
   * send several at once: of any other it is the first one without a result.
   */
  readonly at?: () => number | null;
  /** After it nothing is heard of the worker. */
  stop(): Promise<void>;
}

export interface CrewOptions<F, R> {
  readonly start: () => CrewWorker<F, R>;
  readonly size: number;
  /** Most jobs handed to a worker at once; absent: 1. */
  readonly batch?: number;
  /** Milliseconds that a file may take before it is given up. */
  readonly limit?: number;
  /** What came of a file, in any order. */
  readonly each: (index: number, result: R) => void;
  /** A file on which a worker broke or that took too long. */
  readonly gaveUp: (index: number, reason: 'too-slow' | 'crashed', detail?: string) => void;
}

/** A sound workbook takes milliseconds, the largest that is read some seconds on a slow machine. */
const FILE_LIMIT = 60_000;

/** Jobs handed to a worker ahead, so that it never waits for the thread that hands them out; in batches at least two of them. */
const AHEAD = 8;

/** A worker gets at most this part of its share of the files at once, so that all end at about the same time. */
const PARTS = 16;

/**
 * Workers that read a list of files together. A file on which one breaks or takes too long is given up, a new worker takes
 * its place, and every other file is read exactly once.
 */
export class Crew<F, R> {
  readonly #queue: JobQueue<F>;
  readonly #batch: number;
  readonly #cancels = new Set<() => void>();

  constructor(
    files: readonly F[],
    private readonly options: CrewOptions<F, R>,
  ) {
    this.#queue = new JobQueue(files);
    const part = Math.floor(files.length / (Math.max(1, options.size) * PARTS));
    this.#batch = Math.max(1, Math.min(options.batch ?? 1, part));
  }

  /** Until all are read, or the crew is called off. */
  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.options.size }, () => this.#member()));
  }

  /** What is done stays done; what is in hand is dropped. */
  cancel(): void {
    this.#queue.close();
    for (const cancel of this.#cancels) cancel();
  }

  /** One place in the crew: a worker, and the next one where it fails, until nothing is left. */
  async #member(): Promise<void> {
    for (let jobs = this.#take(); jobs.length > 0; jobs = this.#take()) {
      const end = await this.#shift(jobs);
      if (end.kind === 'done' || end.kind === 'cancelled') continue;
      const culprit = end.unfinished.find(({ index }) => index === end.at) ?? end.unfinished[0];
      this.#queue.giveBack(end.unfinished.filter((job) => job !== culprit));
      if (culprit !== undefined) this.options.gaveUp(culprit.index, end.kind, end.detail);
    }
  }

  #take(): CrewJob<F>[] {
    return this.#queue.take(this.#batch);
  }

  /** The life of one worker. */
  #shift(first: readonly CrewJob<F>[]): Promise<ShiftEnd<F>> {
    const { start, limit = FILE_LIMIT, each } = this.options;
    const ahead = Math.max(AHEAD, 2 * this.#batch);
    return new Promise((resolve, reject) => {
      const worker = start();
      const inHand: CrewJob<F>[] = [];
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isOver = false;
      const leave = (then: () => void) => {
        if (isOver) return;
        isOver = true;
        clearTimeout(timer);
        this.#cancels.delete(cancel);
        worker.stop().then(then, reject);
      };
      const end = (kind: ShiftEnd<F>['kind'], detail?: string) =>
        leave(() => {
          const at = worker.at?.() ?? null;
          resolve({ kind, unfinished: inHand, at, ...(detail !== undefined && { detail }) });
        });
      const cancel = () => end('cancelled');
      const hand = (jobs: readonly CrewJob<F>[]) => {
        inHand.push(...jobs);
        worker.hand(jobs);
      };
      const goOn = () => {
        if (isOver) return;
        while (inHand.length + this.#batch <= ahead) {
          const jobs = this.#take();
          if (jobs.length === 0) break;
          hand(jobs);
        }
        clearTimeout(timer);
        if (inHand.length === 0) end('done');
        else timer = setTimeout(() => end('too-slow'), limit);
      };
      this.#cancels.add(cancel);
      worker.listen(
        (results) => {
          if (isOver) return;
          try {
            for (const { index, result } of results) {
              const at = inHand.findIndex((job) => job.index === index);
              if (at >= 0) inHand.splice(at, 1);
              each(index, result);
            }
            goOn();
          } catch (error) {
            leave(() => reject(error instanceof Error ? error : new Error(String(error))));
          }
        },
        (detail) => end('crashed', detail),
      );
      hand(first);
      goOn();
    });
  }
}

interface ShiftEnd<F> {
  readonly kind: 'done' | 'cancelled' | 'too-slow' | 'crashed';
  /** In the order of the work: the first is the one it failed on, unless the worker says where it was. */
  readonly unfinished: readonly CrewJob<F>[];
  readonly at: number | null;
  readonly detail?: string;
}

/** What is left to read, in order; jobs of a worker that failed come back to the front. */
class JobQueue<F> {
  #next = 0;
  #returned: CrewJob<F>[] = [];
  #isClosed = false;

  constructor(private readonly files: readonly F[]) {}

  take(most: number): CrewJob<F>[] {
    if (this.#isClosed) return [];
    const jobs = this.#returned.splice(0, most);
    while (jobs.length < most) {
      const file = this.files[this.#next];
      if (file === undefined) break;
      jobs.push({ index: this.#next++, file });
    }
    return jobs;
  }

  giveBack(jobs: readonly CrewJob<F>[]): void {
    this.#returned = [...jobs, ...this.#returned];
  }

  close(): void {
    this.#isClosed = true;
  }
}

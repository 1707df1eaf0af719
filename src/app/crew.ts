/** A file to be read: its place in the list, and how a worker finds it. */
export interface CrewJob<F> {
  readonly index: number;
  readonly file: F;
}

/** A worker as a crew needs it, whatever kind of thread stands behind it. It works on its jobs one after another. */
export interface CrewWorker<F, R> {
  hand(job: CrewJob<F>): void;
  /** `done` for each job in its order; `broken` once, when the worker ends by itself. */
  listen(done: (index: number, result: R) => void, broken: (detail: string) => void): void;
  /** After it nothing is heard of the worker. */
  stop(): Promise<void>;
}

export interface CrewOptions<F, R> {
  readonly start: () => CrewWorker<F, R>;
  readonly size: number;
  /** Milliseconds that a file may take before it is given up. */
  readonly limit?: number;
  /** What came of a file, in any order. */
  readonly each: (index: number, result: R) => void;
  /** A file on which a worker broke or that took too long. */
  readonly gaveUp: (index: number, reason: 'too-slow' | 'crashed', detail?: string) => void;
}

/** A sound workbook takes milliseconds, the largest that is read some seconds on a slow machine. */
const FILE_LIMIT = 60_000;

/** Jobs handed to a worker ahead, so that it never waits for the thread that hands them out. */
const AHEAD = 8;

/**
 * Workers that read a list of files together. A file on which one breaks or takes too long is given up, a new worker takes
 * its place, and every other file is read exactly once.
 */
export class Crew<F, R> {
  readonly #queue: JobQueue<F>;
  readonly #cancels = new Set<() => void>();

  constructor(
    files: readonly F[],
    private readonly options: CrewOptions<F, R>,
  ) {
    this.#queue = new JobQueue(files);
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
    for (let job = this.#queue.take(); job !== null; job = this.#queue.take()) {
      const end = await this.#shift(job);
      if (end.kind === 'done' || end.kind === 'cancelled') continue;
      const [culprit, ...others] = end.unfinished;
      this.#queue.giveBack(others);
      if (culprit !== undefined) this.options.gaveUp(culprit.index, end.kind, end.detail);
    }
  }

  /** The life of one worker. */
  #shift(first: CrewJob<F>): Promise<ShiftEnd<F>> {
    const { start, limit = FILE_LIMIT, each } = this.options;
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
        leave(() => resolve({ kind, unfinished: inHand, ...(detail !== undefined && { detail }) }));
      const cancel = () => end('cancelled');
      const hand = (job: CrewJob<F> | null) => {
        if (job === null) return false;
        inHand.push(job);
        worker.hand(job);
        return true;
      };
      const goOn = () => {
        while (inHand.length < AHEAD && hand(this.#queue.take()));
        clearTimeout(timer);
        if (inHand.length === 0) end('done');
        else timer = setTimeout(() => end('too-slow'), limit);
      };
      this.#cancels.add(cancel);
      worker.listen(
        (index, result) => {
          if (isOver) return;
          const at = inHand.findIndex((job) => job.index === index);
          if (at >= 0) inHand.splice(at, 1);
          try {
            each(index, result);
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
  /** In the order of the work: the first is the one it failed on. */
  readonly unfinished: readonly CrewJob<F>[];
  readonly detail?: string;
}

/** What is left to read, in order; jobs of a worker that failed come back to the front. */
class JobQueue<F> {
  #next = 0;
  #returned: CrewJob<F>[] = [];
  #isClosed = false;

  constructor(private readonly files: readonly F[]) {}

  take(): CrewJob<F> | null {
    if (this.#isClosed) return null;
    const returned = this.#returned.shift();
    if (returned !== undefined) return returned;
    const index = this.#next;
    const file = this.files[index];
    if (file === undefined) return null;
    this.#next = index + 1;
    return { index, file };
  }

  giveBack(jobs: readonly CrewJob<F>[]): void {
    this.#returned = [...jobs, ...this.#returned];
  }

  close(): void {
    this.#isClosed = true;
  }
}

import { Crew } from '../../app/crew';
import type { CrewWorker } from '../../app/crew';
import { gaveUpSubmission } from '../../app/gaveUp';
import type { CheckChoices } from '../../app/options';
import { readHostFile } from '../../app/readHostFile';
import { readSubmission } from '../../app/readSubmission';
import type { Submission } from '../../check/across/submission';
import { SubmissionPacker, SubmissionPool } from '../../check/across/submissionPool';
import type { PackedSubmissions } from '../../check/across/submissionPool';
import type { HostFile } from '../../hosts/files';
import type { SubmissionReading } from '../../app/readSubmission';
import { newWorker } from './newWorker';

/** A file that somebody chose or dropped in this page, with its name below the folder they chose. */
export interface PageFile {
  readonly path: string;
  readonly content: Blob;
}

/** A file to be read, from wherever it was picked. */
export type ReturnedFile = PageFile | HostFile;

/** What a reading worker says. */
export type ReadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly index: number; readonly submissions: PackedSubmissions }
  | { readonly kind: 'failed'; readonly index: number; readonly detail: string };

export interface Reading {
  /** Until all files are read, or it is called off. */
  readonly finished: Promise<void>;
  cancel(): void;
}

/** Files that are worth a worker of their own. */
const WORTH_A_WORKER = 8;
/** More workers than this only get in each other's way on an office machine. */
const MOST_WORKERS = 4;
/** A worker that does not answer so long is refused by this spreadsheet, without a word. */
const START_LIMIT = 10_000;

/**
 * Reads files in workers, or, where the page may have none (opened from a folder, or refused by the spreadsheet), here in
 * slices, so that the pane stays alive. Files that the spreadsheet gives are always read here: no worker reaches it. What
 * the files have in common is held once. A file that cannot be read never stops the others.
 */
export function readFiles(
  files: readonly ReturnedFile[],
  choices: CheckChoices,
  each: (index: number, submission: Submission) => void,
): Reading {
  let isCancelled = false;
  let stop = (): void => undefined;
  const cancel = () => {
    isCancelled = true;
    stop();
  };
  const gaveUp = (index: number, reason: 'too-slow' | 'crashed', detail?: string) =>
    each(index, gaveUpSubmission(files[index]?.path ?? '', reason, detail));
  const read = async () => {
    const pool = new SubmissionPool();
    const ofPage = files.filter(isOfPage);
    if (ofPage.length < files.length || !(await canWork(choices)))
      return readHere(files, choices, pool, each, gaveUp, () => isCancelled);
    if (isCancelled) return;
    const crew = new Crew<PageFile, Submission>(ofPage, {
      start: () => startWorker(choices, pool),
      size: Math.min(
        navigator.hardwareConcurrency || 1,
        MOST_WORKERS,
        Math.ceil(files.length / WORTH_A_WORKER),
      ),
      each,
      gaveUp,
    });
    stop = () => crew.cancel();
    await crew.run();
  };
  return { finished: read(), cancel };
}

async function readHere(
  files: readonly ReturnedFile[],
  choices: CheckChoices,
  pool: SubmissionPool,
  each: (index: number, submission: Submission) => void,
  gaveUp: (index: number, reason: 'crashed', detail: string) => void,
  isCancelled: () => boolean,
): Promise<void> {
  const [packer, unpack] = [new SubmissionPacker(), pool.unpacker()];
  for (const [index, file] of files.entries()) {
    if (isCancelled()) return;
    try {
      const { submission } = await (isOfPage(file)
        ? readPageFile(file, choices)
        : readHostFile(file, choices));
      for (const same of unpack(packer.pack([submission]))) each(index, same);
    } catch (error) {
      gaveUp(index, 'crashed', error instanceof Error ? error.message : String(error));
    }
    // A task, not a mere promise: the page draws and hears clicks in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function isOfPage(file: ReturnedFile): file is PageFile {
  return 'content' in file;
}

async function readPageFile(file: PageFile, choices: CheckChoices): Promise<SubmissionReading> {
  return readSubmission(await bytesOf(file), file.path, choices);
}

/** @throws what the browser or the spreadsheet says where it does not give them */
export async function bytesOf(file: ReturnedFile): Promise<Uint8Array> {
  return isOfPage(file) ? new Uint8Array(await file.content.arrayBuffer()) : file.bytes();
}

/** Whether this page may have workers; asking costs one that is stopped at once. */
async function canWork(choices: CheckChoices): Promise<boolean> {
  let worker: Worker;
  try {
    worker = newWorker();
  } catch {
    return false;
  }
  const answered = await new Promise<boolean>((resolve) => {
    worker.onmessage = () => resolve(true);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(false);
    };
    setTimeout(() => resolve(false), START_LIMIT);
    worker.postMessage(choices);
  });
  worker.terminate();
  return answered;
}

function startWorker(choices: CheckChoices, pool: SubmissionPool): CrewWorker<PageFile, Submission> {
  const unpack = pool.unpacker();
  const worker = newWorker();
  worker.postMessage(choices);
  return {
    hand: (jobs) => jobs.forEach((job) => worker.postMessage(job)),
    listen: (done, broken) => {
      worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
        if (data.kind === 'read') {
          const { index, submissions } = data;
          done(unpack(submissions).map((result) => ({ index, result })));
        } else if (data.kind === 'failed') broken(data.detail);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        broken(event.message);
      };
    },
    stop: async () => {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
    },
  };
}

import type { CheckChoices } from '../../app/options';
import { readSubmission } from '../../app/readSubmission';
import type { CrewJob } from '../../app/crew';
import { SubmissionPacker } from '../../check/across/submissionPool';
import type { ReadAnswer, PageFile } from './readFiles';

/** The scope of this thread, as far as it is used: the page's own types stand for a window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<CheckChoices | CrewJob<PageFile>>) => void) | null;
  postMessage(answer: ReadAnswer): void;
}

const scope = self as unknown as WorkerScope;
const packer = new SubmissionPacker();
let choices: CheckChoices = {};
let last = Promise.resolve();

/** The first message says how to read; each later one names a file. Answers come in the order of the files. */
scope.onmessage = ({ data }) => {
  if (!('index' in data)) {
    choices = data;
    scope.postMessage({ kind: 'ready' });
    return;
  }
  const { index, file } = data;
  last = last.then(async () => {
    try {
      const bytes = new Uint8Array(await file.content.arrayBuffer());
      const { submission } = await readSubmission(bytes, file.path, choices);
      scope.postMessage({ kind: 'read', index, submissions: packer.pack([submission]) });
    } catch (error) {
      scope.postMessage({
        kind: 'failed',
        index,
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  });
};

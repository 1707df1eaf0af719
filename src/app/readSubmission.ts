import { submissionOf, unreadableSubmission } from '../check/across/submissionOf';
import type { Submission } from '../check/across/submission';
import type { CheckedBook } from '../check/report';
import type { NativeCodec } from '../hosts/file/codec';
import { readFileContent } from '../hosts/file/fileHost';
import { FormMemory } from '../sheet/formMemory';
import { checkSnapshot } from './checkWorkbook';
import type { CheckChoices } from './options';

/** A round brings the same few forms back from every unit. */
const forms = new FormMemory();

/** A returned file read and checked: what the summary keeps of it, and the whole of it for a report. */
export interface SubmissionReading {
  readonly submission: Submission;
  /** Null where the file could not be read. */
  readonly checked: CheckedBook | null;
}

/**
 * Reads and checks one returned workbook. `path` is what a person calls it, with `/` between folders. What stands in the
 * way comes as a finding of the submission; nothing is thrown. `codec`: the platform's own way to inflate, where it has one.
 */
export async function readSubmission(
  bytes: Uint8Array,
  path: string,
  choices: CheckChoices,
  codec: NativeCodec | null = null,
): Promise<SubmissionReading> {
  const content = await readFileContent(bytes, path.slice(path.lastIndexOf('/') + 1), codec);
  if (!content.ok) return { submission: unreadableSubmission(path, content.finding), checked: null };
  const checked = checkSnapshot(content.snapshot, { forms, ...choices });
  return { submission: submissionOf(path, checked), checked };
}

import type { Submission } from '../check/across/submission';
import { unreadableSubmission } from '../check/across/submissionOf';
import { finding } from '../rubric/finding';
import type { Finding } from '../rubric/finding';

/** Why a file gave nothing: a worker broke on it, it took too long, or nobody could open it. */
export function gaveUpFinding(reason: 'too-slow' | 'crashed' | 'cannot-open', detail?: string): Finding {
  return finding({
    code: 'file/unreadable',
    severity: 'error',
    sheet: null,
    cell: null,
    params: { reason, ...(detail === undefined ? {} : { detail }) },
  });
}

/** A file that was given up. */
export function gaveUpSubmission(path: string, reason: 'too-slow' | 'crashed', detail?: string): Submission {
  return unreadableSubmission(path, gaveUpFinding(reason, detail));
}

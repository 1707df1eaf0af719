import { submissionOf, unreadableSubmission } from '../check/across/submissionOf';
import type { HostFile } from '../hosts/files';
import type { BookSnapshot } from '../sheet/grid';
import { checkSnapshot } from './checkWorkbook';
import { gaveUpFinding } from './gaveUp';
import type { CheckChoices } from './options';
import { readSubmission } from './readSubmission';
import type { SubmissionReading } from './readSubmission';

/** A format of the spreadsheet's own: what its makers put into it, nobody else knows for certain. */
const SPREADSHEETS_OWN = /\.et$/i;
/** Old workbooks, of which the program reads most but not all kinds. */
const OLD = /\.xls$/i;

/**
 * Reads and checks one returned workbook that lies on the disk: from its bytes where the program can read them, else as the
 * spreadsheet opens it. What stands in the way comes as a finding of the submission; nothing is thrown.
 */
export async function readHostFile(file: HostFile, choices: CheckChoices): Promise<SubmissionReading> {
  if (SPREADSHEETS_OWN.test(file.path))
    return (await opened(file, choices, false)) ?? fromBytes(file, choices);
  const reading = await fromBytes(file, choices);
  if (reading.submission.readable) return reading;
  const codes = new Set(reading.submission.findings.map(({ code }) => code));
  // The spreadsheet asks for the password itself; who does not know it is told what is in the way.
  if (codes.has('file/encrypted')) return (await opened(file, choices, true)) ?? reading;
  // A damaged workbook of today's kind is not handed on: the spreadsheet would go about repairing it.
  return OLD.test(file.path) ? ((await opened(file, choices, false)) ?? reading) : reading;
}

async function fromBytes(file: HostFile, choices: CheckChoices): Promise<SubmissionReading> {
  let bytes: Uint8Array;
  try {
    bytes = await file.bytes();
  } catch {
    // Where the bytes are refused, the spreadsheet may open the file all the same.
    return (await opened(file, choices, false)) ?? cannotOpen(file.path);
  }
  return readSubmission(bytes, file.path, choices);
}

/** As the spreadsheet opens it; null where it does not. */
async function opened(
  file: HostFile,
  choices: CheckChoices,
  mayAsk: boolean,
): Promise<SubmissionReading | null> {
  let snapshot: BookSnapshot;
  try {
    snapshot = await file.open(mayAsk);
  } catch {
    return null;
  }
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1);
  const checked = checkSnapshot({ ...snapshot, fileName }, choices);
  return { submission: submissionOf(file.path, checked), checked };
}

function cannotOpen(path: string): SubmissionReading {
  return { submission: unreadableSubmission(path, gaveUpFinding('cannot-open')), checked: null };
}

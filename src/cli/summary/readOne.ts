import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CheckChoices } from '../../app/options';
import { readSubmission } from '../../app/readSubmission';
import type { Submission } from '../../check/across/submission';
import { unreadableSubmission } from '../../check/across/submissionOf';
import { type JsonReport, toJsonReport } from '../../check/jsonReport';
import type { Language } from '../../locale/language';
import type { Finding } from '../../rubric/finding';
import { readBytes } from '../load';
import { nativeCodec } from '../nativeCodec';

/** How files are read: the same for all of a run, and plain data, so that it can be sent to a worker. */
export interface ReadingOrder {
  readonly choices: CheckChoices;
  /** Make the file's part of the JSON report in this language; null: none is wanted. */
  readonly report: Language | null;
}

/** Where a file is, and what a person calls it. */
export interface FileToRead {
  readonly path: string;
  readonly name: string;
}

/** What came of one file. */
export interface FileReading {
  readonly submission: Submission;
  readonly report: PackedReport | null;
}

/** A file's part of the report for programs, packed: thousands wait for the findings across files. */
export interface PackedReport {
  /** JSON of the findings of the file as a whole, without the brackets around. */
  readonly findings: string;
  /** Deflated JSON of the sheets. */
  readonly sheets: Uint8Array;
  readonly counts: JsonReport['counts'];
}

/** Reads and checks one file; whatever stands in the way is a finding of it. */
export async function readOne({ path, name }: FileToRead, order: ReadingOrder): Promise<FileReading> {
  const { choices, report } = order;
  const read = readBytes(path);
  if (!read.ok) return failedReading(name, read.finding, report);
  const { submission, checked } = await readSubmission(read.bytes, name, choices, nativeCodec);
  if (report === null) return { submission, report: null };
  const findings = checked === null ? submission.findings : [];
  return { submission, report: packed(toJsonReport([{ path: name, checked, findings }], report)) };
}

/** A file that gave nothing, and why. */
export function failedReading(path: string, finding: Finding, report: Language | null): FileReading {
  const submission = unreadableSubmission(path, finding);
  if (report === null) return { submission, report: null };
  return { submission, report: packed(toJsonReport([{ path, checked: null, findings: [finding] }], report)) };
}

function packed({ files: [file], counts }: JsonReport): PackedReport {
  return {
    findings: (file?.findings ?? []).map((one) => JSON.stringify(one)).join(','),
    // A copy: zlib's own result keeps a piece of 16 KB alive, and so would what is sent.
    sheets: new Uint8Array(deflateRawSync(JSON.stringify(file?.sheets ?? []), { level: 1 })),
    counts,
  };
}

/** JSON of the sheets of a packed report. */
export function sheetsJson({ sheets }: PackedReport): string {
  return inflateRawSync(sheets).toString('utf8');
}

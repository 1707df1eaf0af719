import { stat } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import {
  rankingStage,
  isReturnedSheet,
  openSummary,
  readSentRubric,
  readingChoices,
  summarise,
  summaryWorkbookBy,
} from '../../app/summarise';
import type { Outline, Submission } from '../../check/across/submission';
import type { FileHost } from '../../hosts/file/fileHost';
import { findingSentence } from '../../locale/catalog';
import type { EditPlan } from '../../plan/edits';
import { choicesOf, type JudgingOptions } from '../choices';
import { CliFault } from '../fault';
import { collectInputs, type InputFile } from '../inputs';
import type { Context, ExitCode } from '../io';
import { loadFile, readBytes } from '../load';
import { nativeCodec } from '../nativeCodec';
import { writeAtomically } from '../outputs';
import { printSummary } from '../print/summary';
import { printSummaryJson } from '../print/summaryJson';
import { startProgress } from '../progress';
import { readRosterFile } from '../rosterFile';
import { bundleScript } from '../summary/bundle';
import { fitEngine, fitEngineToWriting } from '../summary/engine';
import { readAll } from '../summary/readAll';
import type { FileToRead, PackedReport } from '../summary/readOne';

export interface SummaryOptions extends JudgingOptions {
  readonly out?: string;
  readonly roster?: string;
  readonly rubric?: string;
  readonly office?: string;
  readonly date?: string;
  readonly json?: boolean;
}

/** `kaohe summary`: one summary workbook from any number of returned ones. */
export async function summaryCommand(
  context: Context,
  paths: readonly string[],
  options: SummaryOptions,
): Promise<ExitCode> {
  const { language, text, io } = context;
  const out = outputPath(options.out);
  const date = dateOf(options.date);
  const choices = await choicesOf(options);
  const roster = options.roster === undefined ? null : await readRosterFile(options.roster, language);
  const sent = options.rubric === undefined ? null : await sentRubric(options.rubric, context);
  const inputs = await collectInputs(paths, out, refuseSubmission);

  fitEngine();
  const submissions: Submission[] = [];
  const reports: (PackedReport | null)[] = [];
  const progress = startProgress(inputs.length, io);
  const order = {
    choices: readingChoices(roster, choices),
    report: options.json === true ? language : null,
  };
  await readAll(namedFiles(inputs), order, { script: bundleScript() }, (index, { submission, report }) => {
    submissions[index] = submission;
    reports[index] = report;
    progress.step(inputs[index]?.relative ?? '');
  });
  progress.stop();
  fitEngineToWriting();

  const stage = rankingStage(choices);
  const { summary, plan } = summarise(submissions, {
    language,
    roster,
    sent,
    ...(stage !== undefined && { stage }),
    office: options.office ?? null,
    date,
    linkTo: linksFrom(dirname(resolve(out)), inputs),
  });
  const nothing = !submissions.some(({ readable }) => readable);
  if (!nothing) await writeAtomically(out, await workbookWith(plan, out, context));
  if (options.json === true) printSummaryJson(context, summary, inputs, reports, nothing ? null : out);
  else printSummary(context, summary, nothing ? null : out);
  if (nothing) {
    io.stderr.write(`${text.fault['nothing-readable']({})}\n`);
    return 2;
  }
  return summary.findings.some(({ finding }) => finding.severity === 'error') ? 1 : 0;
}

function outputPath(out: string | undefined): string {
  const extension = extname(out ?? '').toLowerCase();
  if (out === undefined || (extension !== '.xlsx' && extension !== '.xlsm')) {
    throw new CliFault('summary-output', { path: out ?? '' });
  }
  return out;
}

/**
 * A file among the inputs is written to only where a summary stands in it already: a returned sheet would be left out of the
 * summary, and changed.
 * @throws CliFault `summary-output-is-input`
 */
async function refuseSubmission(path: string): Promise<void> {
  if (summaryAt(path) !== null) return;
  const loaded = await loadFile(path);
  // What cannot be read now is told when it is to be written to.
  if (loaded.ok && isReturnedSheet(await loaded.host.read())) {
    throw new CliFault('summary-output-is-input', { path });
  }
}

/** The day on the sheets: the one that was named, else today where the program runs. */
function dateOf(text: string | undefined): { year: number; month: number; day: number } {
  if (text === undefined) {
    const now = new Date();
    return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  }
  const [, year, month, day] = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? []).map(Number);
  const date = new Date(Date.UTC(year ?? NaN, (month ?? NaN) - 1, day ?? NaN));
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    date.getUTCMonth() + 1 !== month ||
    date.getUTCDate() !== day
  ) {
    throw new CliFault('invalid-value', { text, allowed: 'YYYY-MM-DD' });
  }
  return { year, month, day };
}

async function sentRubric(path: string, context: Context): Promise<readonly Outline[]> {
  const loaded = await loadFile(path);
  if (!loaded.ok) {
    const reason = findingSentence(loaded.finding, context.language);
    throw new CliFault('rubric-unreadable', { path, reason });
  }
  const outlines = await readSentRubric(loaded.host);
  if (outlines.length === 0) throw new CliFault('rubric-without-table', { path });
  return outlines;
}

/** Files by what a person calls them: the name below the folder they chose, unless two files have the same. */
function namedFiles(inputs: readonly InputFile[]): FileToRead[] {
  const times = new Map<string, number>();
  for (const { relative: name } of inputs) times.set(name, (times.get(name) ?? 0) + 1);
  return inputs.map(({ path, relative: below }) => ({
    path,
    name: (times.get(below) === 1 ? below : path).replace(/\\/g, '/'),
  }));
}

/** Files as the summary can link to them: relative to its folder; none on another drive. */
function linksFrom(folder: string, inputs: readonly InputFile[]): (file: number) => string | null {
  // Thousands of files lie in a few folders, and finding the way to one takes as long as drawing its line.
  const ways = new Map<string, string | null>();
  const wayTo = (folderOfFile: string): string | null => {
    const way = relative(folder, resolve(folderOfFile));
    return isAbsolute(way) ? null : way.replace(/\\/g, '/');
  };
  return (file) => {
    const path = inputs[file]?.path ?? '';
    const beside = dirname(path);
    let way = ways.get(beside);
    if (way === undefined) ways.set(beside, (way = wayTo(beside)));
    if (path === '' || way === null) return null;
    return way === '' ? basename(path) : `${way}/${basename(path)}`;
  };
}

/** The workbook that stands at the path with the sheets of the plan written into it, or a new one. */
async function workbookWith(plan: EditPlan, path: string, context: Context): Promise<Uint8Array> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    if (extname(path).toLowerCase() === '.xlsm') throw new CliFault('summary-output', { path });
    return summaryWorkbookBy(nativeCodec, plan);
  }
  const host = summaryAt(path) ?? (await workbookAt(path, context));
  await host.apply(plan);
  return host.save();
}

function summaryAt(path: string): FileHost | null {
  const read = readBytes(path);
  return read.ok ? openSummary(read.bytes, basename(path), nativeCodec) : null;
}

async function workbookAt(path: string, context: Context): Promise<FileHost> {
  const loaded = await loadFile(path);
  if (loaded.ok) return loaded.host;
  const reason = findingSentence(loaded.finding, context.language);
  throw new CliFault('summary-output-unreadable', { path, reason });
}

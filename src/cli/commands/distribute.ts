import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { archiveName, assign, blankBook, namedFiles, OFFICIAL_SOURCE, rubricsIn } from '../../app/distribute';
import type { Assignment, RubricSource } from '../../app/distribute';
import { newZip } from '../../hosts/file/writeZip';
import { findingSentence } from '../../locale/catalog';
import type { Roster } from '../../rubric/roster';
import { CliFault } from '../fault';
import type { Context, ExitCode } from '../io';
import { loadFile } from '../load';
import { writeAtomically } from '../outputs';
import { startProgress } from '../progress';
import { readRosterFile } from '../rosterFile';

export interface DistributeOptions {
  readonly all?: boolean;
  readonly unit?: readonly string[];
  readonly rubric?: string;
  readonly roster?: string;
  readonly year?: string;
  readonly out?: string;
  readonly zip?: boolean;
}

/** `kaohe distribute`: blank scoring workbooks, one a unit, into a folder or one archive. */
export async function distributeCommand(
  context: Context,
  _: readonly string[],
  options: DistributeOptions,
): Promise<ExitCode> {
  const { text, io } = context;
  const units = unitsAsked(options);
  const year = yearAsked(options.year);
  if (options.out === undefined || options.out === '') throw new CliFault('folder-needed', {});
  const roster = options.roster === undefined ? null : await readRosterFile(options.roster, context.language);
  const source = await sourceAsked(context, options.rubric, year ?? new Date().getFullYear());
  const { assignments, unknown } = assign(source.rubrics, units, roster);
  if (unknown.length > 0) throw new CliFault('units-unknown', { units: unknown });

  const files = await makeFiles(context, assignments, source, year, roster);
  const target = options.zip === true ? archiveOf(options.out, files, yearOf(assignments, year)) : null;
  const outputs =
    target ?? new Map([...files].map(([name, bytes]) => [join(options.out ?? '', name), bytes]));
  await writeNew(outputs);
  const unnamed = assignments.filter(({ unit }) => unit === null).length;
  io.stdout.write(
    `${text.distributed({ files: files.size, path: target?.keys().next().value ?? options.out })}\n`,
  );
  if (unnamed > 0) io.stdout.write(`${text.distributedUnnamed({ count: unnamed })}\n`);
  return 0;
}

function unitsAsked({ all, unit }: DistributeOptions): readonly string[] | 'all' {
  if (all === true && unit !== undefined) throw new CliFault('units-both', {});
  if (all === true) return 'all';
  if (unit === undefined || unit.length === 0) throw new CliFault('units-needed', {});
  return unit;
}

function yearAsked(year: string | undefined): number | null {
  if (year === undefined) return null;
  const number = Number(year);
  if (!/^\d{4}$/.test(year) || number < 1990 || number > 2100)
    throw new CliFault('invalid-value', { text: year, allowed: '1990–2100' });
  return number;
}

function yearOf([first]: readonly Assignment[], year: number | null): number {
  return year ?? first?.rubric.year ?? new Date().getFullYear();
}

async function sourceAsked(
  { language }: Context,
  path: string | undefined,
  year: number,
): Promise<RubricSource> {
  if (path === undefined) return OFFICIAL_SOURCE;
  const loaded = await loadFile(path);
  if (!loaded.ok)
    throw new CliFault('rubric-unreadable', { path, reason: findingSentence(loaded.finding, language) });
  const source = rubricsIn(await loaded.host.read(), year);
  if (source.rubrics.length === 0) throw new CliFault('rubric-without-table', { path });
  return source;
}

/** Bytes by file name. */
async function makeFiles(
  { io }: Context,
  assignments: readonly Assignment[],
  { settings }: RubricSource,
  year: number | null,
  roster: Roster | null,
): Promise<Map<string, Uint8Array>> {
  const progress = startProgress(assignments.length, io);
  const books = assignments.map((assignment) =>
    blankBook(assignment, year ?? assignment.rubric.year, settings, roster ?? undefined),
  );
  const files = namedFiles(books, ({ unit, name }) => progress.step(unit ?? name));
  progress.stop();
  return files;
}

/** One archive with all files, in the folder, or under the name that was given. */
function archiveOf(
  out: string,
  files: ReadonlyMap<string, Uint8Array>,
  year: number,
): Map<string, Uint8Array> {
  const path = extname(out).toLowerCase() === '.zip' ? out : join(out, archiveName(year));
  return new Map([[path, newZip(files)]]);
}

/**
 * Writes files that are not there yet; the very same one may be. All are looked at before the first is written.
 * @throws CliFault `exists` where another file would be overwritten.
 */
async function writeNew(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const missing: [string, Uint8Array][] = [];
  for (const [path, bytes] of files) {
    const there = await stat(path).catch(() => null);
    if (there === null) missing.push([path, bytes]);
    else if (!there.isFile() || !(await readFile(path)).equals(bytes))
      throw new CliFault('exists', { path: resolve(path) });
  }
  for (const [path, bytes] of missing) await writeAtomically(path, bytes);
}

import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { CliFault } from './fault';

/** A file to work on. */
export interface InputFile {
  /** As the person named it, or below the folder they named. */
  readonly path: string;
  /** Path below the folder they named; the bare name for a file named directly. Output folders keep it. */
  readonly relative: string;
}

/** Formats that can be read; a folder is searched for these only, a file named directly is always tried. */
const EXTENSIONS: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xls', '.et', '.ods', '.csv']);

/**
 * The files behind the paths of a command line, in the order given, folders in name order with their subfolders, each
 * file once. Lock files (`~$…`, left by a program that has the workbook open) and hidden files are passed over. A path
 * that does not exist is kept: reading it makes the finding. `exclude` is the folder or the file that is written to;
 * `onOutput` is asked about it where it is a file among the inputs, and may throw.
 * @throws CliFault `nothing-found` when the paths were folders without any workbook.
 */
export async function collectInputs(
  paths: readonly string[],
  exclude?: string,
  onOutput: (path: string) => Promise<void> = () => Promise.resolve(),
): Promise<InputFile[]> {
  const seen = new Set<string>();
  const files: InputFile[] = [];
  const excluded = exclude === undefined ? null : resolve(exclude);
  const output = exclude === undefined ? null : await realpath(exclude).catch(() => excluded);
  const add = async (file: InputFile) => {
    const identity = await realpath(file.path).catch(() => resolve(file.path));
    if (seen.has(identity)) return;
    seen.add(identity);
    if (identity === output) return onOutput(file.path);
    files.push(file);
  };
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!isFolder) {
      await add({ path, relative: basename(path) });
      continue;
    }
    for (const found of await walk(path, excluded))
      await add({ path: found, relative: relative(path, found) });
  }
  if (files.length === 0) throw new CliFault('nothing-found', { path: paths.join(' ') });
  return files;
}

async function walk(folder: string, excluded: string | null): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (resolve(path) !== excluded) found.push(...(await walk(path, excluded)));
      // A linked folder is not followed: links can run in circles.
    } else if (
      EXTENSIONS.has(extname(entry.name).toLowerCase()) &&
      (entry.isFile() || entry.isSymbolicLink())
    ) {
      found.push(path);
    }
  }
  return found;
}

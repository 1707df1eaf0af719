import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, resolve, sep } from 'node:path';
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
  const realPath = (path: string) => realpath(path).catch(() => resolve(path));
  const add = async (file: InputFile, identity: string): Promise<void> => {
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
      await add({ path, relative: basename(path) }, await realPath(path));
      continue;
    }
    // No folder below is a link, so that only the files that are links themselves have to be asked for where they lead.
    const root = await realPath(path);
    const base = root.endsWith(sep) ? root : `${root}${sep}`;
    for (const { path: found, below, isLink } of await walk(path, '', excluded)) {
      await add({ path: found, relative: below }, isLink ? await realPath(found) : `${base}${below}`);
    }
  }
  if (files.length === 0) throw new CliFault('nothing-found', { path: paths.join(' ') });
  return files;
}

interface Found {
  readonly path: string;
  /** Its path below the folder that was named. */
  readonly below: string;
  readonly isLink: boolean;
}

/** `within`: the folder's own path below the one that was named, '' or with a separator at its end. */
async function walk(folder: string, within: string, excluded: string | null): Promise<Found[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: Found[] = [];
  // As it stands before each name: nothing for the folder `.`.
  const base = join(folder, 'x').slice(0, -1);
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue;
    const path = `${base}${entry.name}`;
    const below = `${within}${entry.name}`;
    if (entry.isDirectory()) {
      if (resolve(path) !== excluded) found.push(...(await walk(path, `${below}${sep}`, excluded)));
      // A linked folder is not followed: links can run in circles.
    } else if (
      EXTENSIONS.has(extname(entry.name).toLowerCase()) &&
      (entry.isFile() || entry.isSymbolicLink())
    ) {
      found.push({ path, below, isLink: entry.isSymbolicLink() });
    }
  }
  return found;
}

import { chmod, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { CliFault, detailOf } from './fault';
import type { InputFile } from './inputs';

export interface OutputOptions {
  readonly out?: string;
  readonly outDir?: string;
  readonly inPlace?: boolean;
}

/** Where each input's result goes. */
export interface Target {
  readonly path: string;
  readonly inPlace: boolean;
  /** The name had to change because another input of this run has the same one. */
  readonly renamed: boolean;
}

/** Formats that are written back as they came; for all others a new .xlsx is made. */
export function keepsFormat(extension: string): boolean {
  return extension === '.xlsx' || extension === '.xlsm';
}

/**
 * Checks the output options and returns the planner of targets.
 * @throws CliFault where the options contradict each other or the number of files.
 */
export function planTargets(
  inputs: readonly InputFile[],
  options: OutputOptions,
): (input: InputFile, extension: string) => Promise<Target> {
  const chosen = [options.out !== undefined, options.outDir !== undefined, options.inPlace === true];
  const count = chosen.filter(Boolean).length;
  if (count === 0) throw new CliFault('output-needed', {});
  if (count > 1) throw new CliFault('output-several', {});
  if (options.out !== undefined && inputs.length > 1)
    throw new CliFault('one-output', { files: inputs.length });
  const taken = new Set<string>();
  const originals = Promise.all(inputs.map((input) => realpath(input.path).catch(() => resolve(input.path))));

  return async (input, extension) => {
    if (options.inPlace === true) {
      if (!keepsFormat(extension)) throw new CliFault('in-place-format', { path: input.path });
      return { path: await realpath(input.path), inPlace: true, renamed: false };
    }
    const wanted = options.out ?? join(options.outDir ?? '.', withExtension(input.relative, extension));
    if (options.out !== undefined) assertExtension(options.out, extension);
    const path = options.out === undefined ? firstFree(wanted, taken) : wanted;
    taken.add(resolve(path).toLowerCase());
    const real = await realpath(path).catch(() => resolve(path));
    if ((await originals).includes(real)) throw new CliFault('output-is-input', { path });
    return { path, inPlace: false, renamed: path !== wanted };
  };
}

function withExtension(path: string, extension: string): string {
  const target = keepsFormat(extension) ? extension : '.xlsx';
  const own = extname(path);
  return own.toLowerCase() === target ? path : path.slice(0, path.length - own.length) + target;
}

/** Spreadsheet programs refuse a macro workbook named .xlsx and the reverse. */
function assertExtension(path: string, extension: string): void {
  const needed = keepsFormat(extension) ? extension : '.xlsx';
  if (extname(path).toLowerCase() !== needed) throw new CliFault('output-format', { path });
}

function firstFree(path: string, taken: ReadonlySet<string>): string {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length);
  let candidate = path;
  // File systems of Windows and macOS take names that differ in case only for the same file.
  for (let n = 2; taken.has(resolve(candidate).toLowerCase()); n++) candidate = `${stem} (${n})${extension}`;
  return candidate;
}

/**
 * Writes the whole file or nothing: into a new file beside it, flushed, then renamed over the old one.
 * @throws CliFault `write-failed` with the system's reason; nothing is left behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    const before = await stat(path).catch(() => null);
    if (before) await chmod(temporary, before.mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CliFault('write-failed', { path, detail: detailOf(error) });
  }
}

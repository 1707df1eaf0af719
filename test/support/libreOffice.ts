import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folder';

const SOFFICE = ['soffice', 'libreoffice'].find(
  (office) => spawnSync(office, ['--version'], { timeout: 60_000 }).status === 0,
);

export const hasLibreOffice = SOFFICE !== undefined;

/** Tests that need LibreOffice say so by being skipped where it is missing. */
export const withLibreOffice = hasLibreOffice ? test : test.skip;

/** The workbook as LibreOffice saves it, its formulas computed anew. */
export function throughLibreOffice(bytes: Uint8Array, from = 'xlsx'): Uint8Array {
  return allThroughLibreOffice([bytes], from)[0] ?? new Uint8Array();
}

/** The same for many workbooks in one start of the program, saved as .xlsx or in another format. */
export function allThroughLibreOffice(
  workbooks: readonly Uint8Array[],
  from = 'xlsx',
  to = 'xlsx',
): Uint8Array[] {
  // Without a file to convert it would open and wait.
  if (workbooks.length === 0) return [];
  const folder = temporaryFolder();
  try {
    const inputs = workbooks.map((bytes, index) => {
      const path = join(folder.path, `${index}.${from}`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder.path, 'out');
    mkdirSync(out);
    const profile = `-env:UserInstallation=file://${join(folder.path, 'profile')}`;
    const args = [profile, '--headless', '--convert-to', to, '--outdir', out, ...inputs];
    const run = spawnSync(SOFFICE ?? '', args, { encoding: 'utf8', timeout: 120_000 });
    if (run.status !== 0) throw new Error(run.stderr);
    return workbooks.map((_, index) => readFileSync(join(out, `${index}.${to}`)));
  } finally {
    folder.remove();
  }
}

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
/** Builds of other states of the sources are kept so long. */
const STALE_MS = 3_600_000;
const BROKEN_LOCK_MS = 600_000;

/**
 * What this webpack configuration builds (it is told where by `--env output=`), made once for each state of the sources,
 * whichever test file comes first; the others wait for it.
 * @param sources folders that the build is made of, from the project's own
 */
export function builtOnce(name: string, config: string, sources: readonly string[]): string {
  const cache = path.join(ROOT, 'node_modules', '.cache', name);
  const folder = path.join(cache, fingerprint(sources));
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(cache, { recursive: true });
  for (const old of fs.readdirSync(cache)) {
    const stale = path.join(cache, old);
    if (fs.statSync(stale).mtimeMs < Date.now() - STALE_MS)
      fs.rmSync(stale, { recursive: true, force: true });
  }
  return whileLocked(`${folder}.lock`, () => {
    if (fs.existsSync(folder)) return folder;
    const output = fs.mkdtempSync(path.join(cache, 'building-'));
    const webpack = path.join(ROOT, 'node_modules', 'webpack', 'bin', 'webpack.js');
    const args = [webpack, '--config', path.join(ROOT, config), '--env', `output=${output}`];
    execFileSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    fs.renameSync(output, folder);
    return folder;
  });
}

/** Test files run side by side: one builds, the others wait. A lock that nobody gives back is broken after a while. */
function whileLocked<T>(lock: string, work: () => T): T {
  const nap = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch {
      const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > BROKEN_LOCK_MS) fs.rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(nap, 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(file).update(fs.readFileSync(path.join(ROOT, file)));
  for (const source of sources) {
    for (const entry of fs.readdirSync(path.join(ROOT, source), { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) add(path.relative(ROOT, path.join(entry.parentPath, entry.name)));
    }
  }
  for (const name of ['webpack.config.js', 'package-lock.json', 'tsconfig.json']) add(name);
  return hash.digest('hex').slice(0, 16);
}

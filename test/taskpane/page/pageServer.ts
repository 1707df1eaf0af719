import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const root = path.join(__dirname, '..', '..', '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Builds of other states of the sources are kept so long. */
const STALE_MS = 3_600_000;
const BROKEN_LOCK_MS = 600_000;

/** A workbook without a scoring table. */
const NOTICE = Buffer.from('关于召开工作会议的通知\n时间,周三上午\n');

/** What the built pane is made of: other contents, another build. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(file).update(fs.readFileSync(file));
  const files = (folder: string) =>
    fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true });
  for (const entry of [...files('src'), ...files('test/taskpane/page')]) {
    if (entry.isFile()) add(path.join(entry.parentPath, entry.name));
  }
  for (const name of ['webpack.config.js', 'package-lock.json', 'tsconfig.json']) add(path.join(root, name));
  return hash.digest('hex').slice(0, 16);
}

/**
 * The folder with the add-in as it is shipped and the test page beside it. It is built once for each state of the
 * sources, whichever test file comes first.
 */
export function builtPane(): string {
  const cache = path.join(root, 'node_modules', '.cache', 'kaohe-pane');
  const folder = path.join(cache, fingerprint());
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
    const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
    const config = path.join(__dirname, 'webpack.config.js');
    execFileSync(process.execPath, [webpack, '--config', config, '--env', `output=${output}`], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
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

/** The pane's own page, with the test's script in the place of Excel. Its policy stays the one that is shipped. */
function testPage(folder: string): string {
  const html = fs.readFileSync(path.join(folder, 'taskpane.html'), 'utf8');
  return html.replace(/<script src="office-js[^>]*><\/script>/, '').replace('taskpane.js', 'page.js');
}

function contentOf(folder: string, url: string): Buffer | string | null {
  const name = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
  if (name === 'page.html') return testPage(folder);
  if (name === 'samples/通知.csv') return NOTICE;
  const [first, ...rest] = name.split('/');
  const file = first === 'samples' ? path.join(root, 'assets', 'samples', ...rest) : path.join(folder, name);
  return fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file) : null;
}

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

export async function servePage(folder: string): Promise<PageServer> {
  const server = http.createServer((request, response) => {
    const content = contentOf(folder, request.url ?? '/');
    const type = TYPES[path.extname((request.url ?? '').split('?')[0] ?? '')] ?? 'application/octet-stream';
    response.writeHead(content === null ? 404 : 200, { 'content-type': type });
    response.end(content ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

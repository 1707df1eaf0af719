import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { builtOnce } from '../../support/builtOnce';

const root = path.join(__dirname, '..', '..', '..');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A workbook without a scoring table. */
const NOTICE = Buffer.from('关于召开工作会议的通知\n时间,周三上午\n');

/** The folder with the add-in as it is shipped and the test page beside it. */
export function builtPane(): string {
  return builtOnce('kaohe-pane', 'test/taskpane/page/webpack.config.js', ['src', 'test/taskpane/page']);
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

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { localCertificate } from '../excel-addin/httpsSite';
import { temporaryFolder } from '../support/folder';

interface StartExcel {
  readonly readOptions: (args: readonly string[]) => {
    port: number;
    build: boolean;
    sideload: boolean;
    help: boolean;
  };
  readonly byHand: (reason: string, address: string, manifest: string) => string;
  readonly serveFolder: (
    folder: string,
    certificate: https.ServerOptions,
    port: number,
  ) => Promise<https.Server>;
}

const SCRIPT = path.join(__dirname, '..', '..', 'scripts', 'start-excel.js');
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { readOptions, byHand, serveFolder } = require(SCRIPT) as StartExcel;

describe('npm run start:excel', () => {
  it('takes a port, and leaves out building and opening Excel when told', () => {
    expect(readOptions([])).toEqual({ port: 3000, build: true, sideload: true, help: false });
    expect(readOptions(['--port', '3443', '--no-build', '--no-sideload'])).toEqual({
      port: 3443,
      build: false,
      sideload: false,
      help: false,
    });
  });

  it.each([['0'], ['65536'], ['3000x'], ['-1'], ['']])('does not take %j for a port', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(/端口要是 1–65535/);
  });

  it('says in one sentence how to go on without a desktop Excel', () => {
    const sentence = byHand('没有打开 Excel。', 'https://localhost:3000', '/dist/manifest.xml');
    expect(sentence).toContain('https://localhost:3000/taskpane.html');
    expect(sentence).toContain('上传我的加载项');
    expect(sentence).toContain('/dist/manifest.xml');
    expect(sentence).not.toContain('\n');
  });

  it('explains itself, and says what is wrong with an option', () => {
    expect(execFileSync(process.execPath, [SCRIPT, '--help'], { encoding: 'utf8' })).toContain(
      '--no-sideload',
    );
    const wrong = spawnSync(process.execPath, [SCRIPT, '--port', 'x'], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('--port x');
  });

  it('serves the folder over https, and nothing outside it', async () => {
    const temporary = temporaryFolder();
    const folder = path.join(temporary.path, 'addin');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'taskpane.html'), '<title>考核</title>');
    fs.writeFileSync(path.join(folder, '..', 'secret.txt'), 'x');
    const server = await serveFolder(folder, await localCertificate(), 0);
    const { port } = server.address() as AddressInfo;
    const get = (name: string) =>
      new Promise<{ status?: number; type?: string; text: string }>((resolve, reject) => {
        https
          .get({ host: 'localhost', port, path: name, rejectUnauthorized: false }, (response) => {
            let text = '';
            response.setEncoding('utf8');
            response.on('data', (part: string) => (text += part));
            response.on('end', () =>
              resolve({ status: response.statusCode, type: response.headers['content-type'], text }),
            );
          })
          .on('error', reject);
      });
    expect(await get('/taskpane.html')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      text: '<title>考核</title>',
    });
    expect(await get('/%2e%2e/secret.txt')).toMatchObject({ status: 404, text: '' });
    expect(await get('/..%2fsecret.txt')).toMatchObject({ status: 404, text: '' });
    server.close();
    server.closeAllConnections();
    temporary.remove();
  });
});

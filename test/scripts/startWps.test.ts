import { execFileSync, spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { temporaryFolder } from '../support/folder';

interface StartWps {
  readonly readOptions: (args: readonly string[]) => {
    port: number;
    folder: string;
    build: boolean;
    help: boolean;
  };
}

const ROOT = path.join(__dirname, '..', '..');
const SCRIPT = path.join(ROOT, 'scripts', 'start-wps.js');
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { readOptions } = require(SCRIPT) as StartWps;

jest.setTimeout(60_000);

interface Response {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string;
}

function get(address: string, host?: string): Promise<Response> {
  return new Promise((resolve, reject) => {
    http
      .get(address, host === undefined ? {} : { headers: { host } }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode, type: response.headers['content-type'], text }),
        );
      })
      .on('error', reject);
  });
}

/** What the script says until it has named its address. */
function addressOf(script: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    script.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const [address] = /http:\/\/\S+\/kaohe\//.exec(said) ?? [];
      if (address !== undefined && said.includes('按 Ctrl+C 结束')) resolve(address);
    });
    script.once('exit', (code) => reject(new Error(`It ended with ${String(code)}: ${said}`)));
  });
}

describe('npm run start:wps', () => {
  const temporary = temporaryFolder();
  const folder = path.join(temporary.path, 'kaohe_9.9.9');
  fs.mkdirSync(path.join(folder, 'icons'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'index.html'), '<title>考核</title>');
  fs.writeFileSync(path.join(folder, 'ribbon.xml'), '<customUI/>');
  fs.writeFileSync(path.join(folder, 'icons', 'a.png'), 'x');
  fs.writeFileSync(path.join(temporary.path, 'secret.txt'), 'x');
  afterAll(() => temporary.remove());

  it('takes a port, and leaves out building when told', () => {
    expect(readOptions([])).toMatchObject({ port: 3890, build: true, help: false });
    expect(path.basename(path.dirname(readOptions([]).folder))).toBe('wps');
    expect(readOptions(['--port', '4000', '--no-build'])).toMatchObject({ port: 4000, build: false });
  });

  it.each([['65536'], ['3000x'], ['-1'], ['']])('does not take %j for a port', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(/端口要是 0–65535/);
  });

  it('explains itself, and says what is wrong', () => {
    expect(execFileSync(process.execPath, [SCRIPT, '--help'], { encoding: 'utf8' })).toContain('--no-build');
    const wrong = spawnSync(process.execPath, [SCRIPT, '--port', 'x'], { encoding: 'utf8' });
    expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('--port x')]);
    const empty = spawnSync(process.execPath, [SCRIPT, '--no-build', '--folder', temporary.path], {
      encoding: 'utf8',
    });
    expect([empty.status, empty.stderr]).toEqual([2, expect.stringContaining('还没有构建')]);
  });

  it('serves the add-in on this machine alone, keeps its port to itself, and stops when it is told', async () => {
    const options = [SCRIPT, '--no-build', '--folder', folder];
    const script = spawn(process.execPath, [...options, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const address = await addressOf(script);
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kaohe\/$/);
      expect(await get(address)).toEqual({
        status: 200,
        type: 'text/html; charset=utf-8',
        text: '<title>考核</title>',
      });
      expect(await get(`${address}ribbon.xml`)).toMatchObject({
        status: 200,
        type: 'text/xml; charset=utf-8',
      });
      expect(await get(`${address}icons/a.png`)).toMatchObject({ status: 200, type: 'image/png' });
      for (const wrong of ['nothing.js', 'icons', '../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt']) {
        expect(await get(`${address}${wrong}`)).toMatchObject({ status: 404, text: '' });
      }
      expect(await get(new URL('/ribbon.xml', address).href)).toMatchObject({ status: 404 });
      expect(await get(address, 'elsewhere.example')).toMatchObject({ status: 404 });
      const { port } = new URL(address);
      const second = spawnSync(process.execPath, [...options, '--port', port], { encoding: 'utf8' });
      expect([second.status, second.stderr]).toEqual([2, expect.stringContaining('端口已被占用')]);
    } finally {
      const ended = new Promise<number | null>((resolve) => script.once('exit', (code) => resolve(code)));
      script.kill('SIGINT');
      expect(await ended).toBe(0);
    }
  });
});

import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { startWorkbench } from './benchBrowser';

jest.setTimeout(300_000);

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What the server answers to this very path, dots and all: `fetch` would resolve them first. */
function ask(origin: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body,
        }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

describe('npm start', () => {
  it('prints where the workbench is and how to stop it, and serves its folder and nothing else', async () => {
    const { address, words, process: server } = await startWorkbench();
    try {
      const { origin } = new URL(address);
      expect(words).toMatch(/按 Ctrl\+C 停止/);
      expect(words.trim().split('\n').pop()).toContain('Ctrl+C');
      expect(await ask(origin, '/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
      expect((await ask(origin, '/workbench.js')).type).toBe('text/javascript; charset=utf-8');
      for (const path of ['/../../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json']) {
        expect(await ask(origin, path)).toMatchObject({ status: 404, body: '' });
      }
      expect((await ask(origin, '/%zz')).status).toBe(404);
      // A page elsewhere whose name was pointed at this machine.
      expect((await ask(origin, '/', { host: 'kaohe.example' })).status).toBe(404);
    } finally {
      server.kill();
    }
  });

  it('takes another port when its own is taken', async () => {
    const taken = http.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { address, process: server } = await startWorkbench(['--port', String(port)]);
    try {
      expect(Number(new URL(address).port)).toBeGreaterThan(port);
      expect((await ask(new URL(address).origin, '/')).status).toBe(200);
    } finally {
      server.kill();
      taken.close();
    }
  });
});

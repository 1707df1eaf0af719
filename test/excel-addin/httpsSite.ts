import fs from 'node:fs';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createCA, createCert } from 'mkcert';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
};

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate for localhost, good for a day and trusted by nobody. */
export async function localCertificate(): Promise<Certificate> {
  const issuer = { organization: 'Kaohe tests', countryCode: 'CN', state: '-', locality: '-', validity: 1 };
  return createCert({ ca: await createCA(issuer), domains: ['localhost'], validity: 1 });
}

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves files over https, the first folder that has one wins. */
export async function serveSite(certificate: Certificate, folders: readonly string[]): Promise<Site> {
  const server = https.createServer(certificate, (request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'https://localhost').pathname);
    const file = folders.map((folder) => path.join(folder, name)).find((each) => isFile(each));
    const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': type });
    response.end(file === undefined ? '' : fs.readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isFile(file: string): boolean {
  return fs.existsSync(file) && fs.statSync(file).isFile();
}

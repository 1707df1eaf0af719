'use strict';

// Serves one folder on this machine alone.

const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
};

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // A build may be newer than what the browser kept; over the loopback nothing is lost by asking.
  'cache-control': 'no-cache',
};

const HOST = '127.0.0.1';
const MOST_PORTS = 50;

/** The file that an address names inside the folder; null where it names none, or one outside. */
function fileOf(folder, base, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || !name.startsWith(base)) return null;
  const within = name.slice(base.length);
  const file = path.join(folder, /(^|\/)$/.test(within) ? `${within}index.html` : within);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return null;
  // Dots are resolved by now; a link in the folder may still lead out of it.
  const inside = path.relative(fs.realpathSync(folder), fs.realpathSync(file));
  return inside.startsWith('..') || path.isAbsolute(inside) ? null : file;
}

function answer(folder, base, request, response) {
  // Another site's page may point a name of its own at this address: only requests to it by number or `localhost` count.
  const isHere = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = isHere && isRead ? fileOf(folder, base, request.url ?? '/') : null;
  if (file === null) {
    response.writeHead(isRead ? 404 : 405, { ...HEADERS, 'content-type': TYPES['.txt'] });
    response.end();
    return;
  }
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-length': fs.statSync(file).size });
  if (request.method === 'HEAD') response.end();
  else
    fs.createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * Serves a folder at the first free port from this one on (0: any); gives the server and its address.
 * @param {string} folder
 * @param {number} firstPort
 * @param {{ base?: string, ports?: number }} [where] under which path, `/` at both ends; how many ports to try at most
 */
async function serve(folder, firstPort, { base = '/', ports = MOST_PORTS } = {}) {
  for (let port = firstPort; ; port++) {
    const server = http.createServer((request, response) => answer(folder, base, request, response));
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, resolve);
      });
      return { server, origin: `http://${HOST}:${server.address().port}` };
    } catch (fault) {
      const isTaken = fault.code === 'EADDRINUSE' || fault.code === 'EACCES';
      if (!isTaken || port === 0 || port - firstPort >= ports - 1) throw fault;
    }
  }
}

module.exports = { serve };

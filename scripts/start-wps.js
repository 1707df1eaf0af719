'use strict';

// npm run start:wps: builds the add-in and serves it on loopback, the form of an online installation, for development.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const path = require('node:path');
const { version } = require('../package.json');

const root = path.join(__dirname, '..');
const folder = path.join(root, 'dist', 'wps', `kaohe_${version}`);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png',
};
const BASE = '/kaohe/';

const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
const build = spawnSync(process.execPath, [webpack, '--config-name', 'wps'], { cwd: root, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 2);

const server = http.createServer((request, response) => {
  const name = decodeURIComponent(new URL(request.url, 'http://127.0.0.1').pathname);
  const file = path.join(folder, name.slice(BASE.length) || 'index.html');
  const isThere =
    name.startsWith(BASE) &&
    file.startsWith(folder + path.sep) &&
    fs.existsSync(file) &&
    fs.statSync(file).isFile();
  // A build that was just made must be the one that runs.
  const headers = {
    'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
    'cache-control': 'no-store',
  };
  response.writeHead(isThere ? 200 : 404, isThere ? headers : {});
  response.end(isThere ? fs.readFileSync(file) : '');
});
server.listen(Number(process.env.PORT ?? 3890), '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}${BASE}`;
  process.stdout.write(
    `${url}\n在另一个终端里运行一次：npm run install:wps -- --online ${url}\n按 Ctrl+C 结束。\n`,
  );
});

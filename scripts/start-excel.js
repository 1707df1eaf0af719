'use strict';

// Builds the add-in, serves it over https on this machine, and opens it in desktop Excel where there is one.

const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.join(__dirname, '..');

const USAGE = `用法：npm run start:excel [-- 选项]
  --port 端口      在这个端口提供加载项，默认 3000
  --no-build       不重新构建，用 dist/addin 里现有的
  --no-sideload    只提供加载项，不打开 Excel
  --help           显示这些说明`;

/** @typedef {{ port: number, build: boolean, sideload: boolean, help: boolean }} Options */

/**
 * What is wanted, from the command line.
 * @param {readonly string[]} args
 * @returns {Options}
 * @throws {Error} with a sentence that says what is wrong
 */
function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '3000' },
      'no-build': { type: 'boolean', default: false },
      'no-sideload': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65_535) {
    throw new Error(`--port ${values.port}：端口要是 1–65535 之间的整数。`);
  }
  return { port, build: !values['no-build'], sideload: !values['no-sideload'], help: values.help };
}

/** Desktop Excel runs on these systems only. */
function hasDesktopExcel(platform) {
  return platform === 'win32' || platform === 'darwin';
}

/** What to do by hand where the add-in cannot be opened in Excel from here. */
function byHand(reason, address, manifest) {
  return (
    `${reason}加载项已在 ${address}/taskpane.html 提供：先用浏览器打开它一次并信任证书，` +
    `再在 Excel 网页版里选“插入 → 加载项 → 上传我的加载项”，上传 ${manifest}。按 Ctrl+C 结束。`
  );
}

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.png': 'image/png',
};

/**
 * Serves a folder over https, to this machine only. Nothing is cached: a new build shows at once.
 * @param {string} folder
 * @param {https.ServerOptions} certificate
 * @param {number} port 0: any
 * @returns {Promise<https.Server>}
 */
function serveFolder(folder, certificate, port) {
  const server = https.createServer(certificate, (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'https://localhost').pathname);
    const file = path.join(folder, name);
    const isThere = file.startsWith(folder + path.sep) && fs.existsSync(file) && fs.statSync(file).isFile();
    response.writeHead(isThere ? 200 : 404, {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    response.end(isThere ? fs.readFileSync(file) : '');
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server));
  });
}

/** Excel takes a page only from a host that the system trusts; elsewhere a browser is told to trust it by hand. */
async function certificateFor(platform) {
  if (hasDesktopExcel(platform)) return require('office-addin-dev-certs').getHttpsServerOptions();
  const { createCA, createCert } = require('mkcert');
  const issuer = { organization: 'Kaohe', countryCode: 'CN', state: '-', locality: '-', validity: 30 };
  return createCert({ ca: await createCA(issuer), domains: ['localhost'], validity: 30 });
}

function buildAddin(address) {
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = ['--mode', 'production', '--config-name', 'pane', '--env', `host=${address}`];
  const { status } = spawnSync(process.execPath, [webpack, ...args], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** Microsoft's own tool registers the manifest and opens Excel with it; true when that went well. */
function debuggingTool(command, manifest) {
  const folder = path.dirname(require.resolve('office-addin-debugging/package.json'));
  const options = command === 'start' ? ['desktop', '--app', 'excel', '--no-debug', '--no-live-reload'] : [];
  return new Promise((resolve) => {
    const tool = spawn(process.execPath, [path.join(folder, 'cli.js'), command, manifest, ...options], {
      cwd: root,
      stdio: 'inherit',
    });
    tool.once('error', () => resolve(false));
    tool.once('exit', (code) => resolve(code === 0));
  });
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(USAGE);
  const address = `https://localhost:${options.port}`;
  const folder = path.join(root, 'dist', 'addin');
  const manifest = path.join(folder, 'manifest.xml');
  if (options.build && !buildAddin(address)) throw new Error('构建没有成功，见上面的说明。');
  if (!fs.existsSync(manifest)) throw new Error('还没有构建：去掉 --no-build 再试。');
  await serveFolder(folder, await certificateFor(process.platform), options.port);
  if (!options.sideload) return console.log(byHand('没有打开 Excel。', address, manifest));
  if (!hasDesktopExcel(process.platform)) {
    return console.log(byHand('这台电脑装不了桌面版 Excel（只有 Windows 和 Mac 有）。', address, manifest));
  }
  if (!(await debuggingTool('start', manifest))) {
    return console.log(byHand('没能打开桌面版 Excel（可能没有安装）。', address, manifest));
  }
  console.log(`Excel 里的“开始”选项卡有“考核”一组。加载项由 ${address} 提供，按 Ctrl+C 结束。`);
  process.once('SIGINT', () => void debuggingTool('stop', manifest).then(() => process.exit(0)));
}

if (require.main === module) {
  main().catch((error) => {
    const busy = error.code === 'EADDRINUSE' ? '端口已被占用，用 --port 换一个。' : error.message;
    console.error(busy);
    process.exitCode = 2;
  });
}

module.exports = { readOptions, byHand, serveFolder };

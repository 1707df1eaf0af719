'use strict';

// Builds the add-in for WPS 表格 and serves it on loopback, the form of an online installation, for development.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const { version } = require('../package.json');
const { serve } = require('./serve');

const root = path.join(__dirname, '..');
const BASE = '/kaohe/';

const USAGE = `用法：npm run start:wps [-- 选项]
  --port 端口      在这个端口提供加载项，默认 3890；WPS 的信任按地址记，换了端口要重新安装、重新信任
  --folder 文件夹  提供这个文件夹，默认 dist/wps 里构建好的
  --no-build       不重新构建
  --help           显示这些说明`;

/**
 * What is wanted, from the command line.
 * @param {readonly string[]} args
 * @returns {{ port: number, folder: string, build: boolean, help: boolean }}
 * @throws {Error} with a sentence that says what is wrong
 */
function readOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '3890' },
      folder: { type: 'string', default: path.join(root, 'dist', 'wps', `kaohe_${version}`) },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) {
    throw new Error(`--port ${values.port}：端口要是 0–65535 之间的整数，0 是任意空闲端口。`);
  }
  return { port, folder: path.resolve(values.folder), build: !values['no-build'], help: values.help };
}

function buildAddin() {
  const webpack = path.join(root, 'node_modules', 'webpack', 'bin', 'webpack.js');
  const args = ['--mode', 'production', '--config-name', 'wps'];
  const { status } = spawnSync(process.execPath, [webpack, ...args], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

async function main() {
  const { port, folder, build, help } = readOptions(process.argv.slice(2));
  if (help) return console.log(USAGE);
  if (build && !buildAddin()) throw new Error('构建没有成功，见上面的说明。');
  if (!fs.existsSync(path.join(folder, 'ribbon.xml'))) throw new Error('还没有构建：去掉 --no-build 再试。');
  // This port and no other: WPS trusts an address.
  const { server, origin } = await serve(folder, port, { base: BASE, ports: 1 });
  const url = `${origin}${BASE}`;
  console.log(
    `加载项由 ${url} 提供。\n在另一个终端里运行一次：npm run install:wps -- --online ${url}\n按 Ctrl+C 结束。`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}

if (require.main === module) {
  main().catch((error) => {
    const busy = error.code === 'EADDRINUSE' ? '端口已被占用，用 --port 换一个。' : error.message;
    console.error(busy);
    process.exitCode = 2;
  });
}

module.exports = { readOptions };

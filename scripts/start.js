'use strict';

// The workbench on this machine: builds it when a source is newer, serves it, and opens it in the browser with a sample.
//   npm start [-- --no-open] [-- --port 8321]

const { spawn, spawnSync } = require('node:child_process');
const path = require('node:path');
const { ensureBuilt, isNewerThan } = require('./ensureBuilt');
const { serve } = require('./serve');

const root = path.join(__dirname, '..');
const folder = path.join(root, 'dist', 'web');
const inputs = [
  'src',
  'assets/samples',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.js',
  'scripts/build-web.js',
].map((input) => path.join(root, input));
const PORT = 8321;

function ensureWeb() {
  return ensureBuilt({
    lock: path.join(root, 'dist', '.web.lock'),
    isUpToDate: () => isNewerThan(path.join(folder, 'index.html'), inputs),
    build: () => {
      process.stdout.write('正在构建工作台，第一次约需半分钟… Building the workbench…\n');
      const script = path.join(__dirname, 'build-web.js');
      return spawnSync(process.execPath, [script, '--quick'], { stdio: ['ignore', 2, 2] }).status === 0;
    },
  });
}

/** The command that opens an address; null where there is no screen to open it on. */
function opener(environment) {
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '""']];
  if (process.platform === 'darwin') return ['open', []];
  if (!environment.DISPLAY && !environment.WAYLAND_DISPLAY) return null;
  return ['xdg-open', []];
}

function openBrowser(address) {
  const command = process.env.CI ? null : opener(process.env);
  if (command === null) return;
  const [program, options] = command;
  const child = spawn(program, [...options, address], { stdio: 'ignore', detached: true });
  // Without such a program the printed address is the way.
  child.on('error', () => {});
  child.unref();
}

function portAsked(options) {
  const at = options.indexOf('--port');
  const port = Number(at < 0 ? (process.env.PORT ?? PORT) : options[at + 1]);
  return Number.isInteger(port) && port >= 0 && port < 65_536 ? port : PORT;
}

async function main(options) {
  if (!ensureWeb()) {
    process.exitCode = 2;
    return;
  }
  const { origin } = await serve(folder, portAsked(options));
  const address = `${origin}/#sample`;
  process.stdout.write(`考核工作台 Kaohe workbench: ${address}\n按 Ctrl+C 停止。 Press Ctrl+C to stop.\n`);
  if (!options.includes('--no-open')) openBrowser(address);
}

main(process.argv.slice(2)).catch((fault) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});

'use strict';

// Builds dist/kaohe.js so that it can be replaced while other processes run it: the bundle is made in a folder of
// its own, its chunks (named by content) are moved first and the entry is renamed over the old one last.

const fs = require('node:fs');
const path = require('node:path');

const dist = path.join(__dirname, '..', 'dist');

async function build() {
  const startedAt = new Date();
  fs.mkdirSync(dist, { recursive: true });
  const workDir = fs.mkdtempSync(path.join(dist, '.build-'));
  try {
    await compile(workDir);
    const entry = path.join(workDir, 'kaohe.js');
    fs.chmodSync(entry, 0o755);
    // A source saved while webpack ran is newer than this time, so the next run builds again.
    fs.utimesSync(entry, startedAt, startedAt);
    const chunks = fs.readdirSync(workDir).filter((file) => file !== 'kaohe.js');
    for (const chunk of chunks) fs.renameSync(path.join(workDir, chunk), path.join(dist, chunk));
    fs.renameSync(entry, path.join(dist, 'kaohe.js'));
    removeOldChunks(new Set(chunks));
  } finally {
    fs.rmSync(workDir, { recursive: true, force: true });
  }
}

function compile(outputPath) {
  const webpack = require('webpack');
  const config = require('../webpack.config.js').find((one) => one.name === 'cli');
  const compiler = webpack({ ...config, output: { ...config.output, path: outputPath } });
  return new Promise((resolve, reject) => {
    compiler.run((fault, stats) => {
      compiler.close(() => {
        if (fault) reject(fault);
        else if (stats.hasErrors())
          reject(new Error(stats.toString({ preset: 'errors-only', colors: false })));
        else resolve();
      });
    });
  });
}

/** A process that runs the previous bundle may still ask for its chunks: leave those alone for an hour. */
function removeOldChunks(current) {
  for (const file of fs.readdirSync(dist)) {
    if (!/^kaohe\..+\.js$/.test(file) || current.has(file)) continue;
    const full = path.join(dist, file);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > 3_600_000) fs.rmSync(full, { force: true });
  }
}

build().catch((fault) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});

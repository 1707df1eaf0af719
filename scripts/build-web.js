'use strict';

// Builds the workbench into dist/web: made in a folder of its own first, so that a page that is open meanwhile, or a build
// that fails, finds the old one whole. `--quick` leaves out the minifying, which takes most of the time and gains nothing
// where the page is served to the same machine.

const fs = require('node:fs');
const path = require('node:path');

const dist = path.join(__dirname, '..', 'dist');
const target = path.join(dist, 'web');

async function build(quick) {
  const startedAt = new Date();
  fs.mkdirSync(dist, { recursive: true });
  const workDir = fs.mkdtempSync(path.join(dist, '.web-'));
  try {
    await compile(workDir, quick);
    // A source saved while webpack ran is newer than this time, so the next start builds again.
    fs.utimesSync(path.join(workDir, 'index.html'), startedAt, startedAt);
    fs.rmSync(target, { recursive: true, force: true });
    fs.renameSync(workDir, target);
  } finally {
    fs.rmSync(workDir, { recursive: true, force: true });
  }
}

function compile(outputPath, quick) {
  const webpack = require('webpack');
  const configs = require('../webpack.config.js');
  const config = configs.find((one) => (typeof one === 'function' ? one().name : one.name) === 'web');
  const { output, ...rest } = config({ quick });
  const compiler = webpack({ ...rest, output: { ...output, path: outputPath } });
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

build(process.argv.includes('--quick')).catch((fault) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 2;
});

'use strict';

// Runs the command line of this checkout, building its bundle first when a source is newer. Many of these may start
// at once on a fresh checkout: one builds, the others wait for it. An up-to-date run costs a walk over src/ only.

const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { ensureBuilt, isNewerThan } = require('./ensureBuilt');

const root = path.join(__dirname, '..');
const bundle = path.join(root, 'dist', 'kaohe.js');
const inputs = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.js',
  'scripts/build-cli.js',
].map((input) => path.join(root, input));

/** False when the bundle could not be built; webpack's own words are on stderr by then. */
const isBuilt = ensureBuilt({
  lock: path.join(root, 'dist', '.kaohe.lock'),
  isUpToDate: () => isNewerThan(bundle, inputs),
  build: () => {
    // The command's stdout may be read by a program: what the build says goes to stderr.
    const script = path.join(__dirname, 'build-cli.js');
    return spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] }).status === 0;
  },
});

if (isBuilt) {
  process.argv[1] = bundle;
  require(bundle);
} else {
  process.exitCode = 2;
}

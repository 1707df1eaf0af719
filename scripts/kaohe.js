'use strict';

// Runs the command line of this checkout, building its bundle first when a source is newer. Many of these may start
// at once on a fresh checkout: one builds, the others wait for it. An up-to-date run costs a walk over src/ only.

const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '..');
const bundle = path.join(root, 'dist', 'kaohe.js');
const lock = path.join(root, 'dist', '.kaohe.lock');
const inputs = [
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'webpack.config.js',
  'scripts/build-cli.js',
];
const LOCK_LIFETIME_MS = 300_000;
const LOCK_POLL_MS = 50;

function isUpToDate() {
  const built = fs.statSync(bundle, { throwIfNoEntry: false });
  return built !== undefined && !inputs.some((input) => isNewer(path.join(root, input), built.mtimeMs));
}

/** Folders count with their own time as well: that is how a deleted or renamed file shows. */
function isNewer(file, time) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return false;
  if (stat.mtimeMs > time) return true;
  return stat.isDirectory() && fs.readdirSync(file).some((name) => isNewer(path.join(file, name), time));
}

function takeLock() {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (fault) {
    if (fault.code !== 'EEXIST') throw fault;
    return false;
  }
}

/** Two processes may both throw a stale lock away and build: wasteful once, never wrong, as a build ends in a rename. */
function dropStaleLock() {
  try {
    const age = Date.now() - fs.statSync(lock).mtimeMs;
    const owner = Number(fs.readFileSync(lock, 'utf8'));
    // The owner's number is written just after the file appears.
    if (age > LOCK_LIFETIME_MS || (owner > 0 ? !isAlive(owner) : age > 5_000))
      fs.rmSync(lock, { force: true });
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault.code === 'EPERM';
  }
}

function releaseLock() {
  try {
    if (fs.readFileSync(lock, 'utf8') === String(process.pid)) fs.rmSync(lock, { force: true });
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Returns false when the bundle could not be built; webpack's own words are on stderr by then. */
function ensureBundle() {
  while (!isUpToDate()) {
    if (!takeLock()) {
      dropStaleLock();
      sleep(LOCK_POLL_MS);
      continue;
    }
    try {
      if (isUpToDate()) return true;
      // The command's stdout may be read by a program: what the build says goes to stderr.
      const built = spawnSync(process.execPath, [path.join(__dirname, 'build-cli.js')], {
        stdio: ['ignore', 2, 2],
      });
      if (built.status !== 0) return false;
      return true;
    } finally {
      releaseLock();
    }
  }
  return true;
}

if (ensureBundle()) {
  process.argv[1] = bundle;
  require(bundle);
} else {
  process.exitCode = 2;
}

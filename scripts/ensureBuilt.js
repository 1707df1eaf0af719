'use strict';

// What is built is built again when a source is newer, and by one process at a time.

const fs = require('node:fs');
const path = require('node:path');

const LOCK_LIFETIME_MS = 300_000;
const LOCK_POLL_MS = 50;

/** Whether the file is there and none of the inputs has changed since it was written. */
function isNewerThan(file, inputs) {
  const built = fs.statSync(file, { throwIfNoEntry: false });
  return built !== undefined && !inputs.some((input) => hasChangedSince(input, built.mtimeMs));
}

/** Folders count with their own time as well: that is how a deleted or renamed file shows. */
function hasChangedSince(file, time) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return false;
  if (stat.mtimeMs > time) return true;
  return (
    stat.isDirectory() && fs.readdirSync(file).some((name) => hasChangedSince(path.join(file, name), time))
  );
}

function takeLock(lock) {
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
function dropStaleLock(lock) {
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

function releaseLock(lock) {
  try {
    if (fs.readFileSync(lock, 'utf8') === String(process.pid)) fs.rmSync(lock, { force: true });
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
  }
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Builds where it is needed: one process builds, the others wait for it. Gives what `build` gives, true when up to date. */
function ensureBuilt({ lock, isUpToDate, build }) {
  while (!isUpToDate()) {
    if (!takeLock(lock)) {
      dropStaleLock(lock);
      sleep(LOCK_POLL_MS);
      continue;
    }
    try {
      return isUpToDate() || build();
    } finally {
      releaseLock(lock);
    }
  }
  return true;
}

module.exports = { ensureBuilt, isNewerThan };

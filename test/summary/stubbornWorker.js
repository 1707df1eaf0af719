'use strict';

// A worker that reads nothing: it hangs, throws or ends where the file's name says so, and answers otherwise.
const { parentPort } = require('node:worker_threads');

parentPort.on('message', ({ index, name }) => {
  if (name.includes('hang')) for (;;);
  if (name.includes('throw')) throw new Error('it cannot');
  if (name.includes('exit')) process.exit(3);
  const submission = { path: name, readable: true, tables: [], findings: [], fresh: [] };
  parentPort.postMessage({ index, submission, report: null });
});

'use strict';

// A worker that reads nothing: it hangs, throws or ends where the file's name says so, and answers otherwise; all files
// of a message at once, as ours does.
const { parentPort, workerData } = require('node:worker_threads');

parentPort.on('message', (jobs) => {
  for (const { index, file } of jobs) {
    Atomics.store(workerData.at, 0, index);
    if (file.name.includes('hang')) for (;;);
    if (file.name.includes('throw')) throw new Error('it cannot');
    if (file.name.includes('exit')) process.exit(3);
  }
  // Readable, no findings, no tables.
  const figures = Float64Array.from(jobs.flatMap(() => [1, 0, 0]));
  const paths = jobs.map(({ file }) => file.name);
  parentPort.postMessage({
    indexes: jobs.map(({ index }) => index),
    submissions: { paths, fresh: [], figures },
  });
});

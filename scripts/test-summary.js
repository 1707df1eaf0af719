'use strict';

// Prints jest's results (its --json file) as one plain line; fails when a test failed or none ran.

const fs = require('node:fs');

// jest leaves the file empty when it found no test or broke off.
const none = {
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
const results = { ...none, ...JSON.parse(fs.readFileSync(process.argv[2], 'utf8') || '{}') };
const passed = results.numPassedTests;
// A file that could not even be loaded has no failed test to show for it.
const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
const skipped = results.numPendingTests + results.numTodoTests;
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 || passed === 0 || !results.success ? 1 : 0;

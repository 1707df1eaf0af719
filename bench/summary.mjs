// The end of npm run bench: `kaohe summary` as people run it, from files on the disk to the summary workbook, against
// loops that only read the same files. Ratios of one run; its cost a workbook must not grow with their number.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scoringWorkbook } from './workbooks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const FEW = 500;
const MANY = 4000;
const MOST = 10_000;
const READ = 200;
const ROUNDS = 3;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-summary-'));
const bundle = join(dirname(here), 'dist', 'kaohe.js');

function makeFiles(name, count) {
  const path = join(folder, name);
  mkdirSync(path);
  for (let i = 0; i < count; i++) {
    writeFileSync(join(path, `${String(i).padStart(5, '0')}.xlsx`), scoringWorkbook(i));
  }
  return path;
}

/** Milliseconds and peak memory in MB of one summary. */
function summarise(path) {
  const out = join(folder, 'out.xlsx');
  rmSync(out, { force: true });
  // The program says itself how much memory it took at most.
  const hook = `process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))`;
  const start = performance.now();
  const ran = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(hook)}`, bundle, 'summary', path, '-o', out],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  const ms = performance.now() - start;
  if (ran.status !== 1 && ran.status !== 0) throw new Error(ran.stderr);
  return { ms, peak: Math.max(...[...ran.stderr.matchAll(/peak (\d+)/g)].map((match) => match[1] / 1024)) };
}

function openpyxl(path) {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      const out = execFileSync(python, [join(here, 'openpyxl_read.py'), path], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const timings = JSON.parse(out);
      if (timings !== null) return timings.normal / READ;
    } catch {
      // Not there, or not this one: the next may have it.
    }
  }
  return null;
}

function sheetJs(path) {
  const xlsx = require('@e965/xlsx');
  const start = performance.now();
  for (const name of readdirSync(path))
    xlsx.read(readFileSync(join(path, name)), { type: 'buffer', dense: true });
  return (performance.now() - start) / READ;
}

try {
  execFileSync(process.execPath, [join(dirname(here), 'scripts', 'kaohe.js'), '--version'], {
    stdio: 'ignore',
  });
  const [read, few, many, most] = [
    ['read', READ],
    ['few', FEW],
    ['many', MANY],
    ['most', MOST],
  ].map(([name, count]) => makeFiles(name, count));
  const times = { few: [], many: [], openpyxl: [], sheetJs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.few.push(summarise(few).ms);
    times.many.push(summarise(many).ms);
    times.openpyxl.push(openpyxl(read));
    times.sheetJs.push(sheetJs(read));
  }
  const perFew = median(times.few) / FEW;
  const perMany = median(times.many) / MANY;
  const largest = Array.from({ length: ROUNDS }, () => summarise(most));
  const perMost = median(largest.map(({ ms }) => ms)) / MOST;
  const peak = Math.max(...largest.map((one) => one.peak));
  console.log(
    `\nsummary on ${availableParallelism()} cores, milliseconds a workbook: ${FEW}: ${perFew.toFixed(2)}, ${MANY}: ${perMany.toFixed(2)}, ${MOST}: ${perMost.toFixed(2)}; openpyxl ${median(times.openpyxl)?.toFixed(1) ?? '-'}, SheetJS ${median(times.sheetJs).toFixed(1)}\n`,
  );
  const goals = [
    [
      `summary of ${MOST} at least 25 × openpyxl reading such files`,
      times.openpyxl[0] && median(times.openpyxl) / perMost,
      (ratio) => ratio >= 25,
    ],
    [
      `summary of ${MOST} at least 5 × a SheetJS loop`,
      median(times.sheetJs) / perMost,
      (ratio) => ratio >= 5,
    ],
    [`a workbook costs no more among ${MANY} than among ${FEW}`, perMany / perFew, (ratio) => ratio <= 1.1],
    [`peak memory of ${MOST} workbooks below 300 MB`, peak, (megabytes) => megabytes < 300],
  ];
  for (const [goal, value, met] of goals) {
    const verdict = value == null ? 'not measured' : met(value) ? 'pass' : 'FAIL';
    console.log(`${verdict.padEnd(14)}${goal}${value == null ? '' : ` (${value.toFixed(1)})`}`);
    if (verdict === 'FAIL') process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// npm run bench: reading, and reading + checking + totalling, 200 scoring workbooks against the readers people use and
// against bare inflation, in one run, as ratios; `--reading` leaves the checking out. Times of a shared machine mean little; ratios of one run do.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { build } from './build.mjs';
import { NEEDED, scoringWorkbook } from './workbooks.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const require = createRequire(import.meta.url);
const COUNT = 200;
const ROUNDS = 9;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Compressed bytes of the parts that hold values. */
function neededParts(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = buffer.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = [];
  for (let at = buffer.readUInt32LE(end + 16); buffer.readUInt32LE(at) === 0x02014b50;) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => buffer.readUInt16LE(at + offset));
    if (NEEDED.includes(buffer.toString('latin1', at + 46, at + 46 + name))) {
      const local = buffer.readUInt32LE(at + 42);
      const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
      parts.push(buffer.subarray(from, from + buffer.readUInt32LE(at + 20)));
    }
    at += 46 + name + extra + comment;
  }
  return parts;
}

/** `fresh`: workbooks whose every rule sentence is new, the worst case for whoever reads sentences. */
function contenders(subjects, files, fresh) {
  const { readFile, nativeCodec, readBook, checkBook, FormMemory } = subjects;
  const read = async (bytes) => {
    const reading = await readFile(bytes, '附件1.xlsx', nativeCodec);
    if (!reading.ok) throw new Error(JSON.stringify(reading.finding));
    return reading.snapshot;
  };
  // As a batch does it: forms that came before are known.
  const forms = FormMemory && new FormMemory();
  const check = async (books) => {
    for (const bytes of books) checkBook(readBook(await read(bytes), { forms }));
  };
  const xlsx = require('@e965/xlsx');
  const ExcelJS = require('exceljs');
  const all = {
    // What no reader can do without: finding those parts and inflating them.
    floor: () => files.forEach((bytes) => neededParts(bytes).forEach((part) => inflateRawSync(part))),
    reading: async () => {
      for (const bytes of files) await read(bytes);
    },
    checking: () => check(files),
    newSentences: () => check(fresh),
    sheetjs: () =>
      files.forEach((bytes) =>
        xlsx.read(bytes, { type: 'array', dense: true, cellHTML: false, cellText: false }),
      ),
    exceljs: async () => {
      for (const bytes of files) await new ExcelJS.Workbook().xlsx.load(bytes);
    },
  };
  if (readBook === undefined || checkBook === undefined) {
    delete all.checking;
    delete all.newSentences;
  }
  return all;
}

/** The quick ones go five times in a row: else each of theirs would pay for what a slow one left behind. */
const TIMES_A_ROUND = { floor: 5, reading: 5, checking: 5 };

/** Milliseconds of one round of all contenders, in turn, so that a busy moment hits all alike. */
async function round(all, times) {
  for (const [name, run] of Object.entries(all)) {
    for (let i = 0; i < (TIMES_A_ROUND[name] ?? 1); i++) {
      const start = performance.now();
      await run();
      times?.[name].push(performance.now() - start);
    }
  }
}

/** Milliseconds of one round of openpyxl, normal and read-only; null where it is not installed. */
function openpyxl(folder) {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      const script = join(here, 'openpyxl_read.py');
      const out = execFileSync(python, [script, folder], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const timings = JSON.parse(out);
      if (timings !== null) return timings;
    } catch {
      // Not there, or not this one: the next may have it.
    }
  }
  return null;
}

/** Median milliseconds of each contender, openpyxl among them at the beginning, the middle and the end. */
async function measure(all, folder) {
  for (let i = 0; i < 3; i++) await round(all, null);
  const times = Object.fromEntries(Object.keys(all).map((name) => [name, []]));
  const python = [];
  for (let i = 0; i < ROUNDS; i++) {
    if (i % Math.floor(ROUNDS / 3) === 0) python.push(openpyxl(folder));
    await round(all, times);
  }
  const medians = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
  if (python.includes(null)) return { times: medians, python: null };
  return {
    times: medians,
    python: { normal: median(python.map((t) => t.normal)), readOnly: median(python.map((t) => t.readOnly)) },
  };
}

function memory(built, count) {
  const out = execFileSync(process.execPath, [join(here, 'memory.mjs'), built, String(count)], {
    encoding: 'utf8',
  });
  return JSON.parse(out);
}

function printTable(times, python) {
  const rows = [
    ['bare inflation (node:zlib), the floor', times.floor],
    ['kaohe: reading', times.reading],
    ['kaohe: reading + checking + totals', times.checking],
    ['  the same, every sentence new', times.newSentences],
    ['SheetJS (@e965/xlsx): reading', times.sheetjs],
    ['exceljs: reading', times.exceljs],
    ['openpyxl, read_only: reading', python?.readOnly],
    ['openpyxl: reading', python?.normal],
  ];
  console.log(`${COUNT} workbooks, warm, medians\n`);
  console.log(`${''.padEnd(40)}${'ms'.padStart(9)}${'× floor'.padStart(10)}${'openpyxl ÷'.padStart(13)}`);
  for (const [name, ms] of rows) {
    const figures =
      ms === undefined
        ? [name.startsWith('openpyxl') ? 'not installed' : 'left out']
        : [
            ms.toFixed(1).padStart(9),
            (ms / times.floor).toFixed(1).padStart(10),
            (python ? (python.normal / ms).toFixed(1) : '–').padStart(13),
          ];
    console.log(name.padEnd(40) + figures.join(''));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'));
try {
  const subjects = await build(root, join(folder, 'build'), process.argv.includes('--reading'));
  const files = Array.from({ length: COUNT }, (_, i) => scoringWorkbook(i));
  mkdirSync(join(folder, 'books'));
  files.forEach((bytes, i) =>
    writeFileSync(join(folder, 'books', `${String(i).padStart(4, '0')}.xlsx`), bytes),
  );

  const fresh = Array.from({ length: COUNT }, (_, i) => scoringWorkbook(i, COUNT));
  const { times, python } = await measure(contenders(subjects, files, fresh), join(folder, 'books'));
  printTable(times, python);

  const [few, many] = [memory(subjects.folder, COUNT), memory(subjects.folder, 10_000)];
  console.log(`\npeak memory     heap    resident (MB)`);
  for (const [count, peak] of [
    [COUNT, few],
    [10_000, many],
  ]) {
    console.log(
      `${String(count).padStart(6)} read${peak.heap.toFixed(0).padStart(9)}${peak.rss.toFixed(0).padStart(12)}`,
    );
  }

  const goals = [
    [
      'reading at least 40 × faster than openpyxl',
      python && python.normal / times.reading,
      (ratio) => ratio >= 40,
    ],
    ['reading at most 5 × the floor', times.reading / times.floor, (ratio) => ratio <= 5],
    [
      'reading + checking at most 8 × the floor',
      times.checking && times.checking / times.floor,
      (ratio) => ratio <= 8,
    ],
    ['memory flat from 200 to 10,000 (resident at most 1.5 ×)', many.rss / few.rss, (ratio) => ratio <= 1.5],
  ];
  console.log('');
  for (const [goal, ratio, met] of goals) {
    const verdict = ratio == null ? 'not measured' : met(ratio) ? 'pass' : 'FAIL';
    console.log(`${verdict.padEnd(14)}${goal}${ratio == null ? '' : ` (${ratio.toFixed(1)})`}`);
    if (verdict === 'FAIL') process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

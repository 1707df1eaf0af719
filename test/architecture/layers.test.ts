import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..', '..');
const cruiser = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const config = join(root, '.dependency-cruiser.js');

interface Violation {
  from: string;
  to: string;
  rule: { name: string };
}

function cruise(folder: string): Violation[] {
  // The exit code tells how many rules were broken; the report is on stdout either way.
  const run = spawnSync(process.execPath, [cruiser, 'src', '--config', config, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no report: ${run.stderr}`);
  return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** Each pair is one import that must not be: the file that imports, what it imports, and the rule that says so. */
const forbidden: [from: string, specifier: string, rule: string][] = [
  ['src/locale/a.ts', '../rubric/target', 'no-upward-import-from-locale'],
  ['src/rubric/a.ts', '../sheet/target', 'no-upward-import-from-rubric'],
  ['src/sheet/a.ts', '../check/target', 'no-upward-import-from-sheet'],
  ['src/check/a.ts', '../plan/target', 'no-upward-import-from-check'],
  ['src/plan/a.ts', '../hosts/target', 'no-upward-import-from-plan'],
  ['src/hosts/a.ts', '../app/target', 'no-upward-import-from-hosts'],
  ['src/app/a.ts', '../cli/target', 'no-upward-import-from-app'],
  ['src/locale/b.ts', '../cli/target', 'no-upward-import-from-locale'],
  ['src/cli/a.ts', '../taskpane/target', 'no-import-between-tops-from-cli'],
  ['src/commands/a.ts', '../taskpane/target', 'no-import-between-tops-from-commands'],
  ['src/taskpane/b.ts', '../workbench/target', 'no-import-between-tops-from-taskpane'],
  ['src/workbench/a.ts', '../cli/target', 'no-import-between-tops-from-workbench'],
  ['src/hosts/file/a.ts', '../excel/target', 'no-import-between-hosts-from-file'],
  ['src/hosts/excel/a.ts', '../wps/target', 'no-import-between-hosts-from-excel'],
  ['src/hosts/wps/a.ts', '../file/target', 'no-import-between-hosts-from-wps'],
  ['src/hosts/b.ts', './file/target', 'port-knows-no-adapter'],
  ['src/rubric/b.ts', 'fflate', 'pure-floors-import-nothing-from-outside'],
  ['src/plan/b.ts', 'node:fs', 'pure-floors-import-nothing-from-outside'],
  ['src/check/b.ts', 'fs', 'pure-floors-import-nothing-from-outside'],
  ['src/hosts/file/b.ts', 'node:zlib', 'no-node-modules-in-browser-code'],
  ['src/app/b.ts', 'path', 'no-node-modules-in-browser-code'],
  ['src/taskpane/a.ts', 'node:path', 'no-node-modules-in-browser-code'],
  ['src/hosts/file/c.ts', 'exceljs', 'no-dev-package-in-product'],
  ['src/app/c.ts', './no-such-file', 'no-unresolvable'],
];

const allowed: [from: string, specifier: string][] = [
  ['src/cli/ok.ts', 'node:fs'],
  ['src/cli/ok2.ts', '../app/target'],
  ['src/app/ok.ts', '../hosts/file/target'],
  ['src/hosts/file/ok.ts', 'fflate'],
  ['src/hosts/file/ok2.ts', '../../plan/target'],
  ['src/hosts/file/ok3.ts', '../target'],
  ['src/rubric/ok.ts', '../locale/target'],
  ['src/workbench/ok.ts', '../hosts/excel/target'],
  ['src/workbench/ok2.ts', '../taskpane/target'],
];

const folders =
  'locale rubric sheet check plan hosts hosts/file hosts/excel hosts/wps app cli taskpane commands workbench';

describe('the import direction', () => {
  let folder: string;
  let found: Violation[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaohe-layers-'));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    write(
      'package.json',
      execFileSync(process.execPath, ['-p', 'JSON.stringify(require("./package.json"))'], {
        cwd: root,
        encoding: 'utf8',
      }),
    );
    for (const name of folders.split(' ')) write(`src/${name}/target.ts`, 'export type Target = 1;\n');
    // Types alone: the weakest import there is must be caught too.
    for (const [from, specifier] of [...forbidden, ...allowed]) {
      write(from, `import type * as target from '${specifier}';\nexport type A = typeof target;\n`);
    }
    write('src/hosts/file/c.ts', `import exceljs from 'exceljs';\nexport const a = exceljs;\n`);
    write('src/sheet/loop1.ts', `import { b } from './loop2';\nexport const a = (): number => b();\n`);
    write('src/sheet/loop2.ts', `import { a } from './loop1';\nexport const b = (): number => a();\n`);
    write('src/check/lazy.ts', `export const load = () => import('../app/target');\n`);
    found = cruise(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const rulesBrokenBy = (file: string) =>
    found.filter((one) => one.from === file).map((one) => one.rule.name);

  test.each(forbidden)('%s must not import %s', (from, _specifier, rule) => {
    expect(rulesBrokenBy(from)).toContain(rule);
  });

  test.each(allowed)('%s may import %s', (from) => {
    expect(rulesBrokenBy(from)).toEqual([]);
  });

  test('files must not import one another in a circle', () => {
    expect(rulesBrokenBy('src/sheet/loop1.ts')).toContain('no-cycle');
  });

  test('a lazy import counts as an import', () => {
    expect(rulesBrokenBy('src/check/lazy.ts')).toContain('no-upward-import-from-check');
  });

  test('holds in src/', () => {
    expect(cruise(root).map((one) => `${one.from} → ${one.to} (${one.rule.name})`)).toEqual([]);
  });
});

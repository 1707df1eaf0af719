import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { openZip } from '../../src/hosts/file/zip';
import type { GridCell } from '../../src/sheet/grid';
import { kaohe } from '../cli/support';
import { temporaryFolder } from '../support/folder';
import { bookBytes } from '../support/round';
import { streetSheet } from '../support/scoringSheet';

/** Formulas that the program writes into a summary; whatever else begins with = must be text. */
const OURS = /^IF\((?:COUNT\([A-Z]+\d+,[A-Z]+\d+\)=[02]|ISNUMBER\([A-Z]+\d+\)),|^考核汇总![JK]\d+$/;

const NAMES = [
  '=HYPERLINK("http：∕∕x")公司',
  '+cmd|calc公司',
  '<img src=x onerror=alert(1)>公司',
  '@SUM(A1)公司',
  '-1+1公司',
];

test('text of others stays text in every cell, link and part of a summary', async () => {
  const temporary = temporaryFolder();
  try {
    const folder = join(temporary.path, '回收');
    mkdirSync(folder);
    NAMES.forEach((name, index) => {
      const scores = [[6, 6], [2, 9], [9.5], [8.25], [5]] as const;
      const sheet = streetSheet(scores, { name: index === 0 ? '=1+1' : '附件1', title: `${name}评分表` });
      const settings = [['考核单位', name]] as const;
      writeFileSync(join(folder, `${name}.xlsx`), bookBytes([sheet], settings));
    });
    const out = join(temporary.path, '汇总.xlsx');
    const ran = await kaohe(['summary', folder, '-o', out, '--json']);
    const report = JSON.parse(ran.out);
    expect(report.files.map(({ sheets }: { sheets: { unit: string }[] }) => sheets[0]!.unit).sort()).toEqual(
      [...NAMES].sort(),
    );

    const opened = await openFileHost(readFileSync(out), out);
    if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
    const { grids } = await opened.host.read();
    const cells: GridCell[] = grids.flatMap((grid) => grid.rows.flatMap((row) => [...row.cells]));
    for (const name of NAMES) {
      const own = cells.filter(({ value }) => value === name);
      expect(own.length).toBeGreaterThan(0);
      for (const { formula } of own) expect(formula).toBeNull();
    }
    for (const { formula } of cells) if (formula !== null) expect(formula).toMatch(OURS);

    const zip = openZip(readFileSync(out));
    const text = (part: string) => new TextDecoder().decode(zip.read(part));
    const markup = zip
      .names()
      .filter((part) => /\.(?:xml|rels)$/.test(part))
      .map(text)
      .join('');
    expect(markup).not.toContain('<img');
    const targets = [...markup.matchAll(/Target="([^"]*)" TargetMode="External"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(target).toMatch(/^%E5|^回收\//);
  } finally {
    temporary.remove();
  }
});

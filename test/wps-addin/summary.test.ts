import fs from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/folder';
import { bookBytes, encryptedBytes, filledSheet, randomSource } from '../support/round';
import type { Filled } from '../support/round';
import { describeAddin } from './addinBrowser';
import { ON_DISKS } from './builds';

jest.setTimeout(240_000);

const UNITS = ['新碶街道', '小港街道', '大碶街道', '公安分局', '区民政局'];
const COLUMNS =
  '序号 考核单位 类别 自评基本分 自评加分 自评总分 考核基本分 考核加分 考核总分 折合得分 排名 问题数 来源文件';

/** What a test looks at in the dump of a workbook. */
interface DumpedSheet {
  readonly name: string;
  readonly contents: readonly (readonly [
    string,
    { readonly value: unknown; readonly formula: string | null },
  ])[];
  readonly hyperlinks: readonly (readonly [string, { readonly address?: string }])[];
  readonly validations: readonly unknown[];
  readonly protection: unknown;
}

/** A folder as it comes together over a round: a folder in it, an encrypted file, a lock of Excel's, a letter. */
function returnedFolder(): { readonly path: string; readonly filled: readonly Filled[]; remove(): void } {
  const folder = temporaryFolder();
  const top = path.join(folder.path, '收回 #1');
  fs.mkdirSync(path.join(top, '街道'), { recursive: true });
  const pick = randomSource(11);
  const filled = UNITS.map((unit) => filledSheet(unit, { pick }));
  for (const { unit, grid } of filled) {
    const at = unit.endsWith('街道') ? path.join(top, '街道') : top;
    fs.writeFileSync(path.join(at, `${unit}.xlsx`), bookBytes([grid], [['年度', 2023]]));
  }
  fs.writeFileSync(path.join(top, '加密.xlsx'), encryptedBytes());
  fs.writeFileSync(path.join(top, '~$公安分局.xlsx'), 'lock');
  fs.writeFileSync(path.join(top, '说明.docx'), 'letter');
  return { path: top, filled, remove: () => folder.remove() };
}

describeAddin('the built add-in in Chromium writes whole sheets into an emulated ET', (addin) => {
  let returned: ReturnType<typeof returnedFolder>;

  beforeAll(() => {
    returned = returnedFolder();
  });

  afterAll(() => returned?.remove());

  const sheets = async () => (await addin.ask('dump')) as readonly DumpedSheet[];
  const names = async () => (await sheets()).map(({ name }) => name);

  it.each(ON_DISKS)(
    '汇总 of a folder, from the ribbon’s button on: $name',
    async ({ install, setting, before }) => {
      await addin.open(
        'taskpane.html',
        install,
        { ...setting, storage: { kaohe_task_et: 'summary' } },
        before,
      );
      await addin.page.locator('input[webkitdirectory]').setInputFiles(returned.path);
      await addin.said('读完 6 份');
      const asItWas = await addin.ask('dump');
      await addin.press('写入工作簿');
      await addin.said(/^汇总已写入工作簿/);

      const written = await sheets();
      expect(written.map(({ name }) => name)).toEqual([
        '附件1',
        '考核汇总',
        '问题清单',
        '未报送',
        '分项得分',
        '折合得分图',
      ]);
      const summary = rowsOf(written, '考核汇总');
      expect(summary.values[2]?.join(' ')).toBe(COLUMNS);
      for (const { unit, sums } of returned.filled) {
        const row = summary.values.findIndex(([, name]) => name === unit);
        const { self, review } = sums;
        const figures = [self.base, self.bonus, self.base + self.bonus, review.base, review.bonus];
        const total = review.base + review.bonus;
        const shown = summary.values[row] ?? [];
        expect(shown.slice(3, 10)).toEqual([...figures, total, total].map((hundredths) => hundredths / 100));
        const better = returned.filled.filter(
          (other) =>
            other.unit.endsWith('街道') === unit.endsWith('街道') &&
            other.sums.review.base + other.sums.review.bonus > total,
        );
        expect(shown[10]).toBe(better.length + 1);
        for (const column of [5, 8, 9, 10])
          expect(summary.formulas[row]?.[column]).toEqual(expect.any(String));
        const source = `收回 #1/${unit.endsWith('街道') ? '街道/' : ''}${unit}.xlsx`;
        expect(shown[12]).toBe(source);
        const link = linkAt(written, '考核汇总', row, 12)?.address ?? '';
        expect(decodeURIComponent(link.slice(0, link.lastIndexOf('#')))).toBe(source);
      }
      const problems = rowsOf(written, '问题清单').values.map((row) => row.join(' '));
      expect(problems).toContainEqual(expect.stringMatching(/加密\.xlsx +错误 文件设了打开密码/));
      const missing = rowsOf(written, '未报送').values.map(([, unit]) => unit);
      expect(missing).toEqual(expect.arrayContaining(['区教育局', '区财政局']));
      expect(missing).not.toContain('公安分局');

      await addin.press('撤销');
      expect(await addin.ask('dump')).toEqual(asItWas);
    },
  );

  it.each(ON_DISKS)('下发 of blank sheets into the workbook: $name', async ({ install, setting, before }) => {
    await addin.open('taskpane.html', install, setting, before);
    await addin.idle();
    const asItWas = await addin.ask('dump');
    await addin.page.getByRole('tab', { name: '下发' }).click();
    for (const unit of ['区教育局', '公安分局']) {
      await addin.page.getByRole('searchbox', { name: '查找单位' }).fill(unit);
      await addin.page.getByRole('checkbox', { name: unit }).check();
    }
    await addin.press('放进当前工作簿');
    await addin.said(/已在工作簿最后加上 2 张表/);
    const made = (await sheets()).slice(1);
    expect(made.map(({ name }) => name)).toEqual(['区教育局', '公安分局', '考核设置']);
    for (const { validations, protection, contents } of made.slice(0, 2)) {
      expect(validations.length).toBeGreaterThan(5);
      expect(protection).not.toBeNull();
      expect(contents.filter(([, { formula }]) => formula?.includes('SUM(')).length).toBeGreaterThan(3);
    }
    await addin.page.getByRole('tab', { name: '校验' }).click();
    await addin.press('撤销');
    expect(await addin.ask('dump')).toEqual(asItWas);
    expect(await names()).toEqual(['附件1']);
  });
});

/** A sheet's values and formulas by row and column. */
function rowsOf(sheets: readonly DumpedSheet[], name: string) {
  const values: unknown[][] = [];
  const formulas: unknown[][] = [];
  for (const [address, { value, formula }] of sheets.find((one) => one.name === name)?.contents ?? []) {
    const [, letter = '', number = ''] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    const column = letter.charCodeAt(0) - 65;
    const row = Number(number) - 1;
    (values[row] ??= [])[column] = value;
    (formulas[row] ??= [])[column] = formula;
  }
  return { values: Array.from(values, (row) => row ?? []), formulas };
}

function linkAt(sheets: readonly DumpedSheet[], name: string, row: number, column: number) {
  const links = sheets.find((one) => one.name === name)?.hyperlinks ?? [];
  return links.find(([place]) => place === `${row},${column}`)?.[1];
}

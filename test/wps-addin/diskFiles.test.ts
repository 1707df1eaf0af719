import type { BookSnapshot } from '../../src/sheet/grid';
import { bookBytes, encryptedBytes, filledSheet, randomSource } from '../support/round';
import type { DiskFile, EtSetting } from '../wps-host/browser/etPage';
import { describeAddin } from './addinBrowser';

jest.setTimeout(240_000);

const FOLDER = 'D:\\考核\\收回 #1';
/** Nothing that the program could make sense of by itself. */
const GARBAGE = Uint8Array.from({ length: 700 }, (_, index) => (index * 7) % 251);

const pick = randomSource(5);
const sheetOf = (unit: string) => filledSheet(unit, { pick });
const filled = {
  新碶街道: sheetOf('新碶街道'),
  小港街道: sheetOf('小港街道'),
  大碶街道: sheetOf('大碶街道'),
};
type Unit = keyof typeof filled;

const opens = (unit: Unit, fileName: string): BookSnapshot => ({ fileName, grids: [filled[unit].grid] });
const file = (name: string, bytes: Uint8Array, more: Partial<DiskFile> = {}): DiskFile => ({
  path: `${FOLDER}\\${name}`,
  base64: Buffer.from(bytes).toString('base64'),
  opens: null,
  ...more,
});

const DISK: readonly DiskFile[] = [
  file('新碶街道.xlsx', bookBytes([filled.新碶街道.grid])),
  file('街道\\小港街道.et', GARBAGE, { opens: opens('小港街道', '小港街道.et') }),
  file('大碶街道.xlsx', encryptedBytes(), { opens: opens('大碶街道', '大碶街道.xlsx'), isLocked: true }),
  file('坏.xlsx', GARBAGE),
  file('坏.et', GARBAGE),
  file('~$新碶街道.xlsx', GARBAGE),
  file('说明.docx', GARBAGE),
];

/** What a test looks at in the dump of a workbook. */
interface DumpedSheet {
  readonly name: string;
  readonly contents: readonly (readonly [string, { readonly value: unknown }])[];
}

describeAddin('汇总 of files on the disk, in the built add-in in Chromium beside an emulated ET', (addin) => {
  const show = async (setting: Partial<EtSetting>) => {
    await addin.open('taskpane.html', 'file', { disk: DISK, ...setting });
    await addin.idle();
    await addin.page.getByRole('tab', { name: '汇总' }).click();
  };

  /** Texts of a sheet, row by row. */
  const rows = async (name: string): Promise<readonly string[]> => {
    const sheets = (await addin.ask('dump')) as readonly DumpedSheet[];
    const lines = new Map<string, unknown[]>();
    for (const [address, { value }] of sheets.find((sheet) => sheet.name === name)?.contents ?? []) {
      const row = address.replace(/^[A-Z]+/, '');
      lines.set(row, [...(lines.get(row) ?? []), value]);
    }
    return Array.from(lines.values(), (line) => line.join(' '));
  };

  const totalOf = (unit: Unit) => (filled[unit].sums.review.base + filled[unit].sums.review.bonus) / 100;

  it.each([
    { who: 'the passwords are not known', knowsPasswords: false },
    {
      who: 'the passwords are known, in an older build',
      knowsPasswords: true,
      quirks: { arrays: 'flat', failedOpen: 'null' },
    },
  ] as const)(
    'reads what it can, ET the rest, and says what nobody could: $who',
    async ({ who: _who, ...setting }) => {
      await show({ ...setting, picks: [[FOLDER]] });
      const before = await addin.ask('workbooks');
      await addin.page.getByRole('button', { name: '选择文件夹' }).click();
      await addin.said('读完 5 份');
      expect(await addin.ask('workbooks')).toEqual({
        ...before,
        opened: ['坏.et', '大碶街道.xlsx', '街道\\小港街道.et'].map((name) => `${FOLDER}\\${name}`),
      });
      await addin.press('写入工作簿');
      await addin.said(/^汇总已写入工作簿/);

      const summary = await rows('考核汇总');
      const units: readonly Unit[] = setting.knowsPasswords
        ? ['新碶街道', '小港街道', '大碶街道']
        : ['新碶街道', '小港街道'];
      for (const unit of units) {
        const line = summary.find((row) => row.includes(unit)) ?? '';
        expect(line.split(' ')).toContain(String(totalOf(unit)));
      }
      expect(summary.some((row) => row.includes('收回 #1/街道/小港街道.et'))).toBe(true);
      const problems = await rows('问题清单');
      expect(problems).toContainEqual(expect.stringMatching(/收回 #1\/坏\.xlsx.*错误 文件读不了/));
      expect(problems).toContainEqual(expect.stringMatching(/收回 #1\/坏\.et.*错误 文件读不了/));
      const locked = problems.filter((row) =>
        /大碶街道\.xlsx.*文件设了打开密码，读不了。请用 Excel 或 WPS 打开/.test(row),
      );
      expect(locked).toHaveLength(setting.knowsPasswords ? 0 : 1);
    },
  );

  it('picks single files, an .et among them', async () => {
    await show({ picks: [[`${FOLDER}\\新碶街道.xlsx`, `${FOLDER}\\街道\\小港街道.et`]] });
    await addin.page.getByRole('button', { name: '选择文件', exact: true }).click();
    await addin.said('读完 2 份');
    expect((await addin.ask('workbooks')).opened).toEqual([`${FOLDER}\\街道\\小港街道.et`]);
  });

  it.each([
    { why: 'a build without FileSystem', absent: ['Application.FileSystem'] },
    { why: 'a build without FileDialog', absent: ['Application.FileDialog'] },
    { why: 'a build that shows no dialog', quirks: { silentDialogs: true } },
  ] as const)('takes the page’s own picker in $why', async ({ why: _why, ...setting }) => {
    await show(setting);
    const chooser = addin.page.waitForEvent('filechooser');
    await addin.page.getByRole('button', { name: '选择文件', exact: true }).click();
    await (
      await chooser
    ).setFiles({
      name: '新碶街道.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bookBytes([filled.新碶街道.grid])),
    });
    await addin.said('读完 1 份');
    expect((await addin.ask('workbooks')).opened).toEqual([]);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBookLook } from '../../src/hosts/file/look/readBookLook';
import { openZip } from '../../src/hosts/file/zip';
import { HIGHLIGHT_FILLS } from '../../src/plan/marks';
import { buildWorkbook } from '../support/package';
import type { CellSpec } from '../support/package';
import { BenchBrowser, cellOf, FAULTY, inChromium, samplePath } from './benchBrowser';

jest.setTimeout(120_000);

const partsOf = (bytes: Uint8Array) => {
  const zip = openZip(bytes);
  return new Map(zip.entries.map((entry) => [entry.name, zip.raw(entry)]));
};

/** The least of an OLE2 file whose directory names an encrypted package, as Excel writes a workbook with a password. */
function encryptedPackage(): Buffer {
  const file = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(0x3e, 24);
  file.writeUInt16LE(3, 26);
  file.writeUInt16LE(0xfffe, 28);
  file.writeUInt16LE(9, 30);
  file.writeUInt16LE(6, 32);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(4096, 56);
  file.writeInt32LE(-2, 60);
  file.writeInt32LE(-2, 68);
  file.writeUInt32LE(0, 76);
  for (let i = 1; i < 109; i++) file.writeInt32LE(-1, 76 + i * 4);
  for (let i = 0; i < 128; i++) file.writeInt32LE(i === 0 ? -3 : i === 1 ? -2 : -1, 512 + i * 4);
  ['Root Entry', 'EncryptedPackage'].forEach((name, i) => {
    const at = 1024 + i * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE((name.length + 1) * 2, at + 64);
    file.writeUInt8(i === 0 ? 5 : 2, at + 66);
    [68, 72, 76].forEach((offset) => file.writeInt32LE(-1, at + offset));
    if (i === 0) file.writeInt32LE(1, at + 76);
    file.writeInt32LE(-2, at + 116);
  });
  return file;
}

inChromium('the workbench in Chromium', () => {
  const bench = new BenchBrowser();

  beforeAll(() => bench.start(), 300_000);
  afterAll(() => bench.close());
  afterEach(async () => {
    expect(await bench.endPage()).toEqual({ foreign: [], complaints: [] });
  });

  it('shows the sample with faults, flags its cells with one click, and clears one that is mended', async () => {
    // Tall enough for the whole sheet: nothing scrolls.
    await bench.openSample('', { viewport: { width: 1500, height: 2000 } });
    expect(await bench.page.title()).toBe(`${FAULTY} - 考核`);
    expect(await bench.pixels(HIGHLIGHT_FILLS.error, (count) => count === 0)).toBe(0);
    await bench.press('校验并合计');
    expect(await bench.status()).toMatch(/^已写入 \d+ 个单元格，标出 \d+ 处/);
    expect(await bench.page.title()).toBe(`• ${FAULTY} - 考核`);
    // Four cells, each more than 3,000 pixels large.
    const flagged = await bench.pixels(HIGHLIGHT_FILLS.error, (count) => count > 12_000);
    expect(flagged).toBeGreaterThan(12_000);

    await bench.press('定位 E5');
    expect(await bench.where()).toBe('E5');
    await bench.type('E5', '8');
    await bench.press('校验并合计');
    expect(await bench.button('定位 E5').count()).toBe(0);
    const isLess = (count: number) => count < flagged - 3_000;
    expect(isLess(await bench.pixels(HIGHLIGHT_FILLS.error, isLess))).toBe(true);
  });

  it('checks while one types, and leaves the cell being typed in alone', async () => {
    await bench.openSample();
    await bench.press('实时校验');
    await bench.button('定位 E5').waitFor();
    await bench.type('E5', '8');
    await bench.isAt('E6');
    await bench.page.keyboard.type('9');
    // E5 was checked, and found right, while E6 is half typed.
    await bench.button('定位 E5').waitFor({ state: 'hidden' });
    await bench.page.keyboard.type('.5');
    await bench.page.keyboard.press('Enter');
    await bench.isAt('E7');
    expect(await cellOf((await bench.save()).bytes, '附件1', 5, 4)).toMatchObject({ value: 9.5 });
  });

  it('saves all edits, with every part byte for byte that none of them touched', async () => {
    await bench.openSample();
    await bench.type('E5', '8');
    await bench.type('E6', '9.5分');
    await bench.press('校验并合计');
    const { name, bytes } = await bench.save();
    expect(name).toBe(FAULTY);
    expect(await bench.page.getByText(`已存为“${FAULTY}”`).count()).toBe(1);
    expect(await bench.page.title()).toBe(`${FAULTY} - 考核`);
    expect((await cellOf(bytes, '附件1', 4, 4))?.value).toBe(8);
    expect(readBookLook(bytes).sheets[0]?.highlights.length).toBeGreaterThan(3);
    const [before, after] = [partsOf(fs.readFileSync(samplePath(FAULTY))), partsOf(bytes)];
    const untouched = [
      'docProps/app.xml',
      'docProps/core.xml',
      'xl/theme/theme1.xml',
      'xl/sharedStrings.xml',
    ];
    for (const part of untouched) expect(after.get(part)).toEqual(before.get(part));
  });

  it('has one undo for what was typed and what 校验并合计 wrote, and the pane follows', async () => {
    await bench.openSample('', { viewport: { width: 1500, height: 1000 } });
    const opened = (await bench.save()).bytes;
    expect(opened).toEqual(new Uint8Array(fs.readFileSync(samplePath(FAULTY))));
    await bench.type('E5', '8');
    await bench.press('校验并合计');
    const filled = (await bench.save()).bytes;
    await bench.goTo('E6');
    await bench.page.keyboard.press('Control+z');
    expect(await bench.pixels(HIGHLIGHT_FILLS.error, (count) => count === 0)).toBe(0);
    await bench.page.locator('#workbench-pane main[aria-busy="false"]').waitFor();
    expect(await bench.button('定位 E10').count()).toBe(0);
    expect(await bench.button(/^撤销/).first().isEnabled()).toBe(true);
    await bench.page.keyboard.press('Control+z');
    expect((await bench.save()).bytes).toEqual(opened);
    await bench.page.keyboard.press('Control+y');
    await bench.page.keyboard.press('Control+y');
    expect((await bench.save()).bytes).toEqual(filled);
  });

  it('takes marks away and keeps totals, and takes that back', async () => {
    await bench.openSample('', { viewport: { width: 1500, height: 1000 } });
    await bench.press('校验并合计');
    const filled = (await bench.save()).bytes;
    await bench.press('清除标记');
    expect(await bench.pixels(HIGHLIGHT_FILLS.error, (count) => count === 0)).toBe(0);
    const cleared = (await bench.save()).bytes;
    expect(readBookLook(cleared).sheets[0]).toMatchObject({ highlights: [], notes: [] });
    await bench.page.locator('#workbench-pane').getByRole('button', { name: '撤销' }).click();
    await bench.page.locator('#workbench-pane main[aria-busy="false"]').waitFor();
    expect((await bench.save()).bytes).toEqual(filled);
  });

  it('computes formulas that depend on what was typed, and saves their results', async () => {
    const spec: CellSpec[][] = [
      ['甲', 5],
      ['乙', 6],
      ['合计', { formula: 'SUM(B1:B2)', value: 11 }],
      ['率', { formula: 'B3/0', value: 0 }],
    ];
    const file = Buffer.from(buildWorkbook({ sheets: [{ name: '一', rows: spec }] }));
    await bench.openFile({ name: '表.xlsx', mimeType: '', buffer: file });
    await bench.ready();
    await bench.type('B1', '7');
    await bench.type('C1', '=B3*2');
    await bench.type('C2', '=CONCATENATE("得",B1)');
    const { bytes } = await bench.save();
    expect(await cellOf(bytes, '一', 0, 1)).toMatchObject({ value: 7, formula: null });
    expect(await cellOf(bytes, '一', 2, 1)).toMatchObject({ value: 13, formula: 'SUM(B1:B2)' });
    expect(await cellOf(bytes, '一', 3, 1)).toMatchObject({ value: { error: '#DIV/0!' } });
    expect(await cellOf(bytes, '一', 0, 2)).toMatchObject({ value: 26, formula: 'B3*2' });
    expect(await cellOf(bytes, '一', 1, 2)).toMatchObject({ value: '得7' });
  });

  it('pastes words and figures, cuts, and leaves looks and rows alone', async () => {
    await bench.openSample();
    const before = readBookLook(fs.readFileSync(samplePath(FAULTY))).sheets[0];
    await bench.page.evaluate(() => navigator.clipboard.writeText('1\t=1+1\n2\t"两\n行"\n'));
    await bench.goTo('H30');
    await bench.page.keyboard.press('Control+v');
    await bench.goTo('E4');
    await bench.page.keyboard.press('Control+b');
    await bench.page.keyboard.press('Control+x');
    const { bytes } = await bench.save();
    expect((await cellOf(bytes, '附件1', 29, 7))?.value).toBe(1);
    expect(await cellOf(bytes, '附件1', 29, 8)).toMatchObject({ value: '=1+1', formula: null });
    expect((await cellOf(bytes, '附件1', 30, 7))?.value).toBe(2);
    expect((await cellOf(bytes, '附件1', 30, 8))?.value).toBe('两\n行');
    expect(await cellOf(bytes, '附件1', 3, 4)).toBeUndefined();
    const after = readBookLook(bytes).sheets[0];
    expect(after?.columns).toEqual(before?.columns);
    expect(after?.rows.get(3)).toEqual(before?.rows.get(3));
  });

  it.each([
    ['结果.xlsx', Buffer.from('<html><table></table></html>'), /打不开“结果\.xlsx”/],
    ['加密.xlsx', encryptedPackage(), /设了打开密码/],
    ['空.xlsx', Buffer.alloc(0), /打不开“空\.xlsx”/],
    ['照片.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), /打不开“照片\.png”/],
  ])('says why it cannot open %s', async (name, buffer, words) => {
    await bench.openFile({ name, mimeType: '', buffer });
    await bench.page.getByText(words).waitFor();
    expect(await bench.violations()).toEqual([]);
    // The start page is still there.
    expect(await bench.button('选择文件，或把评分表拖到这里').count()).toBe(1);
  });

  it.each(['附件1-小港街道-旧格式.xls', '表.csv'])(
    'opens %s and says that it is saved as .xlsx',
    async (name) => {
      const file = name.endsWith('.csv')
        ? { name, mimeType: 'text/csv', buffer: Buffer.from('项目,得分\n甲,5\n') }
        : samplePath(name);
      await bench.openFile(file);
      await bench.ready();
      expect(await bench.page.getByText(/保存时另存为“.*\.xlsx”/).count()).toBe(1);
      const saved = await bench.save();
      expect(saved.name).toBe(name.replace(/\.\w+$/, '.xlsx'));
      expect(openZip(saved.bytes).has('xl/workbook.xml')).toBe(true);
    },
  );

  it('is worked by keyboard alone, from the start page to a saved file', async () => {
    const page = await bench.freshPage(`${bench.origin}/`);
    expect(await bench.violations()).toEqual([]);
    const { keyboard } = page;
    /** Presses Tab until a control of this name has the keyboard. */
    const tabTo = async (name: RegExp) => {
      for (let i = 0; i < 60; i++) {
        await keyboard.press('Tab');
        const words = await page.evaluate<string>(
          '(document.activeElement.getAttribute("aria-label") ?? "") + document.activeElement.textContent',
        );
        if (name.test(words)) return;
      }
      throw new Error(`${name} is out of reach`);
    };
    const within = (region: string) =>
      page.waitForFunction((id) => document.getElementById(id)?.contains(document.activeElement), region);
    /** Walks to a cell, each step awaited. */
    const walk = async (key: string, stops: readonly string[]) => {
      for (const stop of stops) {
        await keyboard.press(key);
        await bench.isAt(stop);
      }
    };

    await tabTo(/^选择文件/);
    await tabTo(/^附件1 街道（有错）/);
    await keyboard.press('Enter');
    await bench.ready();
    expect(await bench.violations()).toEqual([]);
    // The sheet has the keyboard when it opens.
    await within('workbench-sheet');
    await walk('ArrowDown', ['A2', 'A3:B3', 'A4:A7']);
    await walk('ArrowRight', ['B4:B7', 'C4', 'D4', 'E4']);
    await walk('ArrowDown', ['E5']);
    await keyboard.type('7');
    await keyboard.press('Enter');
    await bench.isAt('E6');

    await keyboard.press('F6');
    await within('workbench-pane');
    await tabTo(/^校验并合计/);
    await keyboard.press('Enter');
    await page.getByText(/^已写入 \d+ 个单元格/).waitFor();
    await tabTo(/^定位 E10/);
    await keyboard.press('Enter');
    await bench.isAt('E10');
    await keyboard.press('Shift+F6');
    await within('workbench-sheet');
    await keyboard.type('5');
    await keyboard.press('Enter');
    await bench.isAt('E11');
    await keyboard.press('Control+z');
    await keyboard.press('Control+y');
    // Forward over the pane to the toolbar, whose buttons the arrow keys go through.
    await keyboard.press('F6');
    await within('workbench-pane');
    await keyboard.press('F6');
    await within('workbench-bar');
    await keyboard.press('Shift+F6');
    await keyboard.press('Shift+F6');
    await within('workbench-sheet');

    const { bytes } = await bench.save();
    expect((await cellOf(bytes, '附件1', 4, 4))?.value).toBe(7);
    expect((await cellOf(bytes, '附件1', 9, 4))?.value).toBe(5);
    await page.getByText('已存为').waitFor();
  });

  it('asks before changes are lost', async () => {
    await bench.openSample();
    await bench.type('E5', '8');
    await bench.openFile(samplePath('附件1-新碶街道.xlsx'));
    const dialog = bench.page.getByRole('alertdialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('没保存的改动');
    await dialog.getByRole('button', { name: '取消' }).click();
    expect(await bench.page.title()).toContain(FAULTY);
    await bench.openFile(samplePath('附件1-新碶街道.xlsx'));
    await dialog.getByRole('button', { name: '不保存，继续' }).click();
    await bench.page.getByRole('heading', { name: '附件1-新碶街道.xlsx' }).waitFor();
    await bench.ready();
    expect(await bench.page.title()).toBe('附件1-新碶街道.xlsx - 考核');
  });

  it('works from a folder on the disk', async () => {
    await bench.freshPage(
      `${pathToFileURL(path.join(__dirname, '..', '..', 'dist', 'web', 'index.html')).href}#sample`,
    );
    await bench.ready();
    await bench.press('校验并合计');
    expect(await bench.status()).toMatch(/^已写入 \d+ 个单元格/);
    expect((await bench.save()).name).toBe(FAULTY);
  });
});

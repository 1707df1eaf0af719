import fs from 'node:fs';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { readBookLook } from '../../src/hosts/file/look/readBookLook';
import { openZip } from '../../src/hosts/file/zip';
import { HIGHLIGHT_FILLS } from '../../src/plan/marks';
import { BenchBrowser, FAULTY, inChromium, samplePath } from './benchBrowser';

jest.setTimeout(120_000);

const partsOf = (bytes: Uint8Array) => {
  const zip = openZip(bytes);
  return new Map(zip.entries.map((entry) => [entry.name, zip.raw(entry)]));
};

async function cellOf(bytes: Uint8Array, sheet: string, row: number, column: number) {
  const opened = await openFileHost(bytes, FAULTY);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  const { grids } = await opened.host.read();
  const rows = grids.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.find(({ index }) => index === row)?.cells.find((cell) => cell.column === column);
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
    expect(await bench.pixels(HIGHLIGHT_FILLS.error)).toBe(0);
    await bench.press('校验并合计');
    expect(await bench.status()).toMatch(/^已写入 \d+ 个单元格，标出 \d+ 处/);
    expect(await bench.page.title()).toBe(`• ${FAULTY} - 考核`);
    const flagged = await bench.pixels(HIGHLIGHT_FILLS.error);
    expect(flagged).toBeGreaterThan(1000);

    await bench.press('定位 E5');
    expect(await bench.where()).toBe('E5');
    await bench.type('E5', '8');
    await bench.press('校验并合计');
    expect(await bench.button('定位 E5').count()).toBe(0);
    expect(await bench.pixels(HIGHLIGHT_FILLS.error)).toBeLessThan(flagged);
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
});

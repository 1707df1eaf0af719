import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { unsetColours } from '../support/namedColours';
import { describeInChromium } from './page/paneBrowser';

/**
 * Without Office.js, gzip: what is fetched before anything shows, all that 校验 takes, that and 设置, what 设置, 下发 and 汇总
 * fetch besides when they are opened one after another, and everything there is: English and what reads files included.
 */
const MOST_BYTES = {
  first: 106_000,
  check: 193_000,
  'check and 设置': 200_000,
  设置: 8_000,
  下发: 58_500,
  汇总: 38_500,
  all: 326_000,
} as const;

/** The goal is half a second on a machine that does nothing else; here others may be at work. */
const MOST_MS = 10_000;

/** An Excel that starts the pane and then never answers: what shows, shows before any workbook was read. */
const SILENT_EXCEL = `{
  const silence = () => new Promise(() => {});
  window.Excel = new Proxy({ run: silence }, { get: (own, name) => own[name] ?? class {} });
  window.Office = {
    HostType: { Excel: 'Excel' },
    onReady: async () => ({ host: 'Excel' }),
    context: { displayLanguage: 'zh-CN', requirements: { isSetSupported: () => true } },
    actions: { associate: () => {} },
  };
}`;

jest.setTimeout(60_000);

describeInChromium('the shipped pane, as it is loaded', (pane) => {
  let scripts: string[];

  beforeEach(async () => {
    scripts = [];
    const page = await pane.freshPage();
    await page.route('**/office-js/office.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: SILENT_EXCEL }),
    );
    page.on('requestfinished', (request) => {
      const name = path.basename(new URL(request.url()).pathname);
      if (name.endsWith('.js') && name !== 'office.js') scripts.push(name);
    });
    await page.goto(`${pane.origin}/taskpane.html`);
    await pane.button('校验并合计').waitFor();
  });

  afterEach(async () => {
    expect(await pane.verdict()).toEqual({ foreign: [], complaints: [] });
  });

  const sizeOf = (name: string) => zlib.gzipSync(fs.readFileSync(path.join(pane.folder, name))).length;
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + sizeOf(name), 0);

  it('is small: what shows first, all that a check takes, and each view', async () => {
    // The reading goes on as long as Excel is silent: by then everything it needs is here.
    await pane.page.getByText('正在读取工作簿').waitFor();
    await pane.page.waitForLoadState('networkidle');
    const all = fs.readdirSync(pane.folder).filter((name) => /\.js$/.test(name) && !name.startsWith('page.'));
    expect(scripts).toEqual(
      expect.arrayContaining([
        'taskpane.js',
        expect.stringMatching(/^core\./),
        expect.stringMatching(/^check\./),
      ]),
    );
    const sizes: Record<string, number> = {
      first: sizeOf('taskpane.js'),
      check: sum(scripts),
      all: sum(all),
    };
    for (const view of ['设置', '下发', '汇总']) {
      const before = scripts.length;
      await pane.page.getByRole('tab', { name: view }).click();
      await pane.page.getByRole('tabpanel', { name: view }).getByRole('button').first().waitFor();
      sizes[view] = sum(scripts.slice(before));
    }
    sizes['check and 设置'] = sizes['check']! + sizes['设置']!;
    process.stderr.write(`The pane, gzip: ${JSON.stringify(sizes)} bytes\n`);
    for (const [what, most] of Object.entries(MOST_BYTES))
      expect([what, sizes[what]! < most]).toEqual([what, true]);
  });

  it('asks for no colour that its themes do not set', () => {
    const scripts = fs
      .readdirSync(pane.folder)
      .filter((name) => /\.js$/.test(name) && !name.startsWith('page.'));
    const text = scripts.map((name) => fs.readFileSync(path.join(pane.folder, name), 'utf8')).join('\n');
    expect(text).toContain('colorPaletteRedBorder2');
    expect(unsetColours(text)).toEqual([]);
    expect(unsetColours('var(--colorPaletteBlueBorderActive)')).toEqual(['colorPaletteBlueBorderActive']);
  });

  it('shows its header and its button before the workbook was read', async () => {
    const paint = await pane.page.evaluate<number>(
      `performance.getEntriesByName('first-contentful-paint')[0].startTime`,
    );
    process.stderr.write(`The pane's first contentful paint: ${Math.round(paint)} ms\n`);
    expect(paint).toBeLessThan(MOST_MS);
    expect(await pane.page.getByRole('heading', { level: 1 }).innerText()).toBe('考核');
    expect(await pane.button('校验并合计').getAttribute('aria-disabled')).not.toBe('true');
    expect(await pane.page.getByRole('main').getAttribute('aria-busy')).toBe('true');
    expect(await pane.violations()).toEqual([]);
  });
});

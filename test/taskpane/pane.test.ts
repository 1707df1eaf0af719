import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { buildPane, servePage } from './page/pageServer';
import type { PageServer } from './page/pageServer';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const AXE = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const FAULTY = '附件1-小港街道-有错.xlsx';
/** Of the pane's script without Office.js, gzip. */
const MOST_BYTES = 200_000;

jest.setTimeout(60_000);

const hasChromium = fs.existsSync(CHROMIUM);
if (!hasChromium) process.stderr.write(`Skipped: the pane in Chromium, there is no ${CHROMIUM}\n`);

(hasChromium ? describe : describe.skip)('the built pane in Chromium', () => {
  let folder: string;
  let server: PageServer;
  let browser: Browser;
  let page: Page;
  let foreign: string[];
  let complaints: string[];

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'kaohe-pane-'));
    buildPane(folder);
    server = await servePage(folder);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(() => {
    foreign = [];
    complaints = [];
  });

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
  });

  /** A fresh page that remembers requests to other hosts and whatever the browser complains of. */
  async function watch(options: BrowserContextOptions = {}): Promise<void> {
    const viewport = { width: 350, height: 378 };
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
    page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(`${server.origin}/`)) foreign.push(request.url());
    });
    page.on('console', (message) => {
      // Chromium asks for a favicon by itself.
      const isFavicon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isFavicon) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }

  async function open(file: string, query = '', options: BrowserContextOptions = {}): Promise<void> {
    await watch(options);
    await page.goto(`${server.origin}/page.html?file=${encodeURIComponent(file)}${query}`);
    await page
      .locator('main[aria-busy="false"] h1:not(:text-is("考核"))')
      .or(page.locator('h2'))
      .first()
      .waitFor();
  }

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const press = async (name: string | RegExp) => {
    await button(name).first().click();
    await page.locator('main[aria-busy="false"]').waitFor();
  };
  const status = () => page.getByRole('status').innerText();
  const snapshot = async () => {
    const bytes = await page.evaluate<number[]>('savedBytes()');
    const opened = await openFileHost(Uint8Array.from(bytes), FAULTY);
    if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
    return opened.host.read();
  };
  const violations = async () => {
    await page.evaluate(AXE);
    return page.evaluate<string[]>(
      'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes.map((node) => node.html).join(" | ")))',
    );
  };

  it('is small enough', () => {
    const script = fs.readFileSync(path.join(folder, 'taskpane.js'));
    expect(zlib.gzipSync(script).length).toBeLessThan(MOST_BYTES);
  });

  it('names the unit, the stage and the totals before anything is written', async () => {
    await open(FAULTY);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('小港街道');
    expect(await page.locator('header').innerText()).toContain('自评阶段');
    expect(await page.getByRole('table', { name: '得分合计' }).innerText()).toContain('折合得分');
    expect(await page.getByRole('listitem').count()).toBe(0);
    expect(await violations()).toEqual([]);
  });

  it('checks and totals, shows what is wrong and where, filters, and goes to the cell', async () => {
    await open(FAULTY);
    await press('校验并合计');
    expect(await status()).toMatch(/^已写入 \d+ 个单元格，标出 \d+ 处/);
    const all = await page.getByRole('listitem').count();
    expect(all).toBeGreaterThan(5);
    expect(await page.locator('mark').first().innerText()).toContain('扣');
    expect(await page.getByText('可得分值：').count()).toBeGreaterThan(3);
    expect(await violations()).toEqual([]);

    const errors = button(/^错误 \d+$/);
    expect(await errors.getAttribute('aria-pressed')).toBe('true');
    const count = Number((await errors.innerText()).replace(/\D/g, ''));
    await errors.click();
    expect(await errors.getAttribute('aria-pressed')).toBe('false');
    expect(await page.getByRole('listitem').count()).toBe(all - count);
    await errors.click();
    expect(await page.getByRole('listitem').count()).toBe(all);

    const locate = button(/^定位 E\d+$/).first();
    const address = (await locate.innerText()).replace('定位 ', '');
    await locate.click();
    expect(await page.title()).toBe(`附件1!${address}`);
    // The list stays as it is, and so does the focus: the next finding is one key away.
    expect(await locate.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('leaves the workbook as it was after 撤销, and keeps the totals after 清除标记', async () => {
    await open(FAULTY);
    const before = await snapshot();
    expect(await button('撤销').getAttribute('aria-disabled')).toBe('true');
    await press('校验并合计');
    const filled = await snapshot();
    expect(filled).not.toEqual(before);

    await press('清除标记');
    expect(await status()).toBe('已清除标记，合计保留。');
    expect(await page.getByRole('listitem').count()).toBe(0);
    expect(await snapshot()).toEqual(filled);

    await press('撤销');
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(5);
    await press('撤销');
    expect(await snapshot()).toEqual(before);
    expect(await button('撤销').getAttribute('aria-disabled')).toBe('true');
  });

  it('is worked by keyboard alone', async () => {
    await open(FAULTY);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('校验并合计');
    await page.keyboard.press('Enter');
    await page.getByRole('listitem').first().waitFor();
    // 校验并合计 keeps the focus; then 清除标记, 撤销, three filters, the first finding.
    for (let i = 0; i < 6; i++) await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^定位 [A-Z]+\d+$/);
    await page.keyboard.press('Space');
    expect(await page.title()).toMatch(/^附件1![A-Z]+\d+$/);
  });

  it('says that a sheet is protected, and writes when it may lift the protection', async () => {
    await open(FAULTY, '&fail=sheet-protected');
    await press('校验并合计');
    const alert = page.getByText('没有做成').locator('xpath=ancestor::*[@role="group" or @role="alert"][1]');
    expect(await alert.innerText()).toContain('工作表“附件1”受保护，什么也没有写。');
    expect(await violations()).toEqual([]);
    await press('解除保护后写入');
    expect(await page.getByText('没有做成').count()).toBe(0);
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(5);
  });

  it('says what to do when there is no scoring table', async () => {
    await open('通知.csv');
    expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('没有找到评分表');
    expect(await page.getByRole('listitem').count()).toBe(3);
    expect(await violations()).toEqual([]);
  });

  it('changes its language, remembers it, and tells what an older spreadsheet cannot do', async () => {
    await open(FAULTY, '&old');
    await page.getByRole('combobox', { name: '界面语言' }).selectOption('en');
    await press('Check and total');
    expect(await page.getByText('Merged cells cannot be read').count()).toBe(1);
    expect(await page.locator('[lang="en"] main').count()).toBe(1);
    await page.reload();
    await button('Check and total').waitFor();
  });

  it('comes with Office.js, reaches for nothing else, and says so when it is opened outside Excel', async () => {
    await watch({ locale: 'zh-CN' });
    await page.goto(`${server.origin}/taskpane.html`);
    await page.getByText('请在 Excel 里从“开始”选项卡打开').waitFor();
    // Office.js tries to open a hidden frame for telemetry: the page's policy does not let it.
    const refused = (complaint: string) => complaint.includes('Content Security Policy');
    complaints = complaints.filter((complaint) => !refused(complaint));
  });

  it.each([
    ['dark', '&theme=dark', {}],
    ['high contrast', '', { forcedColors: 'active' }],
    ['600 px wide', '', { viewport: { width: 600, height: 800 } }],
  ] as const)('is readable when it is %s', async (_, query, options) => {
    await open(FAULTY, query, options);
    await press('校验并合计');
    expect(await violations()).toEqual([]);
    const { width } = page.viewportSize() ?? { width: 0 };
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

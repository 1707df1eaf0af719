import fs from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import type { BookSnapshot } from '../../../src/sheet/grid';
import { violations } from '../../support/axe';
import { builtPane, servePage } from './pageServer';
import type { PageServer } from './pageServer';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A street's self-assessment with a fault of every kind. */
export const FAULTY = '附件1-小港街道-有错.xlsx';

/** The built pane in a real browser, with what a person does in it. */
export class PaneBrowser {
  page!: Page;
  folder = '';
  #server!: PageServer;
  #browser!: Browser;
  #foreign: string[] = [];
  #complaints: string[] = [];

  async start(): Promise<void> {
    this.folder = builtPane();
    this.#server = await servePage(this.folder);
    const args = ['--no-sandbox', '--disable-gpu'];
    this.#browser = await chromium.launch({ executablePath: CHROMIUM, args });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  get origin(): string {
    return this.#server.origin;
  }

  /** A fresh page that remembers requests to other hosts and whatever the browser complains of. */
  async freshPage(options: BrowserContextOptions = {}): Promise<Page> {
    this.#foreign = [];
    this.#complaints = [];
    const viewport = { width: 350, height: 378 };
    const context = await this.#browser.newContext({ viewport, reducedMotion: 'reduce', ...options });
    this.page = await context.newPage();
    this.page.on('request', (request) => {
      if (!request.url().startsWith(`${this.origin}/`)) this.#foreign.push(request.url());
    });
    this.page.on('console', (message) => {
      // Chromium asks for a favicon by itself.
      const isFavicon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isFavicon) this.#complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.#complaints.push(error.message));
    return this.page;
  }

  /** The pane on a workbook; `query` adds to the address what the test page understands. */
  async open(file: string, query = '', options: BrowserContextOptions = {}): Promise<void> {
    await this.freshPage(options);
    await this.page.goto(`${this.origin}/page.html?file=${encodeURIComponent(file)}${query}`);
    await this.page
      .locator('main[aria-busy="false"] h1:not(:text-is("考核"))')
      .or(this.page.locator('h2'))
      .first()
      .waitFor();
  }

  /** Closes what is open and gives what the browser had to say against it. `expected` complaints are left out. */
  async verdict(expected?: RegExp): Promise<{ foreign: string[]; complaints: string[] }> {
    for (const context of this.#browser.contexts()) await context.close();
    const complaints = this.#complaints.filter((one) => expected?.test(one) !== true);
    return { foreign: this.#foreign, complaints };
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
    await this.page.locator('main[aria-busy="false"]').waitFor();
  }

  /** Goes to a view by its tab. */
  async goTo(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
    await this.page.getByRole('tabpanel', { name }).locator('h1 ~ *, header').first().waitFor();
  }

  status(): Promise<string> {
    return this.page.locator('[role="status"]:visible').innerText();
  }

  focused(): Promise<string> {
    return this.page.evaluate<string>('document.activeElement.textContent');
  }

  /** The workbook as it would be read again. */
  async snapshot(): Promise<BookSnapshot> {
    const bytes = await this.page.evaluate<number[]>('savedBytes()');
    const opened = await openFileHost(Uint8Array.from(bytes), FAULTY);
    if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
    return opened.host.read();
  }

  /** What axe finds wrong in the page. */
  violations(): Promise<string[]> {
    return violations(this.page);
  }

  /** How far the page is wider than its window, in pixels. */
  async overflow(): Promise<number> {
    const { width } = this.page.viewportSize() ?? { width: 0 };
    return (await this.page.evaluate<number>('document.documentElement.scrollWidth')) - width;
  }
}

/** `describe` where there is a Chromium; else the tests are skipped, and it is said. */
export function describeInChromium(name: string, tests: (pane: PaneBrowser) => void): void {
  const hasChromium = fs.existsSync(CHROMIUM);
  if (!hasChromium) process.stderr.write(`Skipped: ${name}, there is no ${CHROMIUM}\n`);
  (hasChromium ? describe : describe.skip)(name, () => {
    const pane = new PaneBrowser();
    beforeAll(() => pane.start(), 300_000);
    afterAll(() => pane.close());
    tests(pane);
  });
}

import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core';
import type { ExcelOnScreen, SheetOnScreen } from '../excel-host/browser/hostPage';
import type { Listening } from '../excel-host/browser/watchPage';
import { builtOnce } from '../support/builtOnce';
import { localCertificate, serveSite } from './httpsSite';

import type { Site } from './httpsSite';

const ROOT = path.join(__dirname, '..', '..');
const HOST_FOLDER = path.join(ROOT, 'test', 'excel-host', 'browser');

/** Where Chromium is looked for. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** The add-in as it is shipped and a page that plays Excel, each on an https host of its own, and a browser for them. */
export class ExcelStage {
  private constructor(
    private readonly host: Site,
    private readonly addin: Site,
    private readonly browser: Browser,
  ) {}

  static async set(): Promise<ExcelStage> {
    const sources = ['src', 'assets/icons', 'test/excel-host'];
    const folder = builtOnce('kaohe-excel', 'test/excel-host/browser/webpack.config.js', sources);
    const certificate = await localCertificate();
    const samples = path.join(ROOT, 'assets', 'samples');
    const pages = path.join(folder, 'pages');
    const host = await serveSite(certificate, [pages, HOST_FOLDER, samples]);
    const addin = await serveSite(certificate, [path.join(folder, 'addin'), pages, HOST_FOLDER]);
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu'],
    });
    return new ExcelStage(host, addin, browser);
  }

  async clear(): Promise<void> {
    await this.browser.close();
    await Promise.all([this.host.close(), this.addin.close()]);
  }

  /** Opens a workbook of assets/samples in an Excel of this ExcelApi version, with the pane beside it. */
  async open(book: string, api: string): Promise<ExcelWindow> {
    const window = await this.show(book, api, 'taskpane.html');
    await window.isReady();
    if (!(await window.isHeldToRequirementSets())) throw new Error('Office.js lets every member pass');
    return window;
  }

  /** The same with another page of an add-in in the place of the pane. */
  async show(book: string, api: string, addinPage: string): Promise<ExcelWindow> {
    // Office.js remembers its host in the session: a fresh one each time.
    const context = await this.browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 350, height: 700 },
      reducedMotion: 'reduce',
    });
    await context.addInitScript(HOLD_TO_REQUIREMENT_SETS);
    const page = await context.newPage();
    const window = new ExcelWindow(context, page, [this.host.origin, this.addin.origin]);
    const query = new URLSearchParams({
      book: encodeURIComponent(book),
      addin: `${this.addin.origin}/${addinPage}`,
      api,
    });
    await page.goto(`${this.host.origin}/hostPage.html?${query.toString()}`);
    return window;
  }
}

/**
 * The client leaves it to Excel to refuse members that it does not have; this makes it refuse them itself, so that an
 * older Excel is acted out member by member. It is set as soon as Office.js has made the object it belongs to.
 */
const HOLD_TO_REQUIREMENT_SETS = `{
  let made;
  Object.defineProperty(window, 'OfficeExtension', {
    configurable: true,
    get: () => made,
    set: (value) => {
      made = value;
      const timer = setInterval(() => {
        if (made.CommonUtility === undefined) return;
        made.CommonUtility._doApiNotSupportedCheck = true;
        clearInterval(timer);
      }, 1);
    },
  });
}`;

/** One Excel on the screen, with the pane beside the sheet. */
export class ExcelWindow {
  readonly pane: FrameLocator;
  /** Requests to any host but the two that serve the add-in and the page that plays Excel. */
  readonly foreign: string[] = [];
  /** What the browser complained of, but for the hidden telemetry frame that the pane's policy refuses Office.js. */
  readonly complaints: string[] = [];

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    origins: readonly string[],
  ) {
    this.pane = page.frameLocator('iframe');
    page.on('request', (request) => {
      if (!origins.some((origin) => request.url().startsWith(`${origin}/`))) this.foreign.push(request.url());
    });
    page.on('console', (message) => {
      const { url } = message.location();
      const isRefusal = /^https:[^?]*\/office-js\//.test(url) && message.text().includes('Content Security');
      if (message.type() !== 'error' || url.endsWith('/favicon.ico') || isRefusal) return;
      this.complaints.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  /** Asks the page that plays Excel. */
  excel<T>(ask: (excel: ExcelOnScreen) => T): Promise<T> {
    return this.page.evaluate<T>(`(${ask.toString()})(window.excel)`);
  }

  /** Until the pane has read the workbook, or done what it was asked for. */
  async isReady(): Promise<void> {
    await this.pane.locator('main[aria-busy="false"] h1:not(:text-is("考核"))').first().waitFor();
  }

  /** Asks the page that listens, once it does. */
  async listening<T>(ask: (listening: Listening) => T | Promise<T>): Promise<T> {
    const frame = await (await this.page.waitForSelector('iframe')).contentFrame();
    if (frame === null) throw new Error('There is no page that listens');
    await frame.waitForFunction('window.listening !== undefined');
    return frame.evaluate<T>(`(${ask.toString()})(window.listening)`);
  }

  isHeldToRequirementSets(): Promise<boolean> {
    return this.pane
      .locator('main')
      .evaluate(
        () =>
          Reflect.get(
            Reflect.get(Reflect.get(globalThis, 'OfficeExtension') as object, 'CommonUtility') as object,
            '_doApiNotSupportedCheck',
          ) === true,
      );
  }

  async press(name: string | RegExp): Promise<void> {
    await this.pane.getByRole('button', { name }).first().click();
    await this.pane.locator('main[aria-busy="false"]').waitFor();
  }

  /** Goes to a view by its tab. */
  async goTo(view: string): Promise<void> {
    await this.pane.getByRole('tab', { name: view }).click();
    await this.pane.getByRole('tabpanel', { name: view }).getByRole('button').first().waitFor();
  }

  /** Until the pane shows these words. */
  async says(words: string | RegExp): Promise<void> {
    await this.pane.getByText(words).locator('visible=true').first().waitFor({ timeout: 110_000 });
  }

  /** One sheet as somebody looking at it would find it. */
  sheet(name: string): Promise<SheetOnScreen> {
    return this.page.evaluate<SheetOnScreen>(`window.excel.sheet(${JSON.stringify(name)})`);
  }

  /** A person types into a cell. */
  type(sheet: string, address: string, input: string | number): Promise<void> {
    return this.page.evaluate<void>(`window.excel.type(...${JSON.stringify([sheet, address, input])})`);
  }

  /** A person goes to a cell. */
  click(sheet: string, address: string): Promise<void> {
    return this.page.evaluate<void>(`window.excel.click(...${JSON.stringify([sheet, address])})`);
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

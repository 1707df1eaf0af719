import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { builtOnce } from '../support/builtOnce';
import type { EtPage, EtSetting } from '../wps-host/browser/etPage';

const ROOT = path.join(__dirname, '..', '..');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A street's self-assessment with a fault of every kind. */
const FAULTY = '附件1-小港街道-有错.xlsx';

/** The add-in as it is shipped, in a folder with a name as on a user's machine, and the script that plays ET. */
export function buildAddin(): { readonly folder: string; readonly emulator: string; remove(): void } {
  const sources = ['src', 'scripts', 'assets/wps', 'assets/icons', 'test/wps-host', 'test/excel-host/model'];
  const built = builtOnce('kaohe-wps', 'test/wps-host/browser/webpack.config.js', sources);
  const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'kaohe-wps-'));
  const folder = path.join(disk, '加载项 #1', 'kaohe_1.0.0');
  fs.cpSync(path.join(built, 'addin'), folder, { recursive: true });
  return {
    folder,
    emulator: path.join(built, 'host', 'emulatedEt.js'),
    remove: () => fs.rmSync(disk, { recursive: true, force: true }),
  };
}

/** How the add-in is installed: as a folder on the disk, or online. */
export type Install = 'file' | 'http';

/** The built add-in in a real browser, with an emulated ET in each of its pages. */
export class AddinBrowser {
  page!: Page;
  private built!: ReturnType<typeof buildAddin>;
  private browser!: Browser;
  private server: http.Server | null = null;
  private readonly foreign: string[] = [];
  private readonly complaints: string[] = [];

  get folder(): string {
    return this.built.folder;
  }

  async start(): Promise<void> {
    this.built = buildAddin();
    this.browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }

  async close(): Promise<void> {
    await this.browser?.close();
    this.server?.close();
    this.built?.remove();
  }

  /** A page of the add-in, `index.html` or `taskpane.html`. */
  async open(name: string, install: Install, setting: Partial<EtSetting> = {}, before = ''): Promise<void> {
    const base = install === 'file' ? `${pathToFileURL(this.folder).href}/` : await this.serve();
    const context = await this.browser.newContext({
      viewport: { width: 350, height: 700 },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
    });
    this.page = await context.newPage();
    this.page.on('request', (request) => {
      if (!request.url().startsWith(base)) this.foreign.push(request.url());
    });
    this.page.on('console', (message) => {
      const isFavicon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isFavicon) this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    const whole: EtSetting = {
      snapshot: await snapshotOf(FAULTY),
      quirks: {},
      absent: [],
      disk: [],
      picks: [],
      knowsPasswords: false,
      storage: {},
      pane: null,
      ...setting,
    };
    await this.page.addInitScript({ content: `${before};window.kaoheSetting = ${JSON.stringify(whole)};` });
    await this.page.addInitScript({ path: this.built.emulator });
    await this.page.goto(`${base}${name}`);
  }

  /** What the emulated ET of the page says. */
  async ask<K extends keyof EtPage>(
    member: K,
    ...args: Parameters<EtPage[K]>
  ): Promise<ReturnType<EtPage[K]>> {
    return this.page.evaluate(
      ([name, given]) => {
        const { kaoheEt } = window as unknown as { kaoheEt: Record<string, (...args: unknown[]) => unknown> };
        return kaoheEt[name as string]?.(...(given as unknown[]));
      },
      [member, args] as const,
    ) as Promise<ReturnType<EtPage[K]>>;
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
    await this.idle();
  }

  /** Waits until the pane shows this sentence. */
  async said(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).locator('visible=true').first().waitFor({ timeout: 120_000 });
  }

  async idle(): Promise<void> {
    await this.page.locator('main[aria-busy="false"]').waitFor();
  }

  /** Closes the page; what it asked for beyond its folder, what the browser complained of, what ET does not have. */
  async verdict(): Promise<unknown> {
    const unknown = await this.ask('unknown');
    for (const context of this.browser.contexts()) await context.close();
    return { foreign: this.foreign.splice(0), complaints: this.complaints.splice(0), unknown };
  }

  private async serve(): Promise<string> {
    if (this.server === null) {
      const server = http.createServer((request, response) => {
        const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        const file = path.join(this.folder, name.replace(/^\/kaohe\//, ''));
        const isThere = name.startsWith('/kaohe/') && fs.existsSync(file) && fs.statSync(file).isFile();
        const type = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' }[
          path.extname(file)
        ];
        response.writeHead(isThere ? 200 : 404, type === undefined ? {} : { 'content-type': type });
        response.end(isThere ? fs.readFileSync(file) : '');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      this.server = server;
    }
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/kaohe/`;
  }
}

async function snapshotOf(name: string) {
  const bytes = new Uint8Array(fs.readFileSync(path.join(ROOT, 'assets', 'samples', name)));
  const opened = await openFileHost(bytes, name);
  if (!opened.ok) throw new Error(`${name} cannot be read`);
  return opened.host.read();
}

/**
 * Tests of the built add-in in one browser; after each, nothing was asked of another place, nothing was complained of, and
 * ET was asked for nothing that it does not know. Where there is no Chromium they are skipped, and it is said.
 */
export function describeAddin(name: string, tests: (addin: AddinBrowser) => void): void {
  const hasChromium = fs.existsSync(CHROMIUM);
  if (!hasChromium) process.stderr.write(`Skipped: the WPS add-in in Chromium, no ${CHROMIUM}\n`);
  (hasChromium ? describe : describe.skip)(name, () => {
    const addin = new AddinBrowser();
    beforeAll(() => addin.start(), 600_000);
    afterAll(() => addin.close());
    afterEach(async () => {
      expect(await addin.verdict()).toEqual({ foreign: [], complaints: [], unknown: [] });
    });
    tests(addin);
  });
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { violations } from '../support/axe';

const root = path.join(__dirname, '..', '..');
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const hasChromium = fs.existsSync(CHROMIUM);
/** Tests in a browser say so by being skipped where there is none. */
export const inChromium = hasChromium ? describe : describe.skip;
if (!hasChromium) process.stderr.write(`Skipped: the workbench in Chromium, there is no ${CHROMIUM}\n`);

/** A street's self-assessment with a fault of every kind. */
export const FAULTY = '附件1-小港街道-有错.xlsx';

export const samplePath = (name: string) => path.join(root, 'assets', 'samples', name);

/** The cell that a saved file has there, if any. */
export async function cellOf(bytes: Uint8Array, sheet: string, row: number, column: number) {
  const opened = await openFileHost(bytes, FAULTY);
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  const { grids } = await opened.host.read();
  const rows = grids.find(({ name }) => name === sheet)?.rows ?? [];
  return rows.find(({ index }) => index === row)?.cells.find((cell) => cell.column === column);
}

/** `npm start` as a person runs it, without a browser of its own: the process, the address it prints, and its words. */
export async function startWorkbench(
  options: readonly string[] = ['--port', '0'],
): Promise<{ readonly address: string; readonly words: string; readonly process: ChildProcess }> {
  const script = path.join(root, 'scripts', 'start.js');
  const child = spawn(process.execPath, [script, '--no-open', ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let words = '';
  child.stdout.setEncoding('utf8');
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: string) => {
      words += text;
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(words)?.[0];
      if (found !== undefined && words.includes('Ctrl+C')) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`npm start ended with ${code}: ${words}`)));
  });
  return { address, words, process: child };
}

/** The workbench as it is served, in a real browser, with what a person does in it. */
export class BenchBrowser {
  page!: Page;
  origin = '';
  #server!: ChildProcess;
  #browser!: Browser;
  #foreign: string[] = [];
  #complaints: string[] = [];

  async start(): Promise<void> {
    const { address, process: server } = await startWorkbench();
    this.#server = server;
    this.origin = new URL(address).origin;
    const args = ['--no-sandbox', '--disable-gpu'];
    this.#browser = await chromium.launch({ executablePath: CHROMIUM, args });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#server?.kill();
  }

  /** A fresh page that remembers requests to other hosts and whatever the browser complains of. */
  async freshPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    this.#foreign = [];
    this.#complaints = [];
    const viewport = { width: 1280, height: 800 };
    const context = await this.#browser.newContext({
      viewport,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
      permissions: address.startsWith('http') ? ['clipboard-read', 'clipboard-write'] : [],
      ...options,
    });
    const page = await context.newPage();
    this.page = page;
    // What is waited for comes, later on a busy machine; a test that hangs is told by its own limit.
    page.setDefaultTimeout(90_000);
    // A picker is the browser's own window, which no test can answer: files go to the download folder, as in Firefox.
    await page.addInitScript('delete window.showSaveFilePicker');
    const own = address.startsWith('http') ? `${new URL(address).origin}/` : 'file:///';
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(own) && !/^(data|blob):/.test(url)) this.#foreign.push(url);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') this.#complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
    await page.goto(address);
    return page;
  }

  /** Requests to other hosts and complaints of the browser since the page was opened; closes it. */
  async endPage(): Promise<{ foreign: readonly string[]; complaints: readonly string[] }> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    return { foreign: this.#foreign, complaints: this.#complaints };
  }

  /** The workbench with a sample open, its sheet and its pane ready. */
  async openSample(name = '', options: BrowserContextOptions = {}): Promise<void> {
    await this.freshPage(`${this.origin}/#sample${name === '' ? '' : `=${name}`}`, options);
    await this.ready();
  }

  /** The workbench with a file of one's own open. */
  async openFile(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    if (this.#browser.contexts().length === 0) await this.freshPage(`${this.origin}/`);
    await this.page.locator('[data-open-file]').setInputFiles(file);
  }

  /** Drops files and folders of this machine in the middle of the page's left half, as a person does. */
  async drop(files: readonly string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: [...files], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 320, y: 500, data });
    }
    await session.detach();
  }

  async ready(): Promise<void> {
    await this.page.locator('canvas').first().waitFor();
    await this.page.locator('#workbench-pane main[aria-busy="false"]').waitFor();
    await this.page.getByText('正在打开表格').waitFor({ state: 'hidden' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.button(name).first().click();
    await this.page.locator('#workbench-pane main[aria-busy="false"]').waitFor();
  }

  status(): Promise<string> {
    return this.page.locator('#workbench-pane').getByRole('status').innerText();
  }

  /** Goes to a cell by the box that names it. */
  async goTo(address: string): Promise<void> {
    const box = this.page.locator('section[aria-label="表格"] input').first();
    await box.fill(address);
    await box.press('Enter');
    await this.isAt(address);
  }

  /** The box that names the selected cell. */
  where(): Promise<string> {
    return this.page.locator('section[aria-label="表格"] input').first().inputValue();
  }

  /** Waits until this cell, or these merged cells, are selected. */
  async isAt(name: string): Promise<void> {
    await this.page.waitForFunction(
      (want) => document.querySelector<HTMLInputElement>('section[aria-label="表格"] input')?.value === want,
      name,
    );
  }

  /** Types into a cell and finishes with Enter. */
  async type(address: string, words: string): Promise<void> {
    await this.goTo(address);
    await this.page.keyboard.type(words);
    await this.page.keyboard.press('Enter');
  }

  /** Pixels of this colour on the sheet's canvases, as soon as they are as expected, or after ten seconds. */
  async pixels(rgb: string, isExpected: (count: number) => boolean): Promise<number> {
    let before = -1;
    for (let tries = 0; ; tries++) {
      const count = await this.page.evaluate(countPixels, rgb);
      // Twice the same: the sheet is drawn in more than one step.
      if ((isExpected(count) && count === before) || tries === 40) return count;
      before = count;
      await this.page.waitForTimeout(250);
    }
  }

  /** Saves, and gives what was saved. */
  async save(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.keyboard.press('Control+s'),
    ]);
    return {
      name: download.suggestedFilename(),
      bytes: new Uint8Array(fs.readFileSync(await download.path())),
    };
  }

  /**
   * Processor time in milliseconds of each task of the page's own thread while something is done, longest first. Unlike the
   * time on the clock it does not grow when other programs run meanwhile.
   */
  async tasksDuring(work: () => Promise<unknown>): Promise<number[]> {
    await this.#browser.startTracing(this.page, { categories: ['toplevel'] });
    await work();
    const trace = JSON.parse((await this.#browser.stopTracing()).toString('utf8')) as Trace;
    const main = trace.traceEvents.filter(({ args }) => args?.name === 'CrRendererMain');
    return trace.traceEvents
      .filter(({ pid, tid }) => main.some((thread) => thread.pid === pid && thread.tid === tid))
      .map(({ tdur = 0 }) => tdur / 1000)
      .sort((one, other) => other - one);
  }

  /** What axe finds wrong with the page; the markup of the grid component, and the stops that Fluent puts around its toolbars, are not ours to mend. */
  violations(): Promise<string[]> {
    return violations(this.page, ['section[aria-label=表格]', '[data-tabster-dummy]']);
  }
}

/** What is read of a trace as Chromium writes it; `tdur` in microseconds of the thread's own time. */
interface Trace {
  readonly traceEvents: readonly {
    readonly pid: number;
    readonly tid: number;
    readonly tdur?: number;
    readonly args?: { readonly name?: string };
  }[];
}

/** On the sheet itself, the largest canvas: the editor of a cell keeps its last look on a hidden one of its own. */
function countPixels(hex: string): number {
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const area = ({ width, height }: HTMLCanvasElement) => width * height;
  const [sheet] = [...document.querySelectorAll<HTMLCanvasElement>('section[aria-label="表格"] canvas')].sort(
    (one, other) => area(other) - area(one),
  );
  if (sheet === undefined || area(sheet) === 0) return 0;
  const data = sheet.getContext('2d')?.getImageData(0, 0, sheet.width, sheet.height).data ?? [];
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) count++;
  }
  return count;
}

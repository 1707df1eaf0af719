import fs from 'node:fs';
import { CHROMIUM, ExcelStage } from './excelOnScreen';
import type { ExcelWindow } from './excelOnScreen';

/** A street's self-assessment with a fault of every kind. */
export const FAULTY = '附件1-小港街道-有错.xlsx';

/** An Excel of one ExcelApi version with a workbook open, for one test after another. */
export class OpenExcel {
  window!: ExcelWindow;

  constructor(
    private readonly stage: () => ExcelStage,
    readonly level: string,
  ) {}

  async open(book: string): Promise<void> {
    this.window = await this.stage().open(book, this.level);
  }

  /** The same with another page of an add-in in the place of the pane. */
  async show(book: string, page: string): Promise<void> {
    this.window = await this.stage().show(book, this.level, page);
  }

  /** The whole workbook as data to compare. */
  dump(): Promise<unknown> {
    return this.window.excel((excel) => excel.dump());
  }
}

/**
 * Tests of the built pane on the real Office.js at each of these ExcelApi versions; skipped, and said so, without Chromium.
 * After each of them nothing unknown was asked of Excel, nothing foreign fetched, nothing complained of.
 */
export function describeInExcel(
  name: string,
  levels: readonly string[],
  tests: (excel: OpenExcel) => void,
): void {
  const hasChromium = fs.existsSync(CHROMIUM);
  if (!hasChromium) process.stderr.write(`Skipped: ${name}, there is no ${CHROMIUM}\n`);
  (hasChromium ? describe : describe.skip)(name, () => {
    jest.setTimeout(120_000);
    let stage: ExcelStage;
    beforeAll(async () => {
      stage = await ExcelStage.set();
    }, 600_000);
    afterAll(async () => stage?.clear());
    describe.each(levels)('at ExcelApi %s', (level) => {
      const excel = new OpenExcel(() => stage, level);
      afterEach(async () => {
        const unknown = await excel.window.excel((page) => page.unknown());
        const { foreign, complaints } = excel.window;
        await excel.window.close();
        expect({ unknown, foreign, complaints }).toEqual({ unknown: [], foreign: [], complaints: [] });
      });
      tests(excel);
    });
  });
}

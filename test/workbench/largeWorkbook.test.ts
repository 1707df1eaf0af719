import { buildWorkbook } from '../support/package';
import type { CellSpec } from '../support/package';
import { BenchBrowser, cellOf, inChromium } from './benchBrowser';

jest.setTimeout(180_000);

/** Nobody feels that a task of this length delays a key or a turn of the wheel. */
const LONGEST_MS = 200;
/** What `job` takes on the machine that this limit is meant for. */
const JOB_MS = 45;

/** A scoring sheet of this many items, each with a rule of its own; self-assessed, with a total. */
function largeWorkbook(count: number): Uint8Array {
  const header: CellSpec[] = ['考核内容', '分值', '评分标准', '自查分', '考核分'];
  const rows: CellSpec[][] = Array.from({ length: count }, (_, i) => [
    `工作${Math.floor(i / 10)}`,
    6,
    `第${i}项工作按要求落实到位，台账齐全、报送及时。未落实的每次扣1分；报送不及时的每次扣0.5分，扣完为止。`,
    i % 7,
    null,
  ]);
  const sum = {
    formula: `SUM(D2:D${count + 1})`,
    value: rows.reduce((all, [, , , score]) => all + Number(score), 0),
  };
  return buildWorkbook({
    sheets: [{ name: '大表', rows: [header, ...rows, ['合计', null, null, sum, null]] }],
  });
}

/** Work of the kind that a page does, the same on every machine: objects, texts, patterns. Runs in the page. */
function job(): number {
  const texts = Array.from({ length: 200_000 }, (_, i) => `x${i}`).sort();
  return texts.map((text) => text.replace(/\d/g, 'z')).join('').length;
}

inChromium('a sheet of 5,000 rows in the workbench', () => {
  const bench = new BenchBrowser();

  beforeAll(() => bench.start(), 300_000);
  afterAll(() => bench.close());

  it('stays awake while one scrolls and types, with 实时校验 on', async () => {
    const page = await bench.freshPage(`${bench.origin}/`);
    await page.evaluate(() => localStorage.setItem('kaohe.live', 'on'));
    await bench.openFile({ name: '大表.xlsx', mimeType: '', buffer: Buffer.from(largeWorkbook(5_000)) });
    await bench.ready();
    const measured: number[] = [];
    for (let i = 0; i < 5; i++) measured.push((await bench.tasksDuring(() => page.evaluate(job)))[0] ?? 0);
    const slowness = Math.max(1, Math.min(...measured) / JOB_MS);

    const tasks = await bench.tasksDuring(async () => {
      const sheet = await page.locator('section[aria-label="表格"] canvas').last().boundingBox();
      await page.mouse.move((sheet?.x ?? 0) + 300, (sheet?.y ?? 0) + 300);
      for (let i = 0; i < 20; i++) {
        await page.mouse.wheel(0, 600);
        await page.waitForTimeout(60);
      }
      await bench.goTo('D200');
      for (const score of '01239') {
        await page.keyboard.type(score);
        await page.keyboard.press('Enter');
        await page.waitForTimeout(100);
      }
      // The one over the maximum is found: all that was typed has been checked.
      await bench.button('定位 D204').first().waitFor();
    });
    const longest = Math.round(tasks[0] ?? 0);
    const many = tasks.filter((task) => task > 50).length;
    process.stdout.write(
      `5,000 rows, scrolling and typing with 实时校验: ${many} tasks over 50 ms of processor time, the longest ${longest} ms ` +
        `(a fixed job takes ${Math.round(Math.min(...measured))} ms)\n`,
    );
    expect(longest).toBeLessThan(LONGEST_MS * slowness);
    const { bytes } = await bench.save();
    expect((await cellOf(bytes, '大表', 203, 3))?.value).toBe(9);
    expect(await bench.endPage()).toEqual({ foreign: [], complaints: [] });
  });
});

import { sixtyFiles } from '../support/returnedFiles';
import type { ReturnedFile } from '../support/returnedFiles';
import { describeInExcel, FAULTY } from './describeInExcel';
import type { SheetOnScreen } from '../excel-host/browser/hostPage';

const OURS = ['考核汇总', '问题清单', '未报送', '分项得分', '折合得分图'];

/** What a sheet shows in a column, by the text in another. */
function shownIn({ contents }: SheetOnScreen, key: string, shown: string): Map<unknown, unknown> {
  const at = new Map(contents.map(([address, { value }]) => [address, value]));
  const rows = contents.filter(([address]) => address.startsWith(key) && /^[A-Z]\d+$/.test(address));
  return new Map(rows.map(([address, { value }]) => [value, at.get(shown + address.slice(1)) ?? null]));
}

describeInExcel('a round in the pane in Excel', ['1.7', '1.14'], (excel) => {
  const { files, single, twice, missing } = sixtyFiles();

  beforeEach(async () => {
    await excel.open(FAULTY);
  });

  /** Drops the files on the pane. `cutAt`: somebody presses 停止 as soon as so many are told to be read. */
  async function drop(some: readonly ReturnedFile[], cutAt = Infinity): Promise<void> {
    const zone = excel.window.pane.locator('[data-drop-zone]');
    await zone.evaluate(DROP, { files: some, cutAt: Number.isFinite(cutAt) ? cutAt : null });
  }
  const names = () => excel.window.excel((page) => page.sheetNames());
  const standings = () => excel.window.sheet('考核汇总');
  const holds = async (sheet: string, text: string) =>
    (await excel.window.sheet(sheet)).contents.some(
      ([, { value }]) => typeof value === 'string' && value.includes(text),
    );
  const progress = () =>
    excel.window.pane.locator('main').evaluate(() => Reflect.get(globalThis, 'progress') as string[]);

  it('sums up sixty files that were dropped into sheets of the workbook, and again in their place', async () => {
    const before = await excel.dump();
    await excel.window.goTo('汇总');
    await drop(files, 3);
    await excel.window.says(/已停止：60 份里读了 \d+ 份/);
    const said = await excel.window.pane.getByText(/已停止：/).innerText();
    const kept = Number(/读了 (\d+) 份/.exec(said)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(3);
    expect(kept).toBeLessThan(60);
    const ranked = excel.window.pane.getByRole('table').getByRole('row');
    expect(await ranked.count()).toBeGreaterThanOrEqual(kept);

    await drop(files);
    await excel.window.says('读完 60 份');
    expect((await progress()).filter((text) => /^已读 \d+ \/ 60 份$/.test(text)).length).toBeGreaterThan(0);
    await excel.window.press('写入工作簿');
    await excel.window.says('汇总已写入工作簿');
    expect(await names()).toEqual(['附件1', ...OURS]);
    // The sheet itself computes what the files add up to, and ranks those that reported once.
    const first = await standings();
    const totals = shownIn(first, 'B', 'I');
    const ranks = shownIn(first, 'B', 'K');
    const points = single.map(
      ({ unit, sums }) => [unit, (sums.review.base + sums.review.bonus) / 100] as const,
    );
    expect(single.length).toBe(19);
    for (const [unit, sum] of points) expect([unit, totals.get(unit)]).toEqual([unit, sum]);
    const streets = points.filter(([unit]) => unit.endsWith('街道'));
    for (const block of [streets, points.filter(([unit]) => !unit.endsWith('街道'))]) {
      for (const [unit, sum] of block) {
        const better = block.filter(([, other]) => other > sum).length;
        expect([unit, ranks.get(unit)]).toEqual([unit, better + 1]);
      }
    }
    for (const unit of twice) expect([unit, ranks.get(unit)]).toEqual([unit, '重复待核']);
    const formulas = first.contents.flatMap(([, { formula }]) => formula ?? []);
    expect(formulas.filter((formula) => formula.includes('RANK('))).toHaveLength(single.length);
    const links = first.hyperlinks.map((link) => JSON.stringify(link));
    expect(links.filter((link) => link.includes('霞浦街道（补报）.xlsx#'))).toHaveLength(1);
    expect((await excel.window.sheet('折合得分图')).charts).toBe(2);
    expect(await holds('问题清单', '加密.xlsx')).toBe(true);
    for (const unit of missing) expect(await holds('未报送', unit)).toBe(true);

    // Another round takes the place of ours and leaves every other sheet alone.
    await excel.window.type('附件1', 'H2', '我的备注');
    await drop(files.slice(0, 4));
    await excel.window.says('读完 4 份');
    expect(await excel.window.pane.getByText('汇总已写入工作簿').count()).toBe(0);
    await excel.window.press('写入工作簿');
    await excel.window.says('汇总已写入工作簿');
    expect(await names()).toEqual(['附件1', ...OURS]);
    const now = shownIn(await standings(), 'B', 'K');
    expect(now.has('柴桥街道')).toBe(false);
    expect(now.get('大碶街道')).toEqual(expect.any(Number));
    expect(await holds('附件1', '我的备注')).toBe(true);

    await excel.window.press('撤销');
    expect(shownIn(await standings(), 'B', 'K')).toEqual(ranks);
    await excel.window.press('撤销');
    await excel.window.type('附件1', 'H2', '');
    expect(await excel.dump()).toEqual(before);
  });

  it('puts the blank sheets of ticked units into the workbook, with their rules, and takes them out', async () => {
    const before = await excel.dump();
    await excel.window.goTo('下发');
    const tick = async (name: string) => {
      await excel.window.pane.getByRole('searchbox', { name: '查找单位' }).fill(name);
      await excel.window.pane.getByRole('checkbox', { name }).check();
    };
    await tick('区教育局');
    await tick('区民政局');
    await excel.window.press('放进当前工作簿');
    await excel.window.says(/已在工作簿最后加上 2 张表/);
    expect(await names()).toEqual(['附件1', '区教育局', '区民政局', '考核设置']);
    const sheet = await excel.window.sheet('区教育局');
    expect(await holds('区教育局', '填报单位（盖章）：区教育局')).toBe(true);
    expect(sheet.contents.filter(([, { formula }]) => formula?.includes('SUM(')).length).toBeGreaterThan(2);
    expect(sheet.isProtected).toBe(true);
    // Input rules came with ExcelApi 1.8.
    expect(sheet.validations > 10).toBe(excel.level !== '1.7');
    await excel.window.goTo('校验');
    await excel.window.press('撤销');
    expect(await excel.dump()).toEqual(before);
  });
});

/** In the pane: drops files, writes down the progress that is drawn, and presses 停止 when it is far enough. */
function DROP(
  zone: HTMLElement | SVGElement,
  { files, cutAt }: { readonly files: readonly ReturnedFile[]; readonly cutAt: number | null },
): void {
  const data = new DataTransfer();
  for (const { name, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([bytes], name));
  }
  const progress: string[] = [];
  Reflect.set(globalThis, 'progress', progress);
  const observer = new MutationObserver(() => {
    const bar = document.querySelector('progress');
    if (bar === null) {
      if (progress.length > 0) observer.disconnect();
      return;
    }
    progress.push(bar.parentElement?.querySelector('span')?.textContent ?? '');
    if (cutAt !== null && bar.value >= cutAt) {
      observer.disconnect();
      bar.parentElement?.querySelector('button')?.click();
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
}

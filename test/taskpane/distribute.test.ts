import { unzipSync } from 'fflate';
import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(60_000);

const NOTICE = '通知.csv';

describeInChromium('下发 in the pane', (pane) => {
  afterEach(async () => {
    expect(await pane.verdict()).toEqual({ foreign: [], complaints: [] });
  });

  const choose = (name: string) => pane.page.getByRole('combobox', { name: '评分细则' }).selectOption(name);
  const tick = (name: string) => pane.page.getByRole('checkbox', { name }).check();
  const sheetNames = async () => (await pane.snapshot()).grids.map(({ name }) => name);
  const told = (words: RegExp) => pane.page.getByText(words).waitFor();

  it('puts a sheet for each ticked unit into the workbook, and 撤销 takes them out', async () => {
    await pane.open(FAULTY);
    await pane.goTo('下发');
    await pane.page.getByRole('searchbox', { name: '查找单位' }).fill('教育');
    await tick('区教育局');
    await pane.page.getByRole('searchbox', { name: '查找单位' }).fill('公安');
    await tick('公安分局');
    await pane.page.getByText('已选 2 / 34').waitFor();
    expect(await pane.violations()).toEqual([]);
    expect(await pane.overflow()).toBeLessThanOrEqual(0);
    const before = await sheetNames();
    await pane.press('放进当前工作簿');
    await told(/已在工作簿最后加上 2 张表/);
    const after = await sheetNames();
    expect(after.filter((name) => !before.includes(name))).toEqual(
      expect.arrayContaining(['区教育局', '公安分局']),
    );
    expect(after.slice(0, before.length)).toEqual(before);
    // The same again writes over nothing.
    await pane.press('放进当前工作簿');
    expect(await sheetNames()).toEqual(expect.arrayContaining(['区教育局', '区教育局 (2)']));
    await pane.goTo('校验');
    await pane.press('撤销');
    await pane.press('撤销');
    expect(await sheetNames()).toEqual(before);
  });

  it('hands out one archive where files can be saved, one workbook for one unit', async () => {
    await pane.open(NOTICE, '&download');
    await pane.goTo('下发');
    await tick('全选');
    await pane.press('下载为文件');
    await told(/已生成 34 份/);
    const saved = () =>
      pane.page.evaluate<{ name: string; bytes: number[] }>('window.savedFile') as Promise<{
        name: string;
        bytes: number[];
      }>;
    const archive = await saved();
    expect(archive.name).toMatch(/^考核评分表-\d{4}\.zip$/);
    expect(Object.keys(unzipSync(Uint8Array.from(archive.bytes)))).toHaveLength(34);
    await choose('subdistrict');
    await pane.page.getByRole('textbox', { name: '单位名称' }).fill('新碶街道');
    await pane.press('下载为文件');
    await told(/已生成 1 份/);
    expect((await saved()).name).toBe('附件1-新碶街道.xlsx');
  });

  it('says what is missing or wrong before anything is made', async () => {
    await pane.open(FAULTY);
    await pane.goTo('下发');
    const before = await sheetNames();
    await pane.press('放进当前工作簿');
    await told(/请先选择单位/);
    await choose('subdistrict');
    await pane.page.getByRole('textbox', { name: '单位名称' }).fill('大碶街道\n某某科');
    await pane.press('放进当前工作簿');
    await told(/没有这些单位的考核内容：某某科/);
    await pane.page.getByRole('textbox', { name: '考核年度' }).fill('20');
    await told(/请填 1990 到 2100/);
    expect(await pane.button('放进当前工作簿').getAttribute('aria-disabled')).toBe('true');
    expect(await sheetNames()).toEqual(before);
    expect(await pane.violations()).toEqual([]);
  });

  it('takes the rubric of the open workbook', async () => {
    await pane.open(FAULTY);
    await pane.goTo('下发');
    await choose('own');
    await pane.page.getByRole('textbox', { name: '单位名称' }).fill('大碶街道');
    await pane.press('放进当前工作簿');
    await told(/已在工作簿最后加上 1 张表/);
    const { grids } = await pane.snapshot();
    const sheet = grids.find(({ name }) => name === '大碶街道');
    expect(sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value))).toContain(
      '填报单位（盖章）：大碶街道',
    );
  });
});

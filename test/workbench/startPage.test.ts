import fs from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { openFileHost } from '../../src/hosts/file/fileHost';
import { temporaryFolder } from '../support/folder';
import { BenchBrowser, FAULTY, inChromium, samplePath } from './benchBrowser';

jest.setTimeout(180_000);

async function sheetNames(bytes: Uint8Array): Promise<readonly string[]> {
  const opened = await openFileHost(bytes, '汇总.xlsx');
  if (!opened.ok) throw new Error(JSON.stringify(opened.finding));
  return (await opened.host.read()).grids.map(({ name }) => name);
}

inChromium('the start page of the workbench', () => {
  const bench = new BenchBrowser();
  const folder = temporaryFolder();

  beforeAll(async () => {
    // Sixty workbooks that came back, in two folders, and something beside them that is none.
    for (const name of ['一组', '二组']) {
      fs.mkdirSync(path.join(folder.path, '收回', name), { recursive: true });
      for (let i = 0; i < 30; i++) {
        fs.copyFileSync(samplePath('附件1-新碶街道.xlsx'), path.join(folder.path, '收回', name, `${i}.xlsx`));
      }
    }
    fs.writeFileSync(path.join(folder.path, '收回', '说明.docx'), '');
    fs.mkdirSync(path.join(folder.path, '空'));
    await bench.start();
  }, 300_000);
  afterAll(async () => {
    await bench.close();
    folder.remove();
  });
  beforeEach(() => bench.freshPage(`${bench.origin}/`));
  afterEach(async () => {
    expect(await bench.endPage()).toEqual({ foreign: [], complaints: [] });
  });

  const pane = () => bench.page.locator('#workbench-pane');
  const isShown = (tab: string) =>
    pane().locator('[role=tab][aria-selected=true]', { hasText: tab }).waitFor();

  it('leads to 汇总 without a workbook, and the summary is written where it can be seen', async () => {
    await bench.press(/^汇总各单位报来的表/);
    await bench.ready();
    await isShown('汇总');
    expect(await bench.violations()).toEqual([]);
    expect(await bench.page.title()).toBe('考核汇总.xlsx - 考核');
    await pane()
      .locator('input[type=file]')
      .first()
      .setInputFiles([samplePath('附件1-新碶街道.xlsx'), samplePath('附件2-区民政局.xlsx')]);
    await pane().getByText('读完 2 份').waitFor();
    await bench.press('写入工作簿');
    await pane().getByRole('tabpanel', { name: '汇总' }).getByText('汇总已写入工作簿').waitFor();
    await bench.isAt('A1:M1');
    const { name, bytes } = await bench.save();
    expect(name).toBe('考核汇总.xlsx');
    expect(await sheetNames(bytes)).toEqual(expect.arrayContaining(['考核汇总', '问题清单', '未报送']));
  });

  it('leads to 下发 without a workbook, and hands out a file for each unit', async () => {
    await bench.press(/^下发空白评分表/);
    await bench.ready();
    await isShown('下发');
    expect(await bench.violations()).toEqual([]);
    await pane().getByRole('checkbox', { name: '区民政局' }).check();
    await pane().getByRole('checkbox', { name: '区教育局' }).check();
    const [download] = await Promise.all([
      bench.page.waitForEvent('download'),
      pane().getByRole('button', { name: '下载' }).click(),
    ]);
    const files = unzipSync(new Uint8Array(fs.readFileSync(await download.path())));
    expect(Object.keys(files)).toHaveLength(2);
    // An empty workbook that nothing was put into is left without a question.
    await bench.button('回到首页').click();
    await bench.button(/^选择文件/).waitFor();
  });

  it('sums up a folder that is dropped on it', async () => {
    await bench.drop([path.join(folder.path, '收回')]);
    await isShown('汇总');
    await pane().getByText('读完 60 份').waitFor();
  });

  it('sums up files that are dropped on an open workbook, beside what is being edited there', async () => {
    await bench.press(/^附件1 街道（有错）/);
    await bench.ready();
    await bench.type('E5', '8');
    const group = path.join(folder.path, '收回', '一组');
    await bench.drop([path.join(group, '1.xlsx'), path.join(group, '2.xlsx')]);
    await isShown('汇总');
    await pane().getByText('读完 2 份').waitFor();
    expect(await bench.page.title()).toBe(`• ${FAULTY} - 考核`);
  });

  it('opens one file that is dropped on it, and says when a folder has nothing to read', async () => {
    await bench.drop([path.join(folder.path, '空')]);
    await bench.page.getByText('里面没有评分表').waitFor();
    await bench.drop([samplePath(FAULTY)]);
    await bench.ready();
    expect(await bench.page.title()).toBe(`${FAULTY} - 考核`);
  });

  it('takes the pane of the workbook before down when another is opened', async () => {
    await bench.press(/^附件1 街道（有错）/);
    await bench.ready();
    await bench.page.evaluate(() => {
      let root = document.querySelector('#workbench-pane main');
      while (root?.parentElement && root.parentElement.style.height !== '100%') root = root.parentElement;
      Object.assign(window, { rootBefore: root?.parentElement });
    });
    expect(await bench.page.evaluate('rootBefore.childElementCount')).toBe(1);
    await bench.openFile(samplePath('附件1-新碶街道.xlsx'));
    await bench.page.getByRole('heading', { name: '附件1-新碶街道.xlsx' }).waitFor();
    await bench.ready();
    // Off the page it would live on unseen, and listen.
    await bench.page.waitForFunction(
      () => (window as unknown as { rootBefore: Element }).rootBefore.childElementCount === 0,
    );
  });
});

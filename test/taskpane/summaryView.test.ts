import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { bookBytes, encryptedBytes, filledSheet, randomSource, STREETS } from '../support/round';
import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(180_000);

interface Returned {
  readonly name: string;
  readonly base64: string;
}

/** Sixty files: sub-districts, departments, further copies of these, and one that nobody can read. */
function returned(): Returned[] {
  const pick = randomSource(7);
  const units = [...STREETS, ...ROSTER_2023.units.map(({ name }) => name)];
  const sheet = (unit: string) => bookBytes([filledSheet(unit, { pick }).grid], [['年度', 2023]]);
  const files = units.map((unit): [string, Uint8Array] => [`${unit}.xlsx`, sheet(unit)]);
  for (const unit of units.slice(0, 19)) files.push([`${unit}（补报）.xlsx`, sheet(unit)]);
  files.push(['加密.xlsx', encryptedBytes()]);
  return files.map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
}

describeInChromium('a round in the pane', (pane) => {
  const files = returned();
  let expected: RegExp | undefined;

  beforeEach(async () => {
    expected = undefined;
    await pane.open(FAULTY);
    await pane.goTo('汇总');
    await pane.button('选择文件夹').waitFor();
  });

  afterEach(async () => {
    expect(await pane.verdict(expected)).toEqual({ foreign: [], complaints: [] });
  });

  /** Drops the files, each `times` over under other names, on the pane. */
  const drop = (some: readonly Returned[], times = 1) =>
    pane.page.evaluate(
      `((files, times) => {
        const data = new DataTransfer();
        for (let time = 0; time < times; time++)
          for (const { name, base64 } of files) {
            const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            data.items.add(new File([bytes], time + name));
          }
        const zone = document.querySelector('[data-drop-zone]');
        zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
      })(${JSON.stringify(some)}, ${times})`,
    );
  const said = (text: string | RegExp) =>
    pane.page.getByText(text).locator('visible=true').first().waitFor({ timeout: 120_000 });
  const sheetNames = async () => (await pane.snapshot()).grids.map(({ name }) => name);

  it('says what to do, and axe finds nothing wrong with it', async () => {
    expect(await pane.violations()).toEqual([]);
    expect(await pane.overflow()).toBe(0);
  });

  it('sums up sixty files that were dropped, and writes the summary into the workbook', async () => {
    await drop(files);
    await said('读完 60 份');
    const table = pane.page.getByRole('table', { name: /^街道/ });
    expect(await table.getByRole('row').count()).toBe(1 + 12);
    expect(await pane.page.getByText('文件设了打开密码').count()).toBe(1);
    expect(await pane.violations()).toEqual([]);
    expect(await pane.overflow()).toBe(0);
    await pane.press('写入工作簿');
    await said('汇总已写入工作簿');
    const once = await pane.page.evaluate<number[]>('savedBytes()');
    expect(await sheetNames()).toEqual(
      expect.arrayContaining(['附件1', '考核汇总', '问题清单', '未报送', '分项得分']),
    );
    await pane.press('写入工作簿');
    expect(await pane.page.evaluate<number[]>('savedBytes()')).toEqual(once);
    await pane.press('撤销');
    await pane.press('撤销');
    expect(await sheetNames()).not.toContain('考核汇总');
  });

  it('keeps what was read when it is stopped, and can run again', async () => {
    await drop(files, 40);
    await said(/已读 [1-9]\d* \/ 2400 份/);
    await pane.button('停止').click();
    await said(/已停止：2400 份里读了 [1-9]\d* 份/);
    await drop(files.slice(0, 6));
    await said('读完 6 份');
  });

  it('reads without workers where the page may have none', async () => {
    expected = /net::ERR_FAILED|Failed to load/;
    await pane.page.route(/readWorker|^.*\/\d+\.[0-9a-f]{8}\.js$/, (route) => route.abort());
    await drop(files.slice(0, 10));
    await said('读完 10 份');
  });

  it('hands the summary out as a file', async () => {
    await drop(files.slice(0, 6));
    await said('读完 6 份');
    const [download] = await Promise.all([
      pane.page.waitForEvent('download'),
      pane.button('下载汇总表').click(),
    ]);
    expect(download.suggestedFilename()).toBe('2023年度考核汇总.xlsx');
  });

  it('tells who is missing by a roster typed in, and keeps it in the workbook', async () => {
    await pane.button(/考核单位名册/).click();
    await pane.page
      .getByRole('textbox', { name: '单位', exact: true })
      .fill('新碶街道，街道\n梅山街道，街道');
    expect(await pane.violations()).toEqual([]);
    await pane.press('名册存入工作簿');
    expect(await sheetNames()).toContain('考核单位名册');
    await drop(files.slice(0, 2));
    await said('未报送 1 个');
    await said('梅山街道');
    await said('名册里没有“小港街道”');
  });

  it('goes by the rubric and the scores that were chosen, and sums up again when the choice changes', async () => {
    await drop(files.slice(0, 6));
    await said('读完 6 份');
    await said('按考核得分排名');
    await pane.button(/^汇总选项/).click();
    await pane.page.getByLabel('按哪个分数排名').selectOption('self');
    await pane.press('按新的选择重新汇总');
    await said('按自评得分排名');
    expect(await pane.button('按新的选择重新汇总').count()).toBe(0);

    await pane.page.getByLabel('对照哪份细则').selectOption('file');
    const department = bookBytes([filledSheet('区教育局', { pick: randomSource(1) }).grid]);
    const chooser = pane.page.waitForEvent('filechooser');
    await pane.button('选择细则文件').click();
    await (
      await chooser
    ).setFiles({
      name: '细则.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(department),
    });
    await said('对照“细则.xlsx”。');
    expect(await pane.violations()).toEqual([]);
    expect(await pane.overflow()).toBe(0);
    await pane.press('按新的选择重新汇总');
    await said(/整张表与下发的细则对不上/);

    await pane.page.getByLabel('对照哪份细则').selectOption('own');
    await pane.press('按新的选择重新汇总');
    await pane.page.getByText(/整张表与下发的细则对不上/).waitFor({ state: 'hidden' });
  });

  it('shows a problem on the list in the workbook', async () => {
    await drop(files.slice(0, 6).concat(files.slice(-1)));
    await said('读完 7 份');
    expect(await pane.button('在问题清单中看').count()).toBe(0);
    await pane.press('写入工作簿');
    await said('汇总已写入工作簿');
    await pane.button('在问题清单中看').first().click();
    const { grids } = await pane.snapshot();
    const list = grids.find(({ name }) => name === '问题清单')!;
    const row = list.rows.findIndex(({ cells }) => cells.some(({ value }) => value === '错误'));
    expect(await pane.page.title()).toBe(`问题清单!G${list.rows[row]!.index + 1}`);
  });

  it('shows what stands in files and their names as text', async () => {
    const unit = '<img src=x onerror=alert(1)>公司';
    const hostile = bookBytes(
      [filledSheet('区教育局', { pick: randomSource(3), enter: () => '=cmd|calc<b>' }).grid],
      [['考核单位', unit]],
    );
    const name = '=HYPERLINK("x")<img src=y onerror=alert(2)>.xlsx';
    await drop([{ name, base64: Buffer.from(hostile).toString('base64') }]);
    await said('读完 1 份');
    await said(unit);
    await said(name);
    expect(await pane.page.locator('img, b').count()).toBe(0);
    await pane.press('写入工作簿');
    await said('汇总已写入工作簿');
    const { grids } = await pane.snapshot();
    const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const told = cells.filter(({ value }) => typeof value === 'string' && value.includes(unit));
    expect(told).not.toEqual([]);
    for (const { formula } of told) expect(formula).toBeNull();
    for (const { formula } of cells) expect(formula ?? '').not.toMatch(/HYPERLINK|cmd/i);
  });
});

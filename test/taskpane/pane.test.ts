import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(60_000);

describeInChromium('the built pane in Chromium', (pane) => {
  /** Complaints of the browser that belong to what is tested. */
  let expected: RegExp | undefined;

  beforeEach(() => {
    expected = undefined;
  });

  afterEach(async () => {
    expect(await pane.verdict(expected)).toEqual({ foreign: [], complaints: [] });
  });

  it('names the unit, the stage and the totals before anything is written', async () => {
    await pane.open(FAULTY);
    expect(await pane.page.getByRole('heading', { level: 1 }).innerText()).toBe('小港街道');
    expect(await pane.page.locator('header').innerText()).toContain('自评阶段');
    expect(await pane.page.getByRole('table', { name: '得分合计' }).innerText()).toContain('折合得分');
    expect(await pane.page.getByRole('listitem').count()).toBe(0);
    expect(await pane.violations()).toEqual([]);
  });

  it('checks and totals, shows what is wrong and where, filters, and goes to the cell', async () => {
    await pane.open(FAULTY);
    await pane.press('校验并合计');
    expect(await pane.status()).toMatch(/^已写入 \d+ 个单元格，标出 \d+ 处/);
    const all = await pane.page.getByRole('listitem').count();
    expect(all).toBeGreaterThan(5);
    expect(await pane.page.locator('mark').first().innerText()).toContain('扣');
    expect(await pane.page.getByText('可得分值：').count()).toBeGreaterThan(3);
    expect(await pane.violations()).toEqual([]);

    const errors = pane.button(/^错误 \d+$/);
    expect(await errors.getAttribute('aria-pressed')).toBe('true');
    const count = Number((await errors.innerText()).replace(/\D/g, ''));
    await errors.click();
    expect(await errors.getAttribute('aria-pressed')).toBe('false');
    expect(await pane.page.getByRole('listitem').count()).toBe(all - count);
    await errors.click();
    expect(await pane.page.getByRole('listitem').count()).toBe(all);

    const locate = pane.button(/^定位 E\d+$/).first();
    const address = (await locate.innerText()).replace('定位 ', '');
    await locate.click();
    expect(await pane.page.title()).toBe(`附件1!${address}`);
    // The list stays as it is, and so does the focus: the next finding is one key away.
    expect(await locate.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('leaves the workbook as it was after 撤销, and keeps the totals after 清除标记', async () => {
    await pane.open(FAULTY);
    const before = await pane.snapshot();
    expect(await pane.button('撤销').getAttribute('aria-disabled')).toBe('true');
    await pane.press('校验并合计');
    const filled = await pane.snapshot();
    expect(filled).not.toEqual(before);

    await pane.press('清除标记');
    expect(await pane.status()).toBe('已清除标记，合计保留。');
    expect(await pane.page.getByRole('listitem').count()).toBe(0);
    expect(await pane.snapshot()).toEqual(filled);

    await pane.press('撤销');
    expect(await pane.page.getByRole('listitem').count()).toBeGreaterThan(5);
    await pane.press('撤销');
    expect(await pane.snapshot()).toEqual(before);
    expect(await pane.button('撤销').getAttribute('aria-disabled')).toBe('true');
  });

  it('is worked by keyboard alone', async () => {
    await pane.open(FAULTY);
    await pane.page.keyboard.press('Tab');
    expect(await pane.focused()).toBe('校验');
    await pane.page.keyboard.press('Tab');
    expect(await pane.focused()).toBe('校验并合计');
    await pane.page.keyboard.press('Enter');
    await pane.page.getByRole('listitem').first().waitFor();
    // 校验并合计 keeps the focus; then 清除标记, 撤销, three filters, the first finding.
    for (let i = 0; i < 6; i++) await pane.page.keyboard.press('Tab');
    expect(await pane.focused()).toMatch(/^定位 [A-Z]+\d+$/);
    await pane.page.keyboard.press('Space');
    expect(await pane.page.title()).toMatch(/^附件1![A-Z]+\d+$/);
  });

  it('says that a sheet is protected, and writes when it may lift the protection', async () => {
    await pane.open(FAULTY, '&fail=sheet-protected');
    await pane.press('校验并合计');
    const alert = pane.page
      .getByText('没有做成')
      .locator('xpath=ancestor::*[@role="group" or @role="alert"][1]');
    expect(await alert.innerText()).toContain('工作表“附件1”受保护，什么也没有写。');
    expect(await pane.violations()).toEqual([]);
    await pane.press('解除保护后写入');
    expect(await pane.page.getByText('没有做成').count()).toBe(0);
    expect(await pane.page.getByRole('listitem').count()).toBeGreaterThan(5);
  });

  it('says what to do when there is no scoring table', async () => {
    await pane.open('通知.csv');
    expect(await pane.page.getByRole('heading', { level: 2 }).innerText()).toBe('没有找到评分表');
    expect(await pane.page.getByRole('listitem').count()).toBe(3);
    expect(await pane.violations()).toEqual([]);
  });

  it('gives a sample sheet to somebody who has none, finds its slips, and takes it out again', async () => {
    await pane.open('通知.csv');
    await pane.press('插入示例表');
    await pane.page.getByText('示例表已插入').waitFor();
    expect(await pane.page.title()).toBe('示例评分表!A1');
    expect(await pane.page.getByRole('main').innerText()).toContain('示例街道');
    await pane.press('校验并合计');
    const found = await pane.page.getByRole('main').innerText();
    expect(found).toContain('得 9 分，超过该项满分 8 分');
    expect(found).toContain('得不出 5.3 分');
    expect(found).toContain('还没有填自评分');
    expect(await pane.violations()).toEqual([]);
    await pane.press('撤销');
    await pane.press('撤销');
    await pane.button('插入示例表').waitFor();
    expect((await pane.snapshot()).grids.map(({ name }) => name)).not.toContain('示例评分表');
  });

  it('changes its language, remembers it, and tells what an older spreadsheet cannot do', async () => {
    await pane.open(FAULTY, '&old');
    await pane.button('English').click();
    await pane.press('Check and total');
    expect(await pane.page.getByText('Merged cells cannot be read').count()).toBe(1);
    expect(await pane.page.locator('[lang="en"] main').count()).toBe(1);
    await pane.page.reload();
    await pane.button('Check and total').waitFor();
  });

  it('comes with Office.js, reaches for nothing else, and says so when it is opened outside Excel', async () => {
    await pane.freshPage({ locale: 'zh-CN' });
    await pane.page.goto(`${pane.origin}/taskpane.html`);
    await pane.page.getByText('请在 Excel 里从“开始”选项卡打开').waitFor();
    // Office.js tries to open a hidden frame for telemetry: the page's policy does not let it.
    expected = /Content Security Policy/;
  });

  it.each([
    ['dark', '&theme=dark', {}],
    ['high contrast', '', { forcedColors: 'active' }],
    ['600 px wide', '', { viewport: { width: 600, height: 800 } }],
  ] as const)('is readable when it is %s', async (_, query, options) => {
    await pane.open(FAULTY, query, options);
    await pane.press('校验并合计');
    expect(await pane.violations()).toEqual([]);
    expect(await pane.overflow()).toBeLessThanOrEqual(0);
  });
});

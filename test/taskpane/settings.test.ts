import { readSettings } from '../../src/sheet/readSettings';
import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(60_000);

describeInChromium('the settings in the pane', (pane) => {
  afterEach(async () => {
    expect(await pane.verdict()).toEqual({ foreign: [], complaints: [] });
  });

  const field = (name: string) => pane.page.getByLabel(name, { exact: true });
  const settings = async () => readSettings((await pane.snapshot()).grids).settings;

  it('show the defaults, take what is typed, and write it into the workbook, which can be taken back', async () => {
    await pane.open(FAULTY);
    const before = await pane.snapshot();
    await pane.goTo('设置');
    expect(await field('折算满分').inputValue()).toBe('');
    expect(await field('折算满分').getAttribute('placeholder')).toBe('100');
    expect(await pane.violations()).toEqual([]);

    await field('折算满分').fill('10');
    await field('加分计入折算').selectOption({ label: '否' });
    await field('折算区间').fill('90-100=10, 0-90=8');
    await pane.press('保存设置');
    expect(await pane.status()).toContain('设置已写入“考核设置”表');
    const saved = await settings();
    expect(saved.given).toEqual(['convertedFull', 'bonusConverted', 'bands']);
    expect(saved).toMatchObject({ convertedFull: 10, bonusConverted: false });
    expect(await field('折算区间').inputValue()).toBe('90-100=10；0-90=8');
    expect(await pane.violations()).toEqual([]);

    // The totals follow at once: 72.8 base points are in the band that gives 8.
    await pane.goTo('校验');
    const totals = await pane.page.getByRole('table', { name: '得分合计' }).innerText();
    expect(totals.trim().split(/\s+/).pop()).toBe('8');

    await pane.press('撤销');
    expect(await pane.snapshot()).toEqual(before);
    await pane.goTo('设置');
    expect(await field('折算满分').inputValue()).toBe('');
  });

  it('check the stage that the workbook is to be checked at', async () => {
    await pane.open(FAULTY);
    expect(await pane.page.locator('header').innerText()).toContain('自评阶段');
    await pane.goTo('设置');
    expect(await field('评分阶段').locator('option').allInnerTexts()).toEqual([
      '默认（自动判断）',
      '自评',
      '考核',
    ]);
    await field('评分阶段').selectOption({ label: '考核' });
    await pane.press('保存设置');
    expect(await pane.status()).toContain('设置已写入“考核设置”表');
    expect(await settings()).toMatchObject({ stage: 'review', given: ['stage'] });
    expect(await field('评分阶段').inputValue()).toBe('考核');
    await pane.goTo('校验');
    await pane.page.locator('header').getByText('考核阶段').waitFor();
    await pane.press('撤销');
    await pane.page.locator('header').getByText('自评阶段').waitFor();
  });

  it('say at the field what does not fit, and save nothing until it does', async () => {
    await pane.open(FAULTY);
    const before = await pane.snapshot();
    await pane.goTo('设置');
    await field('小数位数').fill('七');
    await pane.page.getByText('请填 0 到 6 之间的整数。').waitFor();
    expect(await field('小数位数').getAttribute('aria-invalid')).toBe('true');
    await pane.press('保存设置');
    await pane.page.getByText('有的值不对，改好后才能保存。').waitFor();
    expect(await field('小数位数').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await pane.violations()).toEqual([]);
    expect(await pane.snapshot()).toEqual(before);

    await field('小数位数').fill('３');
    await pane.page.keyboard.press('Enter');
    await pane.page.locator('[role="status"]:visible').waitFor();
    expect(await pane.status()).toContain('设置已写入“考核设置”表');
    expect((await settings()).decimals).toBe(3);
  });
});

import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(60_000);

describeInChromium('the views of the pane', (pane) => {
  /** Complaints of the browser that belong to what is tested. */
  let expected: RegExp | undefined;

  beforeEach(() => {
    expected = undefined;
  });

  afterEach(async () => {
    expect(await pane.verdict(expected)).toEqual({ foreign: [], complaints: [] });
  });

  const chosen = () => pane.page.getByRole('tab', { selected: true }).innerText();
  const tab = (name: string) => pane.page.getByRole('tab', { name });

  it('are gone through with the arrow keys, and a view that was left is as it was', async () => {
    await pane.open(FAULTY);
    await pane.press('校验并合计');
    const findings = await pane.page.getByRole('listitem').count();
    await tab('校验').focus();
    await pane.page.keyboard.press('End');
    expect(await chosen()).toBe('设置');
    expect(await pane.focused()).toBe('设置');
    expect(await pane.page.getByRole('button', { name: '校验并合计' }).count()).toBe(0);
    await pane.page.keyboard.press('ArrowRight');
    expect(await chosen()).toBe('校验');
    expect(await pane.page.getByRole('listitem').count()).toBe(findings);
    await pane.page.keyboard.press('ArrowLeft');
    expect(await chosen()).toBe('设置');
    await pane.page.keyboard.press('Home');
    expect(await chosen()).toBe('校验');
    // One stop for the Tab key, whichever view is shown.
    expect(await pane.page.locator('[role="tab"][tabindex="0"]').count()).toBe(1);
  });

  it('leave the corner free that Excel covers', async () => {
    await pane.open(FAULTY);
    const boxes = await pane.page.getByRole('tab').evaluateAll((tabs) =>
      tabs.map((one) => {
        const { right, bottom } = one.getBoundingClientRect();
        return { right, bottom };
      }),
    );
    for (const { right, bottom } of boxes) expect(right <= 350 - 34 && bottom <= 32).toBe(true);
  });

  it('are fetched when they are asked for, as scripts beside the first one', async () => {
    await pane.open(FAULTY);
    const scripts: string[] = [];
    pane.page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await pane.goTo('设置');
    expect(scripts).toContainEqual(expect.stringMatching(/^\/page\.settings\.[0-9a-f]{8}\.js$/));
    const count = scripts.length;
    await pane.goTo('校验');
    await pane.goTo('设置');
    expect(scripts).toHaveLength(count);
    expect(await pane.violations()).toEqual([]);
  });

  it('say so when they did not come, and come when asked again', async () => {
    expected = /net::ERR_FAILED/;
    await pane.open(FAULTY);
    await pane.page.route('**/page.settings.*.js', (route) => route.abort());
    await tab('设置').click();
    await pane.page.getByText('这一页的程序没有载入').waitFor();
    expect(await pane.violations()).toEqual([]);
    await pane.page.unroute('**/page.settings.*.js');
    await pane.button('再试一次').click();
    await pane.page.getByRole('combobox', { name: '评分阶段' }).waitFor();
  });

  it('say so when the part that reads workbooks did not come, and read when asked again', async () => {
    expected = /net::ERR_FAILED/;
    await pane.freshPage();
    await pane.page.route('**/page.check.*.js', (route) => route.abort());
    await pane.page.goto(`${pane.origin}/page.html?file=${encodeURIComponent(FAULTY)}`);
    await pane.page.getByText('这一页的程序没有载入').waitFor();
    await pane.page.unroute('**/page.check.*.js');
    await pane.button('再试一次').click();
    await pane.page.getByRole('heading', { name: '小港街道' }).waitFor();
  });

  it('fail one by one: the others go on, and the failed one can be tried again', async () => {
    expected = /the view broke/;
    await pane.open(FAULTY);
    await pane.page.evaluate('testPage.broken = true');
    await pane.press('校验并合计');
    await pane.page.getByText('程序出错了（the view broke）').waitFor();
    expect(await pane.violations()).toEqual([]);
    await pane.goTo('设置');
    expect(await pane.page.getByRole('combobox', { name: '评分阶段' }).count()).toBe(1);
    await pane.goTo('校验');
    await pane.page.evaluate('testPage.broken = false');
    await pane.button('再试一次').click();
    expect(await pane.page.getByRole('listitem').count()).toBeGreaterThan(5);
  });
});

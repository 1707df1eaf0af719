import { describeAddin } from './addinBrowser';
import { EVERYWHERE } from './builds';

jest.setTimeout(120_000);

/** CSS after Chrome 80 without which a page falls apart. Gaps of flex boxes (84) and :focus-visible (86) only look poorer. */
const NEWER_CSS =
  /:is\(|:where\(|:has\(|@layer|@container|@property|aspect-ratio|\binset\s*:|color-mix\(|oklch\(|\b[sdl]v[hw]\b|\bclamp\(/;

describeAddin('the built add-in in Chromium, beside an emulated ET', (addin) => {
  it.each(EVERYWHERE)('checks, goes to the cell, is set right, cleared and undone: $name', async (one) => {
    await addin.open('taskpane.html', one.install, one.setting, one.before);
    await addin.idle();
    const before = await addin.ask('dump');
    await addin.press('校验并合计');
    const findings = addin.page.getByRole('listitem');
    await findings.first().waitFor();
    const count = await findings.count();
    expect(count).toBeGreaterThan(5);

    const locate = addin.page.getByRole('button', { name: '定位 E5' });
    await locate.click();
    expect(await addin.ask('selected')).toBe('附件1!4,4');

    await addin.ask('type', '附件1', 'E5', 8);
    await addin.press('校验并合计');
    expect(await addin.page.getByRole('button', { name: '定位 E5' }).count()).toBe(0);
    const filled = JSON.stringify(await addin.ask('dump'));
    expect(filled).toContain('kaohe:error');
    expect(filled).toContain('折合目标考核得分');

    await addin.press('清除标记');
    const cleared = JSON.stringify(await addin.ask('dump'));
    expect(cleared).not.toContain('kaohe:');
    expect(cleared).not.toContain('考核校验');
    expect(cleared).toContain('折合目标考核得分');

    for (let times = 0; times < 3; times++) await addin.press('撤销');
    await addin.ask('type', '附件1', 'E5', 9);
    expect(await addin.ask('dump')).toEqual(before);
  });

  it('does what a ribbon button asks for, also when it was pressed before the pane was open', async () => {
    await addin.open('taskpane.html', 'file', { storage: { kaohe_task_et: 'validate' } });
    await addin.page.getByRole('listitem').first().waitFor();
    expect((await addin.ask('storage'))['kaohe_task_et']).toBe('');
    await addin.ask('put', 'kaohe_task_et', 'clear');
    await addin.page.getByText('已清除标记，合计保留。').waitFor();
    expect(JSON.stringify(await addin.ask('dump'))).not.toContain('kaohe:');
  });

  it('is styled with nothing that an engine of Chrome 80 would break on', async () => {
    await addin.open('taskpane.html', 'file');
    await addin.press('校验并合计');
    await addin.page.getByRole('tab', { name: '设置' }).click();
    // The linked style sheet of a page on a disk is closed to scripts; it is a line long.
    const css = await addin.page.evaluate(() =>
      Array.from(document.styleSheets)
        .filter(({ href }) => href === null)
        .flatMap((sheet) => Array.from(sheet.cssRules, (rule) => rule.cssText)),
    );
    expect(css.length).toBeGreaterThan(100);
    expect(css.filter((rule) => NEWER_CSS.test(rule))).toEqual([]);
  });

  it('收起 hides the pane', async () => {
    await addin.open('taskpane.html', 'file', { storage: { kaohe_pane_et: 7 }, pane: 7 });
    await addin.press('收起');
    expect(await addin.ask('panes')).toMatchObject([{ id: 7, visible: false }]);
  });

  it('says where it belongs when there is no ET', async () => {
    await addin.open('taskpane.html', 'file', {}, '');
    await addin.page.addInitScript({ content: 'delete window.Application;' });
    await addin.page.reload();
    await addin.page.getByText('请在 WPS 表格里从“考核”选项卡打开').waitFor();
  });

  it('its ribbon functions open one pane, find it again by its number, and make a new one when it is gone', async () => {
    await addin.open('index.html', 'file');
    const call = (name: string, argument: object) =>
      addin.page.evaluate<unknown>(`window[${JSON.stringify(name)}](${JSON.stringify(argument)})`);
    expect(await call('OnAddinLoad', {})).toBe(true);
    expect(await call('OnAction', { Id: 'kaoheValidate' })).toBe(true);
    expect(await call('OnAction', { Id: 'kaohePane' })).toBe(true);
    const [pane, ...more] = await addin.ask('panes');
    expect(more).toEqual([]);
    expect(pane).toMatchObject({ id: 1, visible: true });
    expect(pane?.url).toMatch(/^file:\/\/\/.*\/kaohe_1\.0\.0\/taskpane\.html$/);
    expect(await addin.ask('storage')).toEqual({ kaohe_pane_et: 1, kaohe_task_et: 'validate' });
    await addin.ask('closePane');
    await call('OnAction', { Id: 'kaoheClear' });
    expect(await addin.ask('panes')).toMatchObject([{ id: 2, visible: true }]);
    expect(await addin.ask('storage')).toEqual({ kaohe_pane_et: 2, kaohe_task_et: 'clear' });
    await call('OnAction', { Id: 'kaoheSummary' });
    expect(await addin.ask('storage')).toEqual({ kaohe_pane_et: 2, kaohe_task_et: 'summary' });
  });
});

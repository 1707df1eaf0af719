import path from 'node:path';
import { violations } from '../support/axe';
import type { EtSetting } from '../wps-host/browser/etPage';
import { describeAddin } from './addinBrowser';
import type { Install } from './addinBrowser';
import { ON_DISKS } from './builds';

jest.setTimeout(120_000);

const OLD_FORMAT = path.join(__dirname, '../../assets/samples/附件1-小港街道-旧格式.xls');

/** A clipboard that keeps what it is given where the test can see it. */
const CLIPBOARD = `
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: async (text) => { window.kaoheCopied = text; } },
  });`;
/** As in a page that is no secure context. */
const NO_CLIPBOARD = `Object.defineProperty(navigator, 'clipboard', { value: undefined });`;
/** What the old command takes goes the same way. */
const OLD_COMMAND = `
  document.addEventListener('copy', ({ target }) => {
    window.kaoheCopied = target.value.slice(target.selectionStart, target.selectionEnd);
  });`;
const NO_COMMAND = `document.execCommand = () => false;`;

describeAddin('自检 in the built add-in in Chromium, beside an emulated ET', (addin) => {
  const check = async (setting: Partial<EtSetting>, before: string, install: Install = 'file') => {
    await addin.open('taskpane.html', install, setting, before);
    await addin.idle();
    const asItWas = await addin.ask('dump');
    await addin.page.getByRole('tab', { name: '自检' }).click();
    await addin.press('开始自检');
    await addin.said(/^自检完成/);
    expect(await addin.ask('dump')).toEqual(asItWas);
  };
  const answer = (question: string) =>
    addin.page.getByRole('listitem').filter({ hasText: question }).first().innerText();
  const copied = () => addin.page.evaluate<string>('window.kaoheCopied');

  it.each(
    ON_DISKS.map((build, index) => ({
      ...build,
      seen: ['两层数组', '一层数组', '不是数组'][index] ?? '',
      writes: ['写入当时就到', '写完以后才到', '写入当时就到'][index] ?? '',
    })),
  )('tells how the build behaves and changes nothing: $name', async ({ setting, before, seen, writes }) => {
    await check(setting, before);
    expect(await answer('一行的值')).toContain(seen);
    expect(await answer('“单元格已改”通知')).toContain(writes);
    expect(await answer('面板的浏览器内核')).toMatch(/Chrome\/\d+/);
    expect(await addin.page.getByRole('heading', { name: '要注意' }).count()).toBe(0);
    expect(await addin.page.evaluate('document.documentElement.scrollWidth')).toBe(350);
  });

  it('says what is lacking in a build', async () => {
    await check({ absent: ['Range.Borders', 'Interior.Pattern', 'Worksheet.Comments'] }, '');
    expect(await answer('没有资料写明、程序会用到的功能')).toContain('Range.Borders, Worksheet.Comments');
    const trouble = addin.page
      .locator('section')
      .filter({ has: addin.page.getByRole('heading', { name: '要注意' }) });
    expect(await trouble.innerText()).toContain('能清掉底色');
    expect(await trouble.innerText()).toContain('程序依赖这一点');
  });

  it('copies the result as plain text, with what the person saw', async () => {
    await check({}, CLIPBOARD);
    const undo = addin.page.getByRole('combobox', { name: /Ctrl\+Z/ });
    await undo.selectOption('一格一格退回');
    await addin.page.locator('input[type=file]:not([multiple])').setInputFiles(OLD_FORMAT);
    await addin.said(/旧格式\.xls：读到 [\d,]+ 字节，认出 1 张评分表/);
    await addin.press('复制结果');
    await addin.said(/^已复制/);
    const text = await copied();
    expect(text).toMatch(/^考核加载项自检结果 \d{4}-\d\d-\d\d\n/);
    expect(text).toContain('一行的值 [row-values]：两层数组');
    expect(text).toMatch(/undo-key\]：一格一格退回/);
    expect(text).toMatch(/choose-file\]：附件1-小港街道-旧格式\.xls：读到/);
    expect(text).toMatch(/docked\]：没有试/);
    expect(text).not.toContain('undefined');
  });

  it('copies in the old way where the page has no clipboard', async () => {
    await check({}, NO_CLIPBOARD + OLD_COMMAND);
    await addin.press('复制结果');
    await addin.said(/^已复制/);
    expect(await copied()).toContain('row-values');
    expect(await answer('能用剪贴板')).toContain('否');
  });

  it('shows the text to be copied by hand where nothing else works', async () => {
    await check({}, NO_CLIPBOARD + NO_COMMAND);
    await addin.press('复制结果');
    await addin.said(/^这里用不了剪贴板/);
    const box = addin.page.getByRole('textbox', { name: '自检结果' });
    expect(await box.inputValue()).toContain('row-values');
    await box.focus();
    const selected = await box.evaluate((element) => {
      const { selectionStart, selectionEnd, value } = element as HTMLTextAreaElement;
      return selectionStart === 0 && selectionEnd === value.length;
    });
    expect(selected).toBe(true);
  });

  it('is found in order by axe, from a server: on a disk axe cannot read the style sheet', async () => {
    await check({}, NO_CLIPBOARD + NO_COMMAND, 'http');
    await addin.press('复制结果');
    await addin.said(/^这里用不了剪贴板/);
    expect(await violations(addin.page)).toEqual([]);
  });

  it('writes a small file into a folder that is picked, and reads it again', async () => {
    await check({ picks: [['D:\\临时']] }, '');
    await addin.page.getByRole('button', { name: '选文件夹并试写' }).click();
    await addin.said('是 D:\\临时\\kaohe-self-check.bin');
  });
});

import { describeInExcel, FAULTY } from './describeInExcel';

describeInExcel('the pane in Excel goes along with the person', ['1.7', '1.14'], (excel) => {
  const card = () => excel.window.pane.getByRole('region', { name: /^当前单元格/ });
  const click = (address: string) => excel.window.click('附件1', address);
  const type = (address: string, input: string | number) => excel.window.type('附件1', address, input);
  const valueAt = async (sheet: string, address: string) => {
    const { contents } = await excel.window.sheet(sheet);
    return contents.find(([at]) => at === address)?.[1].value ?? null;
  };

  it('shows the rule of the row where somebody stands, and enters the score that is pressed', async () => {
    await excel.open(FAULTY);
    await click('D7');
    await card().getByText('当前单元格 D7').waitFor();
    expect(await card().locator('mark').allInnerTexts()).toEqual([expect.stringContaining('每少一次扣2分')]);
    await click('E9');
    await card().getByText('当前单元格 E9').waitFor();
    await click('E7');
    const choices = card().getByRole('group', { name: '点分数，填入 E7：' }).getByRole('button');
    await choices.first().waitFor();
    expect(await choices.allInnerTexts()).toEqual(['6', '4', '2', '0']);

    const before = await excel.dump();
    await choices.filter({ hasText: '4' }).click();
    await excel.window.says('E7 已改为 4');
    expect(await valueAt('附件1', 'E7')).toBe(4);
    await card().getByText('E7 的 4 分符合评分标准。').waitFor();
    await excel.window.press('撤销');
    expect(await excel.dump()).toEqual(before);

    await click('A1');
    await card().waitFor({ state: 'detached' });
  });

  it('makes a certain fix with one press, and offers the nearest scores where none is certain', async () => {
    await excel.open(FAULTY);
    await excel.window.press('实时校验');
    const before = await excel.dump();
    const fix = (name: string | RegExp) => excel.window.pane.getByRole('button', { name, exact: true });
    // “5分” is a text.
    expect(await valueAt('附件1', 'E9')).toBe('5分');
    await fix('改为 5（E9）').click();
    await excel.window.says('E9 已改为 5');
    await fix('改为 5（E9）').waitFor({ state: 'detached' });
    expect(await valueAt('附件1', 'E9')).toBe(5);

    expect(await fix(/^改为 [\d.]+（E5）$/).allInnerTexts()).toEqual(['改为 8', '改为 6']);
    expect(await valueAt('附件1', 'E5')).toBe(9);
    await fix('改为 6（E5）').click();
    await excel.window.says('E5 已改为 6');
    expect(await valueAt('附件1', 'E5')).toBe(6);
    await excel.window.press('撤销');
    await excel.window.press('撤销');
    expect(await excel.dump()).toEqual(before);
  });

  it('checks after every edit while 实时校验 is on, and only reads', async () => {
    await excel.open(FAULTY);
    await excel.window.press('实时校验');
    const locate = (address: string) =>
      excel.window.pane.getByRole('button', { name: `定位 ${address}`, exact: true });
    await locate('E5').waitFor();
    await locate('E7').waitFor();
    await type('E7', 4);
    await locate('E7').waitFor({ state: 'detached' });
    await type('E7', 3);
    await locate('E7').waitFor();
    await type('E5', 8);
    await locate('E5').waitFor({ state: 'detached' });
    const { contents, highlights } = await excel.window.sheet('附件1');
    expect(highlights).toBe(0);
    expect(contents.filter(([, { formula }]) => formula !== null)).toEqual([]);
    expect(await excel.window.pane.getByRole('button', { name: '撤销' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
  });

  it('writes the settings form into 考核设置, checks by it at once, and leaves what else stands there', async () => {
    await excel.open(FAULTY);
    const before = await excel.dump();
    await excel.window.goTo('设置');
    const field = (name: string) => excel.window.pane.getByLabel(name, { exact: true });
    await field('折算满分').fill('10');
    await field('评分阶段').selectOption({ label: '考核' });
    await excel.window.press('保存设置');
    await excel.window.says('设置已写入“考核设置”表');
    const { contents } = await excel.window.sheet('考核设置');
    const rowOf = (label: string) => contents.find(([, { value }]) => value === label)?.[0].slice(1);
    expect(await valueAt('考核设置', `B${rowOf('折算满分')}`)).toBe(10);
    expect(await valueAt('考核设置', `B${rowOf('评分阶段')}`)).toBe('考核');
    expect(await valueAt('考核设置', `B${rowOf('加分上限')}`)).toBeNull();
    await excel.window.goTo('校验');
    await excel.window.says(/考核阶段/);
    expect(await excel.window.pane.getByRole('table', { name: '得分合计' }).innerText()).toContain('7.58');

    // Somebody adds a row of their own; saving again edits ours where they stand.
    await excel.window.type('考核设置', 'A30', '联系人');
    await excel.window.goTo('设置');
    await field('评分阶段').selectOption({ label: '自评' });
    await excel.window.press('保存设置');
    await excel.window.says('设置已写入“考核设置”表');
    expect(await valueAt('考核设置', `B${rowOf('评分阶段')}`)).toBe('自评');
    expect(await valueAt('考核设置', 'A30')).toBe('联系人');
    await excel.window.type('考核设置', 'A30', '');
    await excel.window.press('撤销');
    await excel.window.press('撤销');
    expect(await excel.dump()).toEqual(before);
  });
});

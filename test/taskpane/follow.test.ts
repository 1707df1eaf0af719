import { parseCell } from '../../src/sheet/address';
import type { CellValue } from '../../src/sheet/grid';
import { FAULTY, describeInChromium } from './page/paneBrowser';

jest.setTimeout(60_000);

const SHEET = '附件1';

const at = (address: string) => {
  const cell = parseCell(address);
  if (cell === null) throw new Error(`No cell: ${address}`);
  return cell;
};

describeInChromium('the pane beside a workbook that tells what a person does', (pane) => {
  afterEach(async () => {
    expect(await pane.verdict()).toEqual({ foreign: [], complaints: [] });
  });

  /** A person goes to a cell. */
  const stand = async (address: string, sheet = SHEET) => {
    const event = JSON.stringify({ kind: 'selected', sheet, cell: at(address) });
    await pane.page.waitForFunction('testPage.tell !== undefined');
    await pane.page.evaluate(`testPage.tell(${event})`);
  };

  /** A person types into a cell. */
  const type = async (address: string, value: string | number) => {
    const { row, column } = at(address);
    await pane.page.evaluate(
      `testPage.type(${JSON.stringify(SHEET)}, ${row}, ${column}, ${JSON.stringify(value)})
        .then(() => testPage.tell({ kind: 'edited', sheet: ${JSON.stringify(SHEET)} }))`,
    );
  };

  const card = () => pane.page.getByRole('region', { name: /^当前单元格/ });
  const valueAt = async (address: string): Promise<CellValue> => {
    const { row, column } = at(address);
    const grid = (await pane.snapshot()).grids.find(({ name }) => name === SHEET);
    const cells = grid?.rows.find(({ index }) => index === row)?.cells;
    return cells?.find((one) => one.column === column)?.value ?? null;
  };

  it('shows the rule of the row, what was read in it and the scores it allows, wherever in the row one stands', async () => {
    await pane.open(FAULTY, '&follow');
    await pane.button('清除标记').focus();
    await stand('D7');
    const text = await card().innerText();
    expect(text).toContain('当前单元格 D7');
    expect(text).toContain('满分 6 分');
    expect(text).toContain('每次扣 2 分');
    expect(text).toContain('可得分值：0–6，每档 2 分');
    expect(await card().locator('mark').allInnerTexts()).toEqual([expect.stringContaining('每少一次扣2分')]);
    expect(text).toContain('得不出 5.3 分');
    const choices = card().getByRole('group', { name: '点分数，填入 E7：' }).getByRole('button');
    expect(await choices.allInnerTexts()).toEqual(['6', '4', '2', '0']);
    expect(await pane.violations()).toEqual([]);
    expect(await pane.focused()).toBe('清除标记');

    // The column of the other stage: its own score cell is meant.
    await stand('F7');
    await card().getByText('点分数，填入 F7：').waitFor();
    await stand('A1');
    expect(await card().count()).toBe(0);
    await stand('E7', '别的表');
    expect(await card().count()).toBe(0);
  });

  it('enters the score that is pressed, says so, and takes it back', async () => {
    await pane.open(FAULTY, '&follow');
    await stand('E7');
    await card().getByRole('button', { name: '4', exact: true }).click();
    await pane.page.getByText('E7 已改为 4').waitFor();
    expect(await valueAt('E7')).toBe(4);
    await card().getByText('E7 的 4 分符合评分标准。').waitFor();
    expect(await card().getByRole('button', { name: '4' }).getAttribute('aria-pressed')).toBe('true');
    expect(await pane.violations()).toEqual([]);
    await pane.press('撤销');
    expect(await valueAt('E7')).toBe(5.3);
    await card().getByText('得不出 5.3 分').waitFor();
  });

  it('writes nothing where the row was changed meanwhile without its knowing', async () => {
    await pane.open(FAULTY, '&follow');
    await stand('E7');
    await pane.page.evaluate(`testPage.type('${SHEET}', 6, 4, 2)`);
    await card().getByRole('button', { name: '4', exact: true }).click();
    await pane.page.getByText('E7 这一行刚才有改动，没有写入').waitFor();
    expect(await valueAt('E7')).toBe(2);
    await card().getByText('E7 的 2 分符合评分标准。').waitFor();
  });

  it('checks after every edit while 实时校验 is on, and remembers that it was', async () => {
    await pane.open(FAULTY, '&follow');
    expect(await pane.page.getByRole('listitem').count()).toBe(0);
    await type('E7', 6);
    const live = pane.button('实时校验');
    expect(await live.getAttribute('aria-pressed')).toBe('false');
    await live.click();
    await pane.button(/^定位 E5$/).waitFor();
    expect(await pane.button(/^定位 E7$/).count()).toBe(0);
    expect(await pane.violations()).toEqual([]);

    await type('E7', 5);
    await pane.button(/^定位 E7$/).waitFor();
    await type('E7', 4);
    await pane.button(/^定位 E7$/).waitFor({ state: 'detached' });
    // It only reads: no mark, no total.
    expect(await pane.button('撤销').getAttribute('aria-disabled')).toBe('true');

    await pane.page.reload();
    await pane.button(/^定位 E5$/).waitFor();
    expect(await live.getAttribute('aria-pressed')).toBe('true');
    await live.click();
    await type('E5', 8);
    await pane.page.waitForTimeout(1000);
    expect(await pane.button(/^定位 E5$/).count()).toBe(1);
  });

  it('settles a finding with one press, and checks again', async () => {
    await pane.open(FAULTY, '&follow');
    await pane.button('实时校验').click();
    const certain = pane.button('改为 5（E9）');
    await certain.waitFor();
    expect(await valueAt('E9')).toBe('5分');
    await certain.click();
    await certain.waitFor({ state: 'detached' });
    expect(await valueAt('E9')).toBe(5);

    const offered = pane.button(/^改为 [\d.]+（E7）$/);
    expect(await offered.allInnerTexts()).toEqual(['改为 6', '改为 4', '改为 2']);
    await offered.first().click();
    await offered.first().waitFor({ state: 'detached' });
    expect(await valueAt('E7')).toBe(6);
    expect(await pane.violations()).toEqual([]);
    await pane.press('撤销');
    await pane.press('撤销');
    expect([await valueAt('E7'), await valueAt('E9')]).toEqual([5.3, '5分']);
  });
});

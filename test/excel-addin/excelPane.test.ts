import { describeInExcel, FAULTY } from './describeInExcel';

const LEVELS = ['1.7', '1.10', '1.14'];

/** Waits for what happens in the other frame; a hang is told by the test's time limit. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The marks of every sheet, without its contents and looks. */
function marksOf(dump: unknown): unknown {
  const sheets = dump as Readonly<Record<string, unknown>>[];
  return sheets.map(({ highlights, notes, comments, validations }) => [
    highlights,
    notes,
    comments,
    validations,
  ]);
}

describeInExcel('the built pane on the real Office.js', LEVELS, (excel) => {
  const dump = () => excel.dump();
  const selection = () => excel.window.excel((page) => page.selection());
  const formulas = () => excel.window.excel((page) => page.formulas('附件1'));
  const findings = () => excel.window.pane.getByRole('listitem');
  const locate = (address: string) =>
    excel.window.pane.getByRole('button', { name: `定位 ${address}`, exact: true });
  const addresses = async () =>
    (await excel.window.pane.getByRole('button', { name: /^定位 / }).allInnerTexts()).map((text) =>
      text.slice(3),
    );
  const finding = (address: string) => findings().filter({ has: locate(address) });

  it('shows what is wrong and where, and is content once the score is mended', async () => {
    await excel.open(FAULTY);
    await excel.window.press('校验并合计');
    const faults = await addresses();
    expect(faults.length).toBeGreaterThan(5);
    expect(await finding('E5').innerText()).toContain('超过该项满分 8 分');

    await locate('E5').click();
    await until(async () => (await selection()) === '附件1!E5');

    await excel.window.excel((page) => page.type('附件1', 'E5', 8));
    await excel.window.press('校验并合计');
    const left = await addresses();
    expect(left).not.toContain('E5');
    expect(left).toContain('E7');
    expect(faults).toEqual(expect.arrayContaining(left));
  });

  it('writes totals that are live formulas', async () => {
    await excel.open(FAULTY);
    await excel.window.press('校验并合计');
    const totals = excel.window.pane.getByRole('table', { name: '得分合计' });
    expect(await totals.innerText()).toContain('75.8');
    const live = await formulas();
    const [address] = live.find(([, { value }]) => value === 75.8) ?? [];
    expect(address).toBeDefined();
    // A person mends the score, and the sheet itself computes.
    await excel.window.excel((page) => page.type('附件1', 'E5', 8));
    const now = new Map(await formulas());
    expect(now.get(address ?? '')?.value).toBe(74.8);
  });

  it('清除标记 and 撤销 leave the workbook as it was', async () => {
    await excel.open(FAULTY);
    const before = await dump();
    await excel.window.press('校验并合计');
    const filled = await dump();
    expect(filled).not.toEqual(before);
    await excel.window.press('清除标记');
    const cleared = await dump();
    expect(marksOf(cleared)).toEqual(marksOf(before));
    expect(cleared).not.toEqual(filled);
    await excel.window.press('撤销');
    expect(await dump()).toEqual(filled);
    await excel.window.press('撤销');
    expect(await dump()).toEqual(before);
  });

  it('does what the ribbon asks for', async () => {
    await excel.open(FAULTY);
    const before = await dump();
    await excel.window.excel((page) => page.command('validateAndTotal'));
    await findings().first().waitFor();
    await until(async () => (await excel.window.excel((page) => page.commandsCompleted())) === 1);
    expect(marksOf(await dump())).not.toEqual(marksOf(before));
    await excel.window.excel((page) => page.command('clearMarks'));
    await until(async () => (await excel.window.excel((page) => page.commandsCompleted())) === 2);
    expect(marksOf(await dump())).toEqual(marksOf(before));
  });

  it('tells the add-in where a person stands and what they edit, until it hears no more', async () => {
    await excel.show(FAULTY, 'watchPage.html');
    const heard = () => excel.window.listening((listening) => listening.events);
    await until(async () => (await heard()).length > 0);
    expect(await heard()).toEqual([{ kind: 'selected', sheet: '附件1', cell: { row: 0, column: 0 } }]);
    await excel.window.excel((page) => page.click('附件1', 'E5'));
    await until(async () => (await heard()).length > 1);
    await excel.window.excel((page) => page.type('附件1', 'E5', 8));
    await until(async () => (await heard()).length > 2);
    expect((await heard()).slice(1)).toEqual([
      { kind: 'selected', sheet: '附件1', cell: { row: 4, column: 4 } },
      { kind: 'edited', sheet: '附件1' },
    ]);
    await excel.window.listening((listening) => listening.stop());
    expect(await excel.window.excel((page) => page.handlers())).toBe(0);
  });
});

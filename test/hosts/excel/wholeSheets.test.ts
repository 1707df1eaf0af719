import type { EditPlan } from '../../../src/plan/edits';
import type { SheetContent } from '../../../src/plan/sheetContent';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { keptSheetNumber } from '../../../src/sheet/keptSheet';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { PLAIN } from '../../excel-host/model/cell';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { RemoteFault } from '../../excel-host/wire/remote';
import { SUMMARY } from '../contract/sheetContract';
import { openExcel } from './support';

const LEVELS: readonly ExcelApiLevel[] = ['1.7', '1.10', '1.14', 'latest'];

const GRIDS = [
  gridFromRows('附件1', [
    ['考核评分表', null, { formula: '考核汇总!B3*2', value: 2 }],
    [null, 6, { formula: "SUM('考核汇总'!A1:B3)+B2", value: 7 }],
  ]),
  gridFromRows('考核汇总', [['旧标题'], [], [null, 1]]),
  gridFromRows('说明', [['填报说明']]),
];

const planOf = (...sheets: readonly SheetContent[]): EditPlan => ({ cells: [], marks: [], sheets });
const open = (level?: ExcelApiLevel) => {
  const opened = openExcel(GRIDS, level);
  const old = opened.sheet('考核汇总');
  // What no adapter could write anew: undo has to bring it back all the same.
  old.setFormat(0, 0, { ...PLAIN, italic: true, fill: '#00FF00' });
  old.comments.push({ row: 2, column: 1, id: 'c1', content: '谁改的？', author: '张三', replies: [] });
  old.notes.push({
    row: 0,
    column: 0,
    content: '旧批注',
    author: '李四',
    visible: true,
    width: 1,
    height: 1,
  });
  old.page.centerHeader = '页眉';
  old.frozen = { rows: 1, columns: 0 };
  for (const { name } of opened.book.sheets) opened.sheet(name).stale = true;
  return { ...opened, before: dumpWorkbook(opened.book) };
};

describe.each(LEVELS)('whole sheets at ExcelApi %s', (level) => {
  it('take three requests at most, however many cells they have', async () => {
    const { host, excel } = open(level);
    await host.apply(planOf({ ...SUMMARY, name: '新表' }));
    expect(excel.syncs).toBe(2);
    const look = { border: true, wrap: true } as const;
    const cells = Array.from({ length: 4_000 }, (_, index) => ({
      row: index >> 2,
      column: index & 3,
      content: { kind: 'value', value: index } as const,
      look,
    }));
    excel.syncs = 0;
    await host.apply(planOf({ ...SUMMARY, cells, merges: [], links: [], isProtected: false }));
    expect(excel.syncs).toBe(3);
  });

  it('are taken back to the last detail, in the middle of which the user had formulas', async () => {
    const { host, book, before } = open(level);
    const { undo } = await host.apply(planOf(SUMMARY));
    expect(dumpWorkbook(book)).not.toEqual(before);
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('are what formulas elsewhere mean from then on', async () => {
    const { host, sheet } = open(level);
    const { undo } = await host.apply(planOf(SUMMARY));
    const row = async (index: number) =>
      (await host.read()).grids[0]?.rows[index]?.cells.find(({ column }) => column === 2);
    const [first, second] = ['考核汇总!B3*2', "SUM('考核汇总'!A1:B3)+B2"];
    expect(await row(0)).toMatchObject({ formula: first, value: 191 });
    expect(await row(1)).toMatchObject({ formula: second, value: 101.5 });
    await undo();
    expect(await row(0)).toMatchObject({ formula: first, value: 2 });
    expect(await row(1)).toMatchObject({ formula: second, value: 7 });
    expect(sheet('附件1').content(0, 2)?.formula).toBe(first);
  });

  it('can be written and taken back several times over', async () => {
    const { host, book, before } = open(level);
    const first = await host.apply(planOf(SUMMARY));
    const once = dumpWorkbook(book);
    const second = await host.apply(planOf({ ...SUMMARY, merges: [] }), { unprotect: true });
    await second.undo();
    expect(dumpWorkbook(book)).toEqual(once);
    await first.undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it.each([1, 5, 20, 60])('that break off at change %i leave the workbook as it was', async (limit) => {
    const { host, book, excel, before } = open(level);
    const execute = excel.executor.execute.bind(excel.executor);
    let changes = 0;
    const set = jest.spyOn(excel.executor, 'execute').mockImplementation((body) => {
      const writes = body.Actions.some(({ ActionType }) => ActionType === 4);
      if (!writes || changes > 0) return execute(body);
      // A fault in the middle of a request: Excel keeps what was done before it.
      const sets = body.Actions.flatMap(({ ActionType }, index) => (ActionType === 4 ? [index] : []));
      const end = sets[Math.min(limit, sets.length - 1)] ?? 0;
      changes = end;
      const done = execute({ ...body, Actions: body.Actions.slice(0, end) });
      const fault = new RemoteFault('GeneralException', 'Excel is tired', 500);
      return {
        ...done,
        Error: {
          Code: fault.code,
          Message: fault.message,
          HttpStatusCode: 500,
          ActionIndex: end,
          Location: 'Range.formulas',
        },
      };
    });
    await expect(host.apply(planOf(SUMMARY))).rejects.toMatchObject({ code: 'write-failed' });
    set.mockRestore();
    expect(changes).toBeGreaterThan(0);
    expect(dumpWorkbook(book)).toEqual(before);
  });
});

describe('whole sheets', () => {
  it('leave one hidden sheet behind for undo, which nobody reads and the next pane clears away', async () => {
    const { host, book } = open();
    await host.apply(planOf({ ...SUMMARY, isProtected: false }));
    const kept = () => book.sheets.filter(({ name }) => keptSheetNumber(name) !== null);
    expect(kept().map(({ visibility }) => visibility)).toEqual(['VeryHidden']);
    expect((await host.read()).grids.map(({ name }) => name)).toEqual(['附件1', '考核汇总', '说明']);
    const held = kept()[0];
    // Another pane, another day.
    const later = openExcel([], 'latest');
    later.book.sheets.push(...book.sheets);
    await later.host.apply(planOf({ ...SUMMARY, isProtected: false }));
    expect(later.book.sheets).not.toContain(held);
    expect(later.book.sheets.filter(({ name }) => keptSheetNumber(name) !== null)).toHaveLength(1);
  });

  it('need leave to replace a protected sheet, and a workbook that takes sheets', async () => {
    const { host, book, sheet, before } = open();
    sheet('考核汇总').protection = { password: null, options: {} };
    await expect(host.apply(planOf(SUMMARY))).rejects.toMatchObject({
      code: 'sheet-protected',
      params: { sheets: '考核汇总' },
    });
    sheet('考核汇总').protection = null;
    book.structureProtected = true;
    await expect(host.apply(planOf(SUMMARY))).rejects.toMatchObject({ code: 'workbook-protected' });
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('are edited and marked by the rest of the plan, and all is taken back at once', async () => {
    const { host, book, sheet, before } = open();
    const { undo, cells } = await host.apply({
      ...planOf({ ...SUMMARY, isProtected: false }),
      cells: [{ sheet: '考核汇总', row: 30, column: 0, content: { kind: 'value', value: 5 } }],
      marks: [{ sheet: '考核汇总', highlights: [{ row: 2, column: 1, severity: 'error' }], notes: [] }],
    });
    expect(cells).toBe(SUMMARY.cells.length + 1);
    expect(sheet('考核汇总').content(30, 0)?.value).toBe(5);
    expect(sheet('考核汇总').conditionalFormats).toHaveLength(1);
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('go without rules and pages where Excel has none, which is told', () => {
    expect(open('1.7').host.shortfalls).toEqual(expect.arrayContaining(['no-input-rules', 'no-page-setup']));
    expect(open('1.10').host.shortfalls).not.toContain('no-input-rules');
  });
});

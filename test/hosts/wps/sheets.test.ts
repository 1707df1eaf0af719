import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { PLAIN_SHEET, SUMMARY } from '../contract/sheetContract';
import { hostOf, openEt } from './support';

const PLAN = { cells: [], marks: [], sheets: [SUMMARY, PLAIN_SHEET] };
const GRIDS = [
  gridFromRows('附件1', [['得分', { formula: "'考核汇总'!B3+1", value: 2 }]]),
  gridFromRows('考核汇总', [['旧标题'], [], [null, 1]]),
];

/** Changes that the sheets cannot do without. */
const NEEDED = new Set([
  'Sheets.Add',
  'Worksheet.Name',
  'Worksheet.Visible',
  'Hyperlinks.Add',
  'Range.Merge',
  'Validation.Add',
  'Worksheet.Protect',
]);

function open() {
  const opened = openEt(GRIDS);
  const old = opened.sheet('考核汇总');
  old.notes.push({
    row: 0,
    column: 0,
    content: '旧批注',
    author: '张三',
    visible: true,
    width: 9,
    height: 9,
  });
  old.columnWidths.set(0, 99);
  return { ...opened, before: dumpWorkbook(opened.book) };
}

it('formulas elsewhere mean the new sheet, and the old one after undo', async () => {
  const { host, book, sheet, before, et } = open();
  const { undo } = await host.apply(PLAN);
  const { grids } = await host.read();
  expect(grids.map(({ name }) => name)).toEqual(['附件1', '考核汇总', "问题's 清单"]);
  expect(grids[0]?.rows[0]?.cells[1]).toEqual({ column: 1, value: 96.5, formula: "'考核汇总'!B3+1" });
  expect(sheet('_考核_旧表1').visibility).toBe('VeryHidden');
  expect(book.activeSheet.name).toBe('附件1');
  await undo();
  await host.read();
  expect(dumpWorkbook(book)).toEqual(before);
  expect([et.asked, et.displayAlerts, et.screenUpdating]).toEqual([[], true, true]);
});

it('a write that fails at any of its changes leaves the workbook as it was', async () => {
  const count = { writes: 0 };
  const whole = open();
  whole.et.beforeWrite = (member) => {
    if (NEEDED.has(member)) count.writes++;
    return true;
  };
  await whole.host.apply(PLAN);
  expect(count.writes).toBeGreaterThan(8);
  for (let at = 0; at < count.writes; at++) {
    const { host, book, et, before } = open();
    let writes = 0;
    et.beforeWrite = (member) => {
      if (NEEDED.has(member) && writes++ === at) throw new Error('ET is tired');
      return true;
    };
    await expect(host.apply(PLAN)).rejects.toMatchObject({ code: 'write-failed' });
    await host.read();
    expect(dumpWorkbook(book)).toEqual(before);
    expect([et.asked, et.displayAlerts]).toEqual([[], true]);
  }
});

it('what an earlier pane has replaced goes when the next one writes', async () => {
  const { host, book, et } = open();
  await host.apply(PLAN);
  await host.apply(PLAN, { unprotect: true });
  expect(book.sheets.filter(({ name }) => name.startsWith('_考核_'))).toHaveLength(3);
  const next = hostOf(et);
  const { undo } = await next.apply({ ...PLAN, sheets: [PLAIN_SHEET] });
  expect(book.sheets.filter(({ name }) => name.startsWith('_考核_'))).toHaveLength(1);
  await undo();
  expect((await next.read()).grids.map(({ name }) => name)).toEqual(['附件1', '考核汇总', "问题's 清单"]);
});

it('a protected sheet is replaced only when that is allowed, and others keep their protection', async () => {
  const { host, book, sheet } = open();
  sheet('考核汇总').protection = { password: null, options: {} };
  sheet('附件1').protection = { password: null, options: {} };
  const before = dumpWorkbook(book);
  await expect(host.apply(PLAN)).rejects.toMatchObject({
    code: 'sheet-protected',
    params: { sheets: '考核汇总' },
  });
  sheet('考核汇总').protection = null;
  const cells = [{ sheet: '附件1', row: 5, column: 0, content: { kind: 'value' as const, value: 1 } }];
  await expect(host.apply({ ...PLAN, cells })).rejects.toMatchObject({
    code: 'sheet-protected',
    params: { sheets: '附件1' },
  });
  sheet('考核汇总').protection = { password: null, options: {} };
  expect(dumpWorkbook(book)).toEqual(before);
});

it('cells are edited on a sheet that the same plan has just written', async () => {
  const { host, sheet } = open();
  const cells = [{ sheet: '考核汇总', row: 5, column: 0, content: { kind: 'value' as const, value: 7 } }];
  await host.apply({ ...PLAN, cells });
  expect(sheet('考核汇总').content(5, 0)?.value).toBe(7);
  expect(sheet('考核汇总').protection).not.toBeNull();
});

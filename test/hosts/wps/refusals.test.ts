import type { EditPlan } from '../../../src/plan/edits';
import { planClear } from '../../../src/plan/planClear';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { EmulatedEt } from '../../wps-host/emulatedEt';
import { hostOf, openEt } from './support';

const GRIDS = ['附件1', '附件2', '说明'].map((name) => gridFromRows(name, [['项目', 7]]));

const PLAN: EditPlan = {
  cells: ['附件1', '附件2'].map((sheet) => ({
    sheet,
    row: 3,
    column: 1,
    content: { kind: 'formula', formula: 'SUM(B1:B2)', cached: 7 },
    like: { row: 0, column: 1 },
  })),
  marks: ['附件1', '附件2', '说明'].map((sheet) => ({
    sheet,
    highlights: sheet === '说明' ? [] : [{ row: 0, column: 1, severity: 'error' }],
    notes: sheet === '说明' ? [] : [{ row: 0, column: 1, text: '高于满分' }],
  })),
};

const OPTIONS = { AllowFormattingCells: true, AllowSorting: true, DrawingObjects: false };

function open(passwords: Readonly<Record<string, string | null>> = {}) {
  const opened = openEt(GRIDS);
  for (const [name, password] of Object.entries(passwords)) {
    opened.sheet(name).protection = { password, options: OPTIONS };
  }
  return { ...opened, before: dumpWorkbook(opened.book) };
}

describe('protected sheets', () => {
  it('are named before anything is written', async () => {
    const { host, book, before } = open({ 附件2: null, 说明: null });
    await expect(host.apply(PLAN)).rejects.toMatchObject({
      code: 'sheet-protected',
      params: { sheets: '附件2' },
    });
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('are no hindrance where nothing of ours has to be changed', async () => {
    const { host } = open({ 附件1: 'geheim', 附件2: null, 说明: null });
    await expect(host.apply(planClear(['附件1', '附件2', '说明']))).resolves.toMatchObject({ cells: 0 });
  });

  it('are written when the user allows it, and protected again in the same way; undo too', async () => {
    const { host, book, sheet, et, before } = open({ 附件2: null });
    const { undo } = await host.apply(PLAN, { unprotect: true });
    expect(sheet('附件2').protection).toEqual({ password: null, options: OPTIONS });
    expect(sheet('附件2').content(3, 1)?.formula).toBe('SUM(B1:B2)');
    expect(sheet('附件2').notes).toHaveLength(1);
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
    // WPS never asked the user for a password.
    expect(et.asked).toEqual([]);
  });

  it('with a password are named, and the others are protected as before', async () => {
    const { host, book, before, et } = open({ 附件1: null, 附件2: 'geheim' });
    await expect(host.apply(PLAN, { unprotect: true })).rejects.toMatchObject({
      code: 'sheet-password',
      params: { sheets: '附件2' },
    });
    expect(dumpWorkbook(book)).toEqual(before);
    expect(et.asked).toEqual([]);
  });

  it('that cannot be protected again take the write with them, and it is told', async () => {
    const { host, et } = open({ 附件2: null });
    et.beforeWrite = (member) => member !== 'Worksheet.Protect';
    await expect(host.apply(PLAN, { unprotect: true })).rejects.toMatchObject({ code: 'write-broken-off' });
  });

  it('protected after the write keep undo from doing half of it', async () => {
    const { host, book, sheet } = open();
    const { undo } = await host.apply(PLAN);
    sheet('附件2').protection = { password: null, options: OPTIONS };
    const written = dumpWorkbook(book);
    await expect(undo()).rejects.toMatchObject({ code: 'sheet-protected', params: { sheets: '附件2' } });
    expect(dumpWorkbook(book)).toEqual(written);
    sheet('附件2').protection = null;
    await undo();
    expect(sheet('附件2').content(3, 1)).toBeNull();
  });
});

it('undo passes over a sheet that was deleted since', async () => {
  const { host, book, sheet, before } = open();
  const { undo } = await host.apply(PLAN);
  book.removeSheet(sheet('附件1'));
  await undo();
  expect(dumpWorkbook(book)).toEqual(before.slice(1));
});

it('undo leaves alone a cell that the user edited since, and words in a comment', async () => {
  const { host, sheet } = open();
  const { undo } = await host.apply(PLAN);
  sheet('附件1').enter(3, 1, 9.5);
  const note = sheet('附件1').notes[0];
  if (note !== undefined) note.content = `我的话\n${note.content}`;
  await undo();
  expect(sheet('附件1').content(3, 1)).toEqual({ value: 9.5, formula: null });
  expect(sheet('附件1').notes.map(({ content }) => content)).toEqual(['我的话']);
  expect(sheet('附件2').content(3, 1)).toBeNull();
});

it('says so when no workbook is open', async () => {
  const host = hostOf(new EmulatedEt(null));
  await expect(host.read()).rejects.toMatchObject({ name: 'HostError', code: 'read-failed' });
  await expect(host.apply(PLAN)).rejects.toMatchObject({ name: 'HostError' });
});

it("the user's settings come back after a fault, and they are the user's own", async () => {
  const { host, et } = open();
  et.calculation = -4135;
  et.enableEvents = false;
  et.beforeWrite = (member) => {
    if (member === 'FormatConditions.Add') throw new Error('ET is tired');
    return true;
  };
  await expect(host.apply(PLAN)).rejects.toMatchObject({ code: 'write-failed' });
  expect([et.screenUpdating, et.enableEvents, et.calculation]).toEqual([true, false, -4135]);
});

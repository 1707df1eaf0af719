import type { EditPlan } from '../../../src/plan/edits';
import { planClear } from '../../../src/plan/planClear';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { officeJs } from '../../excel-host/node/officeJs';
import { RemoteFault } from '../../excel-host/wire/remote';
import { openExcel } from './support';

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

const OPTIONS = { allowFormatCells: false, allowSort: true, selectionMode: 'Normal' };

function open(passwords: Readonly<Record<string, string | null>> = {}) {
  const opened = openExcel(GRIDS);
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
    const { host, book, sheet, before } = open({ 附件2: null });
    const { undo } = await host.apply(PLAN, { unprotect: true });
    expect(sheet('附件2').protection).toEqual({ password: null, options: OPTIONS });
    expect(sheet('附件2').content(3, 1)?.formula).toBe('SUM(B1:B2)');
    expect(sheet('附件2').notes).toHaveLength(1);
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('with a password are named, and the others are protected as before', async () => {
    const { host, book, before } = open({ 附件1: null, 附件2: 'geheim' });
    await expect(host.apply(PLAN, { unprotect: true })).rejects.toMatchObject({ code: 'sheet-password' });
    expect(dumpWorkbook(book)).toEqual(before);
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

describe('a write that breaks off', () => {
  it.each(Array.from({ length: 12 }, (_, index) => index * 4 + 1))(
    'at its %ith change leaves the workbook as it was',
    async (limit) => {
      const { host, book, sheet, excel } = open();
      let changes = 0;
      const execute = excel.executor.execute.bind(excel.executor);
      // A fault in the middle of a request: Excel keeps what was done before it.
      jest
        .spyOn(excel.executor, 'execute')
        .mockImplementationOnce(execute)
        .mockImplementationOnce((body) => {
          const model = sheet('附件2');
          const failing = <A extends unknown[], R>(original: (...args: A) => R) =>
            function (this: unknown, ...args: A): R {
              if (++changes > limit) throw new RemoteFault('GeneralException', 'Excel is tired', 500);
              return original.apply(model, args);
            };
          const spies = [
            jest.spyOn(model, 'enter').mockImplementation(failing(model.enter.bind(model))),
            jest.spyOn(model, 'setFormat').mockImplementation(failing(model.setFormat.bind(model))),
            jest.spyOn(model, 'format').mockImplementation(failing(model.format.bind(model))),
            jest.spyOn(model, 'line').mockImplementation(failing(model.line.bind(model))),
          ];
          const answer = execute(body);
          for (const spy of spies) spy.mockRestore();
          return answer;
        });
      sheet('附件2').setFormat(0, 1, { ...sheet('附件2').format(0, 1), bold: true, fill: '#FFFF00' });
      const untouched = dumpWorkbook(book);
      await expect(host.apply(PLAN)).rejects.toMatchObject({ code: 'write-failed' });
      expect(changes).toBeGreaterThan(limit);
      expect(dumpWorkbook(book)).toEqual(untouched);
    },
  );
});

describe('a cell being edited', () => {
  it('makes requests wait until the user has left it', async () => {
    const { host, excel } = open();
    excel.beginCellEdit();
    let isRead = false;
    const reading = host.read().then(() => {
      isRead = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isRead).toBe(false);
    excel.endCellEdit();
    await reading;
    expect(isRead).toBe(true);
  });

  it('is named as the reason where Excel cannot wait', async () => {
    const { host, excel, book, before } = open();
    jest.spyOn(excel, 'answer').mockResolvedValue({
      status: 400,
      errorCode: 'InvalidOperationInCellEditMode',
      errorMessage: '',
      body: null,
    });
    await expect(host.read()).rejects.toMatchObject({ name: 'HostError', code: 'cell-editing' });
    await expect(host.apply(PLAN)).rejects.toMatchObject({ code: 'cell-editing' });
    expect(dumpWorkbook(book)).toEqual(before);
  });
});

it('asks for every batch to wait for the user, and to be one step of Excel\u2019s own undo', async () => {
  const { host, excel } = open();
  const run = jest.spyOn(officeJs(excel).Excel, 'run');
  await host.read();
  const { undo } = await host.apply(PLAN);
  await undo();
  expect(run).toHaveBeenCalledTimes(3);
  for (const [options] of run.mock.calls)
    expect(options).toEqual({ delayForCellEdit: true, mergeUndoGroup: true });
  run.mockRestore();
});

it('names a sheet that is gone and writes nothing', async () => {
  const { host, book, before } = open();
  const plan = { ...PLAN, marks: [...PLAN.marks, { sheet: '没有', highlights: [], notes: [] }] };
  await expect(host.apply(plan)).rejects.toMatchObject({ code: 'sheet-missing', params: { sheet: '没有' } });
  expect(dumpWorkbook(book)).toEqual(before);
});

it('undo passes over a sheet that was deleted since', async () => {
  const { host, book, sheet, before } = open();
  const { undo } = await host.apply(PLAN);
  book.removeSheet(sheet('附件1'));
  await undo();
  expect(dumpWorkbook(book)).toEqual(before.slice(1));
});

import { clearMarks } from '../../../src/app/clearMarks';
import { ExcelHost } from '../../../src/hosts/excel/excelHost';
import type { EditPlan } from '../../../src/plan/edits';
import { INPUT_MESSAGE_TITLE } from '../../../src/plan/marks';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import type { Validation } from '../../excel-host/model/cell';
import { officeJs } from '../../excel-host/node/officeJs';
import type { ExcelApiLevel } from '../../excel-host/node/officeJs';
import { openExcel } from './support';

const SHEET = '附件1';
const LEVELS: readonly ExcelApiLevel[] = ['1.8', '1.9'];
const LIST: Validation = {
  type: 'List',
  rule: { list: { inCellDropDown: true, source: '1,2' } },
  prompt: { showPrompt: true, title: '', message: '' },
};
const HINT: Validation = {
  type: 'None',
  rule: {},
  prompt: { showPrompt: true, title: '填表说明', message: '填整数' },
};

/** Marks with words in these rows of column B. */
function planOf(rows: readonly number[], text = '高于满分'): EditPlan {
  const cells = rows.map((row) => ({ row, column: 1 }));
  return {
    cells: [],
    marks: [
      {
        sheet: SHEET,
        highlights: cells.map((cell) => ({ ...cell, severity: 'error' as const })),
        notes: cells.map((cell) => ({ ...cell, text })),
      },
    ],
  };
}

function open(level: ExcelApiLevel, validations: Readonly<Record<string, Validation>> = {}) {
  const rows = Array.from({ length: 9 }, (_, row) => ['项目', row]);
  const opened = openExcel([gridFromRows(SHEET, rows)], level);
  const model = opened.sheet(SHEET);
  for (const [key, validation] of Object.entries(validations)) model.validations.set(key, validation);
  const message = (row: number) => model.validations.get(`${row},1`)?.prompt;
  return { ...opened, model, message, before: dumpWorkbook(opened.book) };
}

describe.each(LEVELS)('words as input messages at ExcelApi %s', (level) => {
  it('show on the marked cells, told as a shortfall, and 撤销 takes them back', async () => {
    const { host, book, message, before } = open(level);
    expect(host.shortfalls).toContain('words-as-messages');
    const { notes, degraded, undo } = await host.apply(planOf([1, 2, 5]));
    expect({ notes, degraded }).toEqual({ notes: 3, degraded: 0 });
    expect(message(2)).toEqual({ showPrompt: true, title: INPUT_MESSAGE_TITLE, message: '高于满分' });
    expect(message(3)).toBeUndefined();
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('leave cells with a validation of their own alone, and say how many', async () => {
    const { host, book, model, before } = open(level, { '1,1': LIST, '2,1': HINT });
    const { notes, degraded } = await host.apply(planOf([1, 2, 5]));
    expect({ notes, degraded }).toEqual({ notes: 1, degraded: 2 });
    expect(model.validations.get('1,1')).toEqual(LIST);
    expect(model.validations.get('2,1')).toEqual(HINT);
    await clearMarks(host);
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('are exactly those of the last write, and three requests do', async () => {
    const { host, excel, message } = open(level);
    await host.apply(planOf([1, 2, 5]));
    excel.syncs = 0;
    const { undo } = await host.apply(planOf([2, 6], '另一句'));
    expect(excel.syncs).toBe(2);
    expect([1, 2, 5, 6].map((row) => message(row)?.message)).toEqual([
      undefined,
      '另一句',
      undefined,
      '另一句',
    ]);
    await undo();
    expect([1, 2, 5, 6].map((row) => message(row)?.message)).toEqual([
      '高于满分',
      '高于满分',
      '高于满分',
      undefined,
    ]);
  });

  it('are found again by another pane on another day', async () => {
    const { host, excel, book, before } = open(level, { '7,1': HINT });
    await host.apply(planOf([1, 2, 5]));
    await clearMarks(new ExcelHost(officeJs(excel, level)));
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('become the user\u2019s where they add a rule, and are cut where they are too long', async () => {
    const { host, model, message } = open(level);
    await host.apply(planOf([1, 2], '很长的说明，'.repeat(60)));
    expect(message(1)?.message).toHaveLength(255);
    expect(message(1)?.message).toMatch(/…$/);
    const theirs = { ...LIST, prompt: model.validations.get('1,1')?.prompt ?? LIST.prompt };
    model.validations.set('1,1', theirs);
    await clearMarks(host);
    expect(model.validations.get('1,1')).toEqual(theirs);
    expect(message(2)).toBeUndefined();
  });
});

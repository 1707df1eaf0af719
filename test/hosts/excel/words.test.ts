import type { EditPlan } from '../../../src/plan/edits';
import { noteBlock, noteBlockOf } from '../../../src/plan/marks';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { openExcel } from './support';

const SHEET = '附件1';
const GRID = gridFromRows(SHEET, [
  ['项目', 7],
  ['项目二', 8],
]);

function marked(...words: readonly (readonly [row: number, text: string])[]): EditPlan {
  return {
    cells: [],
    marks: [
      {
        sheet: SHEET,
        highlights: words.map(([row]) => ({ row, column: 1, severity: 'error' })),
        notes: words.map(([row, text]) => ({ row, column: 1, text })),
      },
    ],
  };
}

describe('words of marks as notes (ExcelApi 1.18)', () => {
  it("stand behind the user's own, move with the plan, and leave the user's as they were", async () => {
    const { host, sheet } = openExcel([GRID]);
    const model = sheet(SHEET);
    model.notes.push({
      row: 0,
      column: 1,
      content: '请核对',
      author: '张三',
      visible: true,
      width: 9,
      height: 9,
    });
    await host.apply(marked([0, '高于满分'], [1, '没有依据']));
    expect(model.notes.map(({ content }) => content)).toEqual([
      `请核对\n${noteBlock('高于满分')}`,
      noteBlock('没有依据'),
    ]);
    await host.apply(marked([1, '换了']));
    expect(model.notes.map(({ content }) => content)).toEqual(['请核对', noteBlock('换了')]);
    await host.apply(marked());
    expect(model.notes).toEqual([
      { row: 0, column: 1, content: '请核对', author: '张三', visible: true, width: 9, height: 9 },
    ]);
  });

  it('come back in undo, and what the user wrote in the meantime stays', async () => {
    const { host, sheet } = openExcel([GRID]);
    const model = sheet(SHEET);
    await host.apply(marked([0, '一'], [1, '二']));
    const { undo } = await host.apply(marked([1, '三']));
    const changed = model.notes.find(({ row }) => row === 1);
    if (changed !== undefined) changed.content = `我的话\n${changed.content}`;
    await undo();
    const contents = new Map(model.notes.map(({ row, content }) => [row, content]));
    expect(noteBlockOf(contents.get(0) ?? '')).toBe('一');
    expect(contents.get(1)).toBe(`我的话\n${noteBlock('二')}`);
  });

  it('many of them go without one being mistaken for another', async () => {
    const { host, book, sheet } = openExcel([GRID]);
    const model = sheet(SHEET);
    for (let row = 0; row < 6; row += 2) {
      model.notes.push({
        row,
        column: 1,
        content: `用户${row}`,
        author: '李四',
        visible: false,
        width: 1,
        height: 1,
      });
    }
    const before = dumpWorkbook(book);
    const all = [0, 1, 2, 3, 4, 5, 6].map((row) => [row, `第${row}项`] as const);
    await host.apply(marked(...all));
    expect(model.notes).toHaveLength(7);
    await host.apply(marked());
    expect(dumpWorkbook(book)).toEqual(before);
  });
});

describe('words of marks as comments (ExcelApi 1.10 to 1.17)', () => {
  const open = () => {
    const opened = openExcel([GRID], '1.10');
    const model = opened.sheet(SHEET);
    const comment = (row: number, content: string, replies: string[] = []) =>
      model.comments.push({
        row,
        column: 1,
        id: `{user-${row}}`,
        content,
        author: '张三',
        replies: replies.map((reply, index) => ({ id: `{reply-${row}-${index}}`, content: reply })),
      });
    return { ...opened, model, comment };
  };

  it("answer a user's conversation instead of touching it", async () => {
    const { host, book, model, comment } = open();
    comment(0, '为什么是 7？', ['见附件']);
    const before = dumpWorkbook(book);
    await host.apply(marked([0, '高于满分'], [1, '没有依据']));
    expect(model.comments.map(({ content }) => content)).toEqual(['为什么是 7？', noteBlock('没有依据')]);
    expect(model.comments[0]?.replies.map(({ content }) => content)).toEqual([
      '见附件',
      noteBlock('高于满分'),
    ]);
    await host.apply(marked());
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('keep a comment of ours that a user has answered', async () => {
    const { host, model } = open();
    await host.apply(marked([0, '高于满分']));
    model.comments[0]?.replies.push({ id: '{answer}', content: '已改' });
    await host.apply(marked());
    expect(model.comments.map(({ replies }) => replies.map(({ content }) => content))).toEqual([['已改']]);
  });

  it('cost no request more when they are there already', async () => {
    const { host, excel } = open();
    await host.apply(marked([0, '一'], [1, '二']));
    const before = excel.syncs;
    await host.read();
    await host.apply(marked([0, '三']));
    expect(excel.syncs - before).toBe(3);
  });

  it('survive that a comment was deleted after reading', async () => {
    const { host, model, comment } = open();
    comment(0, '会被删');
    await host.read();
    model.comments = [];
    await host.apply(marked([0, '高于满分']));
    expect(model.comments.map(({ content }) => content)).toEqual([noteBlock('高于满分')]);
  });

  it('give way where Excel refuses one beside an old note: the highlights stand, and it is said', async () => {
    const { host, book, model } = open();
    model.notes.push({
      row: 1,
      column: 1,
      content: '旧批注',
      author: '张三',
      visible: false,
      width: 1,
      height: 1,
    });
    const before = dumpWorkbook(book);
    const receipt = await host.apply(marked([0, '一'], [1, '二']));
    expect(receipt).toMatchObject({ highlights: 2, notes: 0, degraded: 2 });
    expect(model.comments).toEqual([]);
    expect(model.conditionalFormats).toHaveLength(1);
    await receipt.undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });
});

it('marks without words where Excel has neither notes nor comments', async () => {
  const { host, sheet } = openExcel([GRID], '1.7');
  const receipt = await host.apply(marked([0, '高于满分']));
  expect(receipt).toMatchObject({ highlights: 1, notes: 0, degraded: 1 });
  expect(sheet(SHEET).conditionalFormats).toHaveLength(1);
});

it("leaves users' own conditional formats where they are", async () => {
  const { host, sheet } = openExcel([GRID]);
  const model = sheet(SHEET);
  const area = { top: 0, left: 0, bottom: 9, right: 9 };
  const own = { areas: [area], fill: '#00FF00', stopIfTrue: true };
  model.conditionalFormats = [
    { ...own, id: '{1}', type: 'CellValue', formula: '' },
    { ...own, id: '{2}', type: 'Custom', formula: '=$B1>6' },
  ];
  await host.apply(marked([0, '高于满分']));
  expect(model.conditionalFormats).toHaveLength(3);
  await host.apply(marked());
  expect(model.conditionalFormats.map(({ id }) => id)).toEqual(['{1}', '{2}']);
});

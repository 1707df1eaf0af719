import type { CellContent } from '../../../src/plan/cellContent';
import type { CellEdit } from '../../../src/plan/edits';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { dumpWorkbook } from '../../excel-host/dumpWorkbook';
import { PLAIN } from '../../excel-host/model/cell';
import type { CellFormat } from '../../excel-host/model/cell';
import { openExcel } from './support';

const SHEET = '附件1';

function edit(row: number, column: number, content: CellContent, like?: CellEdit['like']): CellEdit {
  return { sheet: SHEET, row, column, content, ...(like === undefined ? {} : { like }) };
}

const text = (value: string): CellContent => ({ kind: 'value', value });

function open(level?: Parameters<typeof openExcel>[1]) {
  const opened = openExcel([gridFromRows(SHEET, [['项目', 6], ['合计']])], level);
  const model = opened.sheet(SHEET);
  const set = (row: number, column: number, format: Partial<CellFormat>) =>
    model.setFormat(row, column, { ...PLAIN, ...format });
  return { ...opened, model, set };
}

/** Text that Excel takes for something else when it is typed. */
const TEMPTING = [
  '=1+1',
  '+cmd|calc',
  '-2+3',
  '@SUM(A1)',
  '8',
  '８分',
  '95%',
  '1,000',
  '1e3',
  '2023-1-1',
  '2023年',
  '3月1日',
  'TRUE',
  '#N/A',
  "'引号",
  "''",
  '=',
  ' 8 ',
  '总分',
  '折合目标考核得分',
  '第一行\n第二行',
];

describe('writing cells in Excel', () => {
  it.each(TEMPTING)('keeps %j as text, whatever the format of the cell', async (value) => {
    const { host, model, set } = open();
    set(3, 1, { numberFormat: '@' });
    await host.apply({ cells: [edit(3, 0, text(value)), edit(3, 1, text(value))], marks: [] });
    expect(model.content(3, 0)).toEqual({ value, formula: null });
    expect(model.content(3, 1)).toEqual({ value, formula: null });
    expect(model.format(3, 0)).toEqual(PLAIN);
    expect(model.format(3, 1).numberFormat).toBe('@');
  });

  it('writes numbers and live formulas into cells formatted as text, and undo makes them text again', async () => {
    const { host, book, model, set } = open();
    set(0, 2, { numberFormat: '@' });
    model.setContent(0, 2, { value: '8 ', formula: null });
    set(1, 1, { numberFormat: '@' });
    const before = dumpWorkbook(book);
    const { undo } = await host.apply({
      cells: [
        edit(0, 2, { kind: 'value', value: 8 }),
        edit(1, 1, { kind: 'formula', formula: 'SUM(B1:C1)', cached: 14 }),
      ],
      marks: [],
    });
    expect((await host.read()).grids[0]?.rows[0]?.cells[2]?.value).toBe(8);
    expect((await host.read()).grids[0]?.rows[1]?.cells[1]).toEqual({
      column: 1,
      value: 14,
      formula: 'SUM(B1:C1)',
    });
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it.each(['1.7', 'latest'] as const)(
    'gives an added row the look it is told to take, at ExcelApi %s',
    async (level) => {
      const { host, book, model, set } = open(level);
      const look = {
        fontName: '仿宋_GB2312',
        fontSize: 12,
        bold: true,
        wrap: true,
        horizontal: 'Center',
        fill: '#FFF2CC',
      };
      set(0, 1, { ...look, numberFormat: '0.00', locked: false });
      const thin = { style: 'Continuous', weight: 'Thin', color: '#000000' };
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight']) model.setLine(0, 1, side, thin);
      const before = dumpWorkbook(book);
      const like = { row: 0, column: 1 };
      const { undo, cells } = await host.apply({
        cells: [
          edit(4, 0, { kind: 'format' }, like),
          edit(4, 1, { kind: 'formula', formula: 'B1', cached: 6 }, like),
        ],
        marks: [],
      });
      expect(cells).toBe(2);
      expect(model.format(4, 0)).toEqual(model.format(0, 1));
      expect(model.format(4, 1)).toEqual(model.format(0, 1));
      for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'])
        expect(model.line(4, 1, side)).toEqual(thin);
      await undo();
      expect(dumpWorkbook(book)).toEqual(before);
    },
  );

  it.each([
    ['0', 'General'],
    ['0.0', 'General'],
    ['0.00%', 'General'],
    ['@', 'General'],
    ['0.00"分"', '0.00"分"'],
    ['#,##0.00', '#,##0.00'],
  ])('shows an added total below a column formatted %s as it is', async (format, expected) => {
    const { host, book, model, set } = open();
    set(0, 1, { numberFormat: format, bold: true });
    const before = dumpWorkbook(book);
    const total: CellContent = { kind: 'formula', formula: 'B1+84.05', cached: 90.05 };
    const { undo } = await host.apply({ cells: [edit(4, 1, total, { row: 0, column: 1 })], marks: [] });
    expect(model.format(4, 1)).toEqual({ ...PLAIN, numberFormat: expected, bold: true });
    expect((await host.read()).grids[0]?.rows.find(({ index }) => index === 4)?.cells[0]?.formula).toBe(
      'B1+84.05',
    );
    await undo();
    expect(dumpWorkbook(book)).toEqual(before);
  });

  it('writes a column of a thousand cells in one assignment', async () => {
    const { host, excel, model } = open();
    const assigned = jest.spyOn(excel.executor, 'execute');
    const cells = Array.from({ length: 1_000 }, (_, row) => edit(row + 5, 2, { kind: 'value', value: row }));
    await host.apply({ cells, marks: [] });
    const writes = assigned.mock.calls.flatMap(([body]) =>
      body.Actions.filter(({ ActionType }) => ActionType === 4),
    );
    expect(writes.map(({ Name }) => Name)).toEqual(['Formulas']);
    expect(model.content(1_004, 2)).toEqual({ value: 999, formula: null });
  });

  it('touches nothing that is as planned already', async () => {
    const { host, excel } = open();
    const plan = {
      cells: [
        edit(0, 1, { kind: 'value', value: 6 }),
        edit(1, 0, text('合计')),
        edit(3, 3, { kind: 'value', value: null }),
      ],
      marks: [{ sheet: SHEET, highlights: [], notes: [] }],
    } as const;
    expect(await host.apply(plan)).toMatchObject({ cells: 0, highlights: 0, notes: 0 });
    expect(excel.syncs).toBe(1);
  });

  it('leaves alone, in undo, a cell that the user edited since', async () => {
    const { host, model } = open();
    const { undo } = await host.apply({
      cells: [edit(5, 0, { kind: 'value', value: 1 }), edit(5, 1, { kind: 'value', value: 2 })],
      marks: [],
    });
    model.enter(5, 1, 7.5);
    await undo();
    expect(model.content(5, 0)).toBeNull();
    expect(model.content(5, 1)).toEqual({ value: 7.5, formula: null });
    await undo();
    expect(model.content(5, 1)).toEqual({ value: 7.5, formula: null });
  });
});

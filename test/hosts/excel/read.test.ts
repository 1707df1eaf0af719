import { layout } from '../../support/grid';
import { gridFromRows } from '../../../src/sheet/gridFromRows';
import { PLAIN } from '../../excel-host/model/cell';
import { openExcel } from './support';

const SCORES = gridFromRows(
  '附件1',
  [
    ['考核内容', '分值', '自查分'],
    ['基础工作', 6, '8分'],
    [null, 4, { formula: 'B2-B3', value: 2 }],
    [null, true, { error: '#N/A' }],
  ],
  { merges: ['A2:A4'], hiddenRows: [{ from: 2, to: 3 }], hiddenColumns: [{ from: 1, to: 1 }] },
);

describe('reading the open workbook', () => {
  it('gives every sheet as a file gives it, in one request', async () => {
    const hidden = gridFromRows('说明', [['填报说明']], { hidden: true });
    const { host, excel } = openExcel([SCORES, gridFromRows('空白', []), hidden]);
    const { fileName, grids } = await host.read();
    expect(fileName).toBe('考核.xlsx');
    expect(grids).toEqual([SCORES, gridFromRows('空白', []), hidden]);
    expect(excel.syncs).toBe(1);
  });

  it('cannot tell merges before ExcelApi 1.13 and single hidden rows before 1.9, and says so', async () => {
    const at10 = openExcel([SCORES], '1.10');
    const [grid10] = (await at10.host.read()).grids;
    expect(grid10).toEqual({ ...SCORES, merges: null });
    expect(at10.host.shortfalls).toEqual(['merges-unknown', 'words-as-comments', 'own-undo-only']);

    const at7 = openExcel([SCORES], '1.7');
    const [grid7] = (await at7.host.read()).grids;
    expect(grid7).toEqual({ ...SCORES, merges: null, hiddenRows: [], hiddenColumns: [] });
    expect(at7.host.shortfalls).toEqual([
      'merges-unknown',
      'hidden-rows-unknown',
      'no-input-rules',
      'no-page-setup',
      'no-words',
      'own-undo-only',
    ]);
    expect(openExcel([SCORES]).host.shortfalls).toEqual([]);
  });

  it('tells text that looks like a formula or an error from the real thing', async () => {
    const { host } = openExcel([gridFromRows('表', [['=1+1', '#REF!', { error: '#REF!' }]])]);
    const [grid] = (await host.read()).grids;
    expect(grid?.rows[0]?.cells.map(({ value, formula }) => [value, formula])).toEqual([
      ['=1+1', null],
      ['#REF!', null],
      [{ error: '#REF!' }, null],
    ]);
  });

  it('counts formatted but empty rows as used without loading them', async () => {
    const { host, book, sheet } = openExcel([SCORES]);
    const area = { top: 0, left: 0, bottom: 999_999, right: 25 };
    sheet('附件1').formattedAreas.push({ area, format: { ...PLAIN, fill: '#FFFFFF' } });
    const [grid] = (await host.read()).grids;
    expect(grid).toMatchObject({ rows: SCORES.rows, lastRow: 999_999, lastColumn: 25 });
    expect(book.cellsRead).toBeLessThan(100);
  });

  it('is not held up by a stray value in the last cell of the sheet', async () => {
    const { host, book, sheet } = openExcel([SCORES]);
    sheet('附件1').setContent(1_048_575, 16_383, { value: '误输入', formula: null });
    const [grid] = (await host.read()).grids;
    expect(grid?.rows.slice(0, 4)).toEqual(SCORES.rows);
    expect(book.cellsRead).toBeLessThan(100);
    sheet('附件1').setContent(19_000, 90, { value: '误输入', formula: null });
    const [again] = (await host.read()).grids;
    expect(again?.rows).toHaveLength(5);
    expect(book.cellsRead).toBeLessThan(200);
  });

  it('reads what lies beyond the first thousands of rows and dozens of columns too', async () => {
    const rows = Array.from({ length: 6_000 }, (_, row) => [row + 1, `说明${row}`]);
    const wide = [Array.from({ length: 60 }, (_, column) => `列${column}`)];
    const grids = [gridFromRows('长', rows), gridFromRows('宽', wide)];
    const { host } = openExcel(grids);
    expect((await host.read()).grids).toEqual(grids);
  });

  it('reads a workbook that is too large for one answer in pieces', async () => {
    const text = '未落实的每次扣1分。'.repeat(40);
    const grids = [1, 2, 3].map((number) =>
      gridFromRows(
        `附件${number}`,
        Array.from({ length: 1_500 }, (_, row) => [`${row}${text}`, row]),
      ),
    );
    const { host } = openExcel(grids);
    expect((await host.read()).grids).toEqual(grids);
  });

  it('reads more sheets than it asks for at first, in tab order', async () => {
    const grids = Array.from({ length: 40 }, (_, index) => gridFromRows(`单位${index}`, [[index]]));
    const { host, excel } = openExcel(grids);
    expect((await host.read()).grids).toEqual(grids);
    expect(excel.syncs).toBe(2);
  });

  it('keeps names that mean something to a program', async () => {
    const grids = ['__proto__', 'constructor', "it's, a sheet!"].map((name) => layout(name, [['甲', 1]]));
    const { host } = openExcel(grids);
    expect((await host.read()).grids).toEqual(grids);
  });

  it('leaves no reference behind in Excel', async () => {
    const { host, excel } = openExcel([SCORES]);
    await host.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.executor.heldReferences).toBe(0);
  });
});

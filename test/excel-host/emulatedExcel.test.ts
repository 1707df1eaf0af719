import { gridFromRows } from '../../src/sheet/gridFromRows';
import { dumpWorkbook } from './dumpWorkbook';
import { EmulatedExcel } from './emulatedExcel';
import { workbookFrom } from './loadWorkbook';
import { officeJs } from './node/officeJs';
import type { ExcelApiLevel } from './node/officeJs';

const GRID = gridFromRows(
  '评分表',
  [
    ['序号', '得分'],
    [1, 6],
    [2, { formula: 'SUM(B2,1)', value: 7 }],
  ],
  { merges: ['A2:A3'] },
);

function open(level: ExcelApiLevel = 'latest') {
  const book = workbookFrom({ fileName: '考核.xlsx', grids: [GRID] });
  const excel = new EmulatedExcel(book);
  const run = <T>(batch: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>) =>
    officeJs(excel, level).Excel.run((context) =>
      batch(context, context.workbook.worksheets.getItem('评分表')),
    );
  return { book, excel, run };
}

describe('the emulated Excel, asked by the real Office.js', () => {
  it('computes formulas when a value changes', async () => {
    const { run } = open();
    const values = await run(async (context, sheet) => {
      sheet.getRange('B2').values = [[2.5]];
      const range = sheet.getRange('A1').getUsedRangeOrNullObject();
      range.load('address');
      const score = sheet.getRange('B2:B3');
      score.load('values');
      await context.sync();
      return [range.address, ...score.values.flat()];
    });
    expect(values).toEqual(['评分表!A1', 2.5, 3.5]);
  });

  it('stops at an error and keeps what was done before it', async () => {
    const { book, run } = open();
    const failing = run(async (context, sheet) => {
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('B3').values = [[1, 2]];
      sheet.getRange('B4').values = [[1]];
      await context.sync();
    });
    await expect(failing).rejects.toMatchObject({ code: 'InvalidArgument' });
    expect(book.activeSheet.content(1, 1)).toEqual({ value: 1, formula: null });
    expect(book.activeSheet.content(3, 1)).toBeNull();
  });

  it('names a member that it does not know', async () => {
    const { run } = open();
    const asking = run(async (context, sheet) => {
      sheet.autoFilter.remove();
      await context.sync();
    });
    await expect(asking).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining('Worksheet.AutoFilter'),
    });
  });

  it('has only the members of its requirement sets', async () => {
    const { run } = open('1.9');
    const asking = run(async (context, sheet) => {
      sheet.comments.load('items/id');
      await context.sync();
    });
    await expect(asking).rejects.toMatchObject({ code: 'ApiNotFound' });
  });

  it('answers with null objects all along a chain', async () => {
    const { run } = open();
    const answers = await run(async (context) => {
      const missing = context.workbook.worksheets.getItemOrNullObject('没有');
      const below = missing.getRange('A1').getUsedRangeOrNullObject();
      below.load('values');
      missing.delete();
      await context.sync();
      return [missing.isNullObject, below.isNullObject];
    });
    expect(answers).toEqual([true, true]);
  });

  it('finds a merged area only from a range that holds its first cell', async () => {
    const { run } = open();
    const found = await run(async (context, sheet) => {
      const areas = ['A2:B2', 'A3:B3'].map((address) => sheet.getRange(address).getMergedAreasOrNullObject());
      for (const area of areas) area.load('address');
      await context.sync();
      return areas.map((area) => (area.isNullObject ? null : area.address));
    });
    expect(found).toEqual(['评分表!A2:A3', null]);
  });

  it('refuses to write locked cells of a protected sheet, and lets only the password lift it', async () => {
    const { book, run } = open();
    book.activeSheet.protection = { password: 'geheim', options: {} };
    const write = (password?: string) =>
      run(async (context, sheet) => {
        if (password !== undefined) sheet.protection.unprotect(password);
        sheet.getRange('B2').values = [[1]];
        await context.sync();
      });
    await expect(write()).rejects.toMatchObject({ code: 'AccessDenied' });
    await expect(write('falsch')).rejects.toMatchObject({ code: 'AccessDenied' });
    await write('geheim');
    expect(book.activeSheet.content(1, 1)?.value).toBe(1);
  });

  it('refuses requests while a cell is being edited, unless they may wait', async () => {
    const { excel, run } = open();
    excel.beginCellEdit();
    const asking = run(async (context, sheet) => {
      sheet.load('name');
      await context.sync();
    });
    await expect(asking).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  });

  it.each([
    ['8', '', 8],
    ['8', '@', '8'],
    ["'8", '', '8'],
    ['95%', '', 0.95],
    ['TRUE', '', true],
    ['2023-1-1', '', 44927],
    ['+cmd', '', '#NAME?'],
    ['=B2*2', '', 12],
    ['=B2*2', '@', '=B2*2'],
    ['=IF(COUNT(B2:B3)=0,"",ROUND(SUM(B2:B3)/3,2))', '', 4.33],
    ['=SUMIF(B2:B3,"<7")+MIN(B2,3)', '', 9],
    ['=B2/0', '', '#DIV/0!'],
    ['#N/A', '', '#N/A'],
    ['总分', '', '总分'],
  ])('takes %j in a cell of format %j for %j', async (input, numberFormat, expected) => {
    const { run } = open();
    const value = await run(async (context, sheet) => {
      const cell = sheet.getRange('D9');
      if (numberFormat !== '') cell.numberFormat = [[numberFormat]];
      cell.formulas = [[input]];
      const answer = sheet.getRange('D9');
      answer.load('values');
      await context.sync();
      return answer.values[0]?.[0] as unknown;
    });
    expect(value).toEqual(expected);
  });

  it('gives a new conditional format the first priority', async () => {
    const { book, run } = open();
    await run(async (context, sheet) => {
      for (const formula of ['=TRUE', '=FALSE']) {
        const { custom } = sheet.getRange('B2').conditionalFormats.add('Custom');
        custom.rule.formula = formula;
        custom.format.fill.color = '#ff0000';
      }
      await context.sync();
    });
    expect(dumpWorkbook(book)).toMatchObject([{ highlights: [{ formula: '=FALSE' }, { formula: '=TRUE' }] }]);
  });
});

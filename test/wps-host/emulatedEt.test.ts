import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import { workbookFrom } from '../excel-host/loadWorkbook';
import { ASSUMED } from './assumed';
import { EmulatedEt } from './emulatedEt';
import { CURRENT } from './quirks';
import type { EtQuirks } from './quirks';

/* eslint-disable @typescript-eslint/no-explicit-any -- the emulator is looked at as a script in WPS sees it */

const GRID = gridFromRows(
  '评分表',
  [
    ['序号', '得分'],
    [1, 6],
    [2, { formula: 'SUM(B2,1)', value: 7 }],
    [null, { error: '#DIV/0!' }],
  ],
  { merges: ['A3:A4'] },
);

function open(quirks: Partial<EtQuirks> = {}) {
  const book = workbookFrom({ fileName: '考核.xlsx', grids: [GRID] });
  const et = new EmulatedEt(book, { ...CURRENT, ...quirks });
  const sheet = (et.app as any).ActiveWorkbook.Sheets.Item(1);
  return { book, et, app: et.app as any, sheet };
}

describe('the emulated ET', () => {
  it('gives nested arrays for several cells, a scalar for one, null for nothing and numbers for errors', () => {
    const { sheet } = open();
    expect(sheet.Range('A1:B4').Value2).toEqual([
      ['序号', '得分'],
      [1, 6],
      [2, 7],
      [null, -2146826281],
    ]);
    expect(sheet.Range('B2').Value2).toBe(6);
    expect(sheet.Range('C9').Value2).toBeNull();
  });

  it.each([
    ['flat', [1, 6], [6, 7]],
    ['none', undefined, undefined],
  ] as const)('acts out builds with arrays: %s', (arrays, row, column) => {
    const { sheet } = open({ arrays });
    expect(sheet.Range('A2:B2').Value2).toEqual(row);
    expect(sheet.Range('B2:B3').Value2).toEqual(column);
  });

  it('takes arrays of the range’s own shape only, and computes', () => {
    const { sheet } = open();
    sheet.Range('B2').Value2 = 2.5;
    expect(sheet.Range('B3').Value2).toBe(3.5);
    expect(() => {
      sheet.Range('B2:B3').Value2 = [[1, 2]];
    }).toThrow('shape');
  });

  it('says null where cells disagree', () => {
    const { sheet } = open();
    expect(sheet.Range('A1:A4').MergeCells).toBeNull();
    expect(sheet.Range('A3:A4').MergeCells).toBe(true);
    expect(sheet.Range('B1:B4').MergeCells).toBe(false);
    expect(sheet.Range('A4').MergeArea.Address(false, false)).toBe('A3:A4');
    expect(sheet.Range('A4').Address()).toBe('$A$4');
  });

  it('counts each property and each method as a hop', () => {
    const { et, sheet } = open();
    et.hops = 0;
    void sheet.Range('A1').Interior.Color;
    expect(et.hops).toBe(3);
  });

  it('names a member that it does not know', () => {
    const { et, sheet, app } = open();
    expect(() => sheet.FreezePanes).toThrow('Worksheet.FreezePanes');
    expect(() => app.Enum).toThrow('Application.Enum');
    expect(() => {
      sheet.Range('A1').Value = 1;
    }).toThrow('Range.Value');
    expect(et.unknown).toEqual(['Worksheet.FreezePanes', 'Application.Enum', 'Range.Value']);
  });

  it('adds no second comment to a cell', () => {
    const { sheet } = open();
    const cell = sheet.Range('B2');
    expect(cell.Comment).toBeNull();
    cell.AddComment('一');
    expect(() => cell.AddComment('二')).toThrow();
    expect(cell.Comment.Text()).toBe('一');
  });

  it('asks before it deletes a sheet, unless told not to; a new sheet comes before the active one', () => {
    const { et, app, book } = open();
    app.ActiveWorkbook.Sheets.Add();
    expect(book.sheets.map(({ name }) => name)).toEqual(['Sheet2', '评分表']);
    app.ActiveWorkbook.Sheets.Item('Sheet2').Delete();
    expect([book.sheets.length, et.asked]).toEqual([2, ['delete sheet']]);
    app.DisplayAlerts = false;
    app.ActiveWorkbook.Sheets.Item('Sheet2').Delete();
    expect(book.sheets).toHaveLength(1);
  });

  it('tells of a script’s own writes too', () => {
    const { app, sheet } = open();
    const heard: unknown[] = [];
    app.ApiEvent.AddApiEventListener('SheetChange', (where: any, what: any) =>
      heard.push([where.Name, what.Address(false, false)]),
    );
    sheet.Range('B2').Value2 = 1;
    expect(heard).toEqual([['评分表', 'B2']]);
  });

  it('lets a test have writes fail without a word, or with one', () => {
    const { et, sheet } = open();
    et.beforeWrite = (member) => member !== 'Range.Value2';
    sheet.Range('B2').Value2 = 1;
    expect(sheet.Range('B2').Value2).toBe(6);
  });

  it('has a build without what was not seen: reading gives undefined, setting does nothing', () => {
    const { sheet } = open({ absent: new Set(['Range.NumberFormat']) });
    const cell = sheet.Range('B2');
    cell.NumberFormat = '0.00';
    expect(cell.NumberFormat).toBeUndefined();
  });
});

it('what is assumed is listed once, in order, and the handbook lists the same', () => {
  expect([...new Set(ASSUMED)].sort()).toEqual(ASSUMED);
  const handbook = readFileSync(join(__dirname, '..', '..', 'docs', 'wps.md'), 'utf8');
  const [, section = ''] = handbook.split('## 用到而没有人证实过的成员');
  // The first member named there is the one that the program cannot do without.
  const listed = section.slice(section.indexOf('\n\n`')).match(/`[^`]+`/g) ?? [];
  expect(listed.map((name) => name.slice(1, -1))).toEqual(ASSUMED);
});

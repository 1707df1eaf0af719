import { utils, write } from '@e965/xlsx';
import type { BookType } from '@e965/xlsx';
import { buildPackage, workbookParts } from '../../support/package';
import {
  applied,
  cellOf,
  danglingLinks,
  formula,
  marks,
  open,
  planOf,
  put,
  textOf,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from './patchSupport';

const csv = new TextEncoder().encode('考核内容,分值,自查分\n"组织领导\n有方案",6,7\n=1+1,8,8\n');

function legacy(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['考核内容', '分值', '自查分'],
    ['组织领导', 6, 7],
    ['队伍建设', true, '  8 '],
  ]);
  sheet['C4'] = { t: 'n', f: 'SUM(B2:B2)', v: 6 };
  sheet['!ref'] = 'A1:C4';
  sheet['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 2, c: 0 } }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '附件1');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '说明');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

const plan = planOf(
  [put('附件1', 'A6', '总分'), formula('附件1', 'C6', 'SUM(C2:C2)', 7)],
  marks('附件1', { C2: ['error', '超过分值'] }),
);

describe.each([
  ['.xls', legacy('biff8')],
  ['.et', legacy('biff8')],
  ['.ods', legacy('ods')],
])('a %s file', (extension, bytes) => {
  test('is saved as an .xlsx with all its sheets, values, formulas and merges', async () => {
    const host = await open(bytes, `附件1${extension}`);
    expect(host.extension).toBe(extension);
    const read = await host.read();
    const again = await (await open(host.save())).read();
    expect(again.grids.map(({ name }) => name)).toEqual(['附件1', '说明']);
    expect(again.grids.map(({ rows, merges }) => ({ rows, merges }))).toEqual(
      read.grids.map(({ rows, merges }) => ({ rows, merges })),
    );
    expect(danglingLinks(host.save())).toEqual([]);
  });

  test('is written to like any other, and undone', async () => {
    const host = await open(bytes, `附件1${extension}`);
    const before = host.save();
    const { undo } = await host.apply(plan);
    expect(await cellOf(host.save(), '附件1', 'C6')).toEqual({ value: 7, formula: 'SUM(C2:C2)' });
    expect(textOf(host.save(), 'xl/comments1.xml')).toContain('超过分值');
    expect(await applied(host.save(), plan)).toEqual(host.save());
    await undo();
    expect(host.save()).toBe(before);
  });
});

test('a .csv file becomes a workbook in which text stays text', async () => {
  const host = await open(csv, '附件1.csv');
  expect(host.extension).toBe('.csv');
  await host.apply(plan);
  expect(await cellOf(host.save(), '附件1', 'A3')).toEqual({ value: '=1+1', formula: null });
  expect(await cellOf(host.save(), '附件1', 'A2')).toEqual({ value: '组织领导\n有方案', formula: null });
  expect(textOf(host.save(), 'xl/worksheets/sheet1.xml')).toContain('<cols>');
});

test('sheet names that an .xlsx cannot carry are made fit, and the host reads them so', async () => {
  const host = await open(csv, "a:b*c[1]'.csv");
  const [grid] = (await host.read()).grids;
  expect(grid?.name).toBe('a_b_c_1_');
  await host.apply(planOf([put('a_b_c_1_', 'A9', 1)]));
  expect((await host.read()).grids[0]?.name).toBe('a_b_c_1_');
});

withOpenpyxl('openpyxl opens what is made of an old file', async () => {
  const host = await open(legacy('biff8'), '附件1.xls');
  await host.apply(plan);
  const { seen } = throughOpenpyxl(host.save());
  expect(seen['附件1']?.cells['A1']?.value).toBe('考核内容');
  expect(seen['附件1']?.cells['C2']).toEqual({
    value: 7,
    note: expect.stringContaining('超过分值') as string,
  });
});

withLibreOffice(
  'LibreOffice opens it and computes the same totals',
  async () => {
    const host = await open(legacy('biff8'), '附件1.xls');
    await host.apply(plan);
    const saved = throughLibreOffice(host.save());
    expect(await cellOf(saved, '附件1', 'C6')).toEqual({ value: 7, formula: 'SUM(C2:C2)' });
    expect((await cellOf(saved, '附件1', 'C4')).value).toBe(6);
  },
  120_000,
);

test('a template is saved as a workbook, a macro workbook under any name as what it is', async () => {
  const parts = workbookParts({ sheets: [{ name: '附件1', rows: [[1]] }] });
  const types = parts['[Content_Types].xml'] as string;
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const named = (type: string) =>
    buildPackage({ ...parts, '[Content_Types].xml': types.replace(main, type) });
  const template = await open(named(main.replace('sheet.main', 'template.main')), '附件1.xlsx');
  expect(template.extension).toBe('.xltx');
  expect(textOf(template.save(), '[Content_Types].xml')).toBe(types);
  const macros = await open(named('application/vnd.ms-excel.sheet.macroEnabled.main+xml'), '附件1.xlsx');
  expect(macros.extension).toBe('.xlsm');
});

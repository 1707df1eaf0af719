import { nativeCodec } from '../../../src/cli/nativeCodec';
import { newBook, newBookAside } from '../../../src/hosts/file/patch/newBook';
import { SHEET_ORDER } from '../../../src/hosts/file/patch/sheetOrder';
import type { SheetContent } from '../../../src/plan/sheetContent';
import type { EditPlan } from '../../../src/plan/edits';
import { richParts } from '../../fixtures/rich/richParts';
import { HOSTILE, PLAIN_SHEET, SUMMARY } from '../contract/sheetContract';
import { buildPackage, buildWorkbook } from '../../support/package';
import { SheetInspector, tags } from '../../support/sheetInspector';
import {
  applied,
  cellOf,
  changedParts,
  childNames,
  danglingLinks,
  marks,
  open,
  partsOf,
  textOf,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from './patchSupport';

const planOf = (...sheets: readonly SheetContent[]): EditPlan => ({ cells: [], marks: [], sheets });
const second: SheetContent = { ...SUMMARY, name: '问题清单' };
const book = buildWorkbook({ sheets: [{ name: '附件1', rows: [['考核', 1]] }] });
const rich = buildPackage(richParts());

describe('whole sheets in a package', () => {
  test('every part that is not theirs stays byte for byte', async () => {
    const after = await applied(book, planOf(SUMMARY, PLAIN_SHEET));
    expect(changedParts(book, after)).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/charts/chart1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet2.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(danglingLinks(after)).toEqual([]);
    const names = childNames(textOf(after, 'xl/worksheets/sheet2.xml'));
    expect(names).toEqual([...names].sort((a, b) => SHEET_ORDER.indexOf(a) - SHEET_ORDER.indexOf(b)));
  });

  test('the same plan again gives the very same bytes, also after charts have come and gone', async () => {
    const plain: SheetContent = { ...SUMMARY, charts: [] };
    let bytes = await applied(book, planOf(plain, second));
    for (const plan of [
      planOf(SUMMARY, second),
      planOf(SUMMARY, { ...second, charts: [] }),
      planOf(second),
    ]) {
      bytes = await applied(bytes, plan);
      expect(await applied(bytes, plan)).toBe(bytes);
      expect(danglingLinks(bytes)).toEqual([]);
    }
  });

  test('equal looks share one cell format, and formats that stand already are used again', async () => {
    const once = await applied(book, planOf(SUMMARY));
    const twice = await applied(once, planOf(second));
    expect(textOf(twice, 'xl/styles.xml')).toBe(textOf(once, 'xl/styles.xml'));
    const styles = textOf(once, 'xl/styles.xml');
    for (const list of ['fonts', 'fills', 'borders', 'cellXfs']) {
      const [found] = tags(styles, list);
      const item = list === 'cellXfs' ? 'xf' : list.slice(0, -1);
      expect(Number(found!.attributes['count'])).toBe(tags(found!.inner, item).length);
    }
  });

  test('text that begins like a formula stays text when somebody enters it again', async () => {
    const look = new SheetInspector(await applied(book, planOf(SUMMARY)));
    for (const [index, value] of HOSTILE.entries())
      expect([value, look.look('考核汇总', `A${index + 7}`).quoted]).toEqual([value, /^[=+\-@]/.test(value)]);
  });

  test("a replaced sheet's notes, drawings and tables go, what others share stays", async () => {
    const before = await open(rich);
    const names = (await before.read()).grids.map(({ name }) => name);
    const plan = planOf({ ...SUMMARY, name: names[0]! });
    const after = await applied(rich, plan);
    expect(danglingLinks(after)).toEqual([]);
    const gone = [...partsOf(rich).keys()].filter((part) => !partsOf(after).has(part));
    expect(gone).toEqual(
      expect.arrayContaining(['xl/comments1.xml', 'xl/tables/table1.xml', 'xl/calcChain.xml']),
    );
    expect(partsOf(after).has('xl/vbaProject.bin')).toBe(true);
    expect((await (await open(after)).read()).grids.map(({ name }) => name)).toEqual(names);
    expect(await applied(after, plan)).toBe(after);
    // Names of the old content go with it; the users' own and other sheets' stay.
    const printNames = tags(textOf(after, 'xl/workbook.xml'), 'definedName').filter(
      ({ attributes }) => attributes['localSheetId'] === '0' && attributes['name']?.startsWith('_xlnm.'),
    );
    expect(printNames.map(({ attributes }) => attributes['name'])).toEqual(['_xlnm.Print_Titles']);
  });

  test('a picture that two sheets show outlives one of them', async () => {
    const drawing = (n: number) => ({
      [`xl/worksheets/_rels/sheet${n}.xml.rels`]: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing${n}.xml"/></Relationships>`,
      [`xl/drawings/drawing${n}.xml`]:
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      [`xl/drawings/_rels/drawing${n}.xml.rels`]:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.png"/></Relationships>',
    });
    const bytes = buildWorkbook({
      sheets: [{ name: 'A' }, { name: 'B' }],
      parts: { ...drawing(1), ...drawing(2), 'xl/media/image1.png': new Uint8Array([1]) },
    });
    const one = await applied(bytes, planOf({ ...PLAIN_SHEET, name: 'A' }));
    expect(partsOf(one).has('xl/drawings/drawing1.xml')).toBe(false);
    expect(partsOf(one).has('xl/media/image1.png')).toBe(true);
    const both = await applied(one, planOf({ ...PLAIN_SHEET, name: 'B' }));
    expect(partsOf(both).has('xl/media/image1.png')).toBe(false);
  });

  test('a workbook of prefixed parts takes them too', async () => {
    const parts = richParts();
    const prefixed = (xml: string) =>
      xml
        .replace(/<(\/?)(?=[a-zA-Z])(?![\w]+:)/g, '<$1x:')
        .replace(
          / xmlns="http:\/\/schemas.openxmlformats.org\/spreadsheetml/,
          ' xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
        );
    const bytes = buildPackage({
      ...parts,
      'xl/workbook.xml': prefixed(parts['xl/workbook.xml'] as string),
      'xl/styles.xml': prefixed(parts['xl/styles.xml'] as string),
    });
    const after = await applied(bytes, planOf(SUMMARY));
    expect(await cellOf(after, '考核汇总', 'B5')).toEqual({ value: 185.5, formula: 'SUM(B3:B4)' });
    expect(textOf(after, 'xl/workbook.xml')).toMatch(/<x:sheet [^>]*name="考核汇总"/);
    expect(textOf(after, 'xl/styles.xml')).not.toMatch(/<(font|fill|xf)\b/);
    expect(await applied(after, planOf(SUMMARY))).toBe(after);
  });

  test('a strict workbook gets strict parts', async () => {
    const strict = (xml: string) =>
      xml
        .split('http://schemas.openxmlformats.org/officeDocument/2006/relationships')
        .join('http://purl.oclc.org/ooxml/officeDocument/relationships')
        .split('http://schemas.openxmlformats.org/spreadsheetml/2006/main')
        .join('http://purl.oclc.org/ooxml/spreadsheetml/main');
    const parts = [...partsOf(book)].map(
      ([name, bytes]) => [name, strict(new TextDecoder().decode(bytes))] as const,
    );
    const after = await applied(buildPackage(parts), planOf(SUMMARY));
    for (const [name, part] of partsOf(after))
      expect([
        name,
        /schemas\.openxmlformats\.org\/(?!package)/.test(new TextDecoder().decode(part)),
      ]).toEqual([name, false]);
  });

  test('a chart sheet of that name is not written over', async () => {
    const parts = [...partsOf(book)].map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      if (name === 'xl/workbook.xml')
        return [
          name,
          text.replace('</sheets>', '<sheet name="考核汇总" sheetId="9" r:id="rId9"/></sheets>'),
        ] as const;
      if (name === 'xl/_rels/workbook.xml.rels')
        return [
          name,
          text.replace(
            '</Relationships>',
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
          ),
        ] as const;
      return [name, text] as const;
    });
    const bytes = buildPackage([...parts, ['xl/chartsheets/sheet1.xml', '<chartsheet/>']]);
    await expect(applied(bytes, planOf(SUMMARY))).rejects.toMatchObject({
      code: 'write-failed',
      params: { reason: 'not-a-worksheet' },
    });
    // Places among all tabs count for names that belong to a sheet.
    const other = await applied(bytes, planOf({ ...SUMMARY, name: '新表' }));
    const [name] = tags(textOf(other, 'xl/workbook.xml'), 'definedName');
    expect(name).toEqual({
      attributes: { name: '_xlnm.Print_Titles', localSheetId: '2' },
      inner: "'新表'!$1:$2",
    });
  });

  test('marks and cells of the plan go into the new sheet', async () => {
    const plan = { ...planOf(PLAIN_SHEET), marks: [marks(PLAIN_SHEET.name, { C3: ['error', '看这里'] })] };
    const after = await applied(book, plan);
    expect(danglingLinks(after)).toEqual([]);
    expect(textOf(after, 'xl/comments1.xml')).toContain('看这里');
  });
});

describe('a new workbook', () => {
  const bytes = newBook([SUMMARY, PLAIN_SHEET]);

  test('holds the sheets and nothing else, the first open, the same bytes each time', async () => {
    const grids = (await (await open(bytes)).read()).grids;
    expect(grids.map(({ name }) => name)).toEqual(['考核汇总', "问题's 清单"]);
    expect(danglingLinks(bytes)).toEqual([]);
    expect(newBook([SUMMARY, PLAIN_SHEET])).toEqual(bytes);
    expect(textOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('tabSelected="1"');
    expect(textOf(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('tabSelected');
  });

  test('may be long, its cells in any order: all stand where they belong, however it is deflated', async () => {
    const ROWS = 4000;
    const cells = Array.from({ length: ROWS }, (_, row): SheetContent['cells'] => [
      { row, column: 2, content: { kind: 'value', value: `第${row}行😀` }, look: {} },
      { row, column: 0, content: { kind: 'value', value: row }, look: {} },
    ]);
    const links = Array.from({ length: ROWS }, (_, row): SheetContent['links'][number] => ({
      row,
      column: 2,
      to: { kind: 'file', path: `收回/${row} & "甲".xlsx` },
    }));
    // A row of its own height that has no cell.
    const heights = new Map([[ROWS + 5, 40]]);
    const long: SheetContent = { ...PLAIN_SHEET, merges: [], cells: cells.reverse().flat(), links, heights };
    const aside = await newBookAside([long], nativeCodec);
    expect(changedParts(aside, newBook([long]))).toEqual([]);
    const [grid] = (await (await open(aside)).read()).grids;
    expect(grid!.rows.map(({ index, cells: own }) => [index, ...own.map(({ value }) => value)])).toEqual([
      ...Array.from({ length: ROWS }, (_, row) => [row, row, `第${row}行😀`]),
    ]);
    const xml = textOf(aside, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(`<row r="${ROWS + 6}" ht="40" customHeight="1"></row></sheetData>`);
    expect(xml.match(/<hyperlink /g)).toHaveLength(ROWS);
    expect(textOf(aside, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      '收回/3999%20&amp;%20%22甲%22.xlsx"',
    );
  });

  withOpenpyxl('openpyxl reads it whole and saves it again', () => {
    const { seen, saved } = throughOpenpyxl(bytes);
    // openpyxl leaves the escapes of such names as they are written.
    for (const [index, value] of HOSTILE.entries())
      if (value !== '_x0041_') expect(seen['考核汇总']!.cells[`A${index + 7}`]!.value).toBe(value);
    const look = new SheetInspector(saved);
    expect(look.rules('考核汇总').map(({ attributes }) => attributes['type'])).toEqual([
      'list',
      'decimal',
      'custom',
    ]);
    expect(
      look
        .relationships(look.path('考核汇总'))
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['drawing', 'hyperlink']);
    expect(tags(look.sheet('考核汇总'), 'sheetProtection')[0]!.attributes['sheet']).toBe('1');
  });

  withLibreOffice(
    'LibreOffice computes the same, keeps rules, protection, chart, links and repeated rows',
    async () => {
      const saved = throughLibreOffice(bytes);
      expect((await cellOf(saved, '考核汇总', 'B5')).value).toBe(185.5);
      expect((await cellOf(saved, '考核汇总', 'C5')).value).toBe('是');
      for (const [index, value] of HOSTILE.entries())
        expect(await cellOf(saved, '考核汇总', `A${index + 7}`)).toEqual({ value, formula: null });
      const look = new SheetInspector(saved);
      expect(look.rules('考核汇总').map(({ attributes }) => attributes['type'])).toEqual(
        expect.arrayContaining(['list', 'decimal', 'custom']),
      );
      const kinds = look.relationships(look.path('考核汇总')).map(({ kind }) => kind);
      expect(kinds).toEqual(expect.arrayContaining(['drawing', 'hyperlink']));
      const file = look.relationships(look.path('考核汇总')).find(({ kind }) => kind === 'hyperlink')!.target;
      expect(decodeURIComponent(file)).toContain('材料 2023/附件1-新碶街道 #1 100%.xlsx');
      expect(tags(look.sheet('考核汇总'), 'sheetProtection')[0]!.attributes['sheet']).toBe('true');
      expect(look.text('xl/workbook.xml')).toMatch(/Print_Titles"[^>]*>[^<]*\$1:\$2</);
      expect(look.look('考核汇总', 'B3').unlocked).toBe(true);
      expect(look.look('考核汇总', 'A3').unlocked).toBe(false);
    },
    120_000,
  );
});

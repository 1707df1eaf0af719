import { buildPackage, buildWorkbook, workbookParts } from '../../support/package';
import {
  applied,
  cellOf,
  changedParts,
  danglingLinks,
  edit,
  formula,
  open,
  planOf,
  put,
  textOf,
} from './patchSupport';
import type { CellEdit } from '../../../src/plan/edits';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const SHEET = 'xl/worksheets/sheet1.xml';

function sheet(data: string, around: { before?: string; after?: string } = {}): string {
  return `<worksheet xmlns="${MAIN}">${around.before ?? ''}<sheetData>${data}</sheetData>${around.after ?? ''}</worksheet>`;
}

function book(xml: string, parts = {}): Uint8Array {
  return buildWorkbook({ sheets: [{ name: 'S', xml }], parts });
}

/** The sheet's XML after these edits. */
async function sheetAfter(xml: string, ...cells: CellEdit[]): Promise<string> {
  return textOf(await applied(book(xml), planOf(cells)), SHEET);
}

/** The content of `sheetData` after these edits of it. */
async function dataAfter(data: string, ...cells: CellEdit[]): Promise<string> {
  const xml = await sheetAfter(sheet(data), ...cells);
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? xml;
}

describe('the look of a figure that is computed in an added row', () => {
  const styles = (xfs: string, formats = '') =>
    `<styleSheet xmlns="${MAIN}">${formats}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
    `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="9">${xfs}</cellXfs></styleSheet>`;
  const look = '<xf numFmtId="0" fontId="0"/>';
  const total: CellEdit = { ...formula('S', 'A2', 'SUM(A1)', 90.05), like: { row: 0, column: 0 } };
  const filled = async (xf: string, formats = '') => {
    const before = buildWorkbook({
      sheets: [{ name: 'S', xml: sheet('<row r="1"><c r="A1" s="1"><v>90.05</v></c></row>') }],
      parts: { 'xl/styles.xml': styles(look + xf, formats) },
    });
    const once = await applied(before, planOf([total]));
    expect(await applied(once, planOf([total]))).toEqual(once);
    const style = /r="A2" s="(\d)"/.exec(textOf(once, SHEET))?.[1];
    return { style, xfs: /<cellXfs.*<\/cellXfs>/.exec(textOf(once, 'xl/styles.xml'))?.[0] };
  };

  test.each([
    ['whole numbers', '<xf numFmtId="1" fontId="0" applyBorder="1"/>', ''],
    ['text', '<xf numFmtId="49" fontId="0" applyBorder="1"/>', ''],
    [
      'one decimal',
      '<xf numFmtId="176" fontId="0" applyBorder="1"/>',
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.0"/></numFmts>',
    ],
  ])(
    'a column of %s gives all but its number format, which would hide what the sum is',
    async (_, xf, formats) => {
      const { style, xfs } = await filled(xf, formats);
      expect(style).toBe('2');
      expect(xfs).toBe(
        `<cellXfs count="3">${look}${xf}<xf numFmtId="0" fontId="0" applyBorder="1"/></cellXfs>`,
      );
    },
  );

  test.each([
    ['<xf numFmtId="2" fontId="0"/>', ''],
    ['<xf numFmtId="0" fontId="0" applyBorder="1"/>', ''],
    [
      '<xf numFmtId="176" fontId="0"/>',
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="0.00&quot;分&quot;"/></numFmts>',
    ],
  ])('a format that shows two decimals is kept: %s', async (xf, formats) => {
    const { style, xfs } = await filled(xf, formats);
    expect(style).toBe('1');
    expect(xfs).toBe(`<cellXfs count="9">${look}${xf}</cellXfs>`);
  });
});

describe('where a cell goes', () => {
  test('into an existing cell, whose style stays', async () => {
    expect(await dataAfter('<row r="1"><c r="A1" s="2"><v>1</v></c></row>', put('S', 'A1', 7.5))).toBe(
      '<row r="1"><c r="A1" s="2"><v>7.5</v></c></row>',
    );
  });

  test('between cells, before the first further right', async () => {
    expect(
      await dataAfter(
        '<row r="1"><c r="A1"/><c r="D1"/></row>',
        put('S', 'C1', 2),
        put('S', 'B1', 1),
        put('S', 'E1', 3),
      ),
    ).toBe(
      '<row r="1"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c><c r="D1"/><c r="E1"><v>3</v></c></row>',
    );
  });

  test('into new rows before, between and behind the others, whose heights stay', async () => {
    expect(
      await dataAfter(
        '<row r="2" ht="30" customHeight="1" hidden="1"/><row r="5"/>',
        put('S', 'A9', 4),
        put('S', 'A1', 1),
        put('S', 'A3', 2),
        put('S', 'B3', 3),
      ),
    ).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="30" customHeight="1" hidden="1"/>' +
        '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c></row><row r="5"/><row r="9"><c r="A9"><v>4</v></c></row>',
    );
  });

  test('into rows and cells that carry no reference', async () => {
    expect(
      await dataAfter(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row><c/></row>',
        put('S', 'B1', 9),
        put('S', 'C2', 8),
      ),
    ).toBe('<row><c><v>1</v></c><c r="B1"><v>9</v></c></row><row><c/><c r="C2"><v>8</v></c></row>');
  });

  test('into an empty row and an empty sheet', async () => {
    expect(await dataAfter('<row r="1" spans="1:2"/>', put('S', 'D1', 1))).toBe(
      '<row r="1" spans="1:4"><c r="D1"><v>1</v></c></row>',
    );
    expect(await sheetAfter(`<worksheet xmlns="${MAIN}"><sheetData /></worksheet>`, put('S', 'B2', 1))).toBe(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData></worksheet>`,
    );
    expect(await sheetAfter(`<worksheet xmlns="${MAIN}"><pageMargins/></worksheet>`, put('S', 'A1', 1))).toBe(
      `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><pageMargins/></worksheet>`,
    );
  });

  test('with the prefix and the namespace that the sheet uses', async () => {
    const xml = `<s:worksheet xmlns:s="${STRICT}"><s:sheetData><s:row r="1"><s:c r="A1"/></s:row></s:sheetData></s:worksheet>`;
    expect(await sheetAfter(xml, put('S', 'A1', '文字'), formula('S', 'B2', 'A1', '文字'))).toBe(
      `<s:worksheet xmlns:s="${STRICT}"><s:sheetData><s:row r="1"><s:c r="A1" t="inlineStr"><s:is><s:t xml:space="preserve">文字</s:t></s:is></s:c></s:row>` +
        '<s:row r="2"><s:c r="B2" t="str"><s:f>A1</s:f><s:v>文字</s:v></s:c></s:row></s:sheetData></s:worksheet>',
    );
  });

  test('with blanks, comments, odd quotes and CDATA around it left as they are', async () => {
    const data = `\n  <!-- <row r="1"> --><row r='1'\n spans='1:1'>\n <c r='A1' t='inlineStr'><is><t><![CDATA[</sheetData>]]></t></is></c>\n </row >\n`;
    const xml = sheet(data);
    expect(await sheetAfter(xml, put('S', 'B1', 1))).toBe(
      xml.replace("spans='1:1'", "spans='1:2'").replace('\n </row >', '\n <c r="B1"><v>1</v></c></row >'),
    );
  });

  test('at the last cell of the largest sheet', async () => {
    const xml = await sheetAfter(sheet('', { before: '<dimension ref="A1"/>' }), put('S', 'XFD1048576', 1));
    expect(xml).toContain('<dimension ref="A1:XFD1048576"/>');
    expect(xml).toContain('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
  });
});

describe('what is written', () => {
  test.each([
    '=1+1',
    '+8613',
    '-5',
    '@SUM(A1)',
    '\tx',
    ' 前后有空格 ',
    '换\n行',
    '<&>"\'',
    '_x0041_',
    '\u0000\u001f',
    '\r\n',
    '😀',
    '\ud800',
    '',
  ])('text %j comes back as the same text and never as a formula', async (value) => {
    const after = await applied(book(sheet('')), planOf([put('S', 'A1', value)]));
    expect(textOf(after, SHEET)).not.toContain('<f>');
    const shown = await cellOf(after, 'S', 'A1');
    expect(shown.formula).toBeNull();
    expect(shown.value ?? '').toBe(value);
  });

  test.each([0, -0.25, 1e21, 1e-7, 123456789.12])(
    'number %d comes back as the same number',
    async (value) => {
      const after = await applied(book(sheet('')), planOf([put('S', 'A1', value)]));
      expect(await cellOf(after, 'S', 'A1')).toEqual({ value, formula: null });
    },
  );

  test('formulas are escaped and carry their value', async () => {
    const after = await applied(
      book(sheet('')),
      planOf([formula('S', 'A1', 'IF(B1<>"",B1&"分","")', '8分')]),
    );
    expect(textOf(after, SHEET)).toContain(
      '<c r="A1" t="str"><f>IF(B1&lt;&gt;"",B1&amp;"分","")</f><v>8分</v></c>',
    );
    expect(await cellOf(after, 'S', 'A1')).toEqual({ value: '8分', formula: 'IF(B1<>"",B1&"分","")' });
  });

  test('null empties a cell and keeps its look', async () => {
    expect(
      await dataAfter(
        '<row r="1"><c r="A1" s="1" t="str"><v>x</v></c></row>',
        put('S', 'A1', null),
        put('S', 'B1', null),
      ),
    ).toBe('<row r="1"><c r="A1" s="1"/></row>');
  });

  test('figures that are none are refused, and nothing is written', async () => {
    const bytes = book(sheet(''));
    const host = await open(bytes);
    await expect(host.apply(planOf([put('S', 'A1', 1), put('S', 'A2', NaN)]))).rejects.toMatchObject({
      code: 'write-failed',
      params: { cell: 'A2', reason: 'not-a-number' },
    });
    expect(host.save()).toBe(bytes);
  });

  test('a sheet that is not there is refused before anything is written', async () => {
    const host = await open(book(sheet('')));
    const before = host.save();
    await expect(host.apply(planOf([put('S', 'A1', 1), put('没有', 'A1', 1)]))).rejects.toMatchObject({
      code: 'sheet-missing',
      params: { sheet: '没有' },
    });
    expect(host.save()).toBe(before);
  });
});

describe('looks', () => {
  const data = '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c></row>';

  test('are taken from another cell of the sheet', async () => {
    expect(await dataAfter(data, put('S', 'A3', 1, 'B1'), edit('S', 'C1', { kind: 'format' }, 'A1'))).toBe(
      '<row r="1"><c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c><c r="C1" s="1"/></row><row r="3"><c r="A3" s="2"><v>1</v></c></row>',
    );
  });

  test('change alone where only the look is asked for', async () => {
    expect(await dataAfter(data, edit('S', 'B1', { kind: 'format' }, 'A1'))).toBe(
      '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"><v>1</v></c></row>',
    );
    expect(await dataAfter(data, edit('S', 'B1', { kind: 'format' }, 'D9'))).toBe(
      '<row r="1"><c r="A1" s="1"/><c r="B1"><v>1</v></c></row>',
    );
    expect(await dataAfter(data, edit('S', 'B1', { kind: 'format' }))).toBe(data);
  });

  test('follow a chain of cells to its end, so that a second run changes nothing', async () => {
    const plan = planOf([put('S', 'A3', 1, 'A4'), edit('S', 'A4', { kind: 'format' }, 'B1')]);
    const once = await applied(book(sheet(data)), plan);
    expect(textOf(once, SHEET)).toContain(
      '<row r="3"><c r="A3" s="2"><v>1</v></c></row><row r="4"><c r="A4" s="2"/></row>',
    );
    expect(await applied(once, plan)).toEqual(once);
  });

  test('of a new cell are those of its row or column', async () => {
    const xml = sheet('<row r="1" s="2" customFormat="1"/><row r="2" s="2"/>', {
      before: '<cols><col min="1" max="3" style="1"/></cols>',
    });
    const after = await sheetAfter(xml, put('S', 'B1', 1), put('S', 'B2', 1), put('S', 'E2', 1));
    expect(after).toContain('<c r="B1" s="2">');
    expect(after).toContain('<c r="B2" s="1">');
    expect(after).toContain('<c r="E2">');
  });
});

describe('what stands already is left byte for byte', () => {
  const strings = `<sst xmlns="${MAIN}"><si><r><t>合</t></r><r><rPr><b/></rPr><t>计</t></r></si></sst>`;
  const data =
    '<row r="1"><c r="A1" t="s" ><v>0</v></c><c r="B1" t="n"><v>3.0</v></c><c r="C1"><f aca="false">SUM(B1)</f><v>3.00000000000000001</v></c>' +
    '<c r="D1"><f t="shared" ref="D1:E1" si="4">B1*2</f><v>6</v></c><c r="E1"><f t="shared" si="4"/><v>6</v></c></row>';

  test('rich text with the same words, the same number, formula or shared formula', async () => {
    const bytes = book(sheet(data), { 'xl/sharedStrings.xml': strings });
    const host = await open(bytes);
    const receipt = await host.apply(
      planOf([
        put('S', 'A1', '合计'),
        put('S', 'B1', 3),
        formula('S', 'C1', 'SUM(B1)', 3),
        formula('S', 'D1', 'B1*2', 6),
        formula('S', 'E1', 'C1*2', 6),
        put('S', 'F1', null),
      ]),
    );
    expect(receipt.cells).toBe(0);
    expect(host.save()).toBe(bytes);
  });

  test('but another value in its place is written, and shared strings are not touched', async () => {
    const bytes = book(sheet(data), { 'xl/sharedStrings.xml': strings });
    const after = await applied(bytes, planOf([put('S', 'A1', '小计'), put('S', 'C1', 3)]));
    expect(changedParts(bytes, after)).toEqual(['xl/workbook.xml', SHEET]);
    expect(await cellOf(after, 'S', 'A1')).toEqual({ value: '小计', formula: null });
    expect(await cellOf(after, 'S', 'C1')).toEqual({ value: 3, formula: null });
  });
});

describe('formulas of several cells', () => {
  const shared =
    '<row r="1"><c r="A1"><f t="shared" ref="A1:B3" si="0" ca="1">$C1+D$1+\'A1\'!E1+"A1"</f><v>1</v></c><c r="B1"><f t="shared" si="0" ca="1"/><v>2</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"></f><v>4</v></c><c r="D3"><f t="shared" ref="D3:D4" si="1">A1</f></c></row>';

  test('overwriting the cell that holds a shared formula spells it out in the others', async () => {
    const after = await dataAfter(shared, put('S', 'A1', 9), put('S', 'A2', 8));
    expect(after).toBe(
      '<row r="1"><c r="A1"><v>9</v></c><c r="B1"><f ca="1">$C1+E$1+\'A1\'!F1+"A1"</f><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>8</v></c></row><row r="3"><c r="A3"><f>$C3+D$1+\'A1\'!E3+"A1"</f><v>4</v></c><c r="D3"><f t="shared" ref="D3:D4" si="1">A1</f></c></row>',
    );
  });

  test('overwriting a cell that shares leaves the others as they are', async () => {
    expect(await dataAfter(shared, put('S', 'A2', 8))).toBe(
      shared.replace('<c r="A2"><f t="shared" si="0"/><v>3</v></c>', '<c r="A2"><v>8</v></c>'),
    );
  });

  test('an array of one cell is overwritten; a part of a larger one or of a data table is refused', async () => {
    const data =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">SUM(B1:B2)</f><v>1</v></c><c r="C1"><f t="array" ref="C1:C2">B1:B2</f><v>1</v></c></row>' +
      '<row r="2"><c r="C2"><v>1</v></c><c r="E2"><f t="dataTable" ref="E2:F3" dt2D="1" r1="A1" r2="A2"/><v>1</v></c></row>';
    expect(await dataAfter(data, put('S', 'A1', 5), edit('S', 'C2', { kind: 'format' }, 'A9'))).toContain(
      '<c r="A1"><v>5</v></c>',
    );
    for (const cell of ['C1', 'C2', 'F3']) {
      const host = await open(book(sheet(data)));
      const before = host.save();
      await expect(host.apply(planOf([put('S', 'A1', 5), put('S', cell, 5)]))).rejects.toMatchObject({
        code: 'write-failed',
        params: { cell, reason: 'array-formula' },
      });
      expect(host.save()).toBe(before);
    }
  });
});

describe('calculation', () => {
  const chain = {
    ...workbookParts({
      sheets: [
        { name: 'S', xml: sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>') },
      ],
    }),
  };
  chain['xl/calcChain.xml'] = `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`;
  chain['xl/_rels/workbook.xml.rels'] = (chain['xl/_rels/workbook.xml.rels'] as string).replace(
    '</Relationships>',
    '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="/xl/calcChain.xml"/></Relationships>',
  );
  chain['[Content_Types].xml'] = (chain['[Content_Types].xml'] as string).replace(
    '</Types>',
    '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
  );
  const bytes = buildPackage(chain);

  test('is asked for when a value changes, and the chain stays where no formula came or went', async () => {
    const after = await applied(bytes, planOf([put('S', 'B1', 2), formula('S', 'A1', '1+2', 3)]));
    expect(changedParts(bytes, after)).toEqual(['xl/workbook.xml', SHEET]);
    expect(textOf(after, 'xl/workbook.xml')).toContain('</sheets><calcPr fullCalcOnLoad="1"/></workbook>');
  });

  test('drops the chain with its links when a formula comes or goes', async () => {
    for (const cell of [formula('S', 'C1', 'A1', 2), put('S', 'A1', 2)]) {
      const after = await applied(bytes, planOf([cell]));
      expect(changedParts(bytes, after)).toEqual([
        '[Content_Types].xml',
        'xl/_rels/workbook.xml.rels',
        'xl/calcChain.xml',
        'xl/workbook.xml',
        SHEET,
      ]);
      expect(danglingLinks(after)).toEqual([]);
    }
  });

  test('is not asked for when only looks change', async () => {
    const after = await applied(
      bytes,
      planOf([edit('S', 'B1', { kind: 'format' }, 'A1'), edit('S', 'D1', { kind: 'format' }, 'B1')]),
    );
    expect(after).toBe(bytes);
  });

  test('settings of the workbook stay and keep their place', async () => {
    const withPr = buildWorkbook({
      sheets: [{ name: 'S', xml: sheet('') }],
      workbookExtra: '<definedNames/><calcPr calcMode="manual" fullCalcOnLoad="0"/><extLst/>',
    });
    const after = await applied(withPr, planOf([put('S', 'A1', 1)]));
    expect(textOf(after, 'xl/workbook.xml')).toContain(
      '<definedNames/><calcPr calcMode="manual" fullCalcOnLoad="1"/><extLst/>',
    );
    const without = buildWorkbook({
      sheets: [{ name: 'S', xml: sheet('') }],
      workbookExtra: '<definedNames/><pivotCaches/>',
    });
    expect(textOf(await applied(without, planOf([put('S', 'A1', 1)])), 'xl/workbook.xml')).toContain(
      '<definedNames/><calcPr fullCalcOnLoad="1"/><pivotCaches/>',
    );
  });
});

describe('encodings', () => {
  const xml = sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>汉字</t></is></c></row>');

  test('a byte order mark stays, and UTF-16 stays UTF-16', async () => {
    const wide = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'));
    const marked = new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf8'));
    for (const [content, encoding] of [
      [wide, 'utf16le'],
      [marked, 'utf8'],
    ] as const) {
      const bytes = buildWorkbook({ sheets: [{ name: 'S', xml: '' }], parts: { [SHEET]: content } });
      const host = await open(bytes);
      await host.apply(planOf([put('S', 'B1', '好')]));
      const written = Buffer.from((await import('fflate')).unzipSync(host.save())[SHEET] ?? []).toString(
        encoding,
      );
      expect(written).toBe(
        `\ufeff${xml}`.replace(
          '</row>',
          '<c r="B1" t="inlineStr"><is><t xml:space="preserve">好</t></is></c></row>',
        ),
      );
    }
  });
});

import fc from 'fast-check';
import type { CellValue, Grid } from '../../../src/sheet/grid';
import { readWorkbook } from '../../../src/hosts/file/read/workbook';
import { buildPackage, buildWorkbook, escapeXml, workbookParts } from '../../support/package';
import type { PartContent, SheetSpec } from '../../support/package';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';

/** Values by address, `=formula` for a formula without a cached value, `[value, formula]` for one with. */
function cells(grid: Grid): Record<string, CellValue | [CellValue, string]> {
  const found: Record<string, CellValue | [CellValue, string]> = {};
  for (const row of grid.rows)
    for (const { column, value, formula } of row.cells)
      found[`${String.fromCharCode(65 + column)}${row.index + 1}`] =
        formula === null ? value : value === null ? `=${formula}` : [value, formula];
  return found;
}

const gridsOf = (bytes: Uint8Array) => readWorkbook(bytes, '表.xlsx').snapshot.grids;
const first = (sheet: Partial<SheetSpec>, parts?: Record<string, PartContent | null>) =>
  gridsOf(buildWorkbook({ sheets: [{ name: '表', ...sheet }], ...(parts ? { parts } : {}) }))[0]!;
/** A sheet whose part is this `sheetData` content. */
const data = (rows: string, parts?: Record<string, PartContent | null>) =>
  first({ xml: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>` }, parts);
const strings = (items: string) => ({ 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>` });

describe('values', () => {
  it('reads every cell type', () => {
    const grid = data(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>6.5</v></c><c r="C1" t="n"><v>1E-2</v></c>
       <c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#N/A</v></c><c r="F1" t="str"><v>文</v></c>
       <c r="G1" t="inlineStr"><is><t>内</t></is></c><c r="H1" t="d"><v>2023-10-01T12:00:00</v></c>
       <c r="I1" t="b"><v>0</v></c><c r="J1"><v>-0.30000000000000004</v></c></row>`,
      strings('<si><t>共享</t></si>'),
    );
    expect(cells(grid)).toEqual({
      A1: '共享',
      B1: 6.5,
      C1: 0.01,
      D1: true,
      E1: { error: '#N/A' },
      F1: '文',
      G1: '内',
      H1: 45200.5,
      I1: false,
      J1: -0.30000000000000004,
    });
  });

  it('counts ISO dates from 1904 where the workbook does', () => {
    const bytes = buildWorkbook({
      date1904: true,
      sheets: [
        {
          name: '表',
          xml: `<worksheet xmlns="${MAIN}"><sheetData><row><c t="d"><v>1904-01-02</v></c></row></sheetData></worksheet>`,
        },
      ],
    });
    const { snapshot, parts } = readWorkbook(bytes, null);
    expect(cells(snapshot.grids[0]!)).toEqual({ A1: 1 });
    expect(parts.date1904).toBe(true);
  });

  it('joins rich runs, leaves phonetic guides out, keeps spaces', () => {
    const grid = data(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t> 乙</t></r></is></c></row>',
      strings(
        '<si><r><rPr><sz val="9"/><rFont val="宋&gt;体"/></rPr><t xml:space="preserve">基础 </t></r><r><t>工作</t></r><rPh sb="0" eb="2"><t>きそ</t></rPh><phoneticPr fontId="1"/></si><si><t xml:space="preserve"> 8 </t></si>',
      ),
    );
    expect(cells(grid)).toEqual({ A1: '基础 工作', B1: ' 8 ', C1: '甲 乙' });
  });

  it('resolves references, CDATA, comments and escapes', () => {
    const grid = data(
      `<!-- <row r="9"/> --><row r="1"><?pi <c r="Z1"/> ?><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>
       <c r="D1"><v><!-- 1 -->6<![CDATA[.5]]></v></c><c r="E1" t="s"><v>3</v></c></row>`,
      strings(
        '<si><t>&#32771;&#x6838; &lt;&amp;&gt;&quot;&apos;</t></si><si><t>第一行_x000D_\r\n第二行 _x005F_x000D_ _xZZZZ_</t></si><si><t><![CDATA[<a>&amp;]]>后<!-- 注 --></t></si><si><r><rPr><!-- </rPr> --><b/></rPr><t>&#x1F600;&#0;&nosuch;</t></r></si>',
      ),
    );
    expect(cells(grid)).toEqual({
      A1: '考核 <&>"\'',
      B1: '第一行\r\n第二行 _x000D_ _xZZZZ_',
      C1: '<a>&amp;后',
      D1: 6.5,
      E1: '😀\uFFFD&nosuch;',
    });
  });

  it('leaves empty cells out but counts styled ones as used', () => {
    const grid = data(
      '<row r="2"><c r="B2" s="1"/><c r="C2" t="s"><v/></c><c r="D2" t="str"><v></v></c></row><row r="3" ht="20"/><row r="9"><c r="A9" s="99999"/></row><row r="1048576" ht="15"/>',
    );
    expect(grid).toMatchObject({ rows: [], lastRow: 8, lastColumn: 3 });
  });

  it('keeps text that is no number as text', () => {
    expect(
      cells(
        data(
          '<row r="1"><c r="A1"><v>八分</v></c><c r="B1"><v> 7 </v></c><c r="C1" t="zzz"><v>x</v></c></row>',
        ),
      ),
    ).toEqual({
      A1: '八分',
      B1: 7,
      C1: 'x',
    });
  });
});

test('shared strings come out alike whichever way they are written', () => {
  const run = fc.tuple(
    fc.string({ unit: fc.constantFrom('考', 'é', '8', ' ', '&', '<', '\n', '😀', '_', 'x') }),
    fc.boolean(),
  );
  const item = fc.array(run, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
      const text = (t: string, spaced: boolean) =>
        `<t${spaced ? ' xml:space="preserve"' : ''}>${escapeXml(t)}</t>`;
      const si = items.map((runs) =>
        runs.length === 1
          ? `<si>${text(...runs[0]!)}</si>`
          : `<si>${runs.map((r) => `<r><rPr><sz val="11"/><rFont val="宋体"/></rPr>${text(...r)}</r>`).join('')}</si>`,
      );
      const rows = items.map((_, i) => `<row><c t="s"><v>${i}</v></c></row>`).join('');
      const read = (xml: string) =>
        data(rows, strings(xml)).rows.map((row) => [row.index, row.cells[0]!.value]);
      const expected = items.map((runs, i) => [i, runs.map(([t]) => t).join('')]).filter(([, t]) => t !== '');
      expect(read(si.join(''))).toEqual(expected);
      expect(read(`<!-- -->${si.join('')}`)).toEqual(expected);
    }),
  );
});

describe('formulas', () => {
  it('reads them with and without cached values', () => {
    const grid = data(
      '<row r="1"><c r="A1"><f aca="false">SUM(B1:C1)</f><v>3</v></c><c r="B1"><f>1&lt;2</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f t="array" ref="E1:E2">B1:B2*2</f><v>4</v></c><c r="F1"><f t="dataTable" ref="F1:F2"/><v>5</v></c></row><row r="2"><c r="E2"><v>6</v></c></row>',
    );
    expect(cells(grid)).toEqual({
      A1: [3, 'SUM(B1:C1)'],
      B1: '=1<2',
      C1: ['', '""'],
      D1: [{ error: '#DIV/0!' }, '1/0'],
      E1: [4, 'B1:B2*2'],
      F1: [5, ''],
      E2: 6,
    });
  });

  it('spells out shared formulas for their followers', () => {
    const formula =
      'SUM($A1,B$1,A1:B2)+LOG10(A1)+Q1!A1+&quot;A1&quot;+&apos;A1 b&apos;!A1+A:A+$2:2+1E5+T1[A1]';
    const grid = data(
      `<row r="1"><c r="A1"><v>1</v></c><c r="D1"><f t="shared" ref="D1:E2" si="0">${formula}</f><v>1</v></c></row><row r="2"><c r="E2"><f t="shared" si="0"/></c><c r="F2"><f t="shared" si="7"/><v>2</v></c></row>`,
    );
    expect(cells(grid)['E2']).toBe(`=SUM($A2,C$1,B2:C3)+LOG10(B2)+Q1!B2+"A1"+'A1 b'!B2+B:B+$2:3+1E5+T1[A1]`);
    expect(cells(grid)['F2']).toEqual([2, '']);
    const upward = data(
      '<row r="2"><c r="B2"><f t="shared" ref="A1:B2" si="0">A1</f></c></row><row r="1"><c r="A1"><f t="shared" si="0"/></c></row>',
    );
    expect(cells(upward)['A1']).toBe('=#REF!');
  });
});

describe('places', () => {
  it('numbers rows and cells that have no reference', () => {
    expect(
      cells(
        data(
          '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row><row><c r=""><v>5</v></c></row>',
        ),
      ),
    ).toEqual({
      A1: 1,
      D1: 2,
      E1: 3,
      A5: 4,
      A6: 5,
    });
    expect(cells(data('<row><c r="B3"><v>1</v></c></row><row r=""><c r="$c$4"><v>2</v></c></row>'))).toEqual({
      B3: 1,
      C4: 2,
    });
  });

  it('puts rows and cells in order, the later of two in one place', () => {
    const grid = data(
      '<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="3"><c r="B3"><v>4</v></c></row>',
    );
    expect(grid.rows.map((row) => row.index)).toEqual([0, 2]);
    expect(grid.rows[1]!.cells.map((cell) => cell.value)).toEqual([2, 4]);
  });

  it('reads the last cell of a sheet and passes over what lies beyond', () => {
    const grid = data(
      '<row r="1"><c r="XFE1"><v>1</v></c><c r="AAAA1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>9</v></c></row><row r="1048577"><c r="A1048577"><v>1</v></c></row><row r="99999999999999999999"><c r="A1"><v>1</v></c></row>',
    );
    expect(grid.rows).toEqual([{ index: 1048575, cells: [{ column: 16383, value: 9, formula: null }] }]);
    expect([grid.lastRow, grid.lastColumn]).toEqual([1048575, 16383]);
  });

  it('keeps merges as ranges, whatever their size', () => {
    const grid = first({ rows: [['a']], merges: ['A1:XFD1048576', 'B2:A3', 'C1', 'nonsense'] });
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 1048575, right: 16383 },
      { top: 1, left: 0, bottom: 2, right: 1 },
    ]);
  });

  it('gathers hidden rows and columns into runs', () => {
    const grid = first({ rows: [['a'], ['b']], hiddenRows: [2, 3, 7], hiddenColumns: [1, 2, 5] });
    expect(grid.hiddenRows).toEqual([
      { from: 1, to: 2 },
      { from: 6, to: 6 },
    ]);
    expect(grid.hiddenColumns).toEqual([
      { from: 0, to: 1 },
      { from: 4, to: 4 },
    ]);
    const all = first({
      xml: `<worksheet xmlns="${MAIN}"><cols><col min="3" max="99999" hidden="true"/><col min="0" max="0" hidden="1"/></cols><sheetData/></worksheet>`,
    });
    expect(all.hiddenColumns).toEqual([{ from: 2, to: 16383 }]);
    expect(all).toMatchObject({ rows: [], lastRow: -1, lastColumn: -1 });
  });
});

describe('ways of writing the same XML', () => {
  const plain = {
    sheets: [
      {
        name: '表 "一"',
        rows: [
          ['名称', 5],
          [null, { value: 3, formula: 'B1-2' }],
        ],
        merges: ['A1:A2'],
      },
    ],
  };
  const expected = { A1: '名称', B1: 5, B2: [3, 'B1-2'] };
  const rewrite = (change: (xml: string, name: string) => string | Uint8Array) => {
    const parts = workbookParts(plain);
    for (const [name, content] of Object.entries(parts)) parts[name] = change(content as string, name);
    return gridsOf(buildPackage(parts))[0]!;
  };
  const sheetsOnly = (change: (xml: string) => string) => (xml: string, name: string) =>
    /workbook\.xml$|sheet\d|sharedStrings/.test(name) ? change(xml) : xml;

  const variants: [string, (xml: string, name: string) => string | Uint8Array][] = [
    ['as it comes', (xml) => xml],
    [
      'prefixed',
      sheetsOnly((xml) => xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')),
    ],
    [
      'strict namespaces',
      (xml) =>
        xml
          .split(MAIN)
          .join(STRICT)
          .replace(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
    ],
    ['single quotes', (xml) => xml.replace(/="([^"']*)"/g, "='$1'")],
    [
      'odd white space',
      (xml) =>
        xml
          .replace(/="/g, '\r\n\t = \n"')
          .replace(/\/>/g, ' \r\n/>')
          .replace(/<\/(\w+)>/g, '</$1 \n>')
          .replace(/^<\?xml.*?\?>/, '<?xml version="1.0"?>'),
    ],
    ['CR LF between tags', sheetsOnly((xml) => xml.replace(/></g, '>\r\n  <'))],
    ['a byte order mark', (xml) => `\uFEFF${xml}`],
    ['no XML declaration', (xml) => xml.replace(/^<\?xml.*?\?>\s*/, '')],
    ['UTF-16 LE', (xml) => new Uint8Array(Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'))],
    [
      'UTF-16 BE',
      (xml) => new Uint8Array(Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16()),
    ],
    [
      'UTF-16 without a mark',
      (xml) => new Uint8Array(Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')),
    ],
    [
      'attributes that hold >',
      sheetsOnly((xml) =>
        xml
          .replace(/<(worksheet|row|c|si|workbook|sst) /g, '<$1 data-x="a>b/>" ')
          .replace(/<si>/g, '<si x=">">'),
      ),
    ],
    ['comments everywhere', sheetsOnly((xml) => xml.replace(/></g, '><!-- <x> & "\' --><'))],
    [
      'inline extras',
      sheetsOnly((xml) =>
        xml
          .replace(/<\/c>/g, '<extLst><ext><v>77</v></ext></extLst></c>')
          .replace('</sheetData>', '</sheetData><extLst><c r="A1"><v>1</v></c><row r="1"/></extLst>'),
      ),
    ],
  ];
  test.each(variants)('%s', (_, change) => {
    const grid = rewrite(change);
    expect(cells(grid)).toEqual(expected);
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
    expect(grid.name).toBe('表 "一"');
  });

  it('follows relationships wherever parts lie', () => {
    const parts = workbookParts(plain);
    const moved: Record<string, PartContent> = {};
    for (const [name, content] of Object.entries(parts)) {
      moved[name.replace('xl/worksheets/sheet1.xml', 'data/表 1.xml').replace('xl/', 'Deep/Book/')] = content;
    }
    moved['_rels/.rels'] = (parts['_rels/.rels'] as string).replace(
      'xl/workbook.xml',
      './Deep//Book/../Book/workbook.xml',
    );
    moved['Deep/Book/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string)
      .replace('worksheets/sheet1.xml', '/data/%E8%A1%A8%201.xml')
      .replace('sharedStrings.xml', '..\\book\\SHAREDSTRINGS.xml');
    const { snapshot, parts: found } = readWorkbook(buildPackage(moved), 'x.xlsx');
    expect(cells(snapshot.grids[0]!)).toEqual(expected);
    expect(found.workbookPath).toBe('Deep/Book/workbook.xml');
    expect(found.sheets[0]).toMatchObject({ path: 'data/表 1.xml', relationshipId: 'rId1' });
  });
});

describe('sheets of a workbook', () => {
  it('gives them in tab order with what is hidden, whatever they are called', () => {
    const grids = gridsOf(
      buildWorkbook({
        sheets: [
          { name: '__proto__', rows: [['p']] },
          { name: 'constructor', rows: [['c']], state: 'hidden' },
          { name: "a<b>&'", rows: [[1]], state: 'veryHidden' },
          { name: 'toString' },
        ],
      }),
    );
    expect(grids.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['__proto__', false],
      ['constructor', true],
      ["a<b>&'", true],
      ['toString', false],
    ]);
    expect(cells(grids[0]!)).toEqual({ A1: 'p' });
  });

  it('passes over chart and dialog sheets', () => {
    const parts = workbookParts({ sheets: [{ name: '图' }, { name: '表', rows: [['a']] }, { name: '框' }] });
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      'relationships/worksheet" Target="worksheets/sheet1.xml',
      'relationships/chartsheet" Target="chartsheets/none.xml',
    );
    parts['xl/worksheets/sheet3.xml'] = `<dialogsheet xmlns="${MAIN}"/>`;
    const { snapshot, parts: found } = readWorkbook(buildPackage(parts), null);
    expect(snapshot.grids.map((grid) => grid.name)).toEqual(['表']);
    expect(found.sheets.map((sheet) => sheet.name)).not.toContain('图');
  });

  it('reads a workbook with no shared strings, no styles and no content types', () => {
    const parts = workbookParts({ sheets: [{ name: '表', rows: [[{ inline: '文' }, 5]] }] });
    for (const name of ['xl/sharedStrings.xml', 'xl/styles.xml', '[Content_Types].xml', '_rels/.rels'])
      delete parts[name];
    expect(cells(gridsOf(buildPackage(parts))[0]!)).toEqual({ A1: '文', B1: 5 });
  });
});

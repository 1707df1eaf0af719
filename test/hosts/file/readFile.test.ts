import { write as writeSheetJs, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../../../src/hosts/file/read/readFile';
import type { Grid } from '../../../src/sheet/grid';
import { buildPackage, buildWorkbook, workbookParts } from '../../support/package';
import type { PartContent } from '../../support/package';
import { zipOf } from '../../support/zip';

const utf8 = (text: string) => new TextEncoder().encode(text);
const book = () =>
  buildWorkbook({
    sheets: [
      {
        name: '附件1',
        rows: [
          ['考核内容', '分值'],
          ['基础工作', { value: 6, formula: '5+1' }],
        ],
        merges: ['A3:B4'],
      },
    ],
  });

async function gridsOf(bytes: Uint8Array, name: string): Promise<readonly Grid[]> {
  const reading = await readFile(bytes, name);
  if (!reading.ok) throw new Error(JSON.stringify(reading.finding));
  expect(reading.snapshot.fileName).toBe(name);
  return reading.snapshot.grids;
}

const rowsOf = (grid: Grid) => grid.rows.map((row) => row.cells.map((cell) => cell.value));

/** Code and params of the finding that a file gets, reached quickly. */
async function findingOf(bytes: Uint8Array, name = '表.xlsx'): Promise<unknown> {
  const start = performance.now();
  const reading = await readFile(bytes, name);
  expect(performance.now() - start).toBeLessThan(10_000);
  if (reading.ok) return 'read';
  const { code, params, severity, sheet, cell } = reading.finding;
  expect([severity, sheet, cell]).toEqual(['error', null, null]);
  return { code, ...params };
}

/** The workbook with some parts changed. */
function changed(change: (parts: Record<string, PartContent>) => void): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: '表', rows: [['文', 1]] }] });
  change(parts);
  return buildPackage(parts);
}

/** An OLE2 directory entry; enough for what tells such files apart. */
function ole2(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1) + 4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes[30] = 9;
  streams.forEach((name, i) => {
    const at = 512 + 128 * (i + 1);
    Buffer.from(name, 'utf16le').copy(bytes, at);
    bytes[at + 64] = (name.length + 1) * 2;
    bytes[at + 66] = 2;
  });
  return bytes;
}

describe('bad files give one finding', () => {
  const unreadable = (reason: string, detail?: string) => ({
    code: 'file/unreadable',
    reason,
    ...(detail ? { detail } : {}),
  });
  const cases: [string, () => Uint8Array, unknown][] = [
    ['empty', () => new Uint8Array(0), unreadable('empty')],
    ['blank', () => utf8('\uFEFF \r\n'), unreadable('empty')],
    ['noughts', () => new Uint8Array(5000), unreadable('empty')],
    ['cut off', () => book().subarray(0, 900), unreadable('truncated')],
    ['cut off within the directory', () => book().subarray(0, book().length - 40), unreadable('truncated')],
    ['a ZIP of nothing', () => buildPackage({}), unreadable('not-a-workbook')],
    ['a ZIP of files', () => buildPackage({ '一.xlsx': book() }), unreadable('not-a-workbook')],
    [
      'a page',
      () => utf8('\uFEFF\r\n<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>'),
      unreadable('html'),
    ],
    [
      'a table saved by an office system',
      () => utf8('<table border=1><tr><td>考核</td></tr></table>'),
      unreadable('html'),
    ],
    [
      'a page in UTF-16',
      () => new Uint8Array(Buffer.from('\uFEFF<html></html>', 'utf16le')),
      unreadable('html'),
    ],
    ['a web archive', () => utf8('MIME-Version: 1.0\r\n'), unreadable('html')],
    ['plain text', () => utf8('考核内容,分值\n基础工作,6\n'), unreadable('not-a-workbook')],
    ['noise', () => Uint8Array.of(1, 2, 0, 3, 4), unreadable('not-a-workbook')],
    [
      'an XML spreadsheet of 2003',
      () => utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      { code: 'file/unsupported', format: 'XML 2003' },
    ],
    ['a PDF', () => utf8('%PDF-1.7'), { code: 'file/unsupported', format: 'pdf' }],
    ['an encrypted workbook', () => ole2('EncryptionInfo', 'EncryptedPackage'), { code: 'file/encrypted' }],
    ['a .doc', () => ole2('WordDocument'), { code: 'file/unsupported', format: 'doc' }],
    ['an OLE2 file of something else', () => ole2('Else'), unreadable('not-a-workbook')],
    ['an OLE2 file cut off', () => ole2().subarray(0, 512), unreadable('truncated')],
    [
      'a .docx',
      () => changed((parts) => (parts['xl/workbook.xml'] = '<w:document xmlns:w="w"/>')),
      { code: 'file/unsupported', format: 'docx' },
    ],
    [
      'an .xlsb',
      () =>
        changed((parts) => {
          parts['_rels/.rels'] = (parts['_rels/.rels'] as string).replace('workbook.xml', 'workbook.bin');
          parts['xl/workbook.bin'] = 'x';
        }),
      { code: 'file/unsupported', format: 'xlsb' },
    ],
    [
      'no workbook part',
      () => changed((parts) => delete parts['xl/workbook.xml']),
      unreadable('broken-part', 'xl/workbook.xml'),
    ],
    [
      'a sheet that is not there',
      () => changed((parts) => delete parts['xl/worksheets/sheet1.xml']),
      unreadable('broken-part', 'xl/worksheets/sheet1.xml'),
    ],
    [
      'strings that are not there',
      () => changed((parts) => delete parts['xl/sharedStrings.xml']),
      unreadable('broken-part', 'xl/sharedStrings.xml'),
    ],
    [
      'too few strings',
      () => changed((parts) => (parts['xl/sharedStrings.xml'] = '<sst/>')),
      unreadable('broken-part', 'xl/sharedStrings.xml'),
    ],
    [
      'no relationships',
      () => changed((parts) => delete parts['xl/_rels/workbook.xml.rels']),
      unreadable('broken-part', '表'),
    ],
    [
      'no sheets',
      () => changed((parts) => (parts['xl/workbook.xml'] = '<workbook><sheets/></workbook>')),
      unreadable('no-sheets'),
    ],
    [
      'an empty part',
      () => changed((parts) => (parts['xl/worksheets/sheet1.xml'] = '')),
      unreadable('broken-part', 'xl/worksheets/sheet1.xml'),
    ],
    [
      'a part cut off',
      () =>
        changed(
          (parts) =>
            (parts['xl/worksheets/sheet1.xml'] = (parts['xl/worksheets/sheet1.xml'] as string).slice(0, -30)),
        ),
      unreadable('broken-part', 'xl/worksheets/sheet1.xml'),
    ],
    [
      'an encrypted entry',
      () => zipOf([{ name: 'xl/workbook.xml', content: 'x', flags: 1 }]),
      { code: 'file/encrypted' },
    ],
    [
      'an encrypted .ods',
      () =>
        buildPackage({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'META-INF/manifest.xml': '<m><encryption-data/></m>',
          'content.xml': 'x',
        }),
      { code: 'file/encrypted' },
    ],
    [
      'an .odt',
      () => buildPackage({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      { code: 'file/unsupported', format: 'OpenDocument text' },
    ],
  ];
  test.each(cases)('%s', async (_, bytes, expected) => {
    expect(await findingOf(bytes())).toEqual(expected);
  });

  it.each([
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
  ])('a DOCTYPE in %s', async (part) => {
    for (const doctype of ['<!DOCTYPE x [<!ENTITY a "&b;">]>', '<!doctype x SYSTEM "file:///etc/passwd">']) {
      const bytes = changed((parts) => (parts[part] = (parts[part] as string).replace('?>', `?>${doctype}`)));
      expect(await findingOf(bytes)).toEqual(unreadable('doctype', part));
    }
  });

  it('bombs, honest and lying, as a part of any kind', async () => {
    const zeros = new Uint8Array(150 * 2 ** 20).fill(32);
    const entries = Object.entries(workbookParts({ sheets: [{ name: '表' }] }));
    for (const declaredSize of [undefined, 1000]) {
      const bomb = zipOf(
        entries.map(([name, content]) =>
          name === 'xl/worksheets/sheet1.xml'
            ? { name, content: zeros, ...(declaredSize ? { declaredSize } : {}) }
            : { name, content },
        ),
      );
      expect(await findingOf(bomb)).toMatchObject({
        code: 'file/too-large',
        part: 'xl/worksheets/sheet1.xml',
      });
    }
    const ods = `<t:table-row table:number-rows-repeated="1048576"><t:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></t:table-row>`;
    const repeating = buildPackage({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': `<d><t:table>${ods}</t:table></d>`,
    });
    expect(await findingOf(repeating)).toMatchObject({ code: 'file/too-large' });
  });
});

describe('odd but valid files are read', () => {
  it('whatever they are called', async () => {
    expect(rowsOf((await gridsOf(book(), '表.xls'))[0]!)).toEqual([
      ['考核内容', '分值'],
      ['基础工作', 6],
    ]);
    expect(rowsOf((await gridsOf(book(), '名字没有后缀'))[0]!)).toHaveLength(2);
  });

  it('with names that climb out of the archive, unused bombs, and directories', async () => {
    const bytes = buildPackage([
      ['../../etc/passwd', 'x'],
      ['xl/media/', ''],
      ['xl/media/big.bin', new Uint8Array(50_000_000)],
      ...Object.entries(workbookParts({ sheets: [{ name: '表', rows: [['文']] }] })),
    ]);
    expect(rowsOf((await gridsOf(bytes, 'a.xlsx'))[0]!)).toEqual([['文']]);
  });
});

describe('old formats', () => {
  const sheet = () => {
    const made = utils.aoa_to_sheet([
      ['考核内容', '分值', true],
      ['基础工作', 6.5],
      [null, { t: 'n', v: 7, f: 'B2+0.5' }],
    ]);
    made['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, made, '附件1');
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['隐']]), '隐藏');
    workbook.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    return workbook;
  };
  const made = (bookType: 'biff8' | 'ods') =>
    new Uint8Array(writeSheetJs(sheet(), { type: 'array', bookType }) as ArrayBuffer);

  it.each(['旧.xls', '旧.et', '旧.xlsx'])('reads BIFF bytes named %s', async (name) => {
    const grids = await gridsOf(made('biff8'), name);
    expect(grids.map((grid) => [grid.name, grid.hidden])).toEqual([
      ['附件1', false],
      ['隐藏', true],
    ]);
    expect(rowsOf(grids[0]!)).toEqual([['考核内容', '分值', true], ['基础工作', 6.5], [7]]);
    expect(grids[0]!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(grids[0]).toMatchObject({ lastRow: 2, lastColumn: 2 });
  });

  it('reads .ods with what is hidden, merged, repeated and spread over paragraphs', async () => {
    const content = `<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
      <office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
      <office:body><office:spreadsheet><table:table table:name="附件1" table:style-name="ta1">
      <table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>
      <table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>考核<text:span>内</text:span>容</text:p><text:p>第二行<text:s text:c="2"/>末</text:p><office:annotation><text:p>批注</text:p></office:annotation></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="6.5"><text:p>6.50</text:p></table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="boolean" office:boolean-value="true"/></table:table-row>
      <table:table-row><table:table-cell table:formula="of:=SUM([.A1:.B2];[$'表 二'.$A$1];&quot;;[.A1]&quot;)" office:value-type="float" office:value="7"/><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-10-01"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
      <table:table table:name="隐" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>`;
    const bytes = buildPackage({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': content,
    });
    const [grid, hidden] = await gridsOf(bytes, '旧.ods');
    expect(rowsOf(grid!)).toEqual([
      ['考核内容\n第二行  末', 6.5],
      [true, true],
      [true, true],
      [7, { error: '#DIV/0!' }, 45200],
    ]);
    expect(grid!.rows[3]!.cells[0]!.formula).toBe(`SUM(A1:B2,$'表 二'!$A$1,";[.A1]")`.replace("$'", "'"));
    expect(grid!.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
    expect(grid).toMatchObject({
      hidden: false,
      hiddenRows: [{ from: 1, to: 2 }],
      hiddenColumns: [{ from: 1, to: 2 }],
      lastRow: 3,
      lastColumn: 2,
    });
    expect(hidden).toMatchObject({ name: '隐', hidden: true, rows: [] });
  });

  it('reads .ods as SheetJS writes it', async () => {
    const [grid] = await gridsOf(made('ods'), '旧.ods');
    expect(rowsOf(grid!)).toEqual([['考核内容', true], ['基础工作', 6.5], [7]]);
  });

  it('says of a password-protected .xls that it is encrypted', async () => {
    const workbook = sheet();
    // Long enough not to lie among the short streams, as those that Excel writes.
    utils.sheet_add_aoa(
      workbook.Sheets['附件1']!,
      Array.from({ length: 300 }, (_, i) => [`第${i}项`, i]),
      { origin: 'A9' },
    );
    const bytes = new Uint8Array(writeSheetJs(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    // BOF of the workbook stream (16 bytes long, globals), then the next record made a FILEPASS.
    const bof = Buffer.from(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
    bytes[bof + 20] = 0x2f;
    bytes[bof + 21] = 0;
    expect(await findingOf(bytes, '密.xls')).toMatchObject({ code: 'file/encrypted' });
  });
});

describe('text tables', () => {
  const table =
    '序号,考核内容,分值,备注\r\n1,"基础""工作""，\n含换行",6.50,"a,b"\r\n\r\n02, 管理 ,"1,234",-3e5\r\n';
  const expected = [
    ['序号', '考核内容', '分值', '备注'],
    [1, '基础"工作"，\n含换行', 6.5, 'a,b'],
    ['02', ' 管理 ', 1234, '-3e5'],
  ];
  const gbk = Uint8Array.from([0xbf, 0xbc, 0xba, 0xcb, 0x2c, 0x36]);

  it.each([
    ['UTF-8', utf8(table)],
    ['UTF-8 with a mark', utf8(`\uFEFF${table}`)],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le'))],
    ['LF', utf8(table.replace(/\r/g, ''))],
    ['a declared delimiter', utf8(`sep=,\r\n${table}`)],
  ])('are read as %s', async (_, bytes) => {
    const [grid] = await gridsOf(bytes, '报送.csv');
    expect(rowsOf(grid!)).toEqual(expected);
    expect(grid!.rows.map((row) => row.index)).toEqual([0, 1, 3]);
    expect(grid).toMatchObject({ name: '报送', lastRow: 3, lastColumn: 3, hidden: false });
  });

  it('are read as GBK, with tabs, with semicolons, with a quote never closed', async () => {
    expect(rowsOf((await gridsOf(gbk, 'a.csv'))[0]!)).toEqual([['考核', 6]]);
    expect(rowsOf((await gridsOf(utf8('a,1\tb\n2\t"c"\n'), 'a.txt'))[0]!)).toEqual([
      ['a,1', 'b'],
      [2, 'c'],
    ]);
    expect(rowsOf((await gridsOf(utf8('a;b\r1;\r'), 'a.CSV'))[0]!)).toEqual([['a', 'b'], [1]]);
    expect(rowsOf((await gridsOf(utf8('a,"b\n1,2'), 'a.csv'))[0]!)).toEqual([['a', 'b\n1,2']]);
  });
});

describe('whatever comes', () => {
  afterEach(() => jest.restoreAllMocks());
  const runs = { numRuns: 200 };
  const settles = async (bytes: Uint8Array, name: string) => {
    const reading = await readFile(bytes, name);
    expect(reading.ok ? reading.snapshot.grids.length : reading.finding.code).toBeTruthy();
  };

  it('random bytes settle', async () => {
    const starts = fc.constantFrom(
      [],
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [9, 8, 16, 0, 0, 6, 5, 0],
      [0x3c, 0x3f],
    );
    const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.xls');
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 600 }), names, (start, rest, name) =>
        settles(Uint8Array.from([...start, ...rest]), name),
      ),
      runs,
    );
  });

  it('files cut off or with flipped bytes settle, and never give other numbers', async () => {
    const whole = book();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, flip) => {
          await settles(whole.subarray(0, at), 'a.xlsx');
          const flipped = whole.slice();
          flipped[at]! ^= flip;
          const reading = await readFile(flipped, 'a.xlsx');
          if (reading.ok)
            expect(rowsOf(reading.snapshot.grids[0]!)).toEqual([
              ['考核内容', '分值'],
              ['基础工作', 6],
            ]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('mutated XML settles', async () => {
    const parts = workbookParts({
      sheets: [
        {
          name: '表',
          rows: [['文', { value: 3, formula: 'A1+1' }], [{ inline: '内' }]],
          merges: ['A1:B2'],
          hiddenRows: [1],
        },
      ],
    });
    const names = Object.keys(parts).filter((name) => /workbook|sheet|shared|rels/.test(name));
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '&',
      '=',
      ' ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '<!',
      'r="A1"',
      '<c>',
      '</row>',
      ':',
      '',
      '\u0000',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(6),
        piece,
        (name, where, cut, insert) => {
          const xml = parts[name] as string;
          const at = Math.floor(where * xml.length);
          return settles(
            buildPackage({ ...parts, [name]: xml.slice(0, at) + insert + xml.slice(at + cut) }),
            'a.xlsx',
          );
        },
      ),
      { numRuns: 600 },
    );
  });

  it('flipped bytes of an old file settle', async () => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([['考核', 6]]), '表');
    const small = new Uint8Array(writeSheetJs(workbook, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    const sample = new Uint8Array(
      readFileSync(join(__dirname, '../../../assets/samples/附件1-小港街道-旧格式.xls')),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(small, sample),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.nat(255)), {
          minLength: 1,
          maxLength: 8,
        }),
        (whole, flips) => {
          const flipped = whole.slice();
          for (const [where, value] of flips) flipped[8 + Math.floor(where * (whole.length - 8))] = value;
          return settles(flipped, 'a.xls');
        },
      ),
      { numRuns: 400 },
    );
  });
});

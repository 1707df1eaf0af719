import {
  NOTE_BLOCK_END,
  NOTE_BLOCK_START,
  noteBlockOf,
  severityOfSignature,
  signatureFormula,
  withNoteBlock,
  withoutNoteBlock,
} from '../../../src/plan/marks';
import { buildPackage, buildWorkbook, workbookParts } from '../../support/package';
import type { PartContent } from '../../support/package';
import {
  applied,
  changedParts,
  childNames,
  danglingLinks,
  marks,
  open,
  partsOf,
  planOf,
  textOf,
  throughLibreOffice,
  throughOpenpyxl,
  withLibreOffice,
  withOpenpyxl,
} from './patchSupport';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET = 'xl/worksheets/sheet1.xml';
const plain = buildWorkbook({
  sheets: [
    {
      name: 'S',
      rows: [
        ['考核内容', '分值', '自查分'],
        ['a', 6, 7],
        ['b', 8, 8],
        ['c', 8, 8],
      ],
    },
    { name: 'T', rows: [[1]] },
  ],
});
const clear = planOf([], marks('S', {}), marks('T', {}));

/** A workbook whose sheet S carries this XML behind its cells. */
function bookWith(after: string, parts: Record<string, PartContent | null> = {}): Uint8Array {
  return buildWorkbook({ sheets: [{ name: 'S', rows: [[1]], after }], parts });
}

async function sheetWith(bytes: Uint8Array, cells: Parameters<typeof marks>[1]): Promise<string> {
  return textOf(await applied(bytes, planOf([], marks('S', cells))), SHEET);
}

describe('signature of a highlight', () => {
  test.each(['error', 'warning', 'notice'] as const)(
    'is found again for %s however it was saved',
    (severity) => {
      const formula = signatureFormula(severity);
      for (const saved of [
        formula,
        `=${formula}`,
        formula.toUpperCase(),
        formula.replace('=', ' = '),
        `(${formula})`,
      ]) {
        expect(severityOfSignature(saved)).toBe(severity);
      }
    },
  );

  test.each([
    '',
    'TRUE',
    'N("kaohe:fatal")=0',
    'N("kaohe:error")=1',
    'AND(N("kaohe:error")=0,A1>1)',
    '"kaohe:error"',
  ])('is not seen in %j', (formula) => expect(severityOfSignature(formula)).toBeNull());
});

describe('our block in a note', () => {
  test('comes behind what the user wrote, and goes without a trace', () => {
    for (const own of [
      '',
      '请核对',
      '  两行\n\n末尾有空行\n',
      `${NOTE_BLOCK_START}只是一行`,
      `a\n${NOTE_BLOCK_START}\n没有结尾`,
    ]) {
      const note = withNoteBlock(own, '超过分值');
      expect(noteBlockOf(note)).toBe('超过分值');
      expect(withoutNoteBlock(note)).toBe(own);
      expect(withNoteBlock(note, '超过分值')).toBe(note);
      expect(withoutNoteBlock(withNoteBlock(note, '换了话'))).toBe(own);
    }
  });

  test('keeps what the user wrote behind it', () => {
    expect(withoutNoteBlock(`${withNoteBlock('前', '话')}\n后`)).toBe('前\n后');
  });

  test('goes wherever it was copied to', () => {
    const block = withNoteBlock('', '话');
    expect(withoutNoteBlock(`前\n${block}\n中\n${block}\n后`)).toBe('前\n中\n后');
  });

  test('cannot be closed by the words in it', () => {
    const words = `引文\n${NOTE_BLOCK_END}\n${NOTE_BLOCK_START}\n完`;
    const note = withNoteBlock('前', words);
    expect(withoutNoteBlock(note)).toBe('前');
    expect(withNoteBlock(note, words)).toBe(note);
  });
});

describe('highlights', () => {
  test('are one conditional format a severity, in as few blocks as may be', async () => {
    const xml = await sheetWith(plain, { C2: ['error'], C3: ['error'], B3: ['error'], A2: ['warning'] });
    expect(
      [...xml.matchAll(/sqref="([^"]*)".*?priority="(\d)".*?kaohe:(\w+)/g)].map((m) => m.slice(1)),
    ).toEqual([
      ['B3 C2:C3', '1', 'error'],
      ['A2', '2', 'warning'],
    ]);
  });

  test('come behind the users’ rules, in front where priorities are free, theirs unchanged', async () => {
    const rule = (priority: number) =>
      `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="${priority}"><formula>TRUE</formula></cfRule></conditionalFormatting>`;
    const [behind, before] = [
      await sheetWith(bookWith(rule(1)), { A1: ['error'] }),
      await sheetWith(bookWith(rule(5)), { A1: ['error'] }),
    ];
    expect(behind).toContain(rule(1));
    expect(behind).toMatch(/priority="2"><formula>N\(/);
    expect(before).toContain(rule(5));
    expect(before).toMatch(/priority="1"><formula>N\(/);
  });

  test('stand before validations, links, margins and whatever else comes later', async () => {
    const after =
      '<phoneticPr fontId="1"/><dataValidations count="0"/><pageMargins/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent><extLst/>';
    const xml = await sheetWith(bookWith(after), { A1: ['error', '话'] });
    expect(childNames(xml)).toEqual([
      'sheetData',
      'phoneticPr',
      'conditionalFormatting',
      'dataValidations',
      'pageMargins',
      'legacyDrawing',
      'AlternateContent',
      'extLst',
    ]);
  });

  test("ours go out of a conditional format that a program joined with a user's", async () => {
    const own = `<cfRule type="expression" dxfId="0" priority="1"><formula> n( "KAOHE:Error" ) = 0 </formula></cfRule>`;
    const user = `<cfRule type="expression" dxfId="0" priority="2"><formula>A1&gt;1</formula></cfRule>`;
    const bytes = bookWith(`<conditionalFormatting sqref="A1">${own}${user}</conditionalFormatting>`);
    expect(await sheetWith(bytes, {})).toContain(
      `</sheetData><conditionalFormatting sqref="A1">${user}</conditionalFormatting></worksheet>`,
    );
  });

  test('that mark the same cells keep their bytes, however they are cut', async () => {
    const own = `<conditionalFormatting sqref="C4 A1:B2 C3"><cfRule type="expression" dxfId="9" priority="7" stopIfTrue="0"><formula>N(&quot;kaohe:notice&quot;)=0</formula></cfRule></conditionalFormatting>`;
    const bytes = bookWith(own);
    const same = marks('S', {
      A1: ['notice'],
      A2: ['notice'],
      B1: ['notice'],
      B2: ['notice'],
      C3: ['notice'],
      C4: ['notice'],
    });
    expect(await applied(bytes, planOf([], same))).toBe(bytes);
  });

  test('that somebody spread over whole columns are put right', async () => {
    const own = `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" dxfId="9" priority="7"><formula>N("kaohe:error")=0</formula></cfRule></conditionalFormatting>`;
    expect(await sheetWith(bookWith(own), { B2: ['error'] })).toMatch(
      /<conditionalFormatting sqref="B2">(?!.*XFD)/,
    );
  });

  test('of many cells are cut into lists of bearable length', async () => {
    const cells = Object.fromEntries(
      Array.from({ length: 1200 }, (_, i) => [`A${2 * i + 1}`, ['error'] as const]),
    );
    const lists = [...(await sheetWith(plain, cells)).matchAll(/sqref="([^"]*)"/g)].map(
      (m) => m[1]!.split(' ').length,
    );
    expect(lists).toEqual([500, 500, 200]);
  });

  test('share one fill, appended to the styles once and found again', async () => {
    const once = await applied(
      plain,
      planOf([], marks('S', { A1: ['error'] }), marks('T', { A1: ['error'] })),
    );
    const again = await applied(await applied(once, clear), planOf([], marks('S', { A1: ['error'] })));
    expect(textOf(again, 'xl/styles.xml').match(/<dxf>/g)).toHaveLength(1);
    expect(textOf(again, 'xl/styles.xml')).toContain('<dxfs count="1">');
    expect(childNames(textOf(again, 'xl/styles.xml')).slice(-2)).toEqual(['cellStyles', 'dxfs']);
  });

  test('are appended to formats that are there, prefixed and strict ones too', async () => {
    const styles = `<s:styleSheet xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main"><s:cellXfs count="1"><s:xf/></s:cellXfs><s:dxfs count="1"><s:dxf/></s:dxfs><s:extLst/></s:styleSheet>`;
    const after = await applied(
      buildWorkbook({ sheets: [{ name: 'S', rows: [[1]] }], styles }),
      planOf([], marks('S', { A1: ['warning'] })),
    );
    expect(textOf(after, 'xl/styles.xml')).toContain(
      '<s:dxfs count="2"><s:dxf/><s:dxf><s:fill><s:patternFill patternType="solid"><s:fgColor rgb="FFFFE699"/><s:bgColor rgb="FFFFE699"/></s:patternFill></s:fill></s:dxf></s:dxfs><s:extLst/>',
    );
    expect(textOf(after, SHEET)).toContain('dxfId="1"');
  });

  test('need no styles part: one is made', async () => {
    const parts = workbookParts({ sheets: [{ name: 'S', rows: [[1]] }] });
    delete parts['xl/styles.xml'];
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      /<Relationship Id="rId2"[^>]*>/,
      '',
    );
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] as string).replace(
      /<Override PartName="\/xl\/styles.xml"[^>]*>/,
      '',
    );
    const after = await applied(buildPackage(parts), planOf([], marks('S', { A1: ['error'] })));
    expect(childNames(textOf(after, 'xl/styles.xml'))).toContain('dxfs');
    expect(danglingLinks(after)).toEqual([]);
  });
});

describe('notes', () => {
  test('are made with parts, links and content types where there were none, and go without leaving any', async () => {
    const after = await applied(plain, planOf([], marks('S', { C2: [null, '超过分值'] })));
    expect(changedParts(plain, after)).toEqual([
      '[Content_Types].xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      SHEET,
    ]);
    expect(danglingLinks(after)).toEqual([]);
    expect(textOf(after, 'xl/drawings/vmlDrawing1.vml')).toContain('<x:Row>1</x:Row><x:Column>2</x:Column>');
    const cleared = await applied(after, clear);
    expect(changedParts(plain, cleared)).toEqual([]);
  });

  test('change words, come and go singly', async () => {
    const first = await applied(plain, planOf([], marks('S', { A1: [null, '一'], A2: [null, '二'] })));
    const second = await applied(first, planOf([], marks('S', { A2: [null, '贰'], A3: [null, '三'] })));
    const comments = textOf(second, 'xl/comments1.xml');
    expect([...comments.matchAll(/ref="(\w+)"/g)].map((m) => m[1]).sort()).toEqual(['A2', 'A3']);
    expect(comments).toContain('贰');
    expect(comments).not.toContain('二');
    expect(textOf(second, 'xl/drawings/vmlDrawing1.vml').match(/<v:shape /g)).toHaveLength(2);
    expect(await applied(second, planOf([], marks('S', { A2: [null, '贰'], A3: [null, '三'] })))).toBe(
      second,
    );
  });

  test('of several sheets have drawings of their own with different ids', async () => {
    const after = await applied(
      plain,
      planOf([], marks('S', { A1: [null, '一'] }), marks('T', { A1: [null, '二'] })),
    );
    const maps = [1, 2].map((n) => /data="(\d+)"/.exec(textOf(after, `xl/drawings/vmlDrawing${n}.vml`))?.[1]);
    expect(maps).toEqual(['1', '2']);
    expect(danglingLinks(after)).toEqual([]);
  });

  test('more than an id block holds are all given', async () => {
    const cells = Object.fromEntries(
      Array.from({ length: 1100 }, (_, i) => [`A${i + 1}`, [null, `${i}`] as const]),
    );
    const after = await applied(plain, planOf([], marks('S', cells)));
    const vml = textOf(after, 'xl/drawings/vmlDrawing1.vml');
    expect(vml).toContain('data="1,2"');
    expect(new Set(vml.match(/_x0000_s\d+/g)).size).toBe(1100);
  });

  test('join a drawing of form controls, which keeps its bytes', async () => {
    const vml =
      '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shape id="_x0000_s3073" type="#_x0000_t201"><br>x</v:shape>\r\n</xml>';
    const bytes = bookWith(`<legacyDrawing xmlns:q="${REL}" q:id="rId9"/>`, {
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="${REL}/vmlDrawing" Target="/xl/drawings/a.vml"/></Relationships>`,
      'xl/drawings/a.vml': vml,
    });
    const after = await applied(bytes, planOf([], marks('S', { A1: [null, '一'] })));
    const written = textOf(after, 'xl/drawings/a.vml');
    expect(written.replace(/<v:shapetype.*(?=<\/xml>)/s, '')).toBe(vml);
    expect(written).toContain('id="_x0000_s3074"');
    expect(written).toContain('<v:shape xmlns:x="urn:schemas-microsoft-com:office:excel" id=');
    const cleared = await applied(after, planOf([], marks('S', {})));
    expect(changedParts(bytes, cleared)).toEqual([]);
  });

  test('use the namespaces and relationship types of a strict package', async () => {
    const parts = Object.fromEntries(
      Object.entries(
        workbookParts({
          sheets: [
            {
              name: 'S',
              xml: '<s:worksheet xmlns:s="http://purl.oclc.org/ooxml/spreadsheetml/main"><s:sheetData/></s:worksheet>',
            },
          ],
        }),
      ).map(([name, content]) => [
        name,
        (content as string)
          .split('http://schemas.openxmlformats.org/officeDocument/2006/relationships')
          .join('http://purl.oclc.org/ooxml/officeDocument/relationships'),
      ]),
    );
    const after = await applied(buildPackage(parts), planOf([], marks('S', { A1: ['error', '一'] })));
    expect(textOf(after, SHEET)).toContain(
      '<s:legacyDrawing xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" r:id="rId2"/>',
    );
    expect(textOf(after, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(textOf(after, 'xl/comments1.xml')).toContain(
      'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
    );
  });

  test('fit sheets in odd folders, and part names that are taken in another case', async () => {
    const parts = workbookParts({ sheets: [{ name: 'S', rows: [[1]] }] });
    const sheet = parts[SHEET] as string;
    delete parts[SHEET];
    parts['xl/weird folder/工作表.xml'] = sheet;
    parts['xl/Comments1.XML'] = '<x/>';
    parts['xl/_rels/workbook.xml.rels'] = (parts['xl/_rels/workbook.xml.rels'] as string).replace(
      'worksheets/sheet1.xml',
      './weird%20folder/工作表.xml',
    );
    parts['[Content_Types].xml'] = (parts['[Content_Types].xml'] as string).replace(
      '/xl/worksheets/sheet1.xml',
      '/xl/weird folder/工作表.xml',
    );
    const after = await applied(buildPackage(parts), planOf([], marks('S', { A1: [null, '一'] })));
    expect([...partsOf(after).keys()]).toEqual(
      expect.arrayContaining(['xl/comments2.xml', 'xl/weird folder/_rels/工作表.xml.rels']),
    );
    expect(textOf(after, 'xl/weird folder/_rels/工作表.xml.rels')).toContain('Target="../comments2.xml"');
  });

  test('have boxes that fit their words and start beside the cell', async () => {
    const bytes = buildWorkbook({
      sheets: [
        { name: 'S', rows: [[1]], before: '<cols><col min="2" max="2" width="80" customWidth="1"/></cols>' },
      ],
    });
    const anchors = async (text: string) => {
      const after = await applied(bytes, planOf([], marks('S', { A1: [null, text] })));
      const anchor = /<x:Anchor>([^<]*)</.exec(textOf(after, 'xl/drawings/vmlDrawing1.vml'))?.[1] ?? '';
      return anchor.split(', ').map(Number) as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
    };
    const short = await anchors('短');
    const long = await anchors('自查分超过了这一项的分值，请按评分标准重新填写。'.repeat(6));
    expect(short.slice(0, 3)).toEqual([1, 12, 0]);
    // The wide column B holds the whole box.
    expect(short[4]).toBe(1);
    expect(long[6]).toBeGreaterThan(short[6] + 5);
  });

  withOpenpyxl(
    'and highlights are seen by openpyxl, and are taken for standing once it saved them',
    async () => {
      const plan = planOf([], marks('S', { C2: ['error', '超过分值'], C3: ['notice'] }));
      const { seen, saved } = throughOpenpyxl(await applied(plain, plan));
      expect(seen['S']?.cells['C2']?.note).toContain('超过分值');
      expect(seen['S']?.formats.flatMap(([, rules]) => rules.flat()).sort()).toEqual([
        'N("kaohe:error")=0',
        'N("kaohe:notice")=0',
      ]);
      expect(await applied(saved, plan)).toEqual(new Uint8Array(saved));
    },
  );

  withLibreOffice(
    'and highlights are taken for standing once LibreOffice saved them',
    async () => {
      const plan = planOf(
        [],
        marks('S', { C2: ['error', '考核分 7 高于分值 6\n最多给 6 分'], C3: ['error'], C4: ['notice'] }),
      );
      const saved = throughLibreOffice(await applied(plain, plan));
      const host = await open(saved);
      await host.apply(plan);
      expect(host.save()).toEqual(new Uint8Array(saved));
      await host.apply(clear);
      expect([...partsOf(host.save()).keys()].filter((name) => /comments|vml/.test(name))).toEqual([]);
      expect(textOf(host.save(), SHEET)).not.toContain('kaohe');
    },
    120_000,
  );
});

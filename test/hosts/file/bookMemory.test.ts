import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileFault } from '../../../src/hosts/file/fault';
import { BookMemory } from '../../../src/hosts/file/read/bookMemory';
import { readWorkbook } from '../../../src/hosts/file/read/workbook';
import { openZip } from '../../../src/hosts/file/zip';
import type { GridCell } from '../../../src/sheet/grid';
import { buildPackage, workbookParts } from '../../support/package';
import { sixtyFiles } from '../../support/returnedFiles';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** What reading comes to: the sheets, or the fault. */
function outcome(bytes: Uint8Array, memory: BookMemory): unknown {
  try {
    return readWorkbook(bytes, null, memory).snapshot.grids;
  } catch (error) {
    if (error instanceof FileFault) return error.fault;
    throw error;
  }
}

function expectAlike(books: readonly Uint8Array[], memory = new BookMemory()): void {
  for (const bytes of books) expect(outcome(bytes, memory)).toEqual(outcome(bytes, new BookMemory()));
}

interface Book {
  readonly rows: string;
  readonly strings: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly date1904?: boolean;
}

const HIDDEN_B = '<cols><col min="2" max="2" hidden="1"/></cols>';
const MERGED = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C1"/></mergeCells>';

const table = (items: readonly string[]) => `<sst xmlns="${MAIN}">${items.join('')}</sst>`;

function book(
  { rows, strings, before = '', after = '', date1904 = false }: Book,
  sharedStrings = table(strings),
): Uint8Array {
  const xml = `<worksheet xmlns="${MAIN}" xmlns:x="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  const parts = workbookParts({ sheets: [{ name: '表', xml }], date1904 });
  return buildPackage({ ...parts, 'xl/sharedStrings.xml': sharedStrings }, 0);
}

const cellsOf = (bytes: Uint8Array, memory: BookMemory): readonly GridCell[] =>
  readWorkbook(bytes, null, memory).snapshot.grids.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

describe('reading with what earlier workbooks left behind', () => {
  const samples = ['assets/samples', 'test/fixtures/rich'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.xlsx'))
      .map((name) => new Uint8Array(readFileSync(join(folder, name)))),
  );

  it('gives the same for every sample, in any order, however often', () => {
    const memory = new BookMemory();
    expectAlike([...samples, ...samples], memory);
    expectAlike([...samples].reverse(), memory);
  });

  it('gives the same for a round of returned workbooks', () => {
    const files = sixtyFiles().files.filter(({ name }) => name.endsWith('.xlsx'));
    expect(files.length).toBeGreaterThan(20);
    expectAlike(files.map(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64'))));
  });

  /** Every character of a sample's sheet and strings may be changed, taken out or doubled. */
  it('gives the same after random edits of the parts', () => {
    const texts = samples.map((bytes) => {
      const zip = openZip(bytes);
      return new Map(zip.names().map((name) => [name, Buffer.from(zip.read(name)).toString('latin1')]));
    });
    const memory = new BookMemory();
    samples.forEach((bytes) => outcome(bytes, memory));
    const edit = fc.record({
      sample: fc.nat(texts.length - 1),
      strings: fc.boolean(),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      length: fc.nat(40),
      deed: fc.constantFrom<(cut: string) => string>(
        (cut) => cut.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
        (cut) => cut.replace(/ r="[^"]*"/, ''),
        (cut) => cut.replace(/<row /, '<row hidden="1" '),
        (cut) => cut.replace(/ t="s"/, ''),
        (cut) => cut + cut,
        () => '',
        () => '<!-- -->',
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const bytes = edits.map(({ sample, strings, at, length, deed }) => {
          const parts = new Map(texts[sample]);
          const sheet = [...parts.keys()].find((part) => part.startsWith('xl/worksheets/sheet'))!;
          const name = strings && parts.has('xl/sharedStrings.xml') ? 'xl/sharedStrings.xml' : sheet;
          const text = parts.get(name)!;
          const from = Math.floor(at * text.length);
          const changed =
            text.slice(0, from) + deed(text.slice(from, from + length)) + text.slice(from + length);
          parts.set(name, changed);
          return buildPackage(
            [...parts].map(
              ([part, content]) => [part, new Uint8Array(Buffer.from(content, 'latin1'))] as const,
            ),
            0,
          );
        });
        expectAlike(bytes, memory);
      }),
      { numRuns: 60 },
    );
  });

  /** Forms of a cell that say the same or not, alone or by what stands before them. */
  const forms = (ref: string) => [
    `<c r="${ref}"/>`,
    `<c r="${ref}" s="2"/>`,
    '<c s="1"/>',
    `<c r="${ref}" t="s"><v>0</v></c>`,
    `<c r="${ref}" t="s"><v>1</v></c>`,
    `<c r="${ref}" t="s"><v>2</v></c>`,
    `<c r="${ref}" t="s"><v>7</v></c>`,
    `<c r="${ref}" t="s"><v> 1 </v></c>`,
    `<c r="${ref}" t="s"><v>0</v><v>1</v></c>`,
    `<c r="${ref}" t="s"><v>7</v><v>1</v></c>`,
    `<c r="${ref}" t="s"><v>1</v><is><t>丙</t></is></c>`,
    '<c t="s"><v>1</v></c>',
    `<c r="${ref}"><v>1</v></c>`,
    `<c r="${ref}"><v>2.5</v></c>`,
    `<x:c r="${ref}"><x:v>2</x:v></x:c>`,
    `\n<c  r='${ref}' ><v>2</v></c >`,
    `<c r="${ref}" t="b"><v>1</v></c>`,
    `<c r="${ref}" t="e"><v>#REF!</v></c>`,
    `<c r="${ref}" t="d"><v>2024-05-01</v></c>`,
    `<c r="${ref}" t="str"><f>A1&amp;"_x000D_"</f><v>一&amp;二_x000D_三</v></c>`,
    `<c r="${ref}" t="inlineStr"><is><t>内联文字一二三四五六七八九十</t><rPh><t>x</t></rPh></is></c>`,
    `<c r="${ref}"><!-- c --><v><![CDATA[3]]></v></c>`,
    `<c r="${ref}"><f t="shared" ref="A1:C9" si="0">A1+$B$2</f><v>3</v></c>`,
    `<c r="${ref}"><f t="shared" si="0"/><v>3</v></c>`,
    `<c r="${ref}"><f>SUM(A1:A2)</f></c>`,
    '<c r="XFE1"><v>1</v></c>',
    '<c r="1"><v>1</v></c>',
    '<extLst><ext/></extLst>',
  ];
  const rowTags = (number: number) => [
    `<row r="${number}">`,
    `<row r="${number}">`,
    `<row r="${number}" hidden="1">`,
    `<row spans="1:3" r="${number}">`,
    `<row r="${number + 1}">`,
    '<row r="1">',
    '<row>',
    '<row hidden="true">',
    '<row r="2000000">',
    '<x:row r="3" hidden="0">',
    '\n ',
    `<row r="${number}"/><row>`,
    '<row hidden="1"/>',
  ];
  const items = [
    '<si><t>甲</t></si>',
    '<si><t>乙</t></si>',
    '<si><t></t></si>',
    '<si><t xml:space="preserve">较长的一段文字，共享字符串 </t></si>',
    '<si><r><rPr><sz val="11"/></rPr><t>每次扣</t></r><r><t>1&amp;</t></r></si>',
    '<si><t>_x0041_\r\n</t></si>',
    '<si><t>文</t><phoneticPr fontId="1" type="noConversion"/></si>',
    '<si><t>文</t><phoneticPr fontId="/>"/></si>',
    '<si><t>文</t><phoneticPr fontId="1"></phoneticPr></si>',
    '\n<si ><t>乙</t></si>',
    '<si/>',
    '<si><t>漢</t><rPh sb="0" eb="1"><t>カン</t></rPh></si>',
  ];

  const row = (number: number): fc.Arbitrary<string> =>
    fc
      .tuple(
        fc.constantFrom(...rowTags(number)),
        ...['A', 'B', 'C'].map((column) => fc.constantFrom('', '', ...forms(`${column}${number}`))),
      )
      .map(([tag, ...cells]) =>
        tag.endsWith('/>') || !tag.includes('<') ? tag : `${tag}${cells.join('')}</row>`,
      );
  const anyBook: fc.Arbitrary<Book> = fc.record({
    rows: fc.tuple(row(1), row(2), row(3), fc.constantFrom('', '<row r="4">')).map((all) => all.join('')),
    // Mostly plain ones: one that is not makes the whole part go another way.
    strings: fc.array(fc.constantFrom(...items.slice(0, 7), ...items), { minLength: 2, maxLength: 4 }),
    before: fc.constantFrom('', HIDDEN_B, `<cols/>${HIDDEN_B}${MERGED}`, '</worksheet>'),
    after: fc.constantFrom(
      '',
      MERGED,
      `${HIDDEN_B}${HIDDEN_B.replace(/2/g, '3')}`,
      `${MERGED}<sheetData><row><c><v>5</v></c></row></sheetData>`,
      '</worksheet><worksheet>',
      '</worksheet><sheetData><row><c><v>6</v></c></row></sheetData><worksheet>',
      '<!--',
    ),
    date1904: fc.boolean(),
  });

  it('gives the same whatever forms of rows, cells and strings came before', () => {
    fc.assert(
      fc.property(fc.array(anyBook, { minLength: 2, maxLength: 12 }), (books) =>
        expectAlike(books.map((one) => book(one))),
      ),
      { numRuns: 300 },
    );
  });
});

describe('what looks like something known', () => {
  const strings = ['<si><t>甲</t></si>', '<si><t>乙</t></si>', '<si><t>丙</t></si>'];
  const cell = (ref: string, value = 1) => `<c r="${ref}"><v>${value}</v></c>`;
  const row = (cells: string, number = 1) => `<row r="${number}">${cells}</row>`;
  const next = '<c><v>5</v></c>';

  it.each([
    ['a cell without a reference behind another cell', row(cell('A1') + next), row(cell('B1') + next)],
    ['a cell without a reference behind a known one', row(cell('C1')), row(cell('C1') + next)],
    [
      'a row without a number before a known one',
      `<row/>${row(cell('A5'), 5)}`,
      `<row/>${row(cell('A5') + cell('B9'), 5)}`,
    ],
    [
      'a string beyond the last column',
      row('<c r="XFE1" t="s"><v>1</v></c>'),
      row('<c r="XFE1" t="s"><v>1</v></c>'),
    ],
    [
      'the follower of another formula',
      row(`<c r="A1"><f t="shared" si="0">B1</f></c>${cell('B1')}`) +
        row('<c r="A2"><f t="shared" si="0"/></c>', 2),
      row(`<c r="A1"><f t="shared" si="0">C1</f></c>${cell('B1')}`) +
        row('<c r="A2"><f t="shared" si="0"/></c>', 2),
    ],
    ['a row after another one', row(cell('A1')) + row(cell('A3'), 3), row(cell('A3'), 3) + row(cell('A1'))],
    [
      'another row in the same words',
      row(`${cell('A1')}${cell('B1')}`),
      row(`${cell('A1')}</row><row r="2">${cell('B1')}`),
    ],
  ])('is read as what it is: %s', (_, one, other) => {
    expectAlike([book({ rows: one, strings }), book({ rows: other, strings })]);
  });

  it('is missed where one of two strings is missing', () => {
    const rows = row('<c r="A1" t="s"><v>2</v><v>1</v></c>');
    expectAlike([book({ rows, strings }), book({ rows, strings: strings.slice(0, 2) })]);
  });

  it('is broken where the table of strings ends in the middle of it', () => {
    const rows = row('<c r="A1" t="s"><v>1</v></c>');
    const whole = table(strings);
    expectAlike([book({ rows, strings }), book({ rows, strings }, whole.slice(0, whole.indexOf('丙')))]);
  });

  it('keeps what a phonetic guide would look like out of the text', () => {
    const item = '<si><t>文</t><phoneticPr fontId="1" type="noConversion"/></si>';
    const odd = '<si><t>文</t><phoneticPr fontId="/><t>字</t>"/></si>';
    const rows = row('<c r="A1" t="s"><v>0</v></c>') + row('<c r="A2" t="s"><v>1</v></c>', 2);
    const read = cellsOf(book({ rows, strings: [item, odd] }), new BookMemory());
    expect(read.map(({ value }) => value)).toEqual(['文', '文']);
  });
});

describe('what workbooks have in common', () => {
  const strings = ['<si><t>考核内容</t></si>', '<si><r><rPr/><t>每次扣</t></r><r><t>1分</t></r></si>'];
  const rows = (score: number) =>
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" t="s"><v>1</v></c></row>` +
    `<row r="2"><c r="A2"><f>SUM(C2:C9)</f><v>9</v></c><c r="C2"><v>${score}</v></c><c r="D2"><v>4</v></c></row>`;

  it('is taken over from the one before', () => {
    const memory = new BookMemory();
    const one = cellsOf(book({ rows: rows(3), strings }), memory);
    const other = cellsOf(book({ rows: rows(2), strings }), memory);
    expect(other.map((cell, i) => cell === one[i])).toEqual([true, true, true, false, true]);
  });

  it('is taken over from what stands around the rows, too', () => {
    const memory = new BookMemory();
    const read = (score: number, after: string) =>
      readWorkbook(book({ rows: rows(score), strings, before: HIDDEN_B, after }), null, memory).snapshot
        .grids[0];
    const [one, other, third] = [read(1, MERGED), read(2, MERGED), read(3, MERGED.replace('B2', 'B3'))];
    expect(one?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(other?.merges).toBe(one?.merges);
    expect(third?.merges).toEqual([{ top: 0, left: 0, bottom: 2, right: 1 }]);
    expect([one, other, third].map((grid) => grid?.hiddenColumns)).toEqual(
      Array.from({ length: 3 }, () => [{ from: 1, to: 1 }]),
    );
  });

  it('is not taken over where the strings behind it are others', () => {
    const memory = new BookMemory();
    cellsOf(book({ rows: rows(3), strings }), memory);
    const other = cellsOf(book({ rows: rows(3), strings: [...strings].reverse() }), memory);
    expect(other.slice(0, 2).map(({ value }) => value)).toEqual(['每次扣1分', '考核内容']);
  });

  it('is bounded, however many sheets and strings there are', () => {
    const memory = new BookMemory();
    const sizes = Array.from({ length: 6 }, (_, i) => {
      const texts = Array.from({ length: 2000 }, (_, k) => `<si><t>${`${i}-${k}-`.repeat(40)}</t></si>`);
      const cells = texts.map((_, k) => `<row r="${i * 2000 + k + 1}"><c r="A1" t="s"><v>${k}</v></c></row>`);
      const read = cellsOf(book({ rows: cells.join(''), strings: texts }), memory);
      expect(read[1999]?.value).toBe(`${i}-1999-`.repeat(40));
      return { rows: memory.rows.size, strings: memory.strings.size };
    });
    const most = (of: 'rows' | 'strings') => Math.max(...sizes.map((size) => size[of]));
    expect(most('rows')).toBeLessThanOrEqual(1_000_000);
    expect(most('strings')).toBeLessThanOrEqual(800_000);
    // All together they are several times as much: both had to forget on the way.
    for (const of of ['rows', 'strings'] as const) {
      const steps = sizes.map((size) => size[of]);
      expect(steps.some((size, i) => i > 0 && size < steps[i - 1]!)).toBe(true);
    }
  });

  it('is hardly kept of a place where everything is new, and is again when something comes back', () => {
    const memory = new BookMemory();
    const kept = Array.from({ length: 100 }, (_, i) => {
      const before = memory.rows.size;
      cellsOf(book({ rows: `<row r="1"><c r="A1"><v>${i}.5</v></c></row>`, strings }), memory);
      return memory.rows.size > before;
    });
    expect(kept.slice(0, 10)).not.toContain(false);
    expect(kept.slice(20).filter(Boolean).length).toBe(10);
    const again = book({ rows: '<row r="1"><c r="A1"><v>7</v></c></row>', strings });
    const read = Array.from({ length: 10 }, () => cellsOf(again, memory)[0]);
    expect(read[9]).toBe(read[8]);
  });

  it('is not kept of what is large', () => {
    const memory = new BookMemory();
    const long = 'x'.repeat(20_000);
    const bytes = book({
      rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${long}</t></is></c></row>`,
      strings: [`<si><t>${long}</t></si>`],
    });
    const [one, other] = [cellsOf(bytes, memory), cellsOf(bytes, memory)];
    expect(other).toEqual(one);
    expect(other[0]).not.toBe(one[0]);
  });
});

import fc from 'fast-check';
import { openFileHost } from '../../../src/hosts/file/fileHost';
import { HostError } from '../../../src/hosts/host';
import type { CellContent } from '../../../src/plan/cellContent';
import type { EditPlan } from '../../../src/plan/edits';
import { noteBlockOf, withNoteBlock, withoutNoteBlock } from '../../../src/plan/marks';
import { richParts, SHEET1 } from '../../fixtures/rich/richParts';
import { buildPackage, buildWorkbook } from '../../support/package';
import { applied, danglingLinks, marks, open, partsOf, planOf, textOf } from './patchSupport';

const rich = buildPackage(richParts());
const RICH_SHEETS = ['评分表', '空白表', '隐藏表'] as const;
const sheetXml = fc.constantFrom(
  '<row r="1"><c r="A1"><v>1</v></c><c r="C1" s="1"><f>A1</f><v>1</v></c></row><row r="4"/>',
  '<row><c/><c><v>2</v></c></row><row/><row><c t="inlineStr"><is><t>x</t></is></c></row>',
  '<row r="2" spans="1:3"><c r="A2"><f t="shared" ref="A2:A5" si="0">B2*2</f><v>0</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row><row r="5"><c r="A5"><f t="shared" si="0"/></c></row>',
  '',
);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('=1', '_x000D_', ' 空格 ', '一\r\n二', '——考核校验——', '\n——校验结束——\n'),
);
const content: fc.Arbitrary<CellContent> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
  }),
  fc.record({
    kind: fc.constant('formula' as const),
    formula: fc.constantFrom('SUM(A1:A3)', 'B1&"<分>"', "ROUND('评分表'!D3,2)"),
    cached: fc.oneof(text, fc.integer()),
  }),
  fc.constant({ kind: 'format' as const }),
);
const place = fc.record({ row: fc.nat(7), column: fc.nat(5) });
const severity = fc.constantFrom('error' as const, 'warning' as const, 'notice' as const);

function planFor(...sheets: string[]): fc.Arbitrary<EditPlan> {
  const sheet = fc.constantFrom(...sheets);
  return fc.record({
    cells: fc.array(
      fc
        .record({ sheet, place, content, like: fc.option(place, { nil: undefined }) })
        .map(({ place: at, like, ...rest }) => ({ ...rest, ...at, ...(like === undefined ? {} : { like }) })),
      { maxLength: 8 },
    ),
    marks: fc.array(
      fc.record({
        sheet,
        highlights: fc.array(
          fc.record({ place, severity }).map(({ place: at, ...rest }) => ({ ...at, ...rest })),
          { maxLength: 6 },
        ),
        notes: fc.array(
          fc
            .record({ place, text: fc.string({ unit: 'grapheme', maxLength: 30 }) })
            .map(({ place: at, ...rest }) => ({ ...at, ...rest })),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 3 },
    ),
  });
}

const bookOf = (xml: string) =>
  buildWorkbook({
    sheets: [
      {
        name: 'S',
        xml: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1"/><sheetData>${xml}</sheetData><pageMargins/></worksheet>`,
      },
    ],
  });

const RUNS = { numRuns: 60 };

test('applying a plan twice is applying it once', async () => {
  await fc.assert(
    fc.asyncProperty(sheetXml, planFor('S'), async (xml, plan) => {
      const once = await applied(bookOf(xml), plan);
      expect(await applied(once, plan)).toBe(once);
      expect(danglingLinks(once)).toEqual([]);
    }),
    RUNS,
  );
});

test('undo gives the bytes back', async () => {
  await fc.assert(
    fc.asyncProperty(sheetXml, planFor('S'), planFor('S'), async (xml, first, second) => {
      const bytes = bookOf(xml);
      const host = await open(bytes);
      const one = await host.apply(first);
      const between = host.save();
      const two = await host.apply(second);
      await two.undo();
      expect(host.save()).toBe(between);
      await one.undo();
      expect(host.save()).toBe(bytes);
      expect((await host.read()).grids[0]?.name).toBe('S');
    }),
    RUNS,
  );
});

test('marks, other marks, then none leave a rich workbook as it was, but for fills listed among the styles', async () => {
  const clear = planOf([], ...RICH_SHEETS.map((name) => marks(name, {})));
  await fc.assert(
    fc.asyncProperty(planFor(...RICH_SHEETS), planFor(...RICH_SHEETS), async (first, second) => {
      const host = await open(rich);
      await host.apply({ cells: [], marks: first.marks });
      await host.apply({ cells: [], marks: second.marks });
      await host.apply(clear);
      const [before, after] = [partsOf(rich), partsOf(host.save())];
      expect([...after.keys()]).toEqual([...before.keys()]);
      for (const [name, bytes] of before) {
        if (name !== 'xl/styles.xml') expect(Buffer.compare(after.get(name)!, bytes)).toBe(0);
      }
    }),
    RUNS,
  );
});

test('a plan on a rich workbook is carried out wholly or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(planFor(...RICH_SHEETS), async (plan) => {
      const host = await open(rich);
      try {
        await host.apply(plan);
      } catch (error) {
        // Only the array formula of the sheet stands in the way.
        expect(error).toMatchObject({ code: 'write-failed', params: { reason: 'array-formula' } });
        expect(host.save()).toBe(rich);
        return;
      }
      const once = host.save();
      await host.apply(plan);
      expect(host.save()).toBe(once);
      if (
        !plan.cells.some(({ sheet }) => sheet === '评分表') &&
        !plan.marks.some(({ sheet }) => sheet === '评分表')
      ) {
        expect(textOf(once, 'xl/worksheets/sheet1.xml')).toBe(SHEET1);
      }
    }),
    RUNS,
  );
});

test('a block goes out of any note as it came in', () => {
  const note = fc
    .array(fc.oneof(text, fc.constant('\n'), fc.constant('——校验结束——')))
    .map((lines) => lines.join(''));
  fc.assert(
    fc.property(note, note, (own, words) => {
      fc.pre(noteBlockOf(own) === null);
      expect(withoutNoteBlock(withNoteBlock(own, words))).toBe(own);
    }),
  );
});

test('a damaged sheet is refused or comes out readable, and the refusal is a HostError', async () => {
  const piece = fc.constantFrom(
    '',
    '<',
    '>',
    '/',
    '"',
    '<c r="B2"/>',
    '<!--',
    '<row>',
    '</c>',
    ' r="A9"',
    '<f t="shared" si="0"/>',
    '&',
    'x:',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.nat(SHEET1.length),
      fc.nat(30),
      piece,
      planFor('评分表'),
      async (at, cut, filler, plan) => {
        const xml = SHEET1.slice(0, at) + filler + SHEET1.slice(at + cut);
        const opened = await openFileHost(
          buildPackage({ ...richParts(), 'xl/worksheets/sheet1.xml': xml }),
          'a.xlsm',
        );
        if (!opened.ok) return;
        const { host } = opened;
        const before = host.save();
        try {
          await host.apply(plan);
        } catch (error) {
          expect(error).toBeInstanceOf(HostError);
          expect(host.save()).toBe(before);
          return;
        }
        expect((await openFileHost(host.save(), 'a.xlsm')).ok).toBe(true);
      },
    ),
    { numRuns: 150 },
  );
});

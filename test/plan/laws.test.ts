import fc from 'fast-check';
import { checkBook } from '../../src/check/checkBook';
import { addCatalog } from '../../src/locale/catalog';
import { en } from '../../src/locale/en';
import { planFill } from '../../src/plan/planFill';
import type { CellInput } from '../../src/sheet/gridFromRows';
import type { Grid } from '../../src/sheet/grid';
import { readBook } from '../../src/sheet/readBook';
import { applyCells } from '../support/applyPlan';
import { bookOf, settingsSheet, streetSheet } from '../support/scoringSheet';

addCatalog('en', en);

/** A score as hundredths, so that its sum can be known exactly. */
const hundredths = fc.integer({ min: 0, max: 1200 });

const clean: fc.Arbitrary<CellInput> = fc.oneof(
  { weight: 4, arbitrary: hundredths.map((value) => value / 100) },
  { weight: 1, arbitrary: hundredths.map((value) => `${value / 100}分`) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const messy: fc.Arbitrary<CellInput> = fc.oneof(
  { weight: 6, arbitrary: clean },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CellInput[]>(
      '优',
      '/',
      ' ',
      true,
      -3,
      { error: '#DIV/0!' },
      { formula: '1+2', value: 3 },
      { formula: '1+2' },
      { formula: 'VLOOKUP(A1,B:C,2)' },
      { formula: 'TEXT(3,"0")', value: '3' },
    ),
  },
);

const rowsOf = (score: fc.Arbitrary<CellInput>) =>
  fc.array(fc.tuple(score, score, fc.constantFrom(undefined, '说明')), { minLength: 6, maxLength: 6 });

const totalCell: fc.Arbitrary<CellInput> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<CellInput[]>(
    0,
    30,
    '30分',
    '见附表',
    '/',
    { error: '#REF!' },
    { formula: 'SUM(E3:E6)', value: 1 },
    {
      formula: 'SUM(E3:E8)',
    },
  ),
);

const totalRow = fc
  .tuple(
    fc.constantFrom('合计', '总分', '基本分合计', '加分合计', '小计', '折合得分', '折合目标考核得分', '总计'),
    fc.constantFrom(undefined, 30),
    totalCell,
    totalCell,
  )
  .map((row): readonly CellInput[] => row);

/** What else stands below a table. */
const asides = fc.constantFrom<(readonly CellInput[])[]>(
  [],
  ['负责人（签字）：'],
  ['注：加分项须附佐证材料。'],
);

const settings = fc.constantFrom<(readonly [string, CellInput])[]>(
  [],
  [['折算满分', 5]],
  [['加分上限', 3]],
  [
    ['总分上限', 31],
    ['加分计入折算', '否'],
  ],
  [['折算区间', '30-40=10；20-30=8']],
);

const sheets = (score: fc.Arbitrary<CellInput>): fc.Arbitrary<Grid[]> =>
  fc
    .record({
      scores: rowsOf(score),
      below: fc.array(fc.oneof({ weight: 5, arbitrary: totalRow }, { weight: 1, arbitrary: asides }), {
        maxLength: 6,
      }),
      reasons: fc.boolean(),
      settings,
    })
    .map(({ scores, below, reasons, settings: rows }) => [
      streetSheet(scores, { below, reasons }),
      ...(rows.length > 0 ? [settingsSheet(rows)] : []),
    ]);

describe('laws of filling', () => {
  it('a second time edits no cell and leaves the same marks', () => {
    fc.assert(
      fc.property(sheets(messy), (grids) => {
        const before = bookOf(grids);
        const first = planFill(checkBook(readBook(before)), 'zh-CN');
        const after = applyCells(before, first);
        const second = planFill(checkBook(readBook(after)), 'zh-CN');
        expect(second.cells).toEqual([]);
        expect(second.marks).toEqual(first.marks);
        expect(second.normalised).toEqual([]);
        expect(second.corrected).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('writes over nothing but text numbers and figures in total rows', () => {
    fc.assert(
      fc.property(sheets(messy), (grids) => {
        const book = bookOf(grids);
        const checked = checkBook(readBook(book));
        const totalRows = new Set(checked.tables.flatMap(({ table }) => table.totals.map(({ row }) => row)));
        const plan = planFill(checked, 'zh-CN');
        const normalised = new Set(plan.normalised.map(({ row, column }) => `${row},${column}`));
        for (const { sheet, row, column } of plan.cells) {
          const grid = grids.find(({ name }) => name === sheet);
          const cell = grid?.rows
            .find(({ index }) => index === row)
            ?.cells.find((each) => each.column === column);
          expect(cell === undefined || normalised.has(`${row},${column}`) || totalRows.has(row)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('laws of totals', () => {
  it('equal an independent sum, to the hundredth', () => {
    fc.assert(
      fc.property(rowsOf(clean), (scores) => {
        const { tables } = checkBook(readBook(bookOf([streetSheet(scores)])));
        const cents = (value: CellInput) =>
          Math.round(parseFloat(typeof value === 'string' ? value : String(Number(value ?? 0))) * 100);
        const sum = (rows: typeof scores, column: 0 | 1) =>
          rows.reduce((all, row) => all + cents(row[column]), 0);
        for (const [name, column] of [
          ['self', 0],
          ['review', 1],
        ] as const) {
          const totals = tables[0]?.totals[name];
          if (scores.every((row) => row[column] === undefined)) {
            expect(totals).toBeNull();
            continue;
          }
          const base = sum(scores.slice(0, 4), column);
          const bonus = sum(scores.slice(4), column);
          expect(totals).toEqual({
            base: base / 100,
            bonus: bonus / 100,
            total: (base + bonus) / 100,
            converted: (base + bonus) / 100,
          });
        }
      }),
    );
  });

  it('stand in the formulas as their cached values', () => {
    fc.assert(
      fc.property(rowsOf(clean), (scores) => {
        const checked = checkBook(readBook(bookOf([streetSheet(scores)])));
        const cached = planFill(checked, 'en').cells.flatMap(({ column, content }) =>
          content.kind === 'formula' && column === 4 ? [content.cached] : [],
        );
        const totals = checked.tables[0]?.totals.self;
        expect(cached).toEqual(
          totals ? [totals.base, totals.bonus, totals.total, totals.converted] : ['', '', '', ''],
        );
      }),
    );
  });
});

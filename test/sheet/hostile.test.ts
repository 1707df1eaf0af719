import * as fc from 'fast-check';
import { readBook } from '../../src/sheet/readBook';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import type { Grid, Rect } from '../../src/sheet/grid';

function took(grid: Grid): { ms: number; items: number } {
  const start = Date.now();
  const book = readBook({ fileName: null, grids: [grid] });
  return { ms: Date.now() - start, items: book.tables.reduce((sum, table) => sum + table.items.length, 0) };
}

/** Far above what linear cost takes here, far below what quadratic cost would. */
const LIMIT = 20_000;
const HEADER: CellInput[] = ['考核内容', '分值', '评分标准', '自查分', '考核分'];

const cell = fc.oneof(
  fc.constantFrom<CellInput>(
    null,
    '考核内容',
    '分值',
    '评分标准',
    '自查分',
    '考核分',
    '得分',
    '自评',
    '考核',
    '单位',
    '基础工作（30分）',
    '区教育局',
    '加分项',
    '小计',
    '合计',
    '总分',
    '每次扣1分。',
    '填报单位：新碶街道（盖章）',
    '注：',
    '分',
    '值',
    '一',
    '一、管理',
    '8分',
    ' ',
    '__proto__',
    'constructor',
    true,
    { error: '#REF!' },
    { formula: 'SUM(A1:D9)' },
    { formula: 'A1+B2*' },
    { formula: '' },
  ),
  fc.integer({ min: -5, max: 120 }),
  fc.double(),
  fc.string(),
);
const rect = fc
  .tuple(fc.nat(20), fc.nat(10), fc.nat(20), fc.nat(10))
  .map(([top, left, high, wide]): Rect => ({ top, left, bottom: top + high - 3, right: left + wide - 2 }));

describe('any grid', () => {
  test('is read without throwing, and every finding and item points into it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 24 }),
        fc.option(fc.array(rect, { maxLength: 8 })),
        fc.string(),
        fc.boolean(),
        (rows, merges, name, withHeader) => {
          const grid = gridFromRows(name, withHeader ? [HEADER, ...rows] : rows, { merges });
          const book = readBook({ fileName: name, grids: [grid, grid] });
          for (const table of book.tables) {
            expect(table.items.length).toBeGreaterThan(0);
            table.items.forEach((item, index) => {
              expect(table.sections[item.section]?.items).toContain(index);
              expect(item.lastRow).toBeGreaterThanOrEqual(item.row);
              expect(item.row).toBeGreaterThan(table.area.top);
            });
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('cost stays in proportion to the cells', () => {
  const row = (index: number): CellInput[] => [
    `类别${index >> 3}`,
    5,
    '未落实的每次扣1分。',
    4,
    { formula: `D${index}-1` },
  ];

  test('5,000 rows', () => {
    const grid = gridFromRows('表', [HEADER, ...Array.from({ length: 5000 }, (_, index) => row(index))]);
    const { ms, items } = took(grid);
    expect(items).toBe(5000);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('5,000 rows, each of them merged somewhere', () => {
    const merges = Array.from({ length: 5000 }, (_, index): Rect => ({
      top: index + 1,
      left: 5,
      bottom: index + 1,
      right: 6,
    }));
    const grid = gridFromRows('表', [HEADER, ...Array.from({ length: 5000 }, (_, index) => row(index))], {
      merges,
    });
    const { ms, items } = took(grid);
    expect(items).toBe(5000);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('5,000 rows of headers', () => {
    const { ms } = took(
      gridFromRows(
        '表',
        Array.from({ length: 5000 }, () => HEADER),
      ),
    );
    expect(ms).toBeLessThan(LIMIT);
  });

  test('1,000 tables under each other', () => {
    const rows = Array.from({ length: 1000 }, (_, index): CellInput[][] => [
      [`第${index}号考核评分表`],
      HEADER,
      ['基础', 5, '缺扣1分', 4, null],
      ['合计', 5, null, 4, null],
    ]).flat();
    const { ms, items } = took(gridFromRows('表', rows));
    expect(items).toBe(1000);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('a row of 16,384 header words', () => {
    const wide = Array.from({ length: 16_384 }, (_, index) => HEADER[index % 5]);
    const { ms } = took(gridFromRows('表', [wide, wide.map(() => '每次扣1分'), wide.map(() => 5)]));
    expect(ms).toBeLessThan(LIMIT);
  });

  test('a merge over the whole sheet and a cell in its last corner', () => {
    const small = gridFromRows('表', [HEADER, ['基础', 5, '缺扣1分', 4, null]]);
    const grid: Grid = {
      ...small,
      rows: [...small.rows, { index: 1_048_575, cells: [{ column: 16_383, value: 'x', formula: null }] }],
      merges: [{ top: 0, left: 0, bottom: 1_048_575, right: 16_383 }],
      lastRow: 1_048_575,
      lastColumn: 16_383,
    };
    const { ms, items } = took(grid);
    expect(items).toBe(1);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('a merge down a whole column', () => {
    const grid = gridFromRows(
      '表',
      [HEADER, ['基础', 5, '缺扣1分', 4, null], [null, 5, '少扣1分', 4, null]],
      {
        merges: [{ top: 1, left: 0, bottom: 1_048_575, right: 0 }],
      },
    );
    expect(took(grid)).toEqual({ ms: expect.any(Number) as number, items: 2 });
  });

  test('2,000 formulas that lead in a circle, or from one to the next', () => {
    const chain = Array.from({ length: 2000 }, (_, index): CellInput[] => [
      '类别',
      5,
      '缺扣1分',
      { formula: `D${index + 3}+1` },
      { formula: 'SUM(D2:E2001)' },
    ]);
    const { ms, items } = took(gridFromRows('表', [HEADER, ...chain]));
    expect(items).toBe(2000);
    expect(ms).toBeLessThan(LIMIT);
  });

  test('long texts', () => {
    const long = '每次扣1分，'.repeat(20_000);
    const grid = gridFromRows('表', [
      [long],
      HEADER,
      [long, long, long, long, long],
      ['基础', 5, long, long, long],
    ]);
    expect(took(grid).ms).toBeLessThan(LIMIT);
  });
});

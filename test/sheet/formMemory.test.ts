import * as fc from 'fast-check';
import { FormMemory } from '../../src/sheet/formMemory';
import type { Grid, GridCell, GridRow } from '../../src/sheet/grid';
import { gridReader } from '../../src/sheet/gridReader';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { readTables } from '../../src/sheet/readTable';
import { wholly } from '../../src/sheet/steps';
import { layout, span } from '../support/grid';
import { departmentRubric, streetRubric } from '../support/rubrics';
import { tableRows } from '../support/tableLayout';
import type { Scored, TableLayout } from '../support/tableLayout';

/** A memory that says how often it knew a form. */
class CountingMemory extends FormMemory {
  known = 0;
  override find(...asked: Parameters<FormMemory['find']>): ReturnType<FormMemory['find']> {
    const found = super.find(...asked);
    if (found !== null) this.known++;
    return found;
  }
  override findAt(...asked: Parameters<FormMemory['findAt']>): ReturnType<FormMemory['findAt']> {
    const found = super.findAt(...asked);
    if (found !== null) this.known++;
    return found;
  }
}

const read = (grid: Grid, forms: FormMemory | null) => wholly(readTables(gridReader(grid), forms));
const afresh = (grid: Grid) => read(grid, null);

const points = fc.integer({ min: -2, max: 12 }).map((n): CellInput => n / 2);
const anything = fc.constantFrom<CellInput>(
  '8分',
  '优',
  ' ',
  true,
  0,
  { formula: '1+1', value: 2 },
  { formula: 'A1' },
);

/** What a unit enters: everything, with gaps, or whatever comes. */
const scores = fc
  .tuple(
    fc.constantFrom('all', 'all', 'gaps', 'anything'),
    fc.array(fc.tuple(points, fc.nat(9), anything), { minLength: 60, maxLength: 60 }),
  )
  .map(([how, all]) =>
    all.map(([number, chance, other]): CellInput => {
      if (how === 'gaps' && chance < 3) return undefined;
      return how === 'anything' && chance < 2 ? other : number;
    }),
  );

const filling: fc.Arbitrary<Scored> = fc
  .tuple(scores, fc.integer({ min: 0, max: 200 }))
  .map(([entered, remark]): Scored => (item) => ({
    self: entered[item % 60],
    review: entered[(item + 30) % 60],
    ...(remark === item && { reason: '未报材料' }),
  }));

/** As many lines each time: above a form the table stands where it stood. */
const title = fc.constantFrom(
  ['', '2024年度考核评分表'],
  ['附件1', '2022年考核评分表'],
  ['填报单位：海晨社区', '加分项'],
);

const wayOf: fc.Arbitrary<TableLayout> = fc.record({
  columns: fc.constantFrom<TableLayout['columns']>(
    ['section', 'points', 'max', 'criterion', 'self', 'review'],
    ['number', 'section', 'criterion', 'max', 'self', 'review', 'reason'],
    ['section', 'max', 'self', 'review', 'criterion'],
    ['section', 'max', 'criterion', 'review'],
    ['self', 'review', 'section', 'max', 'criterion'],
    ['section', 'criterion', 'max', 'self', 'extra', 'review'],
  ),
  labels: fc.constantFrom(
    {
      number: '序号',
      section: '考核内容',
      points: '',
      max: '分值',
      criterion: '评分标准',
      self: '自查分',
      review: '考核分',
      reason: '备注',
      extra: '佐证材料',
    },
    {
      number: '编号',
      section: '项目',
      points: '分值',
      max: '满分',
      criterion: '考核标准',
      self: '自评',
      review: '检查得分',
      reason: '扣分原因',
      extra: '2022年得分',
    },
  ),
  sections: fc.constantFrom('merged', 'blank', 'repeated', 'row'),
  pointsInName: fc.boolean(),
  pointsAsText: fc.boolean(),
  paragraphs: fc.constantFrom(1, 1, 1, 2),
  subtotals: fc.boolean(),
  total: fc.boolean(),
  below: fc.constantFrom([], ['填报单位（盖章）：'], ['注：本表一式两份。', '联系电话：12345678']),
});

/** A change that somebody made to the sheet, somewhere. */
interface Edit {
  readonly row: number;
  readonly column: number;
  readonly what: 'value' | 'row' | 'copy';
  readonly value: GridCell['value'];
}

const edit: fc.Arbitrary<Edit> = fc.record({
  row: fc.nat(40),
  column: fc.nat(6),
  what: fc.constantFrom<Edit['what'][]>('value', 'value', 'value', 'row', 'copy'),
  value: fc.constantFrom<Edit['value'][]>(
    null,
    5,
    12.5,
    '合计',
    '每次扣1分',
    '8分',
    '二、管理工作',
    '考核分',
  ),
});

function edited(grid: Grid, edits: readonly Edit[]): Grid {
  let rows: readonly GridRow[] = grid.rows;
  for (const { row, column, what, value } of edits) {
    const at = row % rows.length;
    if (what === 'row') rows = rows.filter((_, index) => index !== at || rows.length < 3);
    else if (what === 'copy') {
      const [last, copied] = [rows[rows.length - 1], rows[at]];
      if (last !== undefined && copied !== undefined) rows = [...rows, { ...copied, index: last.index + 1 }];
    } else {
      rows = rows.map((one, index): GridRow => {
        if (index !== at) return one;
        const others = one.cells.filter((cell) => cell.column !== column);
        const cells = value === null ? others : [...others, { column, value, formula: null }];
        return { ...one, cells: cells.sort((a, b) => a.column - b.column) };
      });
    }
  }
  return { ...grid, rows };
}

describe('forms that were read before', () => {
  test('a sheet reads the same whether its form is known or not', () => {
    let known = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(streetRubric, departmentRubric),
        wayOf,
        fc.constantFrom(undefined, null),
        fc.array(filling, { minLength: 2, maxLength: 5 }),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
        fc.array(title, { minLength: 1, maxLength: 3 }),
        (rubric, way, merges, fillings, edits, titles) => {
          const forms = new CountingMemory();
          const options = merges === null ? { merges } : {};
          const grids = fillings.map((scores, at) =>
            layout(
              `表${at}`,
              tableRows(rubric, { ...way, above: titles[at % titles.length]! }, scores),
              options,
            ),
          );
          const all = [
            ...grids,
            ...grids.flatMap((grid) => edits.map((some) => edited(grid, some))),
            ...grids,
          ];
          for (const grid of all) expect(read(grid, forms)).toEqual(afresh(grid));
          known += forms.known;
        },
      ),
      { numRuns: 80 },
    );
    // The law says something only where forms were known.
    expect(known).toBeGreaterThan(50);
  });
});

const HEAD = ['考核内容', '分值', '评分标准', '自查分', '考核分'];
const sheet = (scores: readonly (readonly CellInput[])[], name = '海晨社区', rule = '每次扣1分') =>
  layout('表', [
    [span(`填报单位：${name}`, 1, 5)],
    HEAD,
    ['基础工作', 5, rule, ...(scores[0] ?? [])],
    [null, 3, '每件扣0.5分', ...(scores[1] ?? [])],
    ['管理工作', 2, '未落实的不得分', ...(scores[2] ?? [])],
    ['合计', 10, null, 9, 9],
  ]);

describe('which sheets are filled in on a known form', () => {
  const first = sheet([
    [5, 5],
    [3, 2.5],
    [2, 0],
  ]);
  const knows = (other: Grid) => {
    const forms = new CountingMemory();
    read(first, forms);
    expect(read(other, forms)).toEqual(afresh(other));
    return forms.known === 1;
  };

  test.each([
    [
      'other scores and another unit',
      sheet(
        [
          [4, 3],
          [1, 1],
          [2, 2],
        ],
        '小港街道',
      ),
      true,
    ],
    ['scores left out', sheet([[4], [], [null, 2]]), true],
    [
      'a score as text',
      sheet([
        ['4分', 3],
        [1, 1],
        [2, 2],
      ]),
      false,
    ],
    [
      'another rule',
      sheet(
        [
          [5, 5],
          [3, 2.5],
          [2, 0],
        ],
        '海晨社区',
        '每次扣2分',
      ),
      false,
    ],
  ])('%s', (_, grid, expected) => {
    expect(knows(grid)).toBe(expected);
  });

  test('the scores are the own ones of each sheet', () => {
    const forms = new CountingMemory();
    read(first, forms);
    const [table] = read(sheet([[4, 3.5], [], [1, 2]]), forms);
    expect(forms.known).toBe(1);
    expect(table?.items.map(({ self, review }) => [self?.number, review?.number])).toEqual([
      [4, 3.5],
      [null, null],
      [1, 2],
    ]);
    expect(table?.items[0]?.review).toMatchObject({ row: 2, column: 4, state: 'number' });
  });

  test('a table whose reading asks where scores stand is no form to be kept', () => {
    const shared = (scores: readonly CellInput[]) =>
      layout('表', [
        HEAD,
        ['基础工作', span(5, 2), '每次扣1分。', scores[0], 1],
        [null, '每件扣2分。', scores[1], 1],
        ['管理工作', 2, '未落实的不得分', 1, 1],
      ]);
    const forms = new CountingMemory();
    const [one, two] = [read(shared([1, 1]), forms), read(shared([1, null]), forms)];
    expect(forms.known).toBe(0);
    expect([one, two].map(([table]) => table?.items.length)).toEqual(
      [afresh(shared([1, 1])), afresh(shared([1, null]))].map(([table]) => table?.items.length),
    );
  });

  test('of many forms the ones used last are kept', () => {
    const forms = new CountingMemory();
    const other = (number: number) =>
      sheet(
        [
          [1, 1],
          [1, 1],
          [1, 1],
        ],
        '海晨社区',
        `每次扣${number}分`,
      );
    for (let number = 2; number < 200; number++) {
      read(other(number), forms);
      read(first, forms);
    }
    expect(forms.known).toBe(197);
  });
});

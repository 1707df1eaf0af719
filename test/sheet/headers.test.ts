import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { codes, tablesIn } from '../support/outline';
import { both, sketch } from './sketch';

const withEmptyColumns = (rows: LayoutCell[][], at: number, count: number): LayoutCell[][] =>
  rows.map((row) => [...row.slice(0, at), ...Array.from({ length: count }, () => ''), ...row.slice(at)]);

describe('an empty column inside a table', () => {
  const rows: LayoutCell[][] = [
    ['项目', '分值', '评分标准', '自查分', '考核分'],
    ['党建引领（20分）', 10, '会议缺一次扣2分。', 10, 9],
    ['', 10, '材料缺一份扣1分。', 9, 8],
    ['加分项', '', '获表彰加2分。', 2, 1],
  ];
  for (const at of [1, 2, 3, 4]) {
    test.each([1, 2])(`%i columns before column ${at + 1}`, (count) => {
      both(withEmptyColumns(rows, at, count), (tables) => {
        expect(tables).toHaveLength(1);
        expect(sketch(tables[0])).toEqual([
          '# 党建引领 20',
          '10 |  | 会议缺一次扣2分。 | 10 | 9',
          '10 |  | 材料缺一份扣1分。 | 9 | 8',
          '# 加分项 加分',
          ' |  | 获表彰加2分。 | 2 | 1',
        ]);
        expect(codes(tables[0])).toEqual([]);
      });
    });
  }

  test('does part two tables that each have their own rules and points', () => {
    const half = (name: string): LayoutCell[][] => [
      ['项目', '分值', '评分标准', '考核分'],
      [name, 10, '缺一次扣2分。', 9],
    ];
    const right = half('乙');
    both(
      half('甲').map((row, index) => [...row, '', ...(right[index] ?? [])]),
      (tables) => {
        expect(tables.map((table) => table.sections[0]?.name)).toEqual(['甲', '乙']);
      },
    );
  });
});

describe('two header rows: the upper word says whose score, the lower one which column', () => {
  const read = ['# 党建 null', '10 |  | 缺一次扣2分。 | 8 | 6', '# 平安 null', '5 |  | 每起扣1分。 | 5 | 4'];
  test.each([
    ['扣分 before 得分', ['扣分', '得分', '扣分', '得分'], [2, 8, 4, 6], [0, 5, 1, 4]],
    ['得分 before 扣分', ['得分', '扣分', '得分', '扣分'], [8, 2, 6, 4], [5, 0, 4, 1]],
  ])('%s', (_, lower, first, second) => {
    both(
      [
        [span('项目', 2), span('分值', 2), span('评分标准', 2), span('自评', 1, 2), span('考核', 1, 2)],
        [...lower],
        ['党建', 10, '缺一次扣2分。', ...first],
        ['平安', 5, '每起扣1分。', ...second],
      ],
      ([table]) => {
        expect(sketch(table)).toEqual(read);
        expect(codes(table)).toEqual([]);
      },
    );
    const [unmerged] = tablesIn(
      layout('表', [
        ['项目', '分值', '评分标准', '自评', '', '考核', ''],
        ['', '', '', ...lower],
        ['党建', 10, '缺一次扣2分。', ...first],
        ['平安', 5, '每起扣1分。', ...second],
      ]),
    );
    expect(sketch(unmerged)).toEqual(read);
  });
});

describe('which column holds the scores', () => {
  const one = (headers: string[], scores: LayoutCell[], title = '') =>
    tablesIn(
      layout('表', [
        [title],
        ['项目', '分值', '评分标准', ...headers],
        ['党建', 10, '缺一次扣2分。', ...scores],
        ['平安', 10, '每起扣1分。', ...scores],
      ]),
    )[0];

  test.each([
    '局考核得分',
    '校评',
    '校评分',
    '主管评分',
    '主管部门评分',
    '领导评分',
    '组织评分',
    '院考核分',
    '2023年考核得分',
    '（2023年）得分',
  ])('%s is the review', (header) => {
    const table = one(['自评分', header], [9, 8]);
    expect([table?.items[0]?.self?.number, table?.items[0]?.review?.number]).toEqual([9, 8]);
  });

  test('申报分 is the self assessment', () => {
    const table = one(['申报分', '考核分'], [9, 8]);
    expect([table?.items[0]?.self?.number, table?.items[0]?.review?.number]).toEqual([9, 8]);
  });

  test('a later stage counts where it holds scores', () => {
    expect(one(['考核得分', '复核分'], [9, 8])?.items[0]?.review?.number).toBe(8);
    expect(one(['考核得分', '复核分'], [9, ''])?.items[0]?.review?.number).toBe(9);
    expect(one(['复核分', '考核得分'], ['', 9])?.items[0]?.review?.number).toBe(9);
  });

  test('another year’s scores are none of this table', () => {
    for (const header of ['上年得分', '上年度考核得分', '去年得分', '2022年考核得分']) {
      const table = one([header, '得分'], [7, 9], '2023年度考核评分表');
      expect(table?.items[0]?.review?.number).toBe(9);
      expect(one([header, '自评分'], [7, 9], '2023年度考核评分表')?.items[0]?.review).toBeNull();
    }
    expect(one(['2022年得分', '2023年得分'], [7, 9])?.items[0]?.review?.number).toBe(9);
  });
});

test('the coarser of two columns of words names the section and keeps its points', () => {
  const duty = '按要求做好各项基础工作，落实专人负责，每季度不少于1次。';
  both(
    [
      ['考核项目', '考核内容', '考核标准', '分值', '考核得分'],
      [span('党建引领（20分）', 2), duty, '会议缺一次扣2分。', 10, 9],
      [duty, '材料缺一份扣1分。', 10, 8],
      ['平安建设（5分）', duty, '每起扣1分。', 5, 4],
    ],
    ([table]) => {
      expect(table?.sections.map(({ name, points }) => [name, points])).toEqual([
        ['党建引领', 20],
        ['平安建设', 5],
      ]);
      expect(table?.items.map((item) => item.name)).toEqual([duty, duty, duty]);
    },
  );
});

describe('a maximum that only the rule states', () => {
  test.each([
    ['会议缺一次扣2分。（10分）', 10],
    ['会议缺一次扣2分（10分）。', 10],
    ['会议缺一次扣2分（10分）', 10],
    ['（10分）会议缺一次扣2分。', 10],
    ['1．（10分）会议缺一次扣2分。', 10],
    ['会议制度健全。按时开会（10分）。会议缺一次扣2分。', 10],
    ['建立台账（5分），定期更新（5分）。缺一次扣2分。（10分）', 10],
    ['会议缺一次扣2分；（满分8分）。', 8],
    ['会议缺一次扣2分（每次）。', null],
    ['未建立的扣（5分）。少一次扣2分。', null],
  ])('%s', (rule, max) => {
    const [table] = tablesIn(
      layout('表', [
        ['项目', '评分标准', '考核分'],
        ['党建', rule, 9],
        ['', '缺一份扣1分。（5分）', 5],
      ]),
    );
    expect(table?.items.map((item) => item.max)).toEqual([max, 5]);
  });
});

describe('the official forms are told by what they speak of', () => {
  const table = (section: string, rule: string) =>
    tablesIn(
      layout('表', [
        ['考核内容', '', '分值', '评分标准', '自查分', '考核分'],
        [section, 30, 30, rule, 28, 27],
      ]),
    )[0];

  test('another office’s table under the same headers is none and needs no unit', () => {
    const other = table('党建引领', '会议缺一次扣2分。');
    expect(other?.form).toBe('other');
    expect(codes(other)).toEqual([]);
  });

  test('the sections or the subject tell the official one', () => {
    expect(table('基础工作', '会议缺一次扣2分。')?.form).toBe('subdistrict');
    expect(table('登记', '流动人口登记缺一人扣2分。')?.form).toBe('subdistrict');
    expect(codes(table('基础工作', '会议缺一次扣2分。'))).toEqual(['unit/missing']);
  });
});

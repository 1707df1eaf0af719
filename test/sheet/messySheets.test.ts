import { span as s } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { codes } from '../support/outline';
import { both, sketch, totals } from './sketch';

const PLAIN: LayoutCell[][] = [
  ['项目', '分值', '评分标准', '自评', '考评'],
  ['党建', 50, '缺扣1分', 50, ''],
  ['业务', 50, '缺扣2分', 49, ''],
];
const PLAIN_READ = [
  '# 党建 null',
  '50 |  | 缺扣1分 | 50 | blank',
  '# 业务 null',
  '50 |  | 缺扣2分 | 49 | blank',
];

describe('which of several scores is the review', () => {
  test.each<[string, LayoutCell[], number, string[]]>([
    ['the one of the last stage', ['自评分', '初评分', '复核分'], 5, []],
    ['the final one', ['自评得分', '街道初审得分', '区级终审得分'], 5, []],
    ['the final one of two offices', ['自评得分', '部门评分', '最终得分'], 5, []],
    ['the one of the year', ['一季度', '二季度', '全年得分'], 5, []],
    ['none that can be told', ['自评', '甲方得分', '乙方得分'], -1, ['table/column-missing']],
    ['either of two like ones', ['自评', '街道评分', '区级评分'], 4, ['table/column-ambiguous']],
  ])('%s', (_name, headers, review, expected) => {
    both(
      [
        ['项目', '分值', '评分标准', ...headers],
        ['党建', 5, '缺扣1分', 5, 4, 3],
        ['业务', 5, '缺扣1分', 5, 4, 3],
      ],
      ([table]) => {
        if (review >= 0) {
          expect(table?.columns.review).toBe(review);
          expect(codes(table)).toEqual(expected);
        } else expect(table?.columns.review).toBeUndefined();
      },
    );
  });

  test('quarters alone are no score that is known', () => {
    both(
      [
        ['项目', '分值', '评分标准', '一季度', '二季度'],
        ['党建', 5, '缺扣1分', 5, 5],
      ],
      ([table]) => expect(codes(table)).toEqual(['table/column-missing']),
    );
  });

  test('a book without any score column says so once; an appendix without scores does not', () => {
    const bare = PLAIN.map((row) => row.slice(0, 3));
    both([...bare, [], ['附：加分办法'], ...bare], (tables) => {
      expect(tables.flatMap((table) => codes(table))).toEqual(['table/column-missing']);
    });
    both([...PLAIN, [], ['附：指标解释'], ...bare], (tables) => {
      expect(tables.flatMap((table) => codes(table))).toEqual([]);
    });
  });
});

describe('the form follows what the columns mean', () => {
  test.each<[string, LayoutCell[][]]>([
    [
      'scores under one header',
      [
        [s('考核内容', 2, 2), s('分值', 2), s('评分标准', 2), s('考核得分', 1, 2)],
        ['自查', '考核'],
      ],
    ],
    [
      'the section’s name and points under one header',
      [
        [s('考核内容', 1, 2), s('分值', 2), s('评分标准', 2), s('自查分', 2), s('考核分', 2)],
        ['项目', '分值'],
      ],
    ],
    [
      'words broken over three rows',
      [
        ['考核', '', '分', '评', '自', '考'],
        ['内容', '', '值', '分', '查', '核'],
        ['', '', '', '标准', '分', '分'],
      ],
    ],
  ])('sub-districts: %s', (_name, header) => {
    both(
      [...header, [s('基础工作', 2), s(20, 2), 10, '缺扣1分。', 9, ''], [10, '少扣1分。', 8, '']],
      ([table]) => {
        expect(table?.form).toBe('subdistrict');
        expect(sketch(table)).toEqual([
          '# 基础工作 20',
          '10 |  | 缺扣1分。 | 9 | blank',
          '10 |  | 少扣1分。 | 8 | blank',
        ]);
      },
    );
  });

  test('departments: scores under one header', () => {
    both(
      [
        [s('责任单位', 2), s('分值', 2), s('考核内容', 2), s('基础分', 2), s('得分', 1, 2), s('备注', 2)],
        ['自评', '考核'],
        [s('基础工作', 2), s(30, 2), '缺扣1分。', 10, 9, '', ''],
        ['少扣1分。', 20, 9, '', ''],
        ['区教育局', 70, '未开展酌情扣分。', 70, 60, '', ''],
      ],
      ([table]) => expect([table?.form, table?.unit]).toEqual(['department', '区教育局']),
    );
  });

  test('another office’s table is none of them', () => {
    both(PLAIN, ([table]) => expect(table?.form).toBe('other'));
  });
});

describe('the section is the column that says the same on several rows', () => {
  const rows = (order: (row: [string, string]) => LayoutCell[], header: LayoutCell[]): LayoutCell[][] => [
    [...header, '分值', '评分办法', '得分'],
    [...order(['党建', '学习']), 5, '缺扣1分', 5],
    [...order(['党建', '组织']), 5, '缺扣2分', 4],
    [...order(['业务', '办件']), 10, '超期扣1分', 9],
  ];
  test.each<[string, LayoutCell[][]]>([
    ['项目 | 内容', rows(([section, name]) => [section, name], ['项目', '内容'])],
    ['内容 | 项目', rows(([section, name]) => [name, section], ['内容', '项目'])],
    ['考核内容 | 类别', rows(([section, name]) => [name, section], ['考核内容', '类别'])],
    ['序号 | 内容 | 项目', rows(([section, name]) => [1, name, section], ['序号', '内容', '项目'])],
  ])('%s', (_name, grid) => {
    both(grid, ([table]) => {
      expect(table?.sections.map(({ name, items }) => [name, items.length])).toEqual([
        ['党建', 2],
        ['业务', 1],
      ]);
      expect(table?.items.map((item) => item.name)).toEqual(['学习', '组织', '办件']);
    });
  });

  test('one item in each: the left one; the words of signatures do not count', () => {
    both(
      [
        ['被考核单位', '石桥乡', '考核时间', '2024年12月', '考核人', '张三'],
        ['项目', '内容', '分值', '评分标准', '自评', '考核'],
        ['党建', '学习', 50, '缺扣1分', 50, 49],
        ['业务', '办件', 50, '超期扣1分', 49, 49],
        ['总分', '', 100, '', 99, 98],
        ['被考核单位签字', '', '', '考核组签字', '', ''],
      ],
      ([table]) => {
        expect(sketch(table)).toEqual([
          '# 党建 null',
          '50 | 学习 | 缺扣1分 | 50 | 49',
          '# 业务 null',
          '50 | 办件 | 超期扣1分 | 49 | 49',
        ]);
        expect(totals(table)).toEqual(['total 5  100 99 98']);
        expect(table).toMatchObject({ unit: '石桥乡', title: '', year: 2024 });
      },
    );
  });
});

test('spaced words, serial numbers, points as text', () => {
  both(
    [
      ['2024年 度 考 核 表'],
      ['单 位 ： 石 桥 乡'],
      [
        '序\n号',
        '考 核\n项 目',
        '考核\n内容',
        '分 值',
        '评 分 标 准',
        '自 评\n得 分',
        '考 核\n得 分',
        '备 注',
      ],
      [1, s('队伍建设', 2), '人员', '10分', '缺一人扣2分', 10, 9, ''],
      [2, '制度', '（10）', '缺一项扣1分', 9, 9, ''],
      [3, '日常管理︵10分︶', '台账', '10 分', '缺一项扣1分', 9, 9, ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 队伍建设 null',
        '10 | 人员 | 缺一人扣2分 | 10 | 9',
        '10 | 制度 | 缺一项扣1分 | 9 | 9',
        '# 日常管理 10',
        '10 | 台账 | 缺一项扣1分 | 9 | 9',
      ]);
      expect(table).toMatchObject({ unit: '石桥乡', year: 2024 });
    },
  );
});

test('three levels: the first is the section, the last names the item', () => {
  both(
    [
      ['一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分'],
      [s('党建', 3), s('学习', 2), '集中学习', 5, '缺一次扣1分', 5],
      ['个人自学', 5, '缺一次扣0.5分', 4.5],
      ['组织', '三会一课', 10, '缺一次扣2分', 8],
      [s('业务', 2), '办件', '及时率', 10, '超期一件扣1分', 9],
      ['投诉', '处理', 10, '一件扣2分', 10],
    ],
    ([table]) => {
      expect(table?.sections.map(({ name, items }) => [name, items.length])).toEqual([
        ['党建', 3],
        ['业务', 2],
      ]);
      expect(table?.items.map((item) => item.name)).toEqual([
        '集中学习',
        '个人自学',
        '三会一课',
        '及时率',
        '处理',
      ]);
    },
  );
});

describe('what stands around the items', () => {
  test.each<[string, LayoutCell[][], LayoutCell[][]]>([
    [
      'notes in several rows',
      [],
      [['注：1.每项扣完为止，不倒扣。'], ['2.加分最高10分。'], ['3.90分以上为优秀，每少一项扣2分。']],
    ],
    [
      'notes beside their label',
      [],
      [[s('说明', 2), s('1.每项扣完为止，不倒扣。', 1, 4)], [s('2.加分最高10分。', 1, 4)]],
    ],
    [
      'rule-like words above',
      [
        ['2024年考核细则'],
        ['说明：总分100分，未完成的每项扣2分；加分最高10分。自评分由各单位填写。'],
        ['考核办法：采取百分制，评分标准见下表。'],
      ],
      [],
    ],
    [
      'opinions and signatures',
      [],
      [
        ['自评单位意见', s('同意自评结果。\n（盖章）  2024年12月1日', 1, 4)],
        ['考核组意见', s('经考核，得98分。', 1, 4)],
        ['考核结果', s('优秀', 1, 4)],
        ['考核人员签名', s('张三 李四', 1, 4)],
      ],
    ],
    ['sums without a label', [], [['', 100, '', 99, '']]],
  ])('%s', (_name, above, below) => {
    both([...above, ...PLAIN, ...below], (tables) => {
      expect(tables).toHaveLength(1);
      expect(sketch(tables[0])).toEqual(PLAIN_READ);
    });
  });

  test('总分 in the middle, 实得分 at the end', () => {
    both(
      [
        ...PLAIN,
        ['总分', 100, '', 99, ''],
        ['加分项目', 5, '获表彰加2分', 2, ''],
        ['扣分项目', '', '被通报扣3分', 0, ''],
        ['实得分', '', '', 101, ''],
      ],
      ([table]) => {
        expect(sketch(table)).toEqual([
          ...PLAIN_READ,
          '# 加分项目 加分',
          ' |  | 获表彰加2分 | 2 | blank',
          '# 扣分项目 加分',
          ' |  | 被通报扣3分 | 0 | blank',
        ]);
        expect(totals(table)).toEqual(['base 4  100 99 ', 'total 7   101 ']);
      },
    );
  });

  test('加分 in a row of sums, without a rule', () => {
    both(
      [...PLAIN, [s('合    计', 1, 3), 99, ''], [s('加分', 1, 3), 2, ''], [s('总    分', 1, 3), 101, '']],
      ([table]) => {
        expect(sketch(table)).toEqual([...PLAIN_READ, '# 加分 加分', ' |  |  | 2 | blank']);
        expect(totals(table)).toEqual(['base 4   99 ', 'total 6   101 ']);
      },
    );
  });

  test('a table of its own for the bonus', () => {
    const bonus = (title: LayoutCell[][], header: LayoutCell[]): void =>
      both(
        [
          ...PLAIN,
          ['合计', 100, '', 99, ''],
          [],
          ...title,
          header,
          [1, '表彰', '市级加2分', 2, ''],
          [2, '经验', '推广的每次加1分', '', ''],
        ],
        (tables) => {
          expect(sketch(tables[0])).toEqual(PLAIN_READ);
          expect(tables[1]?.sections.map((section) => section.bonus)).not.toContain(false);
          expect(tables[1]?.items.map((item) => item.criterion)).toEqual(['市级加2分', '推广的每次加1分']);
          expect(tables.flatMap((table) => codes(table))).toEqual([]);
        },
      );
    bonus([['加分项']], ['序号', '项目', '加分标准', '自评', '考评']);
    bonus([['二、加分项（最高10分）']], ['序号', '内容', '评分标准', '自评', '考评']);
    bonus([], ['序号', '加分事项', '评分标准', '自评', '考评']);
  });

  test('a page break inside a merged section', () => {
    both(
      [
        ['考核内容', '分值', '评分标准', '自评分', '考核分'],
        [s('管理工作（40分）', 2), 10, '缺一次扣1分', 10, ''],
        [10, '缺一项扣1分', 10, ''],
        ['考核内容', '分值', '评分标准', '自评分', '考核分'],
        [s('', 2), 10, '少一次扣1分', 10, ''],
        [10, '少一项扣1分', 10, ''],
        ['服务工作', 20, '少一项扣1分', 10, ''],
      ],
      ([table, ...more]) => {
        expect(more).toEqual([]);
        expect(table?.sections.map(({ name, points, items }) => [name, points, items.length])).toEqual([
          ['管理工作', 40, 4],
          ['服务工作', null, 1],
        ]);
      },
    );
  });
});

import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { codes, tablesIn } from '../support/outline';
import { both, sketch, totals } from './sketch';

const HEAD = ['序号', '项目', '分值', '评分标准', '自评分', '考核分'];
const ITEMS: LayoutCell[][] = [
  HEAD,
  [1, span('党建引领（30分）', 2), 15, '会议缺一次扣2分。', 15, 14],
  [2, 15, '材料缺一份扣1分。', 14, 13],
  [3, '平安建设（10分）', 10, '每起纠纷扣2分。', 9, ''],
];
const READ = [
  '# 党建引领 30',
  '15 |  | 会议缺一次扣2分。 | 15 | 14',
  '15 |  | 材料缺一份扣1分。 | 14 | 13',
  '# 平安建设 10',
  '10 |  | 每起纠纷扣2分。 | 9 | blank',
];

describe('the number of a row below is no score of the blank item above', () => {
  test.each([
    '平均分',
    '全镇平均分',
    '排名',
    '联系电话',
    '考核等次',
    '上年得分',
    '上年度得分',
    '签字',
    '填报日期',
    '考核组人数',
    '镇领导抽查',
    '扣分合计',
  ])('%s', (label) => {
    for (const row of [
      [label, '', '', '', '', 88],
      ['', label, '', '', '', 88],
      ['', '', '', label, '', 88],
      [span(label, 1, 4), '', 88],
    ]) {
      both([...ITEMS, row], ([table]) => {
        expect(sketch(table)).toEqual(READ);
      });
    }
  });

  test.each(['汇总', '得分', '实得总分', '总评得分', '得分汇总', '实得分', '总评'])(
    '%s is a total',
    (label) => {
      for (const row of [
        [label, '', '', '', 38, 27],
        ['', label, 40, '', 38, 27],
        [span(label, 1, 4), 38, 27],
      ]) {
        both([...ITEMS, row], ([table]) => {
          expect(sketch(table)).toEqual(READ);
          expect(totals(table).map((line) => line.replace(/ .* (?=38)/, ' '))).toEqual(['total 38 27']);
        });
      }
    },
  );

  test.each(['本项得分', '分项得分', '本部分得分', '分类得分', '小组打分'])(
    '%s between sections',
    (label) => {
      both(
        [
          HEAD,
          [1, '党建引领', 15, '会议缺一次扣2分。', 15, ''],
          ['', label, '', '', 15, 14],
          [2, '平安建设', 10, '每起纠纷扣2分。', 9, 8],
          ['', label, '', '', 9, 8],
        ],
        ([table]) => {
          expect(sketch(table)).toEqual([
            '# 党建引领 null',
            '15 |  | 会议缺一次扣2分。 | 15 | blank',
            '# 平安建设 null',
            '10 |  | 每起纠纷扣2分。 | 9 | 8',
          ]);
        },
      );
    },
  );
});

test('a row merged with the item above, or a score alone below it, still belongs to the item', () => {
  const table = tablesIn(
    layout('表', [
      HEAD,
      [1, '党建引领', span(15, 2), '会议缺一次扣2分，', span(15, 2), ''],
      ['', '', '材料缺一份扣1分。', 14],
      [2, '平安建设', 10, '每起纠纷扣2分。', 9, ''],
      ['', '', '', '', '', 8.5],
    ]),
  )[0];
  expect(sketch(table)).toEqual([
    '# 党建引领 null',
    '15 |  | 会议缺一次扣2分，⏎材料缺一份扣1分。 | 15 | 14',
    '# 平安建设 null',
    '10 |  | 每起纠纷扣2分。 | 9 | 8.5',
  ]);
});

test('a named item without a rule, and bonus points without one, keep their numbers', () => {
  both(
    [
      ['考核项目', '考核指标', '分值', '评分标准', '考核分'],
      ['党建', '会议', 10, '缺一次扣2分。', ''],
      ['', '群众满意度排名', 5, '', 4],
      ['特色亮点', '', '', '', 2],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 党建 null',
        '10 | 会议 | 缺一次扣2分。 |  | blank',
        '5 | 群众满意度排名 | 群众满意度排名 |  | 4',
        '# 特色亮点 加分',
        ' |  |  |  | 2',
      ]);
    },
  );
});

test('bonus items named in a few words without a rule are no footer', () => {
  both([...ITEMS, [4, '加分项', '', '获市级表彰', 2, 2], ['', '', '', '获区级表彰', 1, 1]], ([table]) => {
    expect(sketch(table).slice(READ.length)).toEqual([
      '# 加分项 加分',
      ' |  | 获市级表彰 | 2 | 2',
      ' |  | 获区级表彰 | 1 | 1',
    ]);
  });
});

test('a bonus rule pasted over rows that nothing joins stays one item', () => {
  both(
    [
      ['考核项目', '分值', '评分标准', '自查分', '考核分'],
      ['基础工作', 6, '建立领导小组，未建', 6, 5],
      ['', '', '立的扣2分，少一次会', '', ''],
      ['', '', '议扣1分。', '', ''],
      ['', 4, '制度健全，缺一项扣', 4, 4],
      ['', '', '1分。', '', ''],
      ['创新工作', '', '在市、省媒体发表的分别加2、5分，获区领', 3, 2],
      ['', '', '导批示的分别加2、4分；经验推', '', ''],
      ['', '', '广的加3分。', '', ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 基础工作 null',
        '6 |  | 建立领导小组，未建⏎立的扣2分，少一次会⏎议扣1分。 | 6 | 5',
        '4 |  | 制度健全，缺一项扣⏎1分。 | 4 | 4',
        '# 创新工作 加分',
        ' |  | 在市、省媒体发表的分别加2、5分，获区领⏎导批示的分别加2、4分；经验推⏎广的加3分。 | 3 | 2',
      ]);
      expect(codes(table)).toEqual([]);
    },
  );
});

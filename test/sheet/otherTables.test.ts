import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { tablesIn } from '../support/outline';
import { both, totals } from './sketch';

const TABLE: LayoutCell[][] = [
  ['项目', '分值', '评分标准', '自评分', '考核分'],
  [span('卫生', 2), 30, '脏乱扣1分', 29, ''],
  [20, '缺一次扣1分', 18, ''],
  ['秩序', 50, '乱停扣1分', 48, ''],
];
const SUM: LayoutCell[] = ['合计', 100, '', 95, ''];
const SIGNED: LayoutCell[] = ['填表人：张三', '', '', '审核人：', ''];
const LISTS: [string, LayoutCell[][]][] = [
  [
    'a list to mend',
    [
      ['序号', '问题', '整改期限', '责任人'],
      [1, '台账不全', '2023年12月', '张三'],
    ],
  ],
  [
    'contacts',
    [
      ['单位', '联系人', '电话'],
      ['教育局', '张三', 86780000],
    ],
  ],
  [
    'people',
    [
      ['姓名', '职务', '联系电话', '备注'],
      ['李四', '主任', '86780000', ''],
    ],
  ],
  [
    'numbers under the points',
    [
      ['序号', '人口数', '社区名称', '户数', '面积'],
      [1, 30, '红旗社区', 20, 5],
      [2, 40, '东风社区', 30, 6],
    ],
  ],
  [
    'materials',
    [
      ['序号', '材料名称', '数量', '备注'],
      [1, 3, '会议记录', 2],
    ],
  ],
];

describe.each(LISTS)('%s below a scoring table is no part of it', (_name, list) => {
  test.each<[string, LayoutCell[][]]>([
    ['after a gap', [[]]],
    ['under its title', [['附：情况表']]],
    ['under its title, after a gap', [[], [], [span('整改情况统计表', 1, 5)]]],
    ['after a total', [SUM]],
    ['after a signature', [SIGNED]],
    ['after both and a gap', [SUM, SIGNED, []]],
  ])('%s', (_where, between) => {
    both([...TABLE, ...between, ...list], (tables) => {
      expect(tables).toHaveLength(1);
      expect(tables[0]?.items.map((item) => item.max)).toEqual([30, 20, 50]);
      expect(tables[0]?.sections.map((section) => section.name)).toEqual(['卫生', '秩序']);
      if (between.includes(SUM)) expect(totals(tables[0])).toEqual(['total 5  100 95 ']);
    });
  });
});

test('another scoring table below the list is read too', () => {
  both([...TABLE, [], ...(LISTS[0]?.[1] ?? []), [], ['社区考核表'], ...TABLE], (tables) => {
    expect(tables.map((table) => table.items.length)).toEqual([3, 3]);
  });
});

describe('what looks like a list and belongs to the table', () => {
  test.each<[string, LayoutCell[][]]>([
    ['a row after a gap', [[], ['安全', 10, '缺岗扣1分', 9, '']]],
    ['a heading and rows after a gap', [[], [span('二、安全', 1, 5)], ['安全', 10, '缺岗扣1分', 9, '']]],
    ['the header again after a gap', [[], TABLE[0] ?? [], ['安全', 10, '缺岗扣1分', 9, '']]],
    [
      'a title and the header again',
      [['考核评分表（续表）'], TABLE[0] ?? [], ['安全', 10, '缺岗扣1分', 9, '']],
    ],
    ['a row without points, to be asked for', [[], ['安全', '', '缺岗扣1分', 9, '']]],
  ])('%s', (_name, more) => {
    expect(tablesIn(layout('表', [...TABLE, ...more])).map((table) => table.items.length)).toEqual([4]);
  });
});

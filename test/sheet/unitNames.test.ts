import { layout } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { codes } from '../support/outline';
import { readBook } from '../../src/sheet/readBook';
import type { ScoringTable } from '../../src/sheet/table';

const TABLE: LayoutCell[][] = [
  ['考核项目', '分值', '评分标准', '自评分', '考核分'],
  ['卫生', 50, '脏乱扣1分', 49, ''],
  ['秩序', 50, '乱停扣1分', 48, ''],
];

function read(
  above: LayoutCell[][],
  below: LayoutCell[][] = [],
  fileName: string | null = null,
): ScoringTable | undefined {
  return readBook({ fileName, grids: [layout('Sheet1', [...above, ...TABLE, ...below])] }).tables[0];
}

describe('a label names a unit of any kind', () => {
  test.each([
    ['填报单位：花园街道社区卫生服务中心（盖章）', '花园街道社区卫生服务中心'],
    ['机构名称：区人民医院', '区人民医院'],
    ['医疗机构名称：石桥卫生院', '石桥卫生院'],
    ['学校名称：实验小学   填表日期：2023-12-05', '实验小学'],
    ['学校：第二中学', '第二中学'],
    ['企业名称：东海物业有限公司', '东海物业有限公司'],
    ['受检单位：滨江加油站', '滨江加油站'],
    ['被检查单位：海鲜大酒楼', '海鲜大酒楼'],
    ['填报单位：蓝天幼儿园 2023.12.5', '蓝天幼儿园'],
    ['支部名称：机关第一党支部', '机关第一党支部'],
    ['村名：', null],
    ['村（社区）：石桥村', '石桥村'],
    ['乡镇（街道）：石桥乡', '石桥乡'],
    ['社区（村）名称：＿＿阳光社区＿＿', '阳光社区'],
    ['自评单位（盖章）：第三派出所', '第三派出所'],
    ['单位：长江路加油站', '长江路加油站'],
    ['单位：分', null],
  ])('%s', (label, unit) => {
    const table = read([[label]]);
    expect(table?.unit).toBe(unit);
    expect(codes(table)).not.toContain('unit/ambiguous');
  });
});

describe('a title names a unit only in particular, and less surely than a label', () => {
  test.each([
    ['全区中小学校年度办学水平评估表', '学校名称：实验小学', '实验小学'],
    ['中小学校平安校园考核评分表', '填报单位：实验小学', '实验小学'],
    ['农业农村工作考核评分表', '填报单位：青山镇', '青山镇'],
    ['平安社区创建考核表', '社区名称：东风社区', '东风社区'],
    ['美丽乡村建设考核表', '填报单位：红旗村', '红旗村'],
    ['乡镇街道安全生产考核表', '填报单位：青山镇', '青山镇'],
    ['派出所规范化建设考核表', '被考核单位：城东派出所', '城东派出所'],
    ['区农业农村局2023年度粮食安全考核表', '填报单位：青山镇', '青山镇'],
    ['新碶街道2023年度社区考核表', '社区：大港社区', '大港社区'],
    ['新碶街道2023年度考核表', '填报单位：新碶街道办事处', '新碶街道'],
  ])('%s, %s', (title, label, unit) => {
    const table = read([[title], [label]]);
    expect(table?.unit).toBe(unit);
    expect(codes(table)).toEqual([]);
  });

  test.each([
    '农业农村工作考核评分表',
    '城镇管理考核表',
    '文明村镇考核表',
    '基层卫生院考核表',
    '流动人口服务管理街道考核表',
    '加强社区治理考核表（农村社区）',
  ])('%s alone names nobody', (title) => expect(read([[title]])?.unit).toBeNull());

  test('another street in the title is a conflict', () => {
    const table = read([['新碶街道2023年度考核表'], ['填报单位：小港街道']]);
    expect(codes(table)).toEqual(['unit/ambiguous']);
    expect(table?.unit).toBeNull();
  });

  test('a community of a street is no conflict with the street', () => {
    const table = read(
      [['2023年度考核表'], ['街道：新碶街道', '', '社区：大港社区']],
      [],
      '新碶街道-大港社区.xlsx',
    );
    expect(table?.unit).toBe('大港社区');
    expect(codes(table)).toEqual([]);
  });
});

describe('only the text of the table itself counts', () => {
  const list: LayoutCell[][] = [
    ['序号', '社区名称', '常住人口', '流动人口'],
    [1, '红旗社区', 3500, 1200],
    [2, '东风社区', 4200, 2300],
  ];
  const short: LayoutCell[][] = [
    ['红旗社区', 3500],
    ['东风社区', 4200],
  ];
  const contacts: LayoutCell[][] = [
    ['单位', '联系人', '电话'],
    ['区教育局', '张三', '86780000'],
    ['区司法局', '李四', '86780001'],
  ];
  test.each([
    ['a list of communities', list],
    ['two columns of it', short],
    ['a list of contacts', contacts],
  ])('%s above or below', (_name, other) => {
    const label: LayoutCell[][] = [['考核评分表'], ['填报单位：大碶街道']];
    for (const table of [
      read([['基本情况'], ...other, [], ...label]),
      read(label, [[], ['附：基本情况'], ...other]),
      read([...other, ...label], [[], ['社区人口统计表'], ...other]),
    ]) {
      expect(table?.unit).toBe('大碶街道');
      expect(table?.items).toHaveLength(2);
      expect(codes(table)).toEqual([]);
    }
    expect(read([...other, []])?.unit).toBeNull();
  });
});

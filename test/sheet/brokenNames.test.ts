import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { tablesIn } from '../support/outline';
import { both, sketch } from './sketch';

const HEADER: LayoutCell[] = [span('考核内容', 1, 2), '分值', '评分标准', '自查分', '考核分'];
const two = (value: LayoutCell): LayoutCell => span(value as string, 2);

describe('a section’s name in several rows, as pasted from Word', () => {
  test('each item over two rows of paragraphs, the other cells merged', () => {
    const rows: LayoutCell[][] = [
      HEADER,
      ['基础', span(20, 4), two(10), '建立机构，', two(9), two('')],
      ['工作', '未建立扣1分。'],
      ['', two(10), '落实经费，', two(8), two('')],
      ['', '未落实扣2分。'],
      ['创新', span('加分项', 4), two(''), '在市、省媒体发表的分别加2、5分，', two(5), two('')],
      ['工作', '获市、省领导批示的分别加4、6分。'],
      ['', two(''), '在区级以上作为典型经验', two(1), two('')],
      ['', '推广的适当加分。'],
    ];
    expect(sketch(tablesIn(layout('附件1', rows))[0])).toEqual([
      '# 基础工作 20',
      '10 |  | 建立机构，⏎未建立扣1分。 | 9 | blank',
      '10 |  | 落实经费，⏎未落实扣2分。 | 8 | blank',
      '# 创新工作 加分',
      ' |  | 在市、省媒体发表的分别加2、5分，⏎获市、省领导批示的分别加4、6分。 | 5 | blank',
      ' |  | 在区级以上作为典型经验⏎推广的适当加分。 | 1 | blank',
    ]);
  });

  test('the rest of the name beside the next item, and in a row of its own', () => {
    both(
      [
        HEADER,
        ['基础', 20, 10, '未建立扣1分。', 9, ''],
        ['工作', '', 10, '未落实扣2分。', 8, ''],
        ['服务', 10, 10, '未开展扣2分。', 8, ''],
        ['工作', '', '', '', '', ''],
        ['创新', '加分项', '', '受市级表彰的加2分。', 2, ''],
        ['工作', '', '', '', '', ''],
        ['', '', '', '典型经验推广的适当加分。', 1, ''],
      ],
      ([table]) => {
        expect(table?.form).toBe('subdistrict');
        expect(sketch(table)).toEqual([
          '# 基础工作 20',
          '10 |  | 未建立扣1分。 | 9 | blank',
          '10 |  | 未落实扣2分。 | 8 | blank',
          '# 服务工作 10',
          '10 |  | 未开展扣2分。 | 8 | blank',
          '# 创新工作 加分',
          ' |  | 受市级表彰的加2分。 | 2 | blank',
          ' |  | 典型经验推广的适当加分。 | 1 | blank',
        ]);
      },
    );
  });

  test('departments: 和… goes on, brackets are closed, the next 区… is another’s', () => {
    both(
      [
        ['单位', '分值', '考核内容', '基础分', '自评分', '考核得分'],
        ['区发展', 70, '未开展扣5分。', 40, 40, ''],
        ['和改革局', '', '未报送扣5分。', 30, 30, ''],
        ['区人力资源', 70, '未落实扣5分。', 70, '', ''],
        ['和社会保障局', '', '', '', '', ''],
        ['区委宣传部', 70, '未宣传扣5分。', 40, '', ''],
        ['（区新闻办、', '', '未报道扣5分。', 30, '', ''],
        ['区文明办）', '', '', '', '', ''],
        ['区妇联', 70, '未开展扣5分。', 70, '', ''],
        ['公安', 70, '未开展扣5分。', 40, '', ''],
        ['分局', '', '未巡逻扣5分。', 30, '', ''],
      ],
      ([table]) => {
        expect(table?.sections.map(({ name, points, items }) => [name, points, items.length])).toEqual([
          ['区发展和改革局', 70, 2],
          ['区人力资源和社会保障局', 70, 1],
          ['区委宣传部（区新闻办、区文明办）', 70, 2],
          ['区妇联', 70, 1],
          ['公安分局', 70, 2],
        ]);
        expect(table?.unit).toBe('区发展和改革局');
      },
    );
  });

  test('a broken name that comes again on the next page is the same section', () => {
    both(
      [
        ['考核内容', '满分', '评分标准', '得分'],
        ['管理', 10, '未建立扣1分。', 9],
        ['工作', 10, '未落实扣2分。', 8],
        ['考核内容', '满分', '评分标准', '得分'],
        ['管理', 10, '未检查扣1分。', 9],
        ['工作', 10, '未整改扣2分。', 8],
        ['队伍', 10, '未培训扣2分。', 7],
        ['建设', 10, '未考试扣2分。', 7],
      ],
      ([table]) => {
        expect(table?.sections.map(({ name, items }) => [name, items.length])).toEqual([
          ['管理工作', 4],
          ['队伍', 1],
          ['建设', 1],
        ]);
      },
    );
  });
});

describe('a name of its own is no rest of the one before', () => {
  test('though the section before is short of its points', () => {
    both(
      [
        HEADER,
        ['服务工作', 25, 10, '未开展扣2分。', 10, ''],
        ['', '', 13, '未落实扣3分。', 13, ''],
        ['创新工作', '', '', '受市级表彰的加2分。', 2, ''],
        ['', '', '', '典型经验推广的适当加分。', 1, ''],
      ],
      ([table]) => {
        expect(table?.sections.map(({ name, bonus, items }) => [name, bonus, items.length])).toEqual([
          ['服务工作', false, 2],
          ['创新工作', true, 2],
        ]);
      },
    );
  });

  test('with the names merged beside one merged total of points', () => {
    const rows: LayoutCell[][] = [
      ['项目', '总分', '分值', '评分标准', '得分'],
      [two('学习'), span(40, 4), 10, '缺扣1分。', span(35, 4)],
      [10, '迟到扣1分。'],
      [two('纪律'), 10, '违反扣1分。'],
      [10, '通报扣1分。'],
    ];
    expect(tablesIn(layout('表', rows))[0]?.sections.map(({ name }) => name)).toEqual(['学习', '纪律']);
  });

  test.each([
    ['管理工作', '服务工作'],
    ['组织建设', '制度建设'],
    ['区教育局', '区司法局'],
    ['日常工作', '扣分项'],
    ['日常工作', '特色亮点工作'],
    ['一、学习', '二、纪律'],
  ])('%s | %s', (first, second) => {
    both(
      [HEADER, [first, 30, 10, '未建立扣1分。', 9, ''], [second, '', 20, '未落实扣2分。', 8, '']],
      ([table]) => expect(table?.sections).toHaveLength(2),
    );
  });
});

describe('a paragraph more of a bonus rule', () => {
  const rules = (first: string, second: string): number | undefined =>
    tablesIn(
      layout('表', [
        ['项目', '分值', '评分标准', '得分'],
        [two('管理'), 10, '未建立扣1分。', 9],
        [10, '未落实扣1分。', 9],
        ['加分项', '', first, ''],
        ['', '', second, ''],
      ]),
    )[0]?.sections[1]?.items.length;
  test.each([
    ['在市、省媒体发表的分别加2、5分，', '获市、省领导批示的分别加4、6分。', 1],
    ['在区、市推广的分别加10、20分。', '获领导批示的分别减半加分。', 1],
    ['获市级表彰的加2分；', '同一事项不重复加分。', 1],
    ['获奖按以下标准加分：', '市级加1分，省级加2分。', 1],
    ['获市级表彰的加2分。', '获省级表彰的加3分。', 2],
    ['获市级表彰的加2分', '获省级表彰的加3分', 2],
  ])('%s %s', (first, second, count) => expect(rules(first, second)).toBe(count));
});

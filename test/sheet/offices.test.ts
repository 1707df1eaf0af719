import { layout, span } from '../support/grid';
import type { LayoutCell } from '../support/grid';
import { codes, tablesIn } from '../support/outline';
import { both, sketch, totals } from './sketch';

test('school safety: points in the section’s name, one score column, bonus after the total', () => {
  both(
    [
      [span('2024年平安校园创建考核表', 1, 7)],
      ['序号', '考核项目', '标准分', '考核要求', '评分办法', '考评得分', '扣分原因'],
      [1, span('组织领导（20分）', 2), 10, '成立领导小组', '未成立扣5分，少一次会议扣1分', 9, '少开一次会'],
      [2, 10, '制度健全', '缺一项扣2分', '8分', ''],
      [3, span('日常管理（30分）', 2), 20, '门卫值班', '缺岗一次扣1分，扣完为止', 10, ''],
      [4, 10, '隐患排查', '未整改的每处扣2分', '９', ''],
      [span('合计', 1, 2), 50, '', '', 46, ''],
      ['', '加分项', '', '', '获市级以上表彰加2分', 2, ''],
      [span('总分', 1, 2), '', '', '', 48, ''],
      [span('被考核单位（盖章）：实验小学            考核人签字：', 1, 7)],
    ],
    ([table, ...more]) => {
      expect(more).toEqual([]);
      expect(sketch(table)).toEqual([
        '# 组织领导 20',
        '10 | 成立领导小组 | 未成立扣5分，少一次会议扣1分 |  | 9',
        '10 | 制度健全 | 缺一项扣2分 |  | ~8',
        '# 日常管理 30',
        '20 | 门卫值班 | 缺岗一次扣1分，扣完为止 |  | 10',
        '10 | 隐患排查 | 未整改的每处扣2分 |  | ~9',
        '# 加分项 加分',
        ' |  | 获市级以上表彰加2分 |  | 2',
      ]);
      expect(totals(table)).toEqual(['base 7  50  46', 'total 9    48']);
      expect(table?.items[0]?.reason?.text).toBe('少开一次会');
      expect(table).toMatchObject({
        unit: '实验小学',
        year: 2024,
        title: '2024年平安校园创建考核表',
        form: 'other',
      });
      expect(codes(table)).toEqual([]);
    },
  );
});

test('indicators on two levels: the first is the section, the second names the item', () => {
  both(
    [
      ['一级指标', '二级指标', '权重', '评分细则', '自评分', '得分', '备注'],
      [span('经济发展', 3), span('增长', 2), 5, 'GDP增速达到目标得5分，每低1个百分点扣1分', 5, 5, ''],
      [3, '投资增速达标得3分，否则不得分', 3, 3, ''],
      ['税收', 2, '完成率×分值', 2, 1.5, ''],
      [span('社会治理', 2), '信访', 10, '每发生一起越级访扣2分', 10, 8, ''],
      ['安全生产', 10, '发生一般事故扣5分', 10, 10, ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 经济发展 null',
        '5 | 增长 | GDP增速达到目标得5分，每低1个百分点扣1分 | 5 | 5',
        '3 | 增长 | 投资增速达标得3分，否则不得分 | 3 | 3',
        '2 | 税收 | 完成率×分值 | 2 | 1.5',
        '# 社会治理 null',
        '10 | 信访 | 每发生一起越级访扣2分 | 10 | 8',
        '10 | 安全生产 | 发生一般事故扣5分 | 10 | 10',
      ]);
    },
  );
});

test('headings in rows of their own, their points in the items’ column', () => {
  both(
    [
      ['序号', '考核内容', '分值', '评分标准', '自评分', '考核分'],
      ['一', '组织领导', 20, '', '', ''],
      [1, '建立机构', 10, '未建立扣10分', 10, ''],
      [2, '落实责任', 10, '一项未落实扣2分', 8, ''],
      ['二', '日常监管', 30, '', '', ''],
      [1, '检查', 15, '少一次扣3分', 15, ''],
      [2, '整改', 15, '一处未整改扣5分', 15, ''],
      ['三', '加分项', '', '', '', ''],
      [1, '创新', '', '获得区级以上表彰加2分', 2, ''],
      ['', '合计', 50, '', 50, ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 组织领导 20',
        '10 | 建立机构 | 未建立扣10分 | 10 | blank',
        '10 | 落实责任 | 一项未落实扣2分 | 8 | blank',
        '# 日常监管 30',
        '15 | 检查 | 少一次扣3分 | 15 | blank',
        '15 | 整改 | 一处未整改扣5分 | 15 | blank',
        '# 加分项 加分',
        ' | 创新 | 获得区级以上表彰加2分 | 2 | blank',
      ]);
      expect(totals(table)).toEqual(['total 10  50 50 ']);
    },
  );
});

test('subtotals inside merged sections, a total, a converted score', () => {
  both(
    [
      ['类别', '指标', '分值', '评分标准', '得分'],
      [span('党建（10分）', 3), '学习', 5, '缺扣1分', 5],
      ['组织', 5, '缺扣2分', 5],
      ['小计', 10, '', 10],
      [span('业务（20分）', 3), '办件', 10, '缺扣3分', 5],
      ['投诉', 10, '缺扣4分', 5],
      ['小 计', 20, '', 10],
      [span('总  计：', 1, 2), 30, '', 20],
      [span('折算得分（满分10分）', 1, 2), '', '', 6.67],
    ],
    ([table]) => {
      expect(table?.items).toHaveLength(4);
      expect(totals(table)).toEqual([
        'subtotal 4 0 10  10',
        'subtotal 7 1 20  10',
        'total 8  30  20',
        'converted 9    6.67',
      ]);
    },
  );
});

test('the rule stands under 评分, deductions in a column that carries no score', () => {
  both(
    [
      ['类别', '考核内容', '评分', '满分', '扣分', '得分'],
      [span('环境', 2), '道路', '有垃圾每处扣0.5分', 10, 1, 9],
      ['河道', '有漂浮物每处扣1分', 10, 2, 8],
      [span('秩序', 2), '停车', '乱停每辆扣0.5分', 10, 0, 10],
      ['占道', '占道每户扣1分', 10, 0, 10],
    ],
    ([table]) => {
      expect(sketch(table).slice(0, 3)).toEqual([
        '# 环境 null',
        '10 | 道路 | 有垃圾每处扣0.5分 |  | 9',
        '10 | 河道 | 有漂浮物每处扣1分 |  | 8',
      ]);
      expect(codes(table)).toEqual([]);
    },
  );
});

test('points stand in the items’ names instead of a column', () => {
  both(
    [
      ['考核项目', '考核内容', '评分标准', '得分'],
      [span('一、组织领导（20分）', 2), '1.机构健全（12分）', '未建立扣5分', 9],
      ['2.制度健全（8分）', '缺一项扣2分', 8],
      ['二、日常（10分）', '1.检查（10分）', '少一次扣2分', 10],
    ],
    ([table]) => {
      expect(table?.sections.map((section) => [section.name, section.points])).toEqual([
        ['组织领导', 20],
        ['日常', 10],
      ]);
      expect(table?.items.map((item) => item.max)).toEqual([12, 8, 10]);
      expect(codes(table)).toEqual([]);
    },
  );
});

test('bonus, deductions and a veto after the base', () => {
  both(
    [
      ['考核指标', '分值', '计分办法', '自评得分', '考核得分'],
      [span('重点工作', 2), 60, '按完成率计分', 60, ''],
      [40, '每少一项扣5分', 40, ''],
      ['加分项', '5分', '获表彰每次加1分，最高5分', 1, ''],
      ['扣分项', '', '发生事故每起扣5分', -5, ''],
      ['一票否决', '', '发生重大事故的一票否决', '', ''],
      ['总得分', 100, '', 96, ''],
    ],
    ([table]) => {
      expect(table?.sections.map((one) => [one.name, one.bonus, one.deduction])).toEqual([
        ['重点工作', false, false],
        ['加分项', true, false],
        ['扣分项', true, true],
        ['一票否决', true, true],
      ]);
      expect(table?.items.map((item) => item.max)).toEqual([60, 40, null, null, null]);
      expect(totals(table)).toEqual(['total 7  100 96 ']);
    },
  );
});

test('paragraphs over blank rows, values in a form’s own order, a signature block', () => {
  both(
    [
      ['', '', '某镇2024年度考核表'],
      [],
      ['填表日期', '2024-12-01'],
      [],
      ['考核\n项目', '分\n值', '考核标准', '自评\n得分', '考核\n得分', '扣分\n原因'],
      [],
      ['党建', 5, '缺扣1分', 5, 4, '缺台账'],
      [],
      ['业务', 10, '1.缺扣1分；', 8, '', ''],
      ['', '', '2.少一次扣0.5分。', '', '', ''],
      ['', '', '', '', '', ''],
      ['', '', '3.逾期扣1分', '', '', ''],
      ['考核组成员（签字）：', '', '', '', '', ''],
      ['', '', '联系电话：86780000', '', '', ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 党建 null',
        '5 |  | 缺扣1分 | 5 | 4',
        '# 业务 null',
        '10 |  | 1.缺扣1分；⏎2.少一次扣0.5分。⏎3.逾期扣1分 | 8 | blank',
      ]);
      expect(table?.items[1]).toMatchObject({ row: 8, lastRow: 11 });
      expect(table).toMatchObject({ title: '某镇2024年度考核表', year: 2024 });
    },
  );
});

test('groups of columns under spanning headers', () => {
  both(
    [
      [span('考核指标', 1, 3), span('评分标准', 2), span('评分情况', 1, 2), span('备注', 2)],
      ['一级指标', '二级指标', '分值', '自评', '考核'],
      [span('经济', 2), '增长', 10, '每低1%扣1分', 9, 8, ''],
      ['税收', 10, '每低2%扣1分', 7, 6, ''],
      ['民生', '就业', 10, '每低3%扣1分', 5, 4, ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 经济 null',
        '10 | 增长 | 每低1%扣1分 | 9 | 8',
        '10 | 税收 | 每低2%扣1分 | 7 | 6',
        '# 民生 null',
        '10 | 就业 | 每低3%扣1分 | 5 | 4',
      ]);
      expect(table?.headerRows).toEqual([0]);
    },
  );
});

test('headings across the table, points under 总分, numbers in the column of the headings', () => {
  both(
    [
      ['2024年垃圾分类工作考核表（社区）'],
      ['社区名称', '大港社区', '', '', '考核日期', '2024.5.6'],
      ['项目', '内容', '总分', '评分标准', '扣分', '得分'],
      ['一、组织保障（30分）'],
      ['1', '成立机构', 10, '未成立不得分', 0, 10],
      ['2', '经费', 20, '未落实扣10分', 10, 10],
      ['二、宣传（20分）'],
      ['3', '入户', 20, '每少一户扣0.1分', 1, 19],
      ['合计', '', 50, '', 11, 39],
      ['考核人员：', '', '', '', '', ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 组织保障 30',
        '10 | 成立机构 | 未成立不得分 |  | 10',
        '20 | 经费 | 未落实扣10分 |  | 10',
        '# 宣传 20',
        '20 | 入户 | 每少一户扣0.1分 |  | 19',
      ]);
      expect(table).toMatchObject({ unit: '大港社区', year: 2024 });
    },
  );
});

test('a department table pasted from Word, names and rules broken over rows', () => {
  const [table] = tablesIn(
    layout(
      '附件2',
      [
        ['单位', '分', '考核内容', '基础', '自评', '考核'],
        [],
        ['', '值', '', '分', '分', '得分'],
        ['基础', 30, '将工作纳入计划。', 10, 9, ''],
        ['', '', '每项未落实的扣3分。', '', '', ''],
        ['工作', '', '参加会议。未达到的每项扣4分。', 20, 8, ''],
        ['区农业', 70, '督促企业。', 70, 60, ''],
        ['', '', '未开展酌情扣分。', '', '', ''],
        ['农村局', '', '', '', '', ''],
        ['区妇联', 70, '未开展酌情扣分。', 70, '', ''],
        ['创新工作', '加分项', '在区、市推广的分别加10、20分。', '', '', ''],
        ['', '', '适当加分。', '', '', ''],
      ],
      { merges: null },
    ),
  );
  expect(sketch(table)).toEqual([
    '# 基础工作 30',
    '10 |  | 将工作纳入计划。⏎每项未落实的扣3分。 | 9 | blank',
    '20 |  | 参加会议。未达到的每项扣4分。 | 8 | blank',
    '# 区农业农村局 70',
    '70 |  | 督促企业。⏎未开展酌情扣分。 | 60 | blank',
    '# 区妇联 70',
    '70 |  | 未开展酌情扣分。 | blank | blank',
    '# 创新工作 加分',
    ' |  | 在区、市推广的分别加10、20分。 | blank | blank',
    ' |  | 适当加分。 | blank | blank',
  ]);
  expect(table).toMatchObject({ form: 'department', unit: '区农业农村局' });
});

test('a check list with few rows: the merged words left of the others are the sections', () => {
  both(
    [
      ['检查项目', '检查内容', '应得分', '检查标准', '实得分', '备注'],
      [span('消防', 2), '灭火器', 10, '缺一具扣2分', 8, '缺一具'],
      ['通道', 10, '堵塞扣5分', 10, ''],
      ['用电', '线路', 10, '私拉乱接每处扣2分', 10, ''],
      ['总分', '', 30, '', 28, ''],
      ['检查人：', '', '被检查单位负责人：', '', '', ''],
      ['备注：90分以上为优秀，每少一项扣分。', '', '', '', '', ''],
    ],
    ([table]) => {
      expect(table?.sections.map((section) => [section.name, section.items.length])).toEqual([
        ['消防', 2],
        ['用电', 1],
      ]);
      expect(totals(table)).toEqual(['total 5  30  28']);
    },
  );
});

test('权重 beside 分值 does not confuse the points', () => {
  both(
    [
      ['指标', '权重', '分值', '评分标准', '自评得分', '考核得分'],
      ['甲', '10%', 15, '缺扣1分', 8, ''],
      ['乙', '20%', 25, '缺扣1分', 9, ''],
    ],
    ([table]) => {
      expect(table?.items.map((item) => item.max)).toEqual([15, 25]);
      expect(codes(table)).toEqual([]);
    },
  );
});

test('hidden rows and columns are read; a hidden sheet only where no other has a table', () => {
  const rows: LayoutCell[][] = [
    ['项目', '分值', '评分标准', '得分'],
    ['基础', 5, '缺扣1分', 5],
    ['管理', 5, '缺扣1分', 4],
  ];
  const hidden = { hiddenRows: [{ from: 1, to: 1 }], hiddenColumns: [{ from: 1, to: 1 }] };
  expect(tablesIn(layout('表', rows, hidden))[0]?.items).toHaveLength(2);
  const shown = layout('表1', rows);
  const copy = layout('表2', rows, { hidden: true });
  expect(tablesIn(copy, shown).map((table) => table.grid.name)).toEqual(['表1']);
  expect(tablesIn(copy).map((table) => table.grid.name)).toEqual(['表2']);
});

test('headings over headings and remarks at the end are no sections', () => {
  both(
    [
      ['序号', '考核内容', '分值', '评分标准', '区级考评'],
      [span('一、管理工作（20分）', 1, 5)],
      [span('（一）机构（10分）', 1, 5)],
      [1, '人员', 10, '缺一人扣2分', 8],
      [span('（二）制度（10分）', 1, 5)],
      [2, '台账', 10, '缺一项扣1分', 9],
      ['考核结果：良好', '', '', '', ''],
      ['本表由各街道如实填写，逾期不报的视为放弃。', '', '', '', ''],
    ],
    ([table]) => {
      expect(sketch(table)).toEqual([
        '# 机构 10',
        '10 | 人员 | 缺一人扣2分 |  | 8',
        '# 制度 10',
        '10 | 台账 | 缺一项扣1分 |  | 9',
      ]);
    },
  );
});

describe('one 分值 over several rules', () => {
  const rows: LayoutCell[][] = [
    ['项目', '评分标准', '满分', '得分'],
    [span('党建', 3), '未开展学习扣1分', span(10, 3), 3],
    ['未按时缴费扣1分', 2],
    ['台账不全扣1分', 4],
    [span('宣传', 2), '少一篇扣1分', span(5, 2), span(4, 2)],
    ['少一次扣2分'],
  ];
  test('a score for each rule makes them items that share the maximum; one score makes them one item', () => {
    const [table] = tablesIn(layout('表', rows));
    expect(
      table?.items.map((item) => [item.criterion, item.max, item.sharesMaxWith, item.review?.number]),
    ).toEqual([
      ['未开展学习扣1分', 10, undefined, 3],
      ['未按时缴费扣1分', 10, 0, 2],
      ['台账不全扣1分', 10, 0, 4],
      ['少一篇扣1分\n少一次扣2分', 5, undefined, 4],
    ]);
  });
});

test('one score over several points is one item of their sum; one rule over several points is each one’s rule', () => {
  const [table] = tablesIn(
    layout('表', [
      ['项目', '评分标准', '分值', '自评分', '考评分'],
      [span('党建', 2), '未开展学习扣1分', 6, span(10, 2), span(9, 2)],
      ['未按时缴费扣1分', 4],
      [span('宣传', 2), span('少一篇扣1分', 2), 5, 4, 3],
      [5, 3, 2],
    ]),
  );
  expect(sketch(table)).toEqual([
    '# 党建 null',
    '10 |  | 未开展学习扣1分⏎未按时缴费扣1分 | 10 | 9',
    '# 宣传 null',
    '5 |  | 少一篇扣1分 | 4 | 3',
    '5 |  | 少一篇扣1分 | 3 | 2',
  ]);
});

test('an item whose points were left out keeps its place and its rule', () => {
  const [table] = tablesIn(
    layout('表', [
      ['考核内容', '分值', '评分标准', '自查分', '考核分'],
      [span('基础工作（20分）', 3), 10, '未落实扣1分。', 9, ''],
      ['', '未开展扣2分。', 8, ''],
      [10, '未报送扣2分。', 7, ''],
    ]),
  );
  expect(table?.items.map((item) => [item.max, item.maxCell, item.criterion])).toEqual([
    [10, { row: 1, column: 1 }, '未落实扣1分。'],
    [null, { row: 2, column: 1 }, '未开展扣2分。'],
    [10, { row: 3, column: 1 }, '未报送扣2分。'],
  ]);
});

describe('several tables', () => {
  test('beside each other', () => {
    both(
      [
        ['项目', '分值', '评分标准', '得分', '', '项目', '分值', '评分标准', '得分'],
        ['卫生', 5, '脏乱扣1分', 4, '', '卫生', 5, '脏乱扣1分', 3],
        ['绿化', 5, '枯死一株扣0.5分', 5, '', '绿化', 5, '枯死一株扣0.5分', 4.5],
      ],
      (tables) => {
        expect(
          tables.map((table) => [table.area.left, table.items.map((item) => item.review?.number)]),
        ).toEqual([
          [0, [4, 5]],
          [5, [3, 4.5]],
        ]);
      },
    );
  });

  test('under each other with the same header, each with its own unit', () => {
    const one = (unit: string, first: number, second: number): LayoutCell[][] => [
      [`${unit}环境卫生考核表`],
      ['项目', '分值', '评分标准', '得分'],
      ['卫生', 5, '脏乱扣1分', first],
      ['绿化', 5, '枯死一株扣0.5分', second],
      ['合计', 10, '', first + second],
      [],
    ];
    both([...one('甲街道', 4, 5), ...one('乙街道', 3, 4.5)], (tables) => {
      expect(
        tables.map((table) => [table.unit, table.items.map((item) => item.review?.number), totals(table)]),
      ).toEqual([
        ['甲街道', [4, 5], ['total 5  10  9']],
        ['乙街道', [3, 4.5], ['total 11  10  7.5']],
      ]);
    });
  });

  test('of both official forms on one sheet', () => {
    both(
      [
        ['附件1'],
        ['考核内容', '分值', '评分标准', '自查分'],
        ['基础工作', 5, '缺扣1分', 5],
        ['附件2'],
        ['单位', '分值', '考核内容', '基础分', '自评分', '考核得分'],
        ['基础工作', 30, '未落实扣1分', 30, 29, ''],
        ['区教育局', 70, '酌情扣分', 70, 69, ''],
      ],
      (tables) => {
        expect(tables.map((table) => [table.form, table.items.length])).toEqual([
          ['subdistrict', 1],
          ['department', 2],
        ]);
      },
    );
  });
});

test('a title that says 续 goes on with the table', () => {
  both(
    [
      ['某镇考核评分表'],
      ['考核内容', '分值', '评分标准', '自查分', '考核分'],
      ['基础工作（20分）', 10, '未落实扣1分。', 9, ''],
      ['某镇考核评分表（续）'],
      ['考核内容', '分值', '评分标准', '自查分', '考核分'],
      ['基础工作（20分）', 10, '未整改扣1分。', 8, ''],
      ['服务工作（20分）', 20, '未整改扣2分。', 7, ''],
    ],
    (tables) => {
      expect(tables).toHaveLength(1);
      expect(tables[0]?.headerRows).toEqual([1, 4]);
      expect(tables[0]?.sections.map((section) => [section.name, section.items.length])).toEqual([
        ['基础工作', 2],
        ['服务工作', 1],
      ]);
    },
  );
});

test('rows that the program added below the signature block are total rows, and no items', () => {
  both(
    [
      ['考核内容', '', '分值', '评分标准', '自查分', '考核分'],
      ['基础工作', 10, 10, '未落实扣1分。', 9, ''],
      ['填报单位（盖章）：新碶街道办事处', '', '', '', '负责人：', ''],
      ['基本分合计', '', '', '', { formula: 'SUM(E2)', value: 9 }, ''],
      ['加分合计', '', '', '', 0, ''],
      ['总分', '', '', '', { formula: 'E4+E5' }, ''],
      ['折合目标考核得分', '', '', '', 9, ''],
    ],
    ([table]) => {
      expect(table?.items).toHaveLength(1);
      expect(totals(table)).toEqual(['base 4   9 ', 'bonus 5   0 ', 'total 6   9 ', 'converted 7   9 ']);
      expect(table).toMatchObject({ unit: '新碶街道', area: { bottom: 6 } });
    },
  );
});

describe('what is missing or double is said at the header', () => {
  const find = (rows: LayoutCell[][]) => tablesIn(layout('表', rows))[0]?.findings ?? [];
  test('no points', () => {
    expect(
      find([
        ['考核内容', '评分标准', '自查分'],
        ['基础', '未落实的每次扣1分', 5],
      ])[0],
    ).toMatchObject({
      code: 'table/column-missing',
      severity: 'error',
      cell: { row: 0, column: 0 },
      params: { column: 'max' },
    });
  });
  test('no rules', () => {
    const rows = [
      ['项目', '分值', '自评分', '考核分'],
      ['基础', 5, 5, ''],
      ['管理', 6, 5, ''],
    ];
    expect(find(rows)[0]).toMatchObject({ code: 'table/column-missing', params: { column: 'criterion' } });
  });
  test('two columns for one score', () => {
    expect(
      find([
        ['项目', '分值', '评分标准', '得分', '得分'],
        ['基础', 5, '未落实扣1分', 5, ''],
      ])[0],
    ).toMatchObject({
      code: 'table/column-ambiguous',
      severity: 'warning',
      cell: { row: 0, column: 3 },
      params: { column: 'review', headers: '得分、得分' },
    });
  });
});

describe('sheets that hold no scoring table', () => {
  const sheets: [string, LayoutCell[][]][] = [
    [
      'our summary',
      [
        [
          '序号',
          '考核单位',
          '类别',
          '自评基本分',
          '自评加分',
          '自评总分',
          '考核基本分',
          '考核加分',
          '考核总分',
          '折合得分',
          '排名',
        ],
        [1, '新碶街道', '街道', 97, 4, 101, 95, 3, 98, 9.8, 1],
      ],
    ],
    [
      'another summary',
      [
        ['2023年考核得分汇总表'],
        ['序号', '单位', '基础工作', '管理工作', '加分', '总分', '排名', '备注'],
        [1, '甲街道', 30, 44, 2, 96, 1, ''],
      ],
    ],
    [
      'a list of marks',
      [
        ['序号', '被考核单位', '分值', '自评分', '考核得分', '备注'],
        [1, '甲街道', 100, 99, 98, ''],
      ],
    ],
    [
      'a roster',
      [
        ['序号', '单位名称', '联系人', '电话', '备注'],
        [1, '区教育局', '张三', '86780000', ''],
      ],
    ],
    [
      'a budget',
      [
        ['项目', '内容', '单位', '数量', '单价', '金额', '备注'],
        ['宣传', '印刷宣传册，每册100页', '册', 100, 5, 500, ''],
      ],
    ],
    [
      'a timetable',
      [
        ['时间', '星期一', '星期二', '内容'],
        ['8:00', '语文', '数学', '考核'],
      ],
    ],
    [
      'examination marks',
      [
        ['序号', '姓名', '考核分', '考试分数', '备注'],
        [1, '张三', 89, 90, ''],
      ],
    ],
    [
      'a list of tasks',
      [
        ['序号', '工作任务', '具体要求', '责任单位', '完成时限', '备注'],
        [1, '宣传', '每季度一次，未完成的扣1分', '甲', '全年', ''],
      ],
    ],
    ['a notice', [['考核办法'], ['一、考核内容及分值'], ['每次扣1分，最高得10分'], ['二、评分标准']]],
    ['a header over nothing', [['考核内容', '分值', '评分标准', '自查分', '考核分']]],
    ['nothing', []],
  ];
  test.each(sheets)('%s', (_name, rows) => {
    expect(tablesIn(layout('表', rows))).toEqual([]);
  });
});

import * as fc from 'fast-check';
import { layout } from '../support/grid';
import { expectedOutline, outline, tablesIn } from '../support/outline';
import { departmentRubric, streetRubric } from '../support/rubrics';
import { tableRows } from '../support/tableLayout';
import type { LayoutColumn, Scored, TableLayout } from '../support/tableLayout';

const scored: Scored = (item) => ({
  self: item + 1,
  review: item % 3 === 0 ? null : item,
  reason: `原因${item}`,
});

const OFFICIAL_1 = {
  section: '考核内容',
  max: '分值',
  criterion: '评分标准',
  self: '自查分',
  review: '考核分',
};
const OFFICIAL_2 = {
  section: '单位',
  points: '分值',
  criterion: '考核内容',
  max: '基础分',
  self: '自评分',
  review: '考核得分',
};
const VOCABULARIES = [
  {
    section: '考核项目',
    max: '标准分',
    criterion: '评分办法',
    self: '自评得分',
    review: '考评得分',
    reason: '扣分原因',
  },
  {
    section: '项目',
    max: '满分',
    criterion: '考核标准',
    self: '自查\n得分',
    review: '检查得分',
    reason: '备注',
  },
  {
    section: '一级指标',
    max: '配分',
    criterion: '扣分标准',
    self: '自我评分',
    review: '复核分',
    reason: '扣分说明',
  },
  {
    section: '类别',
    max: '分 值',
    criterion: '计分标准',
    self: '自评',
    review: '审核分',
    reason: '扣分情况',
  },
  {
    section: '考核指标',
    max: '基本分',
    criterion: '评分说明',
    self: '自查',
    review: '核定分',
    reason: '备  注',
  },
  {
    section: '指标',
    max: '权重',
    criterion: '评分细则',
    self: '自评分',
    review: '评审得分',
    reason: '扣分理由',
  },
  {
    section: '责任单位',
    max: '分值',
    criterion: '考核办法',
    self: '自查得分',
    review: '实得分',
    reason: '备注',
  },
];

const ABOVE = ['附件1', '2024年度出租房屋服务管理考核评分表'];
const BELOW = [
  '填报单位（盖章）：        负责人（签字）：        填报日期：    年  月  日',
  '注：本表一式两份。',
];

function check(rubric: typeof streetRubric, how: TableLayout, options: { at?: string; merges?: null }): void {
  const grid = layout('表', tableRows(rubric, how, scored), options);
  const tables = tablesIn(grid);
  expect(tables).toHaveLength(1);
  const hasPoints = how.columns.includes('points') || how.pointsInName === true;
  const seen = tables[0] === undefined ? [] : outline(tables[0]);
  expect(seen).toEqual(
    expectedOutline(
      rubric,
      (item) => {
        const { self, review } = scored(item);
        return {
          self: how.columns.includes('self') ? self : null,
          review: how.columns.includes('review') ? review : null,
        };
      },
      hasPoints,
    ),
  );
  expect(tables[0]?.findings.filter((one) => one.code.startsWith('table/'))).toEqual([]);
}

const STREET: TableLayout = {
  columns: ['section', 'points', 'max', 'criterion', 'self', 'review'],
  labels: OFFICIAL_1,
  sections: 'merged',
};
const DEPARTMENT: TableLayout = {
  columns: ['section', 'points', 'criterion', 'max', 'self', 'review'],
  labels: OFFICIAL_2,
  sections: 'merged',
};

describe.each([
  ['with merges', undefined],
  ['without merges', null],
] as const)('the official layouts %s', (_, merges) => {
  const options = merges === null ? { merges } : {};
  const variants: [string, Partial<TableLayout>][] = [
    ['plain', {}],
    ['with a title and a signature block', { above: ABOVE, below: BELOW }],
    ['with sections blank below', { sections: 'blank' }],
    ['with the section on every row', { sections: 'repeated' }],
    ['with a page break inside a section', { pageBreakBefore: 5, above: ABOVE }],
    ['with points as text', { pointsAsText: true }],
    ['with subtotals and a total', { subtotals: true, total: true, below: BELOW }],
    ['pasted from Word', { paragraphs: 3, brokenHeader: true }],
    ['pasted from Word, over two pages', { paragraphs: 2, brokenHeader: true, pageBreakBefore: 5 }],
  ];
  test.each(variants)('attachment 1 %s', (_name, variant) => {
    if (variant.sections === 'repeated') check(streetRubric, { ...STREET, ...variant }, options);
    else check(streetRubric, { ...STREET, ...variant }, options);
  });
  test.each(variants)('attachment 2 %s', (_name, variant) => {
    check(departmentRubric, { ...DEPARTMENT, ...variant }, options);
  });
  test('at D9', () => {
    check(streetRubric, { ...STREET, above: ABOVE, below: BELOW }, { ...options, at: 'D9' });
    check(departmentRubric, { ...DEPARTMENT, above: ABOVE, below: BELOW }, { ...options, at: 'D9' });
  });
});

describe('any office’s layout', () => {
  const arbitrary = fc.record({
    words: fc.constantFrom(...VOCABULARIES),
    order: fc.shuffledSubarray<LayoutColumn>(['max', 'criterion', 'self', 'review', 'reason'], {
      minLength: 5,
    }),
    scores: fc.constantFrom('both', 'self', 'review'),
    numbered: fc.boolean(),
    sections: fc.constantFrom('merged', 'blank', 'repeated', 'row'),
    pointsInName: fc.boolean(),
    pointsAsText: fc.boolean(),
    paragraphs: fc.constantFrom(1, 1, 2, 3),
    header: fc.constantFrom('one', 'broken', 'two'),
    pageBreakBefore: fc.constantFrom(-1, 1, 4, 8),
    subtotals: fc.boolean(),
    total: fc.boolean(),
    framed: fc.boolean(),
    at: fc.constantFrom('A1', 'D9', 'C3'),
    merges: fc.constantFrom(undefined, null),
  });

  test('reads the same sections, items and scores', () => {
    fc.assert(
      fc.property(arbitrary, (one) => {
        const columns = one.order.filter(
          (column) =>
            one.scores === 'both' || (column !== 'self' && column !== 'review') || column === one.scores,
        );
        const how: TableLayout = {
          columns: [
            ...(one.numbered ? (['number'] as const) : []),
            ...(one.sections === 'row' ? [] : (['section'] as const)),
            ...columns,
          ],
          labels: { ...one.words, number: '序号' },
          sections: one.sections,
          pointsInName: one.pointsInName,
          pointsAsText: one.pointsAsText,
          paragraphs: one.paragraphs,
          brokenHeader: one.header === 'broken',
          twoRowHeader:
            one.header === 'two' &&
            one.scores === 'both' &&
            Math.abs(columns.indexOf('self') - columns.indexOf('review')) === 1,
          pageBreakBefore: one.pageBreakBefore,
          subtotals: one.subtotals && one.sections !== 'row',
          total: one.total && one.sections !== 'row',
          above: one.framed ? ABOVE : [],
          below: one.framed ? BELOW : [],
        };
        check(streetRubric, how, one.merges === null ? { merges: null, at: one.at } : { at: one.at });
      }),
      { numRuns: 200 },
    );
  });
});

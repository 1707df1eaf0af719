import { lintRubric } from '../../src/rubric/lint';
import type { RubricItem, RubricSection } from '../../src/rubric/rubric';

function section(
  name: string,
  points: number | null,
  items: readonly RubricItem[],
  bonus = false,
): RubricSection {
  return { name, points, bonus, items };
}

function codes(
  sections: readonly RubricSection[],
  form: 'subdistrict' | 'department' | 'other' = 'other',
): string[] {
  return lintRubric({ form, sections }).map((fact) => fact.code);
}

/** Faults of one sentence in an item of 10 points. */
function faults(criterion: string, max: number | null = 10, bonus = false): unknown[] {
  return lintRubric({ form: 'other', sections: [section('甲', null, [{ max, criterion }], bonus)] })
    .filter((fact) => fact.code !== 'rubric/base-sum')
    .map((fact) => [fact.code, fact.params]);
}

describe('lint', () => {
  it('adds up sections and the base', () => {
    const items = [
      { max: 20, criterion: '每次扣1分' },
      { max: 15, criterion: '每项扣1分' },
    ];
    expect(
      lintRubric({
        form: 'other',
        sections: [section('甲', 30, items), section('乙', 70, [{ max: 70, criterion: '酌情扣分' }])],
      }),
    ).toEqual([
      { code: 'rubric/section-sum', params: { section: '甲', points: 30, sum: 35 }, section: 0, item: null },
    ]);
    expect(
      codes(
        [section('甲', 35, items), section('乙', 70, [{ max: 70, criterion: '酌情扣分' }])],
        'subdistrict',
      ),
    ).toEqual(['rubric/base-sum']);
    expect(codes([section('甲', 35, items)])).toEqual([]);
    const unit = (points: number) => section('区教育局', points, [{ max: points, criterion: '酌情扣分' }]);
    const common = section('基础工作', 30, [{ max: 30, criterion: '酌情扣分' }]);
    expect(codes([common, unit(70)], 'department')).toEqual([]);
    expect(codes([common, unit(60)], 'department')).toEqual(['rubric/base-sum']);
  });

  it.each([
    ['每录用一篇价2分', '价2分', '加2分'],
    ['工作措施有力，为开展的扣2分', '为开展的扣2分', '未开展的扣2分'],
    ['末落实的每次扣1分', '末落实的每次扣1分', '未落实的每次扣1分'],
    ['未落实的酌请扣分', '酌请扣分', '酌情扣分'],
    ['建立制度（含台账，未落实的扣2分', '（含台账', '（含台账）'],
  ])('%s: a slip', (criterion, text, meant) => {
    expect(faults(criterion)).toContainEqual(['rubric/suspected-typo', { text, meant }]);
  });

  it.each([
    '以开展主题活动为抓手，每少一次扣1分。',
    '按照市场报价2分、3分两档得分。',
    '为落实上级精神，召开专题会议。每少一次扣1分。',
    '1）未开展的扣2分；2）未总结的扣1分。',
    '（一）组织领导。未落实的扣2分。',
    '在区、市、省媒体刊发的分别扣1、2、3分。',
    '对先进单位、个人获国家、省、市级通报的分别扣3、2、1分。',
    '每人口宣传不到位的扣1分。',
  ])('%s: no slip', (criterion) => {
    expect(faults(criterion)).toEqual([]);
  });

  it('compares a ladder with the names before it', () => {
    expect(faults('在市、省、国家级媒体发表的分别加2、5分。', null, true)).toEqual([
      ['rubric/ladder-length', { names: 3, points: 2, text: '在市、省、国家级媒体发表的分别加2、5分' }],
    ]);
    expect(faults('获区主要领导、市、省、中央领导批示的分别加2、4、6、8分', null, true)).toEqual([]);
  });

  it('wants a ladder before 减半', () => {
    expect(faults('获领导批示的分别减半加分。', null, true).map((each) => (each as string[])[0])).toEqual([
      'rubric/halved-without-ladder',
      'rubric/criterion-unread',
    ]);
    expect(faults('分别加2、4分；获批示的减半加分。', null, true)).toEqual([]);
  });

  it('finds deductions larger than their item', () => {
    expect(faults('未开展的扣5分', 3)).toEqual([
      ['rubric/deduction-above-max', { deduction: 5, max: 3, text: '未开展的扣5分' }],
    ]);
    expect(faults('未开展的扣3分', 3)).toEqual([]);
    expect(faults('每少一次扣1分，未开展的扣5分', 3)).toEqual([]);
    expect(faults('未开展的倒扣5分', 3)).toEqual([]);
  });

  it('finds items nobody can read, items without a maximum and items that stand twice', () => {
    expect(faults('做好日常工作。')).toEqual([['rubric/criterion-unread', { item: '做好日常工作。' }]]);
    expect(faults('每次扣1分', null)).toEqual([['rubric/max-missing', { item: '每次扣1分' }]]);
    const twice = [
      { max: 5, criterion: '未开展培训的， 扣2分' },
      { max: 5, criterion: '未开展培训的,扣2分' },
    ];
    expect(codes([section('甲', 10, twice)])).toEqual(['rubric/item-duplicate']);
  });
});

import { addCatalog, catalog, findingSentence, hostErrorSentence } from '../../src/locale/catalog';
import { describeAttainable, describeClause } from '../../src/locale/describe';
import { en } from '../../src/locale/en';
import { LANGUAGES } from '../../src/locale/language';
import '../../src/locale/summary';
import type { FindingMessages, HostErrorMessages } from '../../src/locale/messages';
import type { AttainableShape, ClauseMessages, ClauseShape } from '../../src/locale/rules';
import type { Attainable, Clause } from '../../src/rubric/clause';

addCatalog('en', en);

/** Params of every code; more than one where a sentence has branches. */
const SAMPLES: { readonly [C in keyof FindingMessages]: readonly Parameters<FindingMessages[C]>[0][] } = {
  'file/unreadable': [
    { reason: 'empty' },
    { reason: 'truncated', detail: 'xl/workbook.xml' },
    { reason: 'not-a-workbook', detail: '' },
    { reason: 'html' },
    { reason: 'broken-part' },
    { reason: 'doctype' },
    { reason: 'no-sheets' },
    { reason: 'missing' },
    { reason: 'cannot-open' },
    { reason: 'too-slow' },
    { reason: 'crashed', detail: 'x' },
  ],
  'file/encrypted': [{}],
  'file/too-large': [{ limitMb: 200 }, { part: 'xl/worksheets/sheet1.xml', limitMb: 64 }],
  'file/unsupported': [{ format: '.pdf' }],
  'table/not-found': [{ sheets: 1 }, { sheets: 3 }, { sheets: 4, isSummary: true }],
  'table/column-missing': [
    { column: 'section' },
    { column: 'points' },
    { column: 'criterion' },
    { column: 'max' },
    { column: 'self' },
    { column: 'review' },
    { column: 'reason' },
    { column: 'name' },
    { column: 'number' },
  ],
  'table/column-ambiguous': [{ column: 'review', headers: '得分、评分' }],
  'unit/missing': [{}],
  'unit/unknown': [{ unit: '区某局' }, { unit: '区住建委', near: '区住建局' }],
  'unit/ambiguous': [
    {
      units: [
        { unit: '甲局', source: 'settings' },
        { unit: '乙局', source: 'label' },
        { unit: '丙局', source: 'section' },
        { unit: '丁局', source: 'file-name' },
        { unit: '戊局', source: 'sheet-name' },
        { unit: '己局', source: 'title' },
      ],
    },
  ],
  'unit/several-scored': [{ sections: ['区民政局', '区司法局'] }],
  'rubric/section-sum': [{ section: '基础工作', points: 30, sum: 29 }],
  'rubric/base-sum': [{ base: 100, sum: 99.5 }],
  'rubric/max-changed': [
    { item: '领导重视', official: 6, received: 7 },
    { item: '领导重视', official: 6, received: null },
    { item: '领导重视', official: null, received: 6 },
  ],
  'rubric/text-changed': [
    { item: '领导重视', official: '未落实的每次扣1分。' },
    { item: '领导重视', official: '' },
    { item: '', official: '' },
  ],
  'rubric/item-missing': [
    { section: '基础工作', item: '领导重视', max: 6 },
    { section: '创新工作', item: '典型经验', max: null },
    { section: '基础工作', item: '', max: 6, number: 2 },
  ],
  'rubric/item-added': [{ section: '基础工作', item: '领导重视' }],
  'rubric/criterion-unread': [{ item: '领导重视' }],
  'rubric/suspected-typo': [{ text: '价2分', meant: '加2分' }],
  'rubric/ladder-length': [{ names: 4, points: 3, text: '市、省、国家分别加2、5分' }],
  'rubric/halved-without-ladder': [{ text: '分别减半加分' }],
  'rubric/deduction-above-max': [{ deduction: 10, max: 6, text: '每次扣10分' }],
  'rubric/item-duplicate': [{ item: '领导重视', other: '领导重视' }],
  'rubric/max-missing': [{ item: '领导重视' }],
  'score/missing': [
    { item: '领导重视', stage: 'self', max: 6 },
    { item: '领导重视', stage: 'review', max: null },
  ],
  'score/not-a-number': [{ item: '领导重视', text: '优', max: 6 }],
  'score/above-max': [{ item: '领导重视', score: 8.5, max: 8 }],
  'score/below-zero': [{ item: '领导重视', score: -1 }],
  'score/unattainable': [
    { item: '领导重视', score: 5.5, clause: '每次扣1分', nearest: [6, 5] },
    { item: '领导重视', score: 5.5, clause: '', nearest: [] },
  ],
  'score/too-precise': [
    { item: '领导重视', score: 5.555, step: 0.01, nearest: [5.56, 5.55] },
    { item: '领导重视', score: 5.555, step: 0.01, nearest: [] },
  ],
  'score/formula-error': [
    { item: '领导重视', reason: 'error-value', text: '#REF!' },
    { item: '领导重视', reason: 'not-computed', text: '=VLOOKUP(A1,B:C,2)' },
  ],
  'score/text-number': [{ text: '8分', number: 8 }],
  'bonus/unattainable': [{ item: '创新', score: 3, clause: '分别加2、5、8分', nearest: [2, 5] }],
  'bonus/above-cap': [{ sum: 12.5, cap: 10 }],
  'review/gap': [{ item: '领导重视', self: 6, review: 3, limit: 2 }],
  'reason/missing': [{ item: '领导重视', lost: 0.5 }],
  'total/mismatch': [
    { label: '合计', received: 99, expected: 97 },
    { label: '合计', received: '#REF!', expected: 97 },
    { label: '合计', received: null, expected: 97 },
  ],
  'roster/invalid': [
    { problem: 'no-list', entry: 0, text: '' },
    { problem: 'not-a-unit', entry: 1, text: '12' },
    { problem: 'no-name', entry: 2, text: '' },
    { problem: 'name-long', entry: 3, text: '北仑区某某某局' },
    { problem: 'name-twice', entry: 4, text: '区教育局' },
    { problem: 'alias-shared', entry: 5, text: '教育局' },
    { problem: 'too-many', entry: 5001, text: '' },
  ],
  'summary/unit-missing': [
    { unit: '新碶街道', category: '街道' },
    { unit: '区教育局', category: '责任单位', file: '区教育局.xlsx' },
  ],
  'summary/unit-duplicate': [
    { unit: '新碶街道', count: 2, others: [{ file: '新碶街道(1).xlsx', sheet: '附件1' }] },
  ],
  'summary/unit-unknown': [{ unit: '新契街道' }, { unit: '新契街道', near: '新碶街道' }],
  'summary/rubric-differs': [
    { kind: 'whole', against: 'sent', section: '', item: '' },
    { kind: 'text-changed', against: 'official', section: '基础工作', item: '会议', was: '每次扣1分。' },
    { kind: 'max-changed', against: 'majority', section: '基础工作', item: '会议', was: 6, is: 8 },
    { kind: 'max-changed', against: 'sent', section: '基础工作', item: '会议', was: null, is: null },
    { kind: 'item-missing', against: 'sent', section: '基础工作', item: '会议', was: 6 },
    { kind: 'item-missing', against: 'sent', section: '创新工作', item: '会议', was: null },
    { kind: 'item-added', against: 'sent', section: '基础工作', item: '会议' },
  ],
  'summary/year-differs': [
    { year: 2022, round: 2023, years: [2022, 2023] },
    { year: 2022, round: null, years: [2022, 2023] },
  ],
  'summary/not-reviewed': [{ stage: 'review' }, { stage: 'self' }],
  'summary/not-scored': [{}],
  'summary/conversion-differs': [
    {
      settings: [
        { label: '折算满分', own: '10', usual: '100' },
        { label: '加分上限', own: '5', usual: '' },
        { label: '总分上限', own: '', usual: '110' },
      ],
    },
  ],
  'settings/default-weight': [{ full: 100, base: 100 }],
  'settings/invalid': [
    { key: '小数位数', value: '很多', used: '2' },
    { key: '加分上限', value: '很多', used: '' },
    { key: '没有这个', value: '3', used: '-' },
    { key: '-', value: '[]', used: '-' },
  ],
};

const CLAUSES: { readonly [K in keyof ClauseMessages]: readonly Parameters<ClauseMessages[K]>[0][] } = {
  'deduct-per': [
    { points: 1, unit: '次', step: 1 },
    { points: 1, unit: '个百分点', step: 2, cap: 4 },
  ],
  'deduct-flat': [
    { points: 5, times: 1 },
    { points: 5, times: 2, cap: 6 },
  ],
  'deduct-ladder': [{ points: [1, 2, 3] }],
  zero: [{}],
  earn: [{ points: 5 }],
  'earn-range': [{ from: 3, to: 5 }],
  full: [{}],
  'gain-per': [{ points: 0.5, unit: '篇', step: 1, cap: 10 }],
  'gain-flat': [{ points: 3 }],
  'gain-ladder': [
    { points: [2, 5, 8], halved: false },
    { points: [10, 20], halved: true, cap: 30 },
  ],
  discretion: [
    { direction: 'deduct', repeated: false },
    { direction: 'gain', from: 1, to: 3, repeated: true },
    { direction: 'earn', from: 2, repeated: false },
    { direction: 'deduct', to: 3, repeated: false },
  ],
  proportional: [{}],
  rank: [{}, { step: 1 }],
  cap: [
    { of: 'deduction', points: 6 },
    { of: 'deduction', points: null },
    { of: 'gain', points: 10 },
    { of: 'gain', points: null },
  ],
  floor: [{ points: 2 }],
  share: [
    { direction: 'deduct', share: 0.5, repeated: true },
    { direction: 'earn', share: 0.8, repeated: false },
  ],
  'beyond-max': [{}, { points: 5 }],
  'not-applicable': [{}],
  'no-double-counting': [{}],
  veto: [{}],
};

const HOST_ERRORS: { readonly [C in keyof HostErrorMessages]: readonly Record<string, string>[] } = {
  'sheet-missing': [{}, { sheet: '附件1' }],
  'read-only-format': [{}, { format: '.xls' }],
  'write-failed': [{}, { detail: 'EACCES' }],
  'file-unreadable': [{}, { detail: 'EACCES' }],
  'sheet-protected': [{}, { sheets: '附件1、附件2' }],
  'sheet-password': [{}, { sheets: '附件1' }],
  'workbook-protected': [{}],
  'cell-editing': [{}],
  'read-failed': [{}, { detail: 'GeneralException' }],
  'write-broken-off': [{}, { detail: 'GeneralException' }],
};

/** Every sentence that can be made of the samples, with what it was made of. */
function allSentences(language: (typeof LANGUAGES)[number]): [string, string][] {
  const sentences: [string, string][] = [];
  for (const [code, list] of Object.entries(SAMPLES)) {
    for (const params of list) {
      sentences.push([code, findingSentence({ code: code as keyof FindingMessages, params }, language)]);
    }
  }
  for (const [kind, list] of Object.entries(CLAUSES)) {
    for (const params of list) {
      const clause = { kind, ...params } as unknown as ClauseShape;
      sentences.push([kind, describeClause(clause, language)]);
    }
  }
  for (const [code, list] of Object.entries(HOST_ERRORS)) {
    for (const params of list) {
      sentences.push([code, hostErrorSentence({ code: code as keyof HostErrorMessages, params }, language)]);
    }
  }
  return sentences;
}

describe.each(LANGUAGES)('sentences in %s', (language) => {
  it('exist for every code, with every param printed', () => {
    for (const [code, sentence] of allSentences(language)) {
      expect([code, sentence]).toEqual([code, expect.stringMatching(/\S/)]);
      expect([code, sentence]).toEqual([
        code,
        expect.not.stringMatching(/undefined|NaN|null|\[object|\?\?| {2}/),
      ]);
    }
  });

  it('have a sentence for each code that the samples name', () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(Object.keys(catalog(language).findings).sort());
    expect(Object.keys(CLAUSES).sort()).toEqual(Object.keys(catalog(language).rules.clauses).sort());
  });

  it('end as sentences', () => {
    for (const code of Object.keys(SAMPLES) as (keyof FindingMessages)[]) {
      for (const params of SAMPLES[code]) {
        expect(findingSentence({ code, params }, language)).toMatch(/[。？.?]$/);
      }
    }
  });
});

describe('what sentences say', () => {
  it('names the item, what is wrong and what would be right', () => {
    const params = { item: '领导重视', score: 8.5, max: 8 };
    expect(findingSentence({ code: 'score/above-max', params }, 'zh-CN')).toBe(
      '“领导重视”得 8.5 分，超过该项满分 8 分，请改为 0–8 之间。',
    );
    expect(findingSentence({ code: 'score/above-max', params }, 'en')).toBe(
      '"领导重视" has 8.5, above its maximum 8; enter a score from 0 to 8.',
    );
  });

  it('prints a text from a workbook as it stands', () => {
    const params = { item: '`${x}` <b>', text: '=1+1', max: 6 };
    expect(findingSentence({ code: 'score/not-a-number', params }, 'zh-CN')).toContain('`${x}` <b>');
    expect(findingSentence({ code: 'score/not-a-number', params }, 'zh-CN')).toContain('=1+1');
  });
});

describe('attainable scores in words', () => {
  const cases: [Attainable, string, string][] = [
    [{ kind: 'list', scores: [6, 5, 4, 3, 2, 1, 0] }, '0–6，每档 1 分', '0–6 in steps of 1'],
    [{ kind: 'list', scores: [1, 0.9, 0.8, 0.7] }, '0.7–1，每档 0.1 分', '0.7–1 in steps of 0.1'],
    [{ kind: 'list', scores: [8, 5, 2, 0] }, '8、5、2、0', '8, 5, 2, 0'],
    [{ kind: 'list', scores: [3] }, '3', '3'],
    [
      { kind: 'range', from: 0, to: null, step: 0.5 },
      '0 起，不封顶，每档 0.5 分',
      '0 and up in steps of 0.5',
    ],
    [
      {
        kind: 'union',
        parts: [
          { kind: 'list', scores: [5, 0] },
          { kind: 'range', from: 1, to: 3, step: 0.01 },
        ],
      },
      '5、0，或 1–3，每档 0.01 分',
      '5, 0 or 1–3 in steps of 0.01',
    ],
    [{ kind: 'any' }, '由考核人判断', 'left to judgement'],
  ];
  it.each(cases)('%j', (attainable, chinese, english) => {
    expect(describeAttainable(attainable, 'zh-CN')).toBe(chinese);
    expect(describeAttainable(attainable, 'en')).toBe(english);
  });

  it('cuts a long list', () => {
    const scores = Array.from({ length: 40 }, (_, index) => 1000 - index * index);
    expect(describeAttainable({ kind: 'list', scores }, 'zh-CN')).toMatch(/^1000、999、.*……$/);
  });

  it('takes every clause and attainable set of the rubric floor', () => {
    // Fails to compile when the shapes drift apart.
    const clause = (value: Clause): ClauseShape => value;
    const attainable = (value: Attainable): AttainableShape => value;
    expect(describeClause(clause({ kind: 'zero', start: 0, end: 3 }), 'zh-CN')).toBe('不得分');
    expect(describeAttainable(attainable({ kind: 'any' }), 'en')).toBe('left to judgement');
  });
});

import { checkBook } from '../../src/check/checkBook';
import { toJsonReport } from '../../src/check/jsonReport';
import type { CheckedTable, CheckOptions } from '../../src/check/report';
import { planFill } from '../../src/plan/planFill';
import { cellAddress } from '../../src/sheet/address';
import type { Grid } from '../../src/sheet/grid';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { readBook } from '../../src/sheet/readBook';
import { bookOf, settingsSheet, streetSheet } from '../support/scoringSheet';
import type { Scores } from '../support/scoringSheet';

const FULL: readonly Scores[] = [
  [6, 6],
  [4, 4],
  [10, 10],
  [10, 10],
];

function check(grids: readonly Grid[], options?: CheckOptions) {
  return checkBook(readBook(bookOf(grids)), options);
}

function tableOf(grids: readonly Grid[], options?: CheckOptions): CheckedTable {
  const [table] = check(grids, options).tables;
  if (!table) throw new Error('No table was found');
  return table;
}

/** Findings as `code at cell`, the notices that every sheet has left out. */
function found(grids: readonly Grid[], options?: CheckOptions): string[] {
  return tableOf(grids, options).findings.map(
    (one) => `${one.code} ${one.cell ? cellAddress(one.cell) : '-'}`,
  );
}

describe('a clean sheet', () => {
  it('has no finding in the self stage', () => {
    const sheet = streetSheet([[6], [2], [9.5], [8.25], [5]]);
    expect(found([sheet])).toEqual([]);
    expect(tableOf([sheet]).stage).toBe('self');
  });

  it('has no finding in the review stage, with reasons for what was deducted', () => {
    const sheet = streetSheet(
      [
        [6, 5, '少一次会议'],
        [4, 4],
        [10, 9.5, '少一篇'],
        [10, 8, '一处不规范'],
        [5, 5],
      ],
      { reasons: true },
    );
    expect(found([sheet])).toEqual([]);
    expect(tableOf([sheet]).stage).toBe('review');
  });

  it('is totalled in both columns', () => {
    const { totals, sections } = tableOf([
      streetSheet([
        [6, 5],
        [4, 4],
        [9.5, 9],
        [8.25, 8],
        [5, 2],
        [0.5, undefined],
      ]),
    ]);
    expect(totals.self).toEqual({ base: 27.75, bonus: 5.5, total: 33.25, converted: 33.25 });
    expect(totals.review).toEqual({ base: 26, bonus: 2, total: 28, converted: 28 });
    expect(sections).toEqual([
      { section: 0, name: '基础工作', points: 10, self: 10, review: 9 },
      { section: 1, name: '管理工作', points: 20, self: 17.75, review: 17 },
      { section: 2, name: '创新工作', points: null, self: 5.5, review: 2 },
    ]);
  });

  it('tells once a workbook that the weight is the default', () => {
    expect(check([streetSheet(FULL)]).findings.map(({ code, params }) => [code, params])).toEqual([
      ['settings/default-weight', { full: 100, base: 100 }],
    ]);
    const weighted = [
      streetSheet(FULL),
      settingsSheet([
        ['折算满分', 10],
        ['折算基数', 30],
      ]),
    ];
    expect(check(weighted).findings).toEqual([]);
  });
});

describe('scores', () => {
  it.each<[string, Scores, readonly string[]]>([
    ['above the maximum', [7], ['score/above-max E3']],
    ['below zero', [-1], ['score/below-zero E3']],
    ['that no reading of the rule gives', [5.5], ['score/unattainable E3']],
    ['in words', ['优秀'], ['score/not-a-number E3']],
    ['true or false', [true], ['score/not-a-number E3']],
    ['that are an error value', [{ error: '#REF!' }], ['score/formula-error E3']],
    ['typed as text', ['5分'], ['score/text-number E3']],
    ['typed as text and above the maximum', ['７'], ['score/above-max E3', 'score/text-number E3']],
    ['that are missing', [undefined], ['score/missing E3']],
    ['that are spaces', ['  '], ['score/missing E3']],
    ['from a formula', [{ formula: '3+2', value: 5 }], []],
    ['from a formula without a result', [{ formula: '3+2' }], []],
    [
      'from a formula that nobody can compute',
      [{ formula: 'VLOOKUP(A1,甲!A:B,2)' }],
      ['score/formula-error E3'],
    ],
    ['zero', [0], []],
  ])('%s', (_, first, expected) => {
    expect(found([streetSheet([first, [4], [10], [10]])])).toEqual(expected);
  });

  it('too fine where the sentence leaves them to judgement', () => {
    expect(found([streetSheet([[6], [4], [10], [8.255]])])).toEqual(['score/too-precise E6']);
    const coarse = settingsSheet([['酌情最小单位', 0.5]]);
    expect(found([streetSheet([[6], [4], [10], [8.25]]), coarse])).toEqual(['score/too-precise E6']);
  });

  it('are checked in the review column as well', () => {
    const sheet = streetSheet([
      [6, 6.5],
      [4, 3],
      [10, 'x'],
      [10, 10],
    ]);
    expect(found([sheet])).toEqual(['score/above-max F3', 'score/unattainable F4', 'score/not-a-number F5']);
  });

  it('say what would be right', () => {
    const report = toJsonReport(
      [{ path: 'a.xlsx', checked: check([streetSheet([[7], [3], [10], [10]])]), findings: [] }],
      'zh-CN',
    );
    expect(report.files[0]?.sheets[0]?.findings).toEqual([
      {
        code: 'score/above-max',
        severity: 'error',
        sheet: '附件1',
        cell: 'E3',
        message: '“每季度召开会议，及时上报信息。未落实的每…”得 7 分，超过该项满分 6 分，请改为 0–6 之间。',
        received: 7,
        expected: '0–6',
        suggestions: expect.arrayContaining([6]) as unknown,
        clause: expect.stringContaining('每次扣1分') as unknown,
      },
      expect.objectContaining({
        code: 'score/unattainable',
        severity: 'warning',
        cell: 'E4',
        received: 3,
        expected: '4, 2, 0',
        suggestions: expect.arrayContaining([4, 2]) as unknown,
      }),
    ]);
  });
});

describe('bonus', () => {
  it('may be blank, struck out or 无', () => {
    for (const nothing of [undefined, '/', '无', '—', ' ']) {
      expect(found([streetSheet([[6], [4], [10], [10], [nothing], [nothing]])])).toEqual([]);
    }
  });

  it('that no sum of the ladder gives is a warning', () => {
    expect(found([streetSheet([[6], [4], [10], [10], [3], [1.5]])])).toEqual(['bonus/unattainable E7']);
  });

  it('above its cap is counted up to it', () => {
    const capped = [streetSheet([[6], [4], [10], [10], [8], [4]]), settingsSheet([['加分上限', 10]])];
    expect(found(capped)).toEqual(['bonus/above-cap E8']);
    expect(tableOf(capped).totals.self).toEqual({ base: 30, bonus: 10, total: 40, converted: 40 });
  });
});

describe('the review stage', () => {
  it('begins with any review score, and wants all of them', () => {
    const sheet = streetSheet([[6, 6], [4], [10], [10]]);
    expect(found([sheet])).toEqual(['score/missing F4', 'score/missing F5', 'score/missing F6']);
  });

  it('can be chosen', () => {
    const sheet = streetSheet([[6, 6], [4], [10], [10]]);
    expect(found([sheet], { stage: 'self' })).toEqual([]);
    expect(found([streetSheet(FULL.map(([self]) => [self]))], { stage: 'review' })).toHaveLength(4);
  });

  it('is what the workbook says, unless something else is asked for', () => {
    const scored = streetSheet([[6, 6], [4], [10], [10]]);
    const saying = (text: string) => [scored, settingsSheet([['评分阶段', text]])];
    expect(found(saying('自评'))).toEqual([]);
    expect(tableOf(saying('自评'), { stage: 'auto' }).stage).toBe('review');
    expect(tableOf(saying('自评'), { stage: 'review' }).stage).toBe('review');
    expect(tableOf(saying('自动')).stage).toBe('review');
    const blank = [streetSheet(FULL.map(([self]) => [self])), settingsSheet([['评分阶段', '考核']])];
    expect(found(blank)).toHaveLength(4);
    expect(found(blank, { stage: 'self' })).toEqual([]);
  });

  it('is not what the workbook says where the table has no column for it', () => {
    const rows = [
      ['考核内容', '分值', '评分标准', '考核分'],
      ['会议', 6, '未落实的每次扣1分。', 6],
      ['培训', 4, '未开展的每少一次扣2分。', 4],
    ];
    const one = [gridFromRows('评分', rows), settingsSheet([['评分阶段', '自评']])];
    expect(tableOf(one).stage).toBe('review');
    expect(found(one).filter((text) => text.startsWith('score/'))).toEqual([]);
  });

  it('asks for a self score that was passed over, but not where the unit never scored itself', () => {
    expect(
      found([
        streetSheet([
          [undefined, 6],
          [4, 4],
          [10, 10],
          [10, 10],
        ]),
      ]),
    ).toEqual(['score/missing E3']);
    expect(found([streetSheet(FULL.map(([, review]) => [undefined, review]))])).toEqual([]);
  });

  it('wants a reason where it is far from the self score, if the limit is set', () => {
    const sheet = (reason?: string) =>
      streetSheet(
        [
          [6, 3, reason],
          [4, 4],
          [10, 9, 'x'],
          [10, 10],
        ],
        { reasons: true },
      );
    const limit = settingsSheet([['自评考核差异提醒', 2]]);
    expect(found([sheet(), limit])).toEqual(['review/gap F3', 'reason/missing G3']);
    expect(found([sheet('三次会议未开'), limit])).toEqual([]);
  });
});

describe('a blank sheet', () => {
  it('lacks every base score and nothing else', () => {
    expect(found([streetSheet([], { reasons: true })])).toEqual([
      'score/missing E3',
      'score/missing E4',
      'score/missing E5',
      'score/missing E6',
    ]);
    expect(tableOf([streetSheet([])]).totals).toEqual({ self: null, review: null });
  });
});

describe('the rubric', () => {
  it('has a section whose items do not add up', () => {
    expect(found([streetSheet([[6], [4], [10], [10]], { maxima: [5] })])).toContain('rubric/section-sum B3');
  });

  it('has a sentence that nobody can read', () => {
    const sheet = streetSheet([[6], [4], [10], [10]]);
    const silent = {
      ...sheet,
      rows: sheet.rows.map((row) =>
        row.index === 2
          ? {
              ...row,
              cells: row.cells.map((cell) =>
                cell.column === 3 ? { ...cell, value: '领导重视，措施有力。' } : cell,
              ),
            }
          : row,
      ),
    };
    const [one] = tableOf([silent]).findings;
    expect(one).toMatchObject({
      code: 'rubric/criterion-unread',
      severity: 'notice',
      cell: { row: 2, column: 3 },
    });
  });

  it('declares a base that the items do not give', () => {
    const wrong = streetSheet(FULL, { below: [['合计', 31, 30, 30]] });
    expect(found([wrong])).toEqual(['rubric/base-sum C9']);
    const right = streetSheet(FULL, { below: [['合计', 30, 30, 30]] });
    expect(found([right])).toEqual([]);
    expect(found([streetSheet(FULL, { title: '街道考核评分表（满分100分）' })])).toEqual([
      'rubric/base-sum -',
    ]);
    expect(found([streetSheet(FULL, { title: '街道考核评分表（满分30分）' })])).toEqual([]);
  });
});

describe('total rows of the sheet', () => {
  it.each([
    [30, true],
    [35, true],
    [34, false],
    ['30分', true],
    ['见附表', true],
    [{ error: '#REF!' }, false],
    [{ formula: 'SUM(E3:E8)', value: 35 }, true],
    [{ formula: 'SUM(E3:E7)', value: 33 }, false],
  ])('合计 of %j, base 30 and bonus 5, is fair: %s', (self, fair) => {
    const sheet = streetSheet([[6], [4], [10], [10], [5]], { below: [['合计', undefined, self]] });
    expect(found([sheet])).toEqual(fair ? [] : ['total/mismatch E9']);
  });

  it('are held to base and bonus where each has a row of its own', () => {
    const below = (base: number, bonus: number, total: number) => [
      ['基本分合计', undefined, base],
      ['加分合计', undefined, bonus],
      ['总分', undefined, total],
    ];
    const scores: Scores[] = [[6], [4], [10], [10], [5]];
    expect(found([streetSheet(scores, { below: below(30, 5, 35) })])).toEqual([]);
    expect(found([streetSheet(scores, { below: below(35, 0, 30) })])).toEqual([
      'total/mismatch E9',
      'total/mismatch E10',
      'total/mismatch E11',
    ]);
  });

  it('are left alone in a column without scores', () => {
    const sheet = streetSheet([[6], [4], [10], [10]], { below: [['合计', undefined, 30, 0]] });
    expect(found([sheet])).toEqual([]);
  });

  it('may convert by a weight of their own, until one is set', () => {
    const sheet = (converted: number) => streetSheet(FULL, { below: [['折合得分', undefined, converted]] });
    expect(found([sheet(4.5)])).toEqual([]);
    const weight = settingsSheet([
      ['折算满分', 5],
      ['折算基数', 30],
    ]);
    expect(found([sheet(5), weight])).toEqual([]);
    expect(found([sheet(4.5), weight])).toEqual(['total/mismatch E9']);
  });
});

describe('checking', () => {
  it('gives the same findings again, in sheet order', () => {
    const sheet = streetSheet([[7, 'x'], [3, -1], ['9分', 20], [], [3]], { reasons: true });
    const first = tableOf([sheet]).findings;
    expect(tableOf([sheet]).findings).toEqual(first);
    const places = first.map(({ cell }) => (cell ? cell.row * 100 + cell.column : -1));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
});

describe('a score merged over several items', () => {
  const merged = (score: CellInput): Grid => {
    const sheet = streetSheet([[score], [undefined], [10], [10]]);
    return { ...sheet, merges: [...(sheet.merges ?? []), { top: 2, left: 4, bottom: 3, right: 4 }] };
  };

  it('counts once and is held to the sum of their maxima', () => {
    expect(found([merged(9.5)])).toEqual([]);
    expect(tableOf([merged(9.5)]).totals.self?.base).toBe(29.5);
    expect(found([merged(11)])).toEqual(['score/above-max E3']);
  });

  it('is missing once', () => {
    expect(found([merged(undefined)])).toEqual(['score/missing E3']);
  });
});

describe('odd numbers', () => {
  it.each([1e9, 1e15, 1e300, 1.7e308, -1e300, 1e-12])(
    '%p is checked and totalled without an exception',
    (score) => {
      const { totals } = tableOf([streetSheet([[score], [4], [10], [10]])]);
      expect(totals.self).not.toBeNull();
      expect(() => planFill(check([streetSheet([[score], [4], [10], [10]])]), 'zh-CN')).not.toThrow();
    },
  );
});

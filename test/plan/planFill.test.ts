import { checkBook } from '../../src/check/checkBook';
import type { EditPlan } from '../../src/plan/edits';
import { planClear } from '../../src/plan/planClear';
import type { FillPlan } from '../../src/plan/planFill';
import { planFill } from '../../src/plan/planFill';
import { cellAddress } from '../../src/sheet/address';
import type { BookSnapshot, Grid } from '../../src/sheet/grid';
import { readBook } from '../../src/sheet/readBook';
import { applyCells } from '../support/applyPlan';
import { officialSheet } from '../support/officialSheet';
import type { OfficialOptions } from '../support/officialSheet';
import { bookOf, settingsSheet, streetSheet } from '../support/scoringSheet';
import type { Scores } from '../support/scoringSheet';

function plan(snapshot: BookSnapshot): FillPlan {
  return planFill(checkBook(readBook(snapshot)), 'zh-CN');
}

function planOf(...grids: readonly Grid[]): FillPlan {
  return plan(bookOf(grids));
}

/** Values and formulas as `E9 =SUM(E3:E8) → 35`, formats left out. */
function writes({ cells }: EditPlan): string[] {
  return cells.flatMap((edit) => {
    const at = cellAddress(edit);
    const { content } = edit;
    if (content.kind === 'value') return [`${at} ${content.value}`];
    return content.kind === 'formula' ? [`${at} =${content.formula} → ${content.cached}`] : [];
  });
}

function marks({ marks: sheets }: EditPlan): string[] {
  return sheets.flatMap(({ sheet, highlights }) =>
    highlights.map((each) => `${sheet}!${cellAddress(each)} ${each.severity}`),
  );
}

const SCORES: readonly Scores[] = [
  [6, 5],
  [4, 4],
  [9.5, 9],
  [8.25, 8],
  [5, 2],
];

describe('rows that a sheet lacks', () => {
  it('are added below it as live formulas for both columns', () => {
    expect(writes(planOf(streetSheet(SCORES)))).toEqual([
      'D9 基本分合计',
      'E9 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E6),6)) → 27.75',
      'F9 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F3:F6),6)) → 26',
      'D10 加分合计',
      'E10 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E7:E8),6)) → 5',
      'F10 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F7:F8),6)) → 2',
      'D11 总分',
      'E11 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E8),6)) → 32.75',
      'F11 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F3:F8),6)) → 28',
      'D12 折合目标考核得分',
      'E12 =IF(ISNUMBER(E11),ROUND(E11,2),"") → 32.75',
      'F12 =IF(ISNUMBER(F11),ROUND(F11,2),"") → 28',
    ]);
  });

  it('take the look of the last item row, cell by cell across the table', () => {
    const added = planOf(streetSheet(SCORES)).cells.filter((cell) => cell.row === 8);
    expect(added.map(({ column, like }) => [column, like])).toEqual(
      [0, 1, 2, 3, 4, 5].map((column) => [column, { row: 7, column }]),
    );
  });

  it('are live but empty in a column that nobody began', () => {
    const blank = writes(planOf(streetSheet([[6], [4], [10], [10]])));
    expect(blank).toContain('F11 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F3:F8),6)) → ');
    expect(blank).toContain('F12 =IF(ISNUMBER(F11),ROUND(F11,2),"") → ');
  });

  it('keep below a signature block, with a blank row between', () => {
    const signed = streetSheet(SCORES, { below: [[], ['负责人（签字）：'], ['2023年12月1日']] });
    const rows = new Set(planOf(signed).cells.map((cell) => cell.row + 1));
    expect([...rows]).toEqual([13, 14, 15, 16]);
  });

  it('pass over formatted empty rows and merged areas at the end', () => {
    const sheet = streetSheet(SCORES);
    const first = (grid: Grid) => Math.min(...planOf(grid).cells.map((cell) => cell.row + 1));
    expect(first({ ...sheet, lastRow: 10 })).toBe(13);
    expect(first({ ...sheet, lastRow: 999 })).toBe(9);
    const box = { top: 9, left: 0, bottom: 11, right: 5 };
    expect(first({ ...sheet, merges: [...(sheet.merges ?? []), box] })).toBe(14);
  });

  it('are not added where the sheet is used to its last row', () => {
    const sheet = streetSheet(SCORES);
    const far = { index: 1_048_575, cells: [{ column: 16_383, value: 'x', formula: null }] };
    expect(writes(planOf({ ...sheet, rows: [...sheet.rows, far], lastRow: 1_048_575 }))).toEqual([]);
  });
});

describe("the sheet's own total rows", () => {
  it('get formulas where they are blank or typed, and only the missing rows are added', () => {
    const sheet = streetSheet(SCORES, { below: [['合计', 30, undefined, 27]] });
    const result = planOf(sheet);
    expect(writes(result)).toEqual([
      'E9 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E8),6)) → 32.75',
      'F9 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F3:F8),6)) → 28',
      'D10 基本分合计',
      'E10 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E6),6)) → 27.75',
      'F10 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F3:F6),6)) → 26',
      'D11 加分合计',
      'E11 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E7:E8),6)) → 5',
      'F11 =IF(COUNT(F3:F8)=0,"",ROUND(SUM(F7:F8),6)) → 2',
      'D12 折合目标考核得分',
      'E12 =IF(ISNUMBER(E9),ROUND(E9,2),"") → 32.75',
      'F12 =IF(ISNUMBER(F9),ROUND(F9,2),"") → 28',
    ]);
    expect(result.corrected).toEqual([
      { sheet: '附件1', row: 8, column: 5, label: '合计', received: '27', expected: 28 },
    ]);
    expect(marks(result)).toEqual([]);
  });

  it('keep a formula of the user that gives the right figure, and its cached value is refreshed', () => {
    const own = (value: number | null) =>
      streetSheet(SCORES, {
        below: [
          ['总分', undefined, { formula: 'E3+E4+E5+E6+E7', value }, { formula: 'SUM(F3:F8)', value: 28 }],
        ],
      });
    expect(writes(planOf(own(32.75))).filter((write) => /^.9 /.test(write))).toEqual([]);
    expect(writes(planOf(own(1))).filter((write) => /^.9 /.test(write))).toEqual([
      'E9 =E3+E4+E5+E6+E7 → 32.75',
    ]);
    expect(writes(planOf(own(null))).filter((write) => /^.9 /.test(write))).toEqual([
      'E9 =E3+E4+E5+E6+E7 → 32.75',
    ]);
  });

  it('lose a formula that sums the wrong cells', () => {
    const wrong = streetSheet(SCORES, {
      below: [['总分', undefined, { formula: 'SUM(E3:E5)', value: 19.5 }]],
    });
    const result = planOf(wrong);
    expect(writes(result)[0]).toBe('E9 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E8),6)) → 32.75');
    expect(result.corrected).toHaveLength(1);
    expect(marks(result)).toEqual([]);
  });

  it('keep words, and a converted score by a weight that the workbook does not tell', () => {
    const sheet = streetSheet(SCORES, {
      below: [
        ['总分', undefined, '见附表'],
        ['折合得分', undefined, 4.5],
      ],
    });
    expect(writes(planOf(sheet)).filter((write) => /^E(9|10) /.test(write))).toEqual([]);
  });

  it('above the bonus sum up the base', () => {
    const sheet = streetSheet(SCORES);
    const rows = sheet.rows.flatMap((row) => {
      if (row.index < 6) return [row];
      const total = {
        index: 6,
        cells: [{ column: 3, value: '合计', formula: null }],
      };
      const moved = { ...row, index: row.index + 1 };
      return row.index === 6 ? [total, moved] : [moved];
    });
    const merges = (sheet.merges ?? []).map((merge) =>
      merge.top >= 6 ? { ...merge, top: merge.top + 1, bottom: merge.bottom + 1 } : merge,
    );
    const result = writes(planOf({ ...sheet, rows, merges, lastRow: 8 }));
    expect(result[0]).toBe('E7 =IF(COUNT(E3:E6,E8:E9)=0,"",ROUND(SUM(E3:E6),6)) → 27.75');
    expect(result.filter((write) => write.startsWith('D'))).toEqual([
      'D10 加分合计',
      'D11 总分',
      'D12 折合目标考核得分',
    ]);
  });
});

describe('settings', () => {
  it('give the weight, the caps and what is converted', () => {
    const settings = settingsSheet([
      ['折算满分', 5],
      ['折算基数', 30],
      ['加分上限', 4],
      ['总分上限', 31],
      ['小数位数', 1],
      ['加分计入折算', '否'],
    ]);
    const result = writes(planOf(streetSheet(SCORES), settings));
    expect(result.filter((write) => write.startsWith('E'))).toEqual([
      'E9 =IF(COUNT(E3:E8)=0,"",ROUND(SUM(E3:E6),6)) → 27.75',
      'E10 =IF(COUNT(E3:E8)=0,"",ROUND(MIN(SUM(E7:E8),4),6)) → 4',
      'E11 =IF(COUNT(E3:E8)=0,"",ROUND(MIN(SUM(E3:E6)+MIN(SUM(E7:E8),4),31),6)) → 31',
      'E12 =IF(ISNUMBER(E9),ROUND(ROUND(MIN(E9,31)*5/30,9),1),"") → 4.6',
    ]);
  });

  it('give bands', () => {
    const settings = settingsSheet([['折算区间', '30-40=10；20-30=8']]);
    const result = writes(planOf(streetSheet(SCORES), settings));
    expect(result).toContain('E12 =IF(ISNUMBER(E11),IF(E11>=30,10,IF(E11>=20,8,0)),"") → 10');
    expect(result).toContain('F12 =IF(ISNUMBER(F11),IF(F11>=30,10,IF(F11>=20,8,0)),"") → 8');
  });
});

describe('text numbers', () => {
  it('become numbers, each listed', () => {
    const result = planOf(streetSheet([['6分'], ['４'], [10], [10]]));
    expect(
      result.normalised.map(({ row, column, text, number }) => [cellAddress({ row, column }), text, number]),
    ).toEqual([
      ['E3', '6分', 6],
      ['E4', '４', 4],
    ]);
    expect(writes(result).slice(0, 2)).toEqual(['E3 6', 'E4 4']);
    expect(marks(result)).toEqual([]);
  });

  it('stay formulas where a formula gives the digits', () => {
    const result = planOf(streetSheet([[{ formula: 'TEXT(6,"0")', value: '6' }], [4], [10], [10]]));
    expect(writes(result)[0]).toBe('E3 =VALUE(TEXT(6,"0")) → 6');
  });

  it('are in the sum of a formula of the user', () => {
    const sheet = streetSheet([['6分'], [4], [10], [10]], {
      below: [['总分', undefined, { formula: 'SUM(E3:E8)', value: 24 }]],
    });
    const result = planOf(sheet);
    expect(writes(result).slice(0, 2)).toEqual(['E3 6', 'E9 =SUM(E3:E8) → 30']);
    expect(marks(result)).toEqual([]);
  });
});

describe('a score that is an error value', () => {
  it('is passed over by the sums', () => {
    const result = writes(planOf(streetSheet([[{ error: '#REF!' }], [4], [10], [10]])));
    expect(result).toContain('E11 =IF(COUNT(E3:E8)=0,"",ROUND(SUMIF(E3:E8,"<9.9E+307"),6)) → 24');
  });
});

describe('marks', () => {
  it('show the gravest finding of a cell and say all of them', () => {
    const result = planOf(
      streetSheet(
        [
          ['7分', 5],
          [3, 4],
          [10, 10],
          [10, 10],
        ],
        { reasons: true },
      ),
    );
    expect(marks(result)).toEqual(['附件1!E3 error', '附件1!G3 warning', '附件1!E4 warning']);
    expect(result.marks[0]?.notes.map(({ text }) => text)).toEqual([
      '“每季度召开会议，及时上报信息。未落实的每…”得 7 分，超过该项满分 6 分，请改为 0–6 之间。',
      expect.stringContaining('没有写扣分原因') as unknown,
      expect.stringContaining('得不出 3 分') as unknown,
    ]);
  });

  it('are an empty list for a clean sheet, so that older marks go', () => {
    expect(planOf(streetSheet([[6], [4], [10], [10]])).marks).toEqual([
      { sheet: '附件1', highlights: [], notes: [] },
    ]);
  });

  it('can be cleared everywhere', () => {
    expect(planClear(['甲', '乙'])).toEqual({
      cells: [],
      marks: [
        { sheet: '甲', highlights: [], notes: [] },
        { sheet: '乙', highlights: [], notes: [] },
      ],
    });
  });
});

describe('filling twice', () => {
  it.each<[string, readonly Grid[]]>([
    ['a plain sheet', [streetSheet(SCORES)]],
    ['a blank sheet', [streetSheet([])]],
    [
      'a sheet with faults',
      [
        streetSheet(
          [
            ['7分', 'x'],
            [3, -1],
            [10, { error: '#N/A' }],
          ],
          { reasons: true },
        ),
      ],
    ],
    ['a sheet with its own 合计', [streetSheet(SCORES, { below: [['合计', 30]] })]],
    ['a sheet whose 合计 is the base', [streetSheet(SCORES, { below: [['合计', 30, 27.75, 26]] })]],
    ['a sheet with a signature block', [streetSheet(SCORES, { below: [[], ['负责人（签字）：']] })]],
    ['two sheets', [streetSheet(SCORES), streetSheet([[6]], { name: '二' })]],
    [
      'capped',
      [
        streetSheet(SCORES),
        settingsSheet([
          ['加分上限', 1],
          ['折算满分', 7],
        ]),
      ],
    ],
  ])('changes nothing the second time: %s', (_, grids) => {
    const before = bookOf(grids);
    const first = plan(before);
    const after = applyCells(before, first);
    const second = plan(after);
    expect(writes(second)).toEqual([]);
    expect(second.cells).toEqual([]);
    expect(second.marks).toEqual(first.marks);
    expect(checkBook(readBook(after)).tables.map(({ totals }) => totals)).toEqual(
      checkBook(readBook(before)).tables.map(({ totals }) => totals),
    );
  });
});

describe('a table for several units', () => {
  it('gets no totals while the unit cannot be told', () => {
    const result = plan(bookOf([officialSheet('department')], null));
    expect(result.cells).toEqual([]);
    expect(marks(result)).toHaveLength(3);
  });

  it('gets the totals of the unit once it is told', () => {
    const scores: OfficialOptions['scores'] = (section, item) =>
      ['基础工作', '区司法局'].includes(section.name) ? [item.max] : [];
    const result = writes(plan(bookOf([officialSheet('department', { scores })], null)));
    expect(result.find((write) => write.startsWith('E') && write.includes('SUM(E3:E'))).toMatch(/→ 100$/);
  });
});

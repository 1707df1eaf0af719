import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kaohe } from '../cli/support';
import { temporaryFolder } from '../support/folder';
import { bookBytes, randomSource } from '../support/round';
import { allThroughLibreOffice, withLibreOffice } from '../support/libreOffice';
import { layout, span } from '../support/grid';
import { describeWithOpenpyxl, doneInOffice, surveyed } from '../support/office';
import type { Step } from '../support/office';
import { blankAsText, formulaValues, withoutCachedValues } from '../support/recalculated';
import { ReturnedSheet } from '../support/returned';
import { gridsOf, recordsOf } from '../support/summaryBook';

/** The table of another office: its own words, sections, points with halves, a cap on the bonus, a weight of its own. */
const RUBRIC = bookBytes(
  [
    layout('考评细则', [
      [span('2024年度安全生产目标管理考评细则', 1, 7)],
      ['考核类别', '考核项目', '标准分', '评分办法', '自评得分', '考评得分', '扣分原因'],
      [span('责任落实', 3), '组织领导', 15, '党政同责落实到位得15分；每缺一次专题研究扣2.5分。'],
      ['责任书签订', 10, '未签订责任书的不得分；每少签一家扣0.5分，扣完为止。'],
      ['经费保障', 15, '经费足额到位得15分，完成80%以上得10分，否则不得分。'],
      [span('隐患治理', 3), '日常检查', 20, '每月检查不少于2次，每少一次扣1分。'],
      ['整改闭环', 12.5, '按整改率计分，每低1个百分点扣0.25分。'],
      ['重大隐患', 12.5, '发现一处重大隐患未整改扣5分，造成后果的不得分。'],
      [span('宣传培训', 2), '培训', 10, '每开展一次培训得2分，最高得10分。'],
      ['宣传', 5, '酌情扣分。'],
      ['加分项', '典型经验', null, '省级以上推广的加3分，市级推广的加1.5分，最多加5分。'],
    ]),
  ],
  [
    ['年度', 2024],
    ['折算满分', 8],
    ['折算基数', 100],
    ['加分上限', 4],
    ['小数位数', 3],
  ],
);

const UNITS = {
  乡镇: ['白峰镇', '春晓镇', '梅山乡', '郭巨镇'],
  企业: ['海晨化工有限公司', '中心医院', '第一小学'],
} as const;
const NAMES: readonly string[] = [...UNITS.乡镇, ...UNITS.企业];

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly {
      readonly code: string;
      readonly cell: string | null;
      readonly message: string;
    }[];
  }[];
  readonly counts: { readonly errors: number };
}

describeWithOpenpyxl('a round of another office', () => {
  const temporary = temporaryFolder();
  const at = (...parts: string[]) => join(temporary.path, ...parts);
  const pick = randomSource(8);
  const sheets = new Map<string, ReturnedSheet>();
  const changed: Record<string, (sheet: ReturnedSheet) => Step> = {
    春晓镇: (sheet) => {
      const item = sheet.survey.items[3]!;
      return {
        do: 'enter',
        cells: { [sheet.address(item, 'criterion')]: '每月检查不少于1次，每少一次扣1分。' },
      };
    },
    中心医院: (sheet) => ({ do: 'enter', cells: { [sheet.address(sheet.survey.items[1]!, 'max')]: 20 } }),
  };

  beforeAll(async () => {
    writeFileSync(at('细则.xlsx'), RUBRIC);
    writeFileSync(at('名册.json'), JSON.stringify(UNITS));
    const sent = await kaohe([
      ...['distribute', '--all', '--rubric', at('细则.xlsx'), '--roster', at('名册.json')],
      ...['--year', '2024', '-o', at('下发')],
    ]);
    expect([sent.code, sent.err]).toEqual([0, '']);
    const blanks = readdirSync(at('下发'));
    expect(blanks.sort()).toEqual(NAMES.map((unit) => `考核评分表-${unit}.xlsx`).sort());
    const sources = NAMES.map((unit) => at('下发', `考核评分表-${unit}.xlsx`));
    mkdirSync(at('回收'));
    const surveys = surveyed(sources);
    doneInOffice(
      NAMES.map((unit, index) => {
        const sheet = new ReturnedSheet(surveys[index]!, pick);
        sheets.set(unit, sheet);
        // Every other one loses its settings on the way, but for those that say how to convert.
        const own = changed[unit]?.(sheet);
        return {
          source: sources[index]!,
          target: at('回收', `${unit}.xlsx`),
          steps: [sheet.filled(), ...(own === undefined ? [] : [own])],
        };
      }),
    );
  });
  afterAll(() => temporary.remove());

  async function summed(...more: string[]): Promise<Report> {
    const ran = await kaohe([
      ...['summary', at('回收'), '-o', at('汇总.xlsx'), '--roster', at('名册.json'), '--json', ...more],
    ]);
    return JSON.parse(ran.out) as Report;
  }

  it('has blank sheets in the office’s own words', async () => {
    const [grid] = await gridsOf(at('下发', '考核评分表-白峰镇.xlsx'));
    const heads = grid!.rows.find(({ cells }) => cells.some(({ value }) => value === '评分办法'))!;
    expect(heads.cells.map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        '考核类别',
        '考核项目',
        '标准分',
        '评分办法',
        '自评得分',
        '考评得分',
        '扣分原因',
      ]),
    );
  });

  it('totals and ranks by the office’s cap, weight and decimals, category by category', async () => {
    await summed('--rubric', at('细则.xlsx'));
    const rows = recordsOf(await gridsOf(at('汇总.xlsx')), '考核汇总');
    const converted = new Map(
      NAMES.map((unit) => {
        const { base, bonus } = sheets.get(unit)!.sums('review')!;
        // Thousandths of a point; at most 4 points of bonus; 100 points are 8, to three decimals.
        return [unit, Math.round(((base + Math.min(bonus, 4000)) * 8) / 100) / 1000] as const;
      }),
    );
    for (const [category, names] of Object.entries(UNITS)) {
      const block = rows.filter((row) => row['类别'] === category);
      const wanted = [...names].map((unit) => converted.get(unit)!).sort((a, b) => b - a);
      expect(block.map((row) => row['折合得分'])).toEqual(wanted);
      for (const row of block) {
        expect(row['折合得分']).toBe(converted.get(row['考核单位'] as string));
        expect(row['排名']).toBe(wanted.filter((score) => score > Number(row['折合得分'])).length + 1);
      }
    }
  });

  it.each([
    ['the rubric that was sent out', true, '下发的细则'],
    ['what most units have', false, '多数单位的细则'],
  ])('tells what was changed against %s', async (_, isGiven, words) => {
    const report = await summed(...(isGiven ? ['--rubric', at('细则.xlsx')] : []));
    const told = report.files.flatMap(({ path, findings }) =>
      findings
        .filter(({ code }) => code === 'summary/rubric-differs')
        .map(({ cell, message }) => [path, cell, message]),
    );
    const [text, max] = [sheets.get('春晓镇')!, sheets.get('中心医院')!];
    expect(told.sort()).toEqual(
      [
        [
          at('回收', '中心医院.xlsx'),
          max.address(max.survey.items[1]!, 'max'),
          expect.stringContaining(words),
        ],
        [
          at('回收', '春晓镇.xlsx'),
          text.address(text.survey.items[3]!, 'criterion'),
          expect.stringContaining(words),
        ],
      ].sort(),
    );
  });

  it('takes a table of somebody else’s rubric for what it is', async () => {
    const blank = await kaohe(['distribute', '--unit', '区教育局', '-o', at('别处')]);
    expect(blank.code).toBe(0);
    writeFileSync(at('回收', '错交.xlsx'), readFileSync(at('别处', '附件2-区教育局.xlsx')));
    const report = await summed('--rubric', at('细则.xlsx'));
    const codes = report.files.find(({ path }) => path.endsWith('错交.xlsx'))!.findings;
    expect(codes.map(({ message }) => message)).toEqual(
      expect.arrayContaining([expect.stringContaining('不像是同一份细则')]),
    );
  });

  withLibreOffice(
    'has formulas that LibreOffice computes to the values beside them',
    async () => {
      await summed();
      const written = readFileSync(at('汇总.xlsx'));
      const [computed] = allThroughLibreOffice([withoutCachedValues(written)]);
      const cached = await formulaValues(written);
      expect(cached.size).toBeGreaterThan(30);
      expect([...(await formulaValues(computed!))].map(blankAsText)).toEqual([...cached].map(blankAsText));
    },
    300_000,
  );
});

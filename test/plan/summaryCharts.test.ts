import fc from 'fast-check';
import { summarise } from '../../src/app/summarise';
import type { Submission, SubmittedTable } from '../../src/check/across/submission';
import type { Form } from '../../src/rubric/rubric';
import { SUMMARY_SHEETS } from '../../src/sheet/ownSheets';
import type { SheetContent } from '../../src/plan/sheetContent';

/** A4 across within the margins of our sheets (1.5 cm above, 1.6 below), in points. */
const PAGE = 595.3 - (0.59 + 0.63) * 72;

function submission(unit: string, form: Form, score: number): Submission {
  const totals = { base: score, bonus: 0, total: score, converted: score };
  const table: SubmittedTable = {
    sheet: '附件',
    at: { row: 0, column: 0 },
    stage: 'review',
    unit,
    year: 2023,
    totals: { self: null, review: totals },
    outline: { form, sections: [], items: [], applies: [] },
    self: [],
    review: [],
    isScored: true,
    isAsSent: true,
    conversion: {
      convertedFull: 100,
      convertedBase: 100,
      bonusConverted: true,
      bonusCap: null,
      totalCap: null,
      decimals: 2,
      bands: [],
    },
    findings: [],
  };
  return { path: `${unit}.xlsx`, readable: true, tables: [table], findings: [] };
}

function chartsOf(scores: { readonly streets: readonly number[]; readonly others: readonly number[] }): {
  readonly charts: SheetContent;
  readonly standings: SheetContent;
} {
  const { plan } = summarise(
    [
      ...scores.streets.map((score, index) => submission(`第${index}街道`, 'subdistrict', score)),
      ...scores.others.map((score, index) => submission(`某${index}局`, 'department', score)),
    ],
    {
      language: 'zh-CN',
      roster: null,
      sent: null,
      office: null,
      date: { year: 2024, month: 1, day: 15 },
      linkTo: () => null,
    },
  );
  const named = (name: string) => plan.sheets!.find((sheet) => sheet.name === name)!;
  return { charts: named(SUMMARY_SHEETS.charts), standings: named(SUMMARY_SHEETS.standings) };
}

/** The page that each row falls on when rows are put on pages one by one. */
function pages({ heights }: SheetContent): Map<number, number> {
  const found = new Map<number, number>();
  let [page, used] = [0, 0];
  for (const [row, height] of [...heights].sort(([a], [b]) => a - b)) {
    if (used + height > PAGE) [page, used] = [page + 1, 0];
    used += height;
    found.set(row, page);
  }
  return found;
}

const score = fc.integer({ min: 0, max: 12_000 }).map((hundredths) => hundredths / 100);

test('no chart is torn between two pages, and each shows the ranking of 考核汇总, live', () => {
  fc.assert(
    fc.property(fc.array(score, { maxLength: 24 }), fc.array(score, { maxLength: 60 }), (streets, others) => {
      const { charts, standings } = chartsOf({ streets, others });
      const page = pages(charts);
      for (const { place, categories, series } of charts.charts) {
        // The title stands above the chart.
        const on = [place.top - 1, place.top, place.bottom].map((row) => page.get(row));
        expect(new Set(on).size).toBe(1);
        expect(series[0]!.values).toMatchObject({ top: categories.top, bottom: categories.bottom });
        expect(categories.bottom - categories.top).toBeLessThan(40);
        expect(place.bottom).toBeGreaterThanOrEqual(categories.bottom);
      }
      const drawn = [streets, others].filter(({ length }) => length > 1);
      expect(charts.charts).toHaveLength(drawn.length);
      const value = (sheet: SheetContent, row: number, column: number) => {
        const content = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;
        return content?.kind === 'formula'
          ? content.cached
          : content?.kind === 'value'
            ? content.value
            : null;
      };
      for (const { row, column, content } of charts.cells) {
        if (content.kind !== 'formula') continue;
        const [, letter, number] = /^考核汇总!([JK])(\d+)$/.exec(content.formula)!;
        const from = Number(number) - 1;
        expect(content.cached).toBe(value(standings, from, letter === 'J' ? 9 : 10));
        if (column === 0) expect(value(charts, row, 1)).toBe(value(standings, from, 1));
      }
    }),
    { numRuns: 40 },
  );
});

test('a round in which nobody is ranked says so', () => {
  const { charts } = chartsOf({ streets: [], others: [] });
  expect(charts.charts).toEqual([]);
  expect(charts.cells.map(({ content }) => content)).toEqual([
    { kind: 'value', value: '没有可以排名的单位。' },
  ]);
});

import fc from 'fast-check';
import { scoreRule } from '../../src/plan/blank/scoreRule';
import type { InputRule } from '../../src/plan/sheetContent';
import { attainableScores } from '../../src/rubric/attainable';
import type { Attainable, ItemBounds } from '../../src/rubric/clause';
import { readCriterion } from '../../src/rubric/criterion';
import { judgeScore } from '../../src/rubric/judge';
import { OFFICIAL_2023 } from '../../src/rubric/official2023';
import { cellAddress } from '../../src/sheet/address';
import { computeCell } from '../../src/sheet/formula';
import { gridFromRows } from '../../src/sheet/gridFromRows';
import { gridReader } from '../../src/sheet/gridReader';
import { open, throughLibreOffice, withLibreOffice } from '../hosts/file/patchSupport';
import { buildWorkbook } from '../support/package';

interface Case {
  readonly criterion: string;
  readonly bounds: ItemBounds;
}

const STEP = 0.01;
const official: Case[] = OFFICIAL_2023.flatMap(({ sections }) =>
  sections.flatMap(({ bonus, items }) =>
    items.map(({ max, criterion }) => ({ criterion, bounds: { max, bonus } })),
  ),
);
const others: Case[] = [
  ['未开展的每次扣0.3分。', 3],
  ['每低1%扣0.05分，扣完为止。', 5],
  ['每次扣0.7分。', 20],
  ['优秀得10分，良好得8分，合格得6分，其余酌情得分。', 10],
  ['没有规则的一句话。', 7.5],
  ['工作不力的酌情扣2-6分。', 10],
  ['每次扣1分，倒扣不限。', 4],
  ['完成率乘以分值。', 15],
].map(([criterion, max]) => ({
  criterion: criterion as string,
  bounds: { max: max as number, bonus: false },
}));
const bonuses: Case[] = ['每项加0.2分。', '适当加分。', '分别加2、5、8分，最高20分。'].map((criterion) => ({
  criterion,
  bounds: { max: null, bonus: true },
}));
const cases = [...official, ...others, ...bonuses];

const ruleFor = ({ criterion, bounds }: Case, cell: string) => {
  const reading = readCriterion(criterion);
  return scoreRule(attainableScores(reading, bounds, STEP), reading, bounds, cell, STEP);
};

/** Whether the check finds nothing wrong with a score. */
function isFair({ criterion, bounds }: Case, score: number): boolean {
  const reading = readCriterion(criterion);
  const { verdict } = judgeScore(score, reading, attainableScores(reading, bounds, STEP), bounds, {
    smallestStep: STEP,
  });
  return verdict === 'ok' || verdict === 'unread';
}

/** A rule as a formula that is true for what it accepts, for another program to evaluate. */
function asFormula(accepts: InputRule['accepts'], cell: string): string {
  switch (accepts.kind) {
    case 'custom':
      return accepts.formula;
    case 'decimal':
      return `AND(ISNUMBER(${cell}),${cell}>=${accepts.from},${cell}<=${accepts.to})`;
    case 'list':
      return `OR(${accepts.values.map((value) => `${cell}=${value}`).join(',')})`;
  }
}

const PROBES = [
  0, 0.05, 0.1, 0.15, 0.3, 0.35, 0.5, 0.6, 0.7, 0.9, 1, 1.005, 1.2, 1.4, 1.5, 2, 2.1, 2.345, 2.5, 3, 3.3, 4,
  4.2, 5, 5.3, 6, 6.3, 7, 7.5, 7.51, 8, 9.1, 10, 10.5, 12, 14, 15, 19.3, 20, 25, 30, 33.3, 40, 50, 69.99, 70,
  71, 100, -1, -0.5,
];

describe('what score cells accept', () => {
  withLibreOffice(
    'is what the check lets pass, as LibreOffice computes the formulas',
    async () => {
      // Without cached results, so that nothing but the computation can be right.
      const rows = PROBES.map((probe, row) => {
        const cell = cellAddress({ row, column: 0 });
        return [
          probe,
          ...cases.map((each) => ({ formula: `IF(${asFormula(ruleFor(each, cell), cell)},1,0)` })),
        ];
      });
      const bytes = buildWorkbook({ sheets: [{ name: '试', rows }] });
      const { grids } = await (await open(throughLibreOffice(bytes))).read();
      const wrong: string[] = [];
      for (const { index, cells: row } of grids[0]!.rows)
        for (const { column, value } of row) {
          const each = cases[column - 1];
          const probe = PROBES[index];
          if (each === undefined || probe === undefined) continue;
          if ((value === 1) !== isFair(each, probe)) wrong.push(`${probe}: ${each.criterion}`);
        }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  test('is what the check lets pass, for any score with up to three decimals', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cases),
        fc.integer({ min: -2000, max: 72_000 }).map((n) => n / 1000),
        (each, score) => {
          const formula = asFormula(ruleFor(each, 'A1'), 'A1');
          const grid = gridFromRows('试', [[score, { formula: `IF(${formula},1,0)`, value: null }]]);
          const value = computeCell(gridReader(grid), { row: 0, column: 1 });
          // Not every function that a rule uses is one that the program itself computes.
          if (value === undefined) return;
          expect([score, each.criterion, value]).toEqual([
            score,
            each.criterion,
            isFair(each, score) ? 1 : 0,
          ]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('fits what spreadsheets take', () => {
    const long: Attainable = {
      kind: 'union',
      parts: Array.from({ length: 20 }, (_, i) => ({
        kind: 'range',
        from: i * 5 + 0.125,
        to: i * 5 + 4.5,
        step: 0.375,
      })),
    };
    const rule = scoreRule(long, readCriterion(''), { max: 100, bonus: false }, 'E5', STEP);
    expect(rule).toEqual({ kind: 'decimal', from: 0.125, to: 99.5 });
    for (const each of cases) {
      const accepts = ruleFor(each, 'AA100');
      const text =
        accepts.kind === 'list' ? accepts.values.join(',') : accepts.kind === 'custom' ? accepts.formula : '';
      expect(text.length).toBeLessThanOrEqual(255);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  test('few scores are a list to choose from, highest first', () => {
    expect(ruleFor({ criterion: '未落实的每次扣1分。', bounds: { max: 6, bonus: false } }, 'E5')).toEqual({
      kind: 'list',
      values: ['6', '5', '4', '3', '2', '1', '0'],
    });
    expect(
      ruleFor({ criterion: '每录用一篇加0.5分，最高得10分。', bounds: { max: 10, bonus: false } }, 'E5'),
    ).toMatchObject({
      kind: 'list',
    });
  });
});

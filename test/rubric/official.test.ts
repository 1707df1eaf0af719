import { attainableScores } from '../../src/rubric/attainable';
import { readCriterion } from '../../src/rubric/criterion';
import { lintRubric } from '../../src/rubric/lint';
import { OFFICIAL_2023 } from '../../src/rubric/official2023';
import { recogniseUnit } from '../../src/rubric/roster';
import { ROSTER_2023 } from '../../src/rubric/roster2023';
import { sumPoints } from '../../src/rubric/points';
import { noted } from './sentences/notation';

const [subdistrict, department] = OFFICIAL_2023;

/** Worked out by hand from the notice; every item that is not here leaves the score to judgement. */
const SUBDISTRICT: readonly string[] = [
  '6 5 4 3 2 1 0',
  '8 6',
  '0..10/0.5',
  '6 4 2 0',
  'judged',
  '10 5 0',
  'judged',
  '8 6 4 2 0',
  '7 3 0',
  '4 2 0',
  'judged',
  'judged',
  'judged',
  '5 2',
  '3 0',
  '2 0',
  '2 0 | 4../1',
  '0../0.01',
];
const DEPARTMENT = new Map<string, readonly string[]>([
  ['基础工作', ['10 7 4 1 0', '10 6 2 0', '10 8 6 4 2 0']],
  ['区发展和改革局', ['20 15', 'judged', '25 15']],
  ['区经济和信息化局', ['30 20', '40 30']],
  ['区人力资源和社会保障局', ['judged', '20 15', '20 10', '10 5 0']],
  ['区住建局', ['20 10', '30 20 10 0', 'judged']],
  ['公安分局', ['20 18 16 15 14 13 12 11 10 9 8 7 6 5 4 3 2 1 0', '15 10 5 0', '20 15 10 5 0', '15 10 5 0']],
  ['区卫生健康局', ['judged', '15 5', 'judged', 'judged']],
  ['创新工作', ['0../5', '0../0.01']],
]);

function scoresOf(max: number | null, bonus: boolean, criterion: string): string {
  return noted(attainableScores(readCriterion(criterion), { max, bonus }));
}

describe('the official rubric of 2023', () => {
  it('adds up to 100 in both attachments', () => {
    const points = (subdistrict?.sections ?? []).map((section) => section.points ?? 0);
    expect(sumPoints(points)).toBe(100);
    for (const section of department?.sections ?? []) {
      if (section.bonus) continue;
      expect(sumPoints(section.items.map((item) => item.max ?? 0))).toBe(section.points);
    }
  });

  it('attachment 1: every criterion allows what its words say', () => {
    const items = (subdistrict?.sections ?? []).flatMap((section) =>
      section.items.map((item) => ({ ...item, bonus: section.bonus })),
    );
    const read = items.map((item) => scoresOf(item.max, item.bonus, item.criterion));
    const expected = SUBDISTRICT.map((scores, index) =>
      scores === 'judged' ? `0..${items[index]?.max ?? ''}/0.01` : scores,
    );
    expect(read).toEqual(expected);
  });

  it('attachment 2: every criterion allows what its words say', () => {
    for (const section of department?.sections ?? []) {
      const expected = DEPARTMENT.get(section.name) ?? section.items.map(() => 'judged');
      const read = section.items.map((item) => scoresOf(item.max, section.bonus, item.criterion));
      const wanted = expected.map((scores, index) =>
        scores === 'judged' ? `0..${section.items[index]?.max ?? ''}/0.01` : scores,
      );
      expect([section.name, read]).toEqual([section.name, wanted]);
    }
  });

  it('lint finds the four real slips and nothing else', () => {
    expect(
      OFFICIAL_2023.flatMap((rubric) => lintRubric(rubric).map(({ code, params }) => [code, params])),
    ).toEqual([
      ['rubric/suspected-typo', { text: '价2分', meant: '加2分' }],
      ['rubric/suspected-typo', { text: '区、新闻办', meant: '区新闻办' }],
      ['rubric/suspected-typo', { text: '为落实的酌情扣分', meant: '未落实的酌情扣分' }],
      ['rubric/suspected-typo', { text: '为落实的酌情扣分', meant: '未落实的酌情扣分' }],
    ]);
  });

  it('names 34 departments, each with a section of its own', () => {
    expect(ROSTER_2023.units).toHaveLength(34);
    const sections = (department?.sections ?? [])
      .slice(1, -1)
      .map((section) => recogniseUnit(section.name)?.name);
    expect(new Set(sections)).toEqual(new Set(ROSTER_2023.units.map((unit) => unit.name)));
  });
});

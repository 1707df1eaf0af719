import type { Rubric } from '../../src/rubric/rubric';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { span } from './grid';
import type { LayoutCell } from './grid';

/** Scores by item in the order of the rubric: [self, review]. */
export type Scores = (item: number) => readonly [CellInput, CellInput];

export const noScores: Scores = () => [null, null];

/** Attachment 1 as the notice prints it: 考核内容 spans name and points, sections are merged downward. */
export function subdistrictRows(rubric: Rubric, scores: Scores = noScores): LayoutCell[][] {
  const rows: LayoutCell[][] = [[span('考核内容', 1, 2), '分值', '评分标准', '自查\n\n分', '考核\n\n分']];
  let index = 0;
  for (const section of rubric.sections) {
    section.items.forEach((item, position) => {
      const [self, review] = scores(index++);
      const count = section.items.length;
      const first =
        position > 0
          ? []
          : section.bonus
            ? [span(section.name, count), span('加分项', count, 2)]
            : [span(section.name, count), span(section.points, count)];
      rows.push([...first, ...(section.bonus ? [] : [item.max]), item.criterion, self, review]);
    });
  }
  return rows;
}

/** Attachment 2 as the notice prints it: the unit's name and points first, the item's points after its rule. */
export function departmentRows(rubric: Rubric, scores: Scores = noScores): LayoutCell[][] {
  const rows: LayoutCell[][] = [['单位', '分\n\n值', '考核内容', '基础\n\n分', '自评\n\n分', '考核\n\n得分']];
  let index = 0;
  for (const section of rubric.sections) {
    section.items.forEach((item, position) => {
      const [self, review] = scores(index++);
      const count = section.items.length;
      const first =
        position > 0
          ? []
          : [span(section.name, count), span(section.bonus ? '加分项' : section.points, count)];
      rows.push([...first, item.criterion, item.max, self, review]);
    });
  }
  return rows;
}

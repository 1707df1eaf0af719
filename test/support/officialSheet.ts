import { OFFICIAL_2023 } from '../../src/rubric/official2023';
import type { Rubric, RubricItem, RubricSection } from '../../src/rubric/rubric';
import type { CellInput } from '../../src/sheet/gridFromRows';
import type { Grid } from '../../src/sheet/grid';
import type { LayoutCell } from './grid';
import { layout, span } from './grid';

/** One of the two tables of the notice of 2023. */
export function official(form: 'subdistrict' | 'department'): Rubric {
  const found = OFFICIAL_2023.find((rubric) => rubric.form === form);
  if (!found) throw new Error(`No official rubric of the form ${form}`);
  return found;
}

export interface OfficialOptions {
  /** Which sections stand in the sheet; all by default. */
  readonly sections?: (section: RubricSection) => boolean;
  /** Self and review score of an item. */
  readonly scores?: (section: RubricSection, item: RubricItem, index: number) => readonly CellInput[];
  /** Changes the item's row before it is laid out: max and criterion. */
  readonly change?: (section: RubricSection, item: RubricItem, index: number) => RubricItem | null;
  readonly label?: string;
  readonly merges?: null;
}

/** The official table as people have it in a sheet, with the columns of its form, sections merged downward. */
export function officialSheet(form: 'subdistrict' | 'department', options: OfficialOptions = {}): Grid {
  const rubric = official(form);
  const rows: LayoutCell[][] = [[span(rubric.title, 1, 6)]];
  if (options.label !== undefined) rows.push([`填报单位：${options.label}`]);
  rows.push(
    form === 'subdistrict'
      ? [span('考核内容', 1, 2), '分值', '评分标准', '自查\n\n分', '考核\n\n分']
      : ['单位', '分\n\n值', '考核内容', '基础分', '自评分', '考核得分'],
  );
  for (const section of rubric.sections.filter(options.sections ?? (() => true))) {
    const items = section.items.flatMap((item, index) => {
      const changed = options.change ? options.change(section, item, index) : item;
      return changed === null
        ? []
        : [{ item: changed, scores: options.scores?.(section, changed, index) ?? [] }];
    });
    items.forEach(({ item, scores }, index) => {
      const head: LayoutCell[] =
        index > 0 ? [] : [span(section.name, items.length), span(section.points, items.length)];
      const [self = null, review = null] = scores;
      rows.push(
        form === 'subdistrict'
          ? [...head, item.max, item.criterion, self, review]
          : [...head, item.criterion, item.max, self, review],
      );
    });
  }
  return layout(form === 'subdistrict' ? '附件1' : '附件2', rows, { merges: options.merges });
}

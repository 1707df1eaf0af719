import type { Rubric, RubricItem, RubricLabels } from '../rubric/rubric';
import { gridReader } from './gridReader';
import { headerWord } from './headerWords';
import type { ScoringTable, TableItem, TableSection } from './table';
import { compact } from './text';

/** The rubric that stands in a scoring table, scores left out, in the office's own words. `year` where the table names none. */
export function tableRubric(table: ScoringTable, year: number): Rubric {
  return {
    title: table.title,
    year: table.year ?? year,
    form: table.form,
    labels: labelsOf(table),
    sections: table.sections
      .filter((section) => section.items.length > 0)
      .map((section) => ({
        name: section.name,
        points: section.points,
        bonus: section.bonus,
        ...(section.deduction === true ? { deduction: true } : {}),
        unit: section.unit,
        items: itemsOf(table, section),
      })),
  };
}

function itemsOf(table: ScoringTable, section: TableSection): readonly RubricItem[] {
  return section.items.flatMap((index): readonly RubricItem[] => {
    const item: TableItem | undefined = table.items[index];
    if (item === undefined) return [];
    const { max, criterion, name, sharesMaxWith } = item;
    return [
      {
        max,
        criterion,
        ...(name === null ? {} : { name }),
        ...(sharesMaxWith === undefined ? {} : { sharesMax: true }),
      },
    ];
  });
}

/** Longest word that heads a column; more is a remark that stands there. */
const LONGEST = 16;

function labelsOf({ grid, columns, headerRows }: ScoringTable): RubricLabels {
  const [row] = headerRows;
  if (row === undefined) return {};
  const reader = gridReader(grid);
  const labels: Record<string, string> = {};
  for (const column of ['section', 'name', 'max', 'criterion', 'self', 'review', 'reason'] as const) {
    const at = columns[column];
    const text = at === undefined ? '' : compact(reader.text(row, at));
    if (text !== '' && text.length <= LONGEST && headsIt(column, text)) labels[column] = text;
  }
  return labels;
}

/** Over score columns there may be a line that spans both, such as 得分情况; then it is no name of either. */
function headsIt(column: keyof RubricLabels, text: string): boolean {
  const isScore = column === 'self' || column === 'review';
  return !isScore || headerWord(text)?.role === column;
}

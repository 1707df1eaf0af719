import type { CellRef, Finding, FindingCode, Severity } from '../rubric/finding';
import { type LintFact, lintRubric } from '../rubric/lint';
import type { RubricSection } from '../rubric/rubric';
import type { ScoringTable, TableItem, TableSection } from '../sheet/table';

/** Which faults of a rubric make scoring impossible or wrong; the others want a look, or tell what was not read. */
const SEVERITIES: Partial<Readonly<Record<FindingCode, Severity>>> = {
  'rubric/section-sum': 'error',
  'rubric/base-sum': 'error',
  'rubric/max-missing': 'error',
  'rubric/criterion-unread': 'notice',
};

/** Faults of the rubric that stands in a scoring table, each at the cell to mend, in sheet order of sections and items. */
export function lintTable(table: ScoringTable): Finding[] {
  const sections = table.sections.map((section) => rubricSection(table, section));
  return lintRubric({ form: table.form, sections }).map((fact) => findingOf(table, fact));
}

function rubricSection(table: ScoringTable, section: TableSection): RubricSection {
  const items = itemsOf(table, section).map((item) => ({ max: item.max, criterion: item.criterion }));
  return { name: section.name, points: section.points, bonus: section.bonus, items };
}

function itemsOf(table: ScoringTable, section: TableSection): TableItem[] {
  return section.items.flatMap((index) => table.items[index] ?? []);
}

function findingOf(table: ScoringTable, { code, params, section, item }: LintFact): Finding {
  return {
    code,
    severity: SEVERITIES[code] ?? 'warning',
    sheet: table.grid.name,
    cell: cellOf(table, code, table.sections[section], item),
    params,
  };
}

function cellOf(
  table: ScoringTable,
  code: FindingCode,
  section: TableSection | undefined,
  index: number | null,
): CellRef | null {
  if (section === undefined) return null;
  if (index === null) {
    const isSum = code === 'rubric/section-sum' || code === 'rubric/base-sum';
    return isSum ? (section.pointsCell ?? section.nameCell) : section.nameCell;
  }
  const item = itemsOf(table, section)[index];
  if (item === undefined) return section.nameCell;
  return code === 'rubric/max-missing' ? (item.maxCell ?? item.criterionCell) : item.criterionCell;
}

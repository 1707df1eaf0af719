import type { Form } from '../rubric/rubric';
import { recogniseUnit } from '../rubric/roster';
import type { Columns } from './columns';
import type { HeaderBlock } from './headerBlock';
import { byRubric } from './byRubric';
import { looksLikeOrganisation } from './organisation';
import type { ScoringTable } from './table';
import { compact } from './text';

/** Sections of the official table for streets (attachment 1). */
const STREET_SECTIONS: ReadonlySet<string> = new Set(['基础工作', '管理工作', '服务工作', '创新工作']);
/** What both official tables are about. */
const SUBJECT = /流动人口|新北仑人|出租(?:房屋|房)/;

const isAboutSubject = byRubric(({ items }) =>
  items.some((item) => item.criterion.length < 4000 && SUBJECT.test(item.criterion)),
);

/**
 * The two forms of the official notice, by what their columns mean and by what they speak of; everything else is another
 * office's, however alike its columns are called.
 */
export function formOf(
  block: HeaderBlock,
  columns: Columns,
  items: Pick<ScoringTable, 'rubricKey' | 'sections' | 'items'>,
  linesAbove: readonly string[],
): Form {
  const label = (column: number | undefined): string =>
    column === undefined ? '' : compact(block.labels.get(column)?.text ?? '');
  const role = columns.section === undefined ? undefined : block.labels.get(columns.section)?.word?.role;
  const subject = linesAbove.some((line) => SUBJECT.test(line)) || isAboutSubject(items);
  const names = items.sections.map((section) => compact(section.name));
  const pointed = columns.points !== undefined || items.sections.some((one) => one.points !== null);
  if (role === 'unit') {
    const units = names.filter((name) => recogniseUnit(name) !== null || looksLikeOrganisation(name)).length;
    if (subject || names.some((name) => recogniseUnit(name) !== null) || (pointed && units > 0))
      return 'department';
  }
  const named = /^考核内容/.test(label(columns.section)) && /分值$/.test(label(columns.max));
  const ruled = label(columns.criterion) === '评分标准';
  // 自查分 beside 考核分, or 得分 over 自评 | 考核: two scores, or one of them in the official words.
  const both = columns.self !== undefined && columns.review !== undefined;
  const official =
    label(columns.self) === '自查分' || label(columns.review) === '考核分' || (both && pointed);
  const known = names.filter((name) => STREET_SECTIONS.has(name)).length;
  const evident = subject || known > 1 || (known > 0 && known === names.length);
  return evident && named && ruled && (columns.points !== undefined || official) ? 'subdistrict' : 'other';
}

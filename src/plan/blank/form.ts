import { FORM_WORDS } from '../../locale/formWords';
import type { Rubric } from '../../rubric/rubric';
import { LOOKS } from './looks';
import type { CellLook } from '../sheetContent';

export type BlankColumn = 'section' | 'points' | 'name' | 'max' | 'criterion' | 'self' | 'review' | 'reason';

/** One column of a blank sheet, from the left. */
export interface ColumnForm {
  readonly column: BlankColumn;
  /** '' where the header of the column before it spans this one too. */
  readonly label: string;
  /** In characters. */
  readonly width: number;
  readonly look: CellLook;
}

/** Widths that fill A4 across at a size that is read without glasses. */
const WIDTHS: Readonly<Record<BlankColumn, number>> = {
  section: 12,
  points: 6,
  name: 18,
  max: 7,
  criterion: 76,
  self: 9,
  review: 9,
  reason: 24,
};

const BODY_LOOKS: Readonly<Record<BlankColumn, CellLook>> = {
  section: LOOKS.section,
  points: LOOKS.section,
  name: LOOKS.text,
  max: LOOKS.figure,
  criterion: LOOKS.text,
  self: LOOKS.score,
  review: LOOKS.score,
  reason: LOOKS.reason,
};

/**
 * The columns of a rubric's blank sheet: those of the official forms in their order and words, else 考核项目 · 考核要点 ·
 * 分值 · 评分标准 in the office's own words. Columns that the rubric has nothing for are left out.
 */
export function columnsOf(rubric: Rubric): readonly ColumnForm[] {
  const words = FORM_WORDS.columns[rubric.form];
  const hasNames = rubric.sections.some((section) => section.name !== '');
  const hasPoints = rubric.sections.some((section) => section.points !== null);
  const hasItemNames = rubric.sections.some((section) => section.items.some((item) => item.name));
  const order: readonly BlankColumn[] =
    rubric.form === 'department'
      ? ['section', 'points', 'name', 'criterion', 'max', 'self', 'review', 'reason']
      : ['section', 'points', 'name', 'max', 'criterion', 'self', 'review', 'reason'];
  const isThere = (column: BlankColumn) =>
    column === 'section'
      ? hasNames
      : column === 'points'
        ? hasNames && (hasPoints || rubric.form !== 'other')
        : column === 'name'
          ? hasItemNames
          : true;
  const own = rubric.form === 'other' ? (rubric.labels ?? {}) : {};
  return order.filter(isThere).map((column) => {
    const word = column === 'reason' ? FORM_WORDS.reason : words[column];
    const label = (column === 'points' ? undefined : own[column]) ?? word;
    // A rule column beside a column of names needs less room.
    const width = column === 'criterion' && hasItemNames ? WIDTHS.criterion - 12 : WIDTHS[column];
    return { column, label, width, look: BODY_LOOKS[column] };
  });
}

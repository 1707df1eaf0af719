import { FORM_WORDS } from '../../locale/formWords';
import { attainableScores } from '../../rubric/attainable';
import { readCriterion } from '../../rubric/criterion';
import type { Rubric, RubricItem, RubricSection } from '../../rubric/rubric';
import { cellAddress } from '../../sheet/address';
import type { Rect } from '../../sheet/grid';
import type { Settings } from '../../sheet/settings';
import { yearIn } from '../../sheet/year';
import type { CellContent } from '../cellContent';
import type { CellLook, InputRule, SheetCell, SheetContent } from '../sheetContent';
import { blankTotals } from './blankTotals';
import type { ScoredRow } from './blankTotals';
import { columnsOf } from './form';
import type { BlankColumn, ColumnForm } from './form';
import { LOOKS, SIZES } from './looks';
import { promptOf, refusalOf } from './ruleWords';
import { scoreRule } from './scoreRule';
import { tornSections } from './pages';
import { wrappedHeight } from './textHeight';

export interface BlankSheetRequest {
  /** What the unit fills in: its own cut of the rubric. */
  readonly rubric: Rubric;
  /** Null: the sheet goes out without a name, and the place for it stays open. */
  readonly unit: string | null;
  readonly year: number;
  readonly settings: Settings;
  readonly sheetName: string;
  /** Self scores to stand in it already, item by item; absent: none. Totals show them once they are computed. */
  readonly selfScores?: readonly (number | string | null)[];
}

/**
 * A blank scoring sheet in the house style of Chinese offices: title, unit and date, the table with sections merged
 * downward, live totals, a line to sign; A4 across with the header on every page. Only score cells and 备注 (and the
 * unit, where none is given) can be typed into, and score cells accept what the rule sentence allows.
 */
export function blankSheet(request: BlankSheetRequest): SheetContent {
  const draft = new Draft(columnsOf(request.rubric));
  writeHead(draft, request);
  const header = draft.next - 1;
  const scored: ScoredRow[] = [];
  for (const section of request.rubric.sections) writeSection(draft, section, request, scored);
  writeTotals(draft, scored, request.settings);
  writeSignatures(draft);
  const torn = tornSections(draft.heights, draft.sections, header, draft.widthFrom(0, draft.last));
  return {
    name: request.sheetName,
    cells: draft.cells.map((cell) =>
      cell.look === LOOKS.section && torn.has(cell.row) ? { ...cell, look: LOOKS.tornSection } : cell,
    ),
    merges: draft.merges,
    widths: draft.columns.map(({ width }) => width),
    heights: draft.heights,
    links: [],
    validations: draft.rules,
    frozen: { row: header + 1, column: 0 },
    isProtected: true,
    page: {
      landscape: true,
      titleRows: { from: header, to: header },
      fitWidth: true,
      header: '',
      footer: FORM_WORDS.page,
    },
    charts: [],
  };
}

const ROW_HEIGHTS = {
  attachment: 19,
  year: 18,
  line: 25,
  header: 27,
  least: 24,
  total: 21,
  signatures: 32,
} as const;

/** The sheet as it grows, row by row. */
class Draft {
  readonly cells: SheetCell[] = [];
  readonly merges: Rect[] = [];
  readonly heights = new Map<number, number>();
  readonly rules: InputRule[] = [];
  /** Rows of each section, both included. */
  readonly sections: { readonly top: number; readonly bottom: number }[] = [];
  next = 0;

  constructor(readonly columns: readonly ColumnForm[]) {}

  get last(): number {
    return this.columns.length - 1;
  }

  index(column: BlankColumn): number {
    return this.columns.findIndex((each) => each.column === column);
  }

  put(row: number, column: number, value: string | number | null, look: CellLook): void {
    const content: CellContent = value === null ? { kind: 'format' } : { kind: 'value', value };
    this.cells.push({ row, column, content, look });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (bottom > top || right > left) this.merges.push({ top, left, bottom, right });
  }

  /** A text over some columns of the next row. */
  span(left: number, right: number, value: string, look: CellLook): void {
    for (let column = left; column <= right; column++)
      this.put(this.next, column, column === left ? value : null, look);
    this.merge(this.next, left, this.next, right);
  }

  endRow(height: number): void {
    this.heights.set(this.next, height);
    this.next += 1;
  }

  widthFrom(left: number, right: number): number {
    return this.columns.slice(left, right + 1).reduce((sum, { width }) => sum + width, 0);
  }
}

function writeHead(draft: Draft, { rubric, unit, year }: BlankSheetRequest): void {
  const { last } = draft;
  const attachment = FORM_WORDS.attachment[rubric.form];
  if (attachment !== '') {
    draft.span(0, last, attachment, LOOKS.attachment);
    draft.endRow(ROW_HEIGHTS.attachment);
  }
  draft.span(0, last, rubric.title, LOOKS.title);
  draft.endRow(wrappedHeight(rubric.title, draft.widthFrom(0, last), SIZES.title));
  if (yearIn(rubric.title) === null) {
    draft.span(0, last, FORM_WORDS.year(year), LOOKS.year);
    draft.endRow(ROW_HEIGHTS.year);
  }
  const criterion = Math.max(draft.index('criterion'), draft.index('max'));
  const line = FORM_WORDS.unit(unit);
  draft.span(0, criterion, line, unit === null ? LOOKS.openLine : LOOKS.line);
  draft.span(criterion + 1, last, FORM_WORDS.date, LOOKS.date);
  draft.endRow(Math.max(ROW_HEIGHTS.line, wrappedHeight(line, draft.widthFrom(0, criterion), SIZES.line)));
  draft.columns.forEach(({ label, column }, index) => {
    const following = draft.columns[index + 1];
    const spansNext = following?.column === 'points' && following.label === '';
    draft.put(draft.next, index, column === 'points' && label === '' ? null : label, LOOKS.header);
    if (spansNext) draft.merge(draft.next, index, draft.next, index + 1);
  });
  draft.endRow(ROW_HEIGHTS.header);
}

function writeSection(
  draft: Draft,
  section: RubricSection,
  { settings, selfScores = [] }: BlankSheetRequest,
  scored: ScoredRow[],
): void {
  const top = draft.next;
  section.items.forEach((item, index) => {
    const row = draft.next;
    const isFirst = index === 0;
    const self = selfScores[scored.length] ?? null;
    draft.columns.forEach(({ column, look }, at) =>
      draft.put(row, at, column === 'self' ? self : shown(column, section, item, isFirst), look),
    );
    draft.rules.push(ruleOf(draft, section, index, settings));
    scored.push({ row, counts: section.deduction === true ? 'deduction' : section.bonus ? 'bonus' : 'base' });
    draft.endRow(heightOf(draft, item));
  });
  const bottom = draft.next - 1;
  for (const column of ['section', 'points'] as const) {
    const at = draft.index(column);
    if (at >= 0) draft.merge(top, at, bottom, at);
  }
  mergeShared(draft, section, top);
  stretchForName(draft, section, top, bottom);
  draft.sections.push({ top, bottom });
}

function shown(
  column: BlankColumn,
  section: RubricSection,
  item: RubricItem,
  isFirst: boolean,
): string | number | null {
  switch (column) {
    case 'section':
      return isFirst ? section.name : null;
    case 'points':
      return isFirst ? pointsOf(section) : null;
    case 'name':
      return item.name ?? null;
    case 'max':
      return item.sharesMax === true ? null : item.max;
    case 'criterion':
      return item.criterion;
    default:
      return null;
  }
}

function pointsOf({ points, bonus, deduction }: RubricSection): string | number | null {
  if (deduction === true) return FORM_WORDS.deduction;
  return points ?? (bonus ? FORM_WORDS.bonus : null);
}

/** A maximum that several items share stands once, merged over them. */
function mergeShared(draft: Draft, { items }: RubricSection, top: number): void {
  const max = draft.index('max');
  let first = 0;
  items.forEach((item, index) => {
    if (item.sharesMax !== true) first = index;
    if (items[index + 1]?.sharesMax !== true) draft.merge(top + first, max, top + index, max);
  });
}

function heightOf(draft: Draft, item: RubricItem): number {
  const texts: readonly (readonly [BlankColumn, string])[] = [
    ['criterion', item.criterion],
    ['name', item.name ?? ''],
  ];
  return texts.reduce<number>((height, [column, text]) => {
    const form = draft.columns[draft.index(column)];
    return form === undefined ? height : Math.max(height, wrappedHeight(text, form.width, SIZES.body));
  }, ROW_HEIGHTS.least);
}

/** A long name of a section, beside few and short items, needs their rows higher. */
function stretchForName(draft: Draft, section: RubricSection, top: number, bottom: number): void {
  const form = draft.columns[draft.index('section')];
  if (form === undefined || bottom < top) return;
  const needed = wrappedHeight(section.name, form.width, SIZES.line);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const there = rows.reduce((sum, row) => sum + (draft.heights.get(row) ?? 0), 0);
  if (there >= needed) return;
  const more = Math.ceil((needed - there) / rows.length);
  for (const row of rows) draft.heights.set(row, (draft.heights.get(row) ?? 0) + more);
}

function ruleOf(draft: Draft, section: RubricSection, index: number, settings: Settings): InputRule {
  const row = draft.next;
  const [left, right] = [draft.index('self'), draft.index('review')];
  const item = section.items[index];
  const { smallestStep } = settings;
  const bounds = { max: item?.max ?? null, bonus: section.bonus };
  const reading = readCriterion(item?.criterion ?? '');
  const isShared = item?.sharesMax === true || section.items[index + 1]?.sharesMax === true;
  // How much of a shared maximum is whose nobody can tell.
  const attainable = isShared ? ({ kind: 'any' } as const) : attainableScores(reading, bounds, smallestStep);
  const cell = cellAddress({ row, column: left });
  const accepts = scoreRule(attainable, reading, bounds, cell, smallestStep);
  return {
    areas: [{ top: row, bottom: row, left, right }],
    accepts,
    prompt: promptOf(attainable, reading, bounds),
    refusal: refusalOf(accepts, attainable, bounds, smallestStep),
  };
}

function writeTotals(draft: Draft, scored: readonly ScoredRow[], settings: Settings): void {
  const columns = [draft.index('self'), draft.index('review')];
  const [self = 0] = columns;
  for (const { label, figures } of blankTotals(scored, columns, draft.next, settings)) {
    draft.span(0, self - 1, label, LOOKS.total);
    figures.forEach((figure, index) => {
      const content: CellContent = figure === null ? { kind: 'format' } : { kind: 'formula', ...figure };
      draft.cells.push({ row: draft.next, column: self + index, content, look: LOOKS.total });
    });
    draft.put(draft.next, draft.last, null, LOOKS.text);
    draft.endRow(ROW_HEIGHTS.total);
  }
}

/** 负责人, 填表人 and 联系电话 on one line, with room to write between them. */
function writeSignatures(draft: Draft): void {
  draft.span(0, draft.last, FORM_WORDS.signatures.join(FORM_WORDS.roomToWrite), LOOKS.line);
  draft.endRow(ROW_HEIGHTS.signatures);
}

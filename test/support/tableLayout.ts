import type { Rubric } from '../../src/rubric/rubric';
import type { CellInput } from '../../src/sheet/gridFromRows';
import { span } from './grid';
import type { LayoutCell } from './grid';

export type LayoutColumn =
  'number' | 'section' | 'points' | 'max' | 'criterion' | 'self' | 'review' | 'reason' | 'extra';

/** One of the many ways in which an office lays the same rubric out. */
export interface TableLayout {
  readonly columns: readonly LayoutColumn[];
  readonly labels: Partial<Record<LayoutColumn, string>>;
  /** How a section's name stands beside its items. */
  readonly sections: 'merged' | 'blank' | 'repeated' | 'row';
  readonly pointsInName?: boolean;
  /** Points written as text: 6分. */
  readonly pointsAsText?: boolean;
  /** Each rule is split over this many rows, the row's other cells merged over them (or blank below). */
  readonly paragraphs?: number;
  /** 分 / 值 under each other in rows of their own. */
  readonly brokenHeader?: boolean;
  /** 得分 over 自评 | 考核. */
  readonly twoRowHeader?: boolean;
  /** The header, and the section's name, come again before this item. */
  readonly pageBreakBefore?: number;
  readonly subtotals?: boolean;
  readonly total?: boolean;
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

export type Scored = (item: number) => {
  readonly self: CellInput;
  readonly review: CellInput;
  readonly reason?: string;
};

/** Rows of one table; cells under a merge are left out, as `layout` wants them. */
export function tableRows(rubric: Rubric, how: TableLayout, scored: Scored): LayoutCell[][] {
  const rows: LayoutCell[][] = [];
  const width = how.columns.length;
  for (const line of how.above ?? []) rows.push([span(line, 1, width)]);
  rows.push(...headerRows(how));
  let index = 0;
  for (const section of rubric.sections) {
    const name =
      how.pointsInName === true && section.points !== null
        ? `${section.name}（${section.points}分）`
        : section.name;
    if (how.sections === 'row') rows.push([span(name, 1, width)]);
    const own: LayoutCell[][] = [];
    const starts: number[] = [];
    const flush = (): void => {
      closeSection(rows, own, starts, how, name, section);
      own.length = 0;
      starts.length = 0;
    };
    section.items.forEach((item, position) => {
      if (index === how.pageBreakBefore && position > 0) {
        flush();
        rows.push(...headerRows(how));
      }
      const { self, review, reason } = scored(index);
      index++;
      const parts = split(item.criterion, how.paragraphs ?? 1);
      starts.push(own.length);
      parts.forEach((part, line) => {
        own.push(
          how.columns.flatMap((column): LayoutCell[] => {
            if (column === 'criterion') return [part];
            if (column === 'section' || column === 'points') return [column];
            if (line > 0) return [];
            const value: CellInput =
              column === 'max'
                ? points(item.max, how)
                : column === 'self'
                  ? self
                  : column === 'review'
                    ? review
                    : column === 'reason'
                      ? reason
                      : column === 'number'
                        ? index
                        : null;
            return [span(value, parts.length)];
          }),
        );
      });
    });
    flush();
    if (how.subtotals === true) rows.push(totalRow('小计', how, section.points));
  }
  if (how.total === true) rows.push(totalRow('合计', how, 100));
  for (const line of how.below ?? []) rows.push([span(line, 1, width)]);
  return rows;
}

/** Replaces the marks for section and points by what the layout wants there. */
function closeSection(
  rows: LayoutCell[][],
  own: readonly LayoutCell[][],
  starts: readonly number[],
  how: TableLayout,
  name: string,
  section: Rubric['sections'][number],
): void {
  own.forEach((cells, position) => {
    rows.push(
      cells.flatMap((cell): LayoutCell[] => {
        if (cell !== 'section' && cell !== 'points') return [cell];
        const value = cell === 'section' ? name : section.bonus ? '加分项' : points(section.points, how);
        if (how.sections === 'merged') return position === 0 ? [span(value, own.length)] : [];
        const atStart = how.sections === 'repeated' ? starts.includes(position) : position === 0;
        return [atStart ? value : null];
      }),
    );
  });
}

function headerRows(how: TableLayout): LayoutCell[][] {
  const label = (column: LayoutColumn): string => how.labels[column] ?? '';
  if (how.twoRowHeader === true) {
    const scores = how.columns.filter((column) => column === 'self' || column === 'review');
    return [
      how.columns.flatMap((column): LayoutCell[] =>
        column === scores[0]
          ? [span('得分', 1, scores.length)]
          : column === scores[1]
            ? []
            : [span(label(column), 2)],
      ),
      scores.map((column) => (column === 'self' ? '自评' : '考核')),
    ];
  }
  if (how.brokenHeader === true) {
    const isBroken = (column: LayoutColumn): boolean =>
      ['max', 'self', 'review', 'points'].includes(column) && label(column) !== '';
    const part = (column: LayoutColumn, first: boolean): string =>
      first ? label(column).slice(0, -1) : label(column).slice(-1);
    return [
      how.columns.map((column) => (isBroken(column) ? part(column, true) : span(label(column), 3))),
      how.columns.filter(isBroken).map(() => null),
      how.columns.filter(isBroken).map((column) => part(column, false)),
    ];
  }
  return [
    how.columns
      .map((column, position): LayoutCell => {
        if (column === 'section' && how.columns[position + 1] === 'points' && label('points') === '') {
          return span(label('section'), 1, 2);
        }
        return label(column);
      })
      .filter(
        (_, position) =>
          !(
            how.columns[position] === 'points' &&
            label('points') === '' &&
            how.columns[position - 1] === 'section'
          ),
      ),
  ];
}

function totalRow(label: string, how: TableLayout, sum: number | null): LayoutCell[] {
  return how.columns.map((column): LayoutCell => {
    if (column === 'section' || (column === 'number' && !how.columns.includes('section'))) return label;
    return column === 'max' && sum !== null ? sum : null;
  });
}

function points(value: number | null, how: TableLayout): CellInput {
  if (value === null) return null;
  return how.pointsAsText === true ? `${value}分` : value;
}

/** Cuts a rule into up to `parts` pieces of its own characters. */
function split(text: string, parts: number): string[] {
  const size = Math.ceil(text.length / parts);
  return Array.from({ length: parts }, (_, part) => text.slice(part * size, (part + 1) * size)).filter(
    (part) => part !== '',
  );
}

import type { ColumnName } from '../locale/messages';
import type { CellRef, Finding } from '../rubric/finding';
import { finding } from '../rubric/finding';
import type { ColumnContent } from './columnContent';
import type { GridReader } from './gridReader';
import { isPlainDescription } from './headerWords';
import type { HeaderBlock } from './headerBlock';
import { findTitle, linesAbove } from './title';
import { byScores, byWeight, isOfOtherYear, sameStage } from './stages';
import type { Candidate } from './stages';
import { yearIn } from './year';

export type Columns = Partial<Record<ColumnName, number>>;

export interface ColumnReading {
  readonly columns: Columns;
  readonly findings: readonly Finding[];
}

/** Rows above a header in which its title and year are looked for. */
const TITLE_REACH = 20;

/**
 * Which column is which, from the words above and the cells below. Null when this is no scoring table: neither points
 * nor scores, or nothing to score.
 */
export function readColumns(
  reader: GridReader,
  block: HeaderBlock,
  contents: ReadonlyMap<number, ColumnContent>,
): ColumnReading | null {
  const candidates = candidatesOf(block, contents);
  const columns: Columns = {};
  const findings: Finding[] = [];
  const sheet = reader.grid.name;
  const choose = (
    name: ColumnName,
    ranked: readonly Candidate[],
    tied: (a: Candidate, b: Candidate) => boolean,
  ) => {
    const [first, second] = ranked;
    if (first === undefined) return;
    columns[name] = first.column;
    if (second === undefined || !tied(first, second)) return;
    findings.push(
      finding({
        code: 'table/column-ambiguous',
        severity: 'warning',
        sheet,
        cell: headerCell(block, first.column),
        params: {
          column: name,
          headers: [first, second].map((item) => item.label.replace(/\s+/g, '')).join('、'),
        },
      }),
    );
  };

  const year = yearIn(findTitle(linesAbove(reader, block, Math.max(0, block.top - TITLE_REACH))));
  const rule = findCriterion(candidates);
  choose('criterion', rule.ranked, rule.tied);
  const rest = candidates.filter((item) => item.column !== columns.criterion);
  const scores = (role: 'self' | 'review') =>
    rest
      .filter((item) => item.role === role && item.content.meanLength < 14 && !isRules(item))
      .filter((item) => !isOfOtherYear(item, year))
      .sort(byScores);
  choose('self', scores('self'), sameStage);
  choose('review', scores('review'), sameStage);
  const { max, points, tied } = findPoints(rest, columns);
  choose('max', max, () => tied);
  if (points !== null) columns.points = points.column;
  choose('reason', rest.filter((item) => item.role === 'reason').sort(byWeight), () => false);
  choose('number', rest.filter((item) => item.role === 'number').sort(byWeight), () => false);
  findSectionAndName(rest, columns);

  if (!isScoringTable(candidates, columns)) return null;
  for (const name of ['max', 'criterion'] as const) {
    if (columns[name] !== undefined) continue;
    findings.push(
      finding({
        code: 'table/column-missing',
        severity: 'error',
        sheet,
        cell: { row: block.top, column: block.left },
        params: { column: name },
      }),
    );
  }
  return { columns, findings };
}

const NOTHING = { texts: 0, distinct: 0, rules: 0, meanLength: 0, numbers: 0, bonusWords: 0 };

function candidatesOf(block: HeaderBlock, contents: ReadonlyMap<number, ColumnContent>): Candidate[] {
  const all = new Set([...block.labels.keys(), ...contents.keys()]);
  return [...all]
    .filter((column) => column >= block.left && column <= block.right)
    .sort((a, b) => a - b)
    .map((column) => {
      const label = block.labels.get(column);
      return {
        column,
        role: label === undefined ? null : (label.word?.role ?? 'other'),
        weight: label?.word?.weight ?? 0,
        label: label?.text ?? '',
        content: contents.get(column) ?? { column, ...NOTHING },
      };
    });
}

/** The column whose texts talk of points; the word above decides where several do, or none. */
function findCriterion(candidates: readonly Candidate[]): {
  ranked: readonly Candidate[];
  tied: (a: Candidate, b: Candidate) => boolean;
} {
  const strong = candidates
    .filter((item) => item.role === 'criterion')
    .sort((a, b) => b.content.rules - a.content.rules || byWeight(a, b));
  const best = strong[0];
  const worded = candidates.filter(
    (item) => isWordy(item) || (item.role === 'review' && (item.content.meanLength >= 14 || isRules(item))),
  );
  const speaking = worded
    .filter((item) => item.role !== 'criterion' && item.content.rules > 0)
    .sort((a, b) => b.content.rules - a.content.rules || b.content.meanLength - a.content.meanLength);
  const tied = (a: Candidate, b: Candidate): boolean =>
    a.role === 'criterion' &&
    b.role === 'criterion' &&
    a.content.rules === b.content.rules &&
    a.weight === b.weight &&
    isPlainDescription(a.label) === isPlainDescription(b.label);
  if (best !== undefined) {
    const other = speaking[0];
    const silent = best.content.rules === 0 && best.content.meanLength < 30;
    const better =
      other !== undefined && silent && other.content.rules >= Math.max(2, other.content.texts / 2);
    return { ranked: better ? [other] : strong, tied };
  }
  if (speaking.length > 0) return { ranked: speaking, tied };
  const longest = worded
    .filter(
      (item) =>
        item.role !== 'unit' &&
        item.role !== 'section' &&
        item.content.texts > 0 &&
        item.content.meanLength >= 8,
    )
    .sort((a, b) => b.content.meanLength - a.content.meanLength);
  return { ranked: longest, tied };
}

/** 评分 over sentences such as 每处扣1分 is the rule, not the score. */
function isRules(item: Candidate): boolean {
  const { rules, texts, numbers } = item.content;
  return rules > 0 && rules * 2 >= texts && numbers === 0;
}

function isWordy(item: Candidate): boolean {
  if (item.role === null) return item.content.texts > 0;
  return item.role === 'text' || item.role === 'name' || item.role === 'section' || item.role === 'unit';
}

/**
 * Item maximum and section points. Where two columns give points, the one with fewer numbers belongs to the sections:
 * in the official department table 分值 is the section's and 基础分 the item's.
 */
function findPoints(
  rest: readonly Candidate[],
  columns: Columns,
): { max: readonly Candidate[]; points: Candidate | null; tied: boolean } {
  const none = { max: [], points: null, tied: false };
  const worded = rest.filter((item) => item.role === 'max');
  // 总分 gives an item's points only where no other word does.
  const sure = worded.filter((item) => item.weight > 3);
  const labelled = sure.length > 0 ? sure : worded;
  // A header that spans the section's name and its points leaves the second column without a word of its own.
  const unlabelled = rest.filter(
    (item) =>
      item.role === null &&
      item.content.numbers + item.content.bonusWords > 0 &&
      item.content.numbers >= item.content.texts,
  );
  if (labelled.length === 0) return none;
  const criterion = columns.criterion ?? Number.POSITIVE_INFINITY;
  const [first, second, third] = [...labelled, ...unlabelled].sort(
    (a, b) =>
      b.content.numbers - a.content.numbers ||
      (a.role === null ? 1 : 0) - (b.role === null ? 1 : 0) ||
      (a.column < criterion ? 1 : 0) - (b.column < criterion ? 1 : 0) ||
      byWeight(a, b),
  );
  if (first === undefined) return none;
  if (second === undefined) return { max: [first], points: null, tied: false };
  const sparser = second.content.numbers < first.content.numbers;
  const eachSide = second.column < criterion !== first.column < criterion;
  const isSections = second.role === null || sparser || (eachSide && third === undefined);
  const tied = !isSections && first.weight === second.weight;
  // 权重 beside 分值 on every row says the same thing another way.
  const weighted = [first, second].sort(byWeight);
  return isSections ? { max: [first], points: second, tied: false } : { max: weighted, points: null, tied };
}

/** The remaining columns of words: the one with the fewest different words is the section, the densest other one names the item. */
function findSectionAndName(rest: readonly Candidate[], columns: Columns): void {
  const free = rest.filter((item) => isWordy(item) && !Object.values(columns).includes(item.column));
  const withWords = free.filter(
    (item) => item.content.texts > 0 && item.content.texts >= item.content.numbers,
  );
  const leftmost = withWords[0];
  const usable = withWords.filter((item) => item.role !== 'unit' || item === leftmost);
  const rank = (item: Candidate): number =>
    item.role === 'section' ? 0 : item.role === 'unit' ? 1 : item.role === 'name' ? 3 : 2;
  const ranked = [...usable].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      Number(isLong(a)) - Number(isLong(b)) ||
      a.content.distinct - b.content.distinct ||
      a.column - b.column,
  );
  const first = ranked[0];
  if (first === undefined) return;
  const others = ranked.slice(1);
  if (others.length === 0 && (first.role === 'name' || first.content.meanLength > 25)) {
    columns.name = first.column;
    return;
  }
  columns.section = first.column;
  const name = [...others].sort((a, b) => b.content.distinct - a.content.distinct || b.column - a.column)[0];
  if (name !== undefined) columns.name = name.column;
}

/** Sentences say what is to be done; they name no section. */
function isLong(item: Candidate): boolean {
  return item.content.meanLength > 18;
}

/** Real evidence: something to score, and points or rules to score it by. */
function isScoringTable(candidates: readonly Candidate[], columns: Columns): boolean {
  const at = (column: number | undefined) => candidates.find((item) => item.column === column);
  const criterion = at(columns.criterion);
  const max = at(columns.max);
  const scored = columns.self !== undefined || columns.review !== undefined;
  const ruled = criterion !== undefined && (criterion.role === 'criterion' || criterion.content.rules > 0);
  const numbered = max !== undefined && max.content.numbers > 0;
  if (criterion !== undefined && criterion.content.texts > 0) {
    return numbered ? ruled || scored : ruled && scored;
  }
  const named = at(columns.section) ?? at(columns.name);
  return numbered && max.weight >= 8 && scored && named !== undefined && named.role !== 'unit';
}

function headerCell(block: HeaderBlock, column: number): CellRef {
  const label = block.labels.get(column);
  return { row: label?.row ?? block.top, column };
}

import type { BodyLine } from './bodyLines';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { isScoredRow } from './itemCells';
import { hasName, isCovered, isUnfinished, sharesScores } from './itemRows';
import type { ReadingState } from './itemRows';
import { isShortOfPoints } from './nameRows';
import { isBonusWord, isDeductionWord, isInnovationWord, pointsFromText } from './numbers';
import { remember } from '../rubric/remember';
import { isRuleText } from './ruleText';
import { nameGoesOn } from './sectionName';
import { isBonusSection } from './sections';
import { compact } from './text';
import { totalKind } from './totalLabels';

const FOOTER =
  /(?:电话|手机|排名|名次|位次|等次|等级|档次|评级|得分|总评|平均分?|均分|汇总|折算.*|(?:日|时)期|签(?:字|名|章)|负责人|填表人|经办人|联系人|人数|份数|分差)$|^(?:上|去|往)年/;

/** 联系电话, 排名, 上年度得分, 平均分: what stands below a table beside a number that is no item's score. */
const isFooterWord = remember((text: string): boolean => {
  const plain = compact(text)
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/[:：]+$/, '');
  return plain.length <= 14 && FOOTER.test(plain);
});

/**
 * Whether a row with numbers but neither a rule nor a maximum has a label of its own (实得总分, 排名, 本组得分): its numbers
 * belong to no item. A row merged with the item above, or with the rest of a name, is a part of that.
 */
export function isLabelledRow(state: ReadingState, row: number, left: number): boolean {
  const { reader, columns, criterionColumn } = state;
  if (reader.text(row, criterionColumn) !== '' || reader.coveredFromAbove(row, criterionColumn)) return false;
  const scored = state.scoreColumns.some((column) => isScoredRow(reader, row, column));
  const label = labelOf(reader, columns, row, criterionColumn, left);
  if (label === null || !(scored || isFooterWord(label))) return false;
  const { max } = columns;
  const maxText = max === undefined ? '' : reader.text(row, max);
  // A named item whose rule was left out keeps its maximum and its score.
  if (pointsFromText(maxText) !== null && hasName(state, row)) return false;
  if (isFooterWord(label) || totalKind(label) !== null) return true;
  if (maxText !== '' || (max !== undefined && isCovered(state, row, max)) || sharesScores(state, row))
    return false;
  if (isBonusWord(label) || isInnovationWord(label) || isDeductionWord(compact(label))) return false;
  if (!state.sections.hasOpen) return false;
  return nameGoesOn(state.sections.current.heading, label) !== 'rest' && isShortOfPoints(state) !== true;
}

function labelOf(
  reader: GridReader,
  { self, review, max, points, reason, section, name, number }: Columns,
  row: number,
  criterion: number,
  left: number,
): string | null {
  const taken = [self, review, max, points, reason, criterion];
  for (const cell of reader.rowAt(row)?.cells ?? []) {
    const { column, value } = cell;
    if (taken.includes(column) || typeof value !== 'string' || column < left) continue;
    if (column > criterion && column !== section && column !== name && column !== number) continue;
    const text = reader.text(row, column);
    if (text !== '' && !/^[\d.、()（）一二三四五六七八九十]+$/.test(compact(text))) return text;
  }
  return null;
}

/**
 * Whether a row below the last complete item only has a label where the rules stand (联系电话, 考核等次): short words
 * without a maximum and without anything about points. `last` is the position of the last complete item's row.
 */
export function isFooterRow(state: ReadingState, row: number, index: number, last: number): boolean {
  const { reader, columns, criterionColumn } = state;
  const { max, section, number, name } = columns;
  if (index <= last || last < 0) return false;
  const text = reader.text(row, criterionColumn);
  const plain = compact(text);
  if (plain === '' || plain.length > 14 || isRuleText(text) || /[。；;，,!！?？]/.test(plain)) return false;
  if (max === criterionColumn || (max !== undefined && reader.text(row, max) !== '')) return false;
  if (reader.coveredFromAbove(row, criterionColumn) || sharesScores(state, row)) return false;
  if (max !== undefined && isCovered(state, row, max)) return false;
  if (
    [section, number, name].some(
      (at) => at !== undefined && at !== criterionColumn && reader.text(row, at) !== '',
    )
  )
    return false;
  if (isFooterWord(text)) return true;
  if (max === undefined || isBonusSection(state.sections.current)) return false;
  if (!state.scoreColumns.some((column) => isScoredRow(reader, row, column))) return false;
  const { open } = state;
  if (open === null || !isUnfinished(open)) return true;
  return state.scoreColumns.some(
    (column) => isScoredRow(reader, row, column) && isScoredRow(reader, open.row, column),
  );
}

/** Position of the last row with a maximum, or with a rule or any longer text where the rules stand; -1 for none. */
export function lastCompleteRow(
  reader: GridReader,
  { max }: Columns,
  criterionColumn: number,
  lines: readonly BodyLine[],
): number {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined || line.kind === 'total') continue;
    if (max !== undefined && pointsFromText(reader.text(line.row, max)) !== null) return index;
    const text = reader.text(line.row, criterionColumn);
    if (isRuleText(text) || compact(text).length > 14) return index;
  }
  return -1;
}

import { isClosingText } from './closing';
import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import { headerKind } from './headerKind';
import { headerWord, isHeaderFragment } from './headerWords';
import { isBonusWord, pointsFromText } from './numbers';
import { isRuleText } from './ruleText';
import { compact } from './text';
import { totalKind } from './totalLabels';
import { isUnitLabel } from './unitLabels';

/** Words that head the columns of lists: names, dates, telephone numbers. */
const LIST_WORD =
  /^(?:姓名|名称|职务|职位|部门|科室|电话|手机|联系(?:人|方式|电话)|日期|时间|地点|地址|数量|人数|金额|状态|备注|性别|年龄|问题|存在问题|整改.{0,4}|责任.{0,4}|完成.{0,4}|.{0,4}(?:人口|人口数|人数|户数|面积|名称|数量|情况|时间|日期|期限|措施|编号|电话))$/;
/** 附件2：…, …统计表, …名单: the title of a list. */
const LIST_TITLE =
  /^附(?:件|表|录)?[一二三四五六\d]{0,2}[:：、.]|(?:表|名单|清单|台账|一览|汇总|统计)(?:[(（][^()（）]*[)）])?$/;

/**
 * Whether a table of another kind begins at a row below a scoring table: short words over most columns and no points,
 * after a gap, a title, a total or a signature; or the title of such a list.
 */
export function beginsOtherTable(reader: GridReader, block: HeaderBlock, position: number): boolean {
  // A row with a number, as nearly every item has, heads nothing.
  if (reader.rows[position]?.cells.some((cell) => typeof cell.value === 'number' && isIn(block, cell.column)))
    return false;
  const texts = textsAt(reader, block, position);
  if (texts.length > 1) {
    return isListHeader(texts) && isApart(reader, block, position) && !isSameHeader(reader, block, position);
  }
  const [title] = texts;
  if (title === undefined || title.length > 60) return false;
  for (let next = position + 1; next < Math.min(position + 4, reader.rows.length); next++) {
    const below = textsAt(reader, block, next);
    if (below.length === 0) continue;
    if (isSameHeader(reader, block, next)) return false;
    if (isListHeader(below)) return true;
    return (
      LIST_TITLE.test(compact(title)) &&
      isAfterGap(reader, position) &&
      below.length > 1 &&
      !below.some((text) => isRuleText(text) || headerWord(text) !== null)
    );
  }
  return false;
}

function isIn(block: HeaderBlock, column: number): boolean {
  return column >= block.left && column <= block.right;
}

function textsAt(reader: GridReader, block: HeaderBlock, position: number): string[] {
  const row = reader.rows[position];
  if (row === undefined) return [];
  return row.cells
    .filter((cell) => isIn(block, cell.column))
    .map((cell) => reader.text(row.index, cell.column))
    .filter((text) => text !== '');
}

function isSameHeader(reader: GridReader, block: HeaderBlock, position: number): boolean {
  const row = reader.rows[position];
  if (row === undefined) return false;
  const columns = row.cells.map((cell) => cell.column).filter((column) => isIn(block, column));
  return headerKind(reader, block, row.index, columns) === 'same';
}

function isListHeader(texts: readonly string[]): boolean {
  if (texts.length < 2) return false;
  let known = 0;
  for (const text of texts) {
    const plain = compact(text);
    // 分, 值: the rest of a header broken over rows, as it comes again on the next page.
    if (plain.length === 1 && isHeaderFragment(plain)) return false;
    const points = pointsFromText(plain) !== null || isBonusWord(plain) || /\d/.test(plain);
    if (plain.length > 12 || points || isRuleText(plain) || isClosingText(text) || totalKind(text) !== null)
      return false;
    if (headerWord(text) !== null || LIST_WORD.test(plain) || isUnitLabel(plain)) known++;
  }
  const numbered = texts.length > 2 && headerWord(texts[0] ?? '')?.role === 'number';
  return numbered || (known >= 2 && known * 2 >= texts.length);
}

function isApart(reader: GridReader, block: HeaderBlock, position: number): boolean {
  if (isAfterGap(reader, position)) return true;
  const before = textsAt(reader, block, position - 1);
  return before.length === 1 || before.some((text) => totalKind(text) !== null || isClosingText(text));
}

function isAfterGap(reader: GridReader, position: number): boolean {
  const row = reader.rows[position]?.index ?? 0;
  return row - (reader.rows[position - 1]?.index ?? row) > 1;
}

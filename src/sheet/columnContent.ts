import { remember } from '../rubric/remember';
import { isClosingText } from './closing';
import { pointsFromText } from './numbers';
import { isRuleText } from './ruleText';
import { compact } from './text';
import { totalKind } from './totalLabels';
import type { GridCell } from './grid';
import type { HeaderBlock } from './headerBlock';
import type { GridReader } from './gridReader';
import type { RowLooks } from './rowLooks';

/** What stands below a header in one column. */
export interface ColumnContent {
  readonly column: number;
  /** Cells with words, and how many of them say something about points. */
  readonly texts: number;
  /** How many of them say something that no other says. */
  readonly distinct: number;
  readonly rules: number;
  readonly meanLength: number;
  /** Cells with a number, or with points written as text (6分). */
  readonly numbers: number;
  /** Cells that call their row a bonus (加分项). */
  readonly bonusWords: number;
}

/** What one text says about the column it stands in. */
interface TextContent {
  readonly kind: 'points' | 'bonus' | 'words';
  /** The head of the words, by which two cells that say the same are known. */
  readonly head: string;
  readonly length: number;
  readonly isRule: boolean;
}

const contentOf = remember((text): TextContent => {
  const plain = compact(text);
  const words = { head: plain.slice(0, 200), length: plain.length };
  if (pointsFromText(text) !== null) return { kind: 'points', ...words, isRule: false };
  const isBonus = text.length < 40 && /^\W*加分项?\W*$/.test(plain);
  return { kind: isBonus ? 'bonus' : 'words', ...words, isRule: isRuleText(text) };
});

/** Enough rows to know a column by. */
const SAMPLE = 400;
const MOST_HEADERS = 40;

/** Looks at the rows below a header, until another kind of table begins. */
export function columnContents(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
): Map<number, ColumnContent> {
  const sums = new Map<
    number,
    { texts: Set<string>; count: number; rules: number; length: number; numbers: number; bonusWords: number }
  >();
  let headers = 0;
  const start = reader.from(block.bottom + 1);
  for (let position = start; position < Math.min(start + SAMPLE, reader.rows.length); position++) {
    const row = reader.rows[position];
    if (row === undefined) break;
    if (looks.beginsOtherTable(position)) break;
    const kind = looks.header(position);
    if (kind === 'other') break;
    if (kind === 'same' && ++headers > MOST_HEADERS) break;
    if (kind === 'same') continue;
    const cells = row.cells.filter((cell) => cell.column >= block.left && cell.column <= block.right);
    if (closes(reader, row.index, cells)) continue;
    for (const { column, value } of cells) {
      const text = reader.text(row.index, column);
      if (text === '') continue;
      const sum = sums.get(column) ?? {
        texts: new Set(),
        count: 0,
        rules: 0,
        length: 0,
        numbers: 0,
        bonusWords: 0,
      };
      sums.set(column, sum);
      const content = typeof value === 'number' ? null : contentOf(text);
      if (content === null || content.kind === 'points') sum.numbers++;
      else if (content.kind === 'bonus') sum.bonusWords++;
      else {
        sum.count++;
        sum.texts.add(content.head);
        sum.length += content.length;
        if (content.isRule) sum.rules++;
      }
    }
  }
  const contents = new Map<number, ColumnContent>();
  for (const [column, sum] of sums) {
    const { texts, count, length, ...others } = sum;
    const meanLength = count === 0 ? 0 : length / count;
    contents.set(column, { column, ...others, texts: count, distinct: texts.size, meanLength });
  }
  return contents;
}

/** Whether a row sums up or signs: its words say nothing about the columns they stand in. */
function closes(reader: GridReader, row: number, cells: readonly GridCell[]): boolean {
  const first = cells.find((cell) => reader.text(row, cell.column) !== '');
  if (first === undefined) return true;
  return (
    isClosingText(reader.text(row, first.column)) ||
    cells
      .slice(0, 4)
      .some((cell) => typeof cell.value !== 'number' && totalKind(reader.text(row, cell.column)) !== null)
  );
}

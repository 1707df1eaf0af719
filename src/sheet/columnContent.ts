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

/** What is counted in one column on the way down. */
export class ColumnSum {
  texts = 0;
  rules = 0;
  length = 0;
  numbers = 0;
  bonusWords = 0;
  private heads: Set<string> = new Set();
  private sharesHeads = false;

  /** The same counts, to be gone on with; those that they were taken from stay as they are. */
  copy(): ColumnSum {
    const copy = new ColumnSum();
    copy.texts = this.texts;
    copy.rules = this.rules;
    copy.length = this.length;
    copy.numbers = this.numbers;
    copy.bonusWords = this.bonusWords;
    copy.heads = this.heads;
    copy.sharesHeads = true;
    return copy;
  }

  addText({ head, length, isRule }: TextContent): void {
    this.texts++;
    this.length += length;
    if (isRule) this.rules++;
    if (this.heads.has(head)) return;
    if (this.sharesHeads) this.heads = new Set(this.heads);
    this.sharesHeads = false;
    this.heads.add(head);
  }

  get distinct(): number {
    return this.heads.size;
  }
}

/** Rows right below a header, and what was counted in them. */
export interface CountedRows {
  readonly rows: number;
  readonly sums: ReadonlyMap<number, ColumnSum>;
}

/** Enough rows to know a column by. */
export const SAMPLE = 400;
const MOST_HEADERS = 40;

/** Looks at the rows below a header, until another kind of table begins. `counted`: the first of them, known already. */
export function columnContents(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
  counted: CountedRows | null = null,
): Map<number, ColumnContent> {
  const sums = new Map<number, ColumnSum>();
  if (counted !== null) for (const [column, sum] of counted.sums) sums.set(column, sum.copy());
  const start = reader.from(block.bottom + 1);
  countRows(reader, block, looks, start + (counted?.rows ?? 0), start + SAMPLE, sums);
  const contents = new Map<number, ColumnContent>();
  for (const [column, sum] of sums) {
    const { texts, distinct, rules, numbers, bonusWords } = sum;
    const meanLength = texts === 0 ? 0 : sum.length / texts;
    contents.set(column, { column, texts, distinct, rules, meanLength, numbers, bonusWords });
  }
  return contents;
}

/** Counts the rows at these positions into `sums`; false where another kind of table begins among them. */
export function countRows(
  reader: GridReader,
  block: HeaderBlock,
  looks: RowLooks,
  from: number,
  to: number,
  sums: Map<number, ColumnSum>,
): boolean {
  let headers = 0;
  for (let position = from; position < Math.min(to, reader.rows.length); position++) {
    const row = reader.rows[position];
    if (row === undefined) break;
    if (looks.beginsOtherTable(position)) return false;
    const kind = looks.header(position);
    if (kind === 'other') return false;
    if (kind === 'same' && ++headers > MOST_HEADERS) return false;
    if (kind === 'same') continue;
    const cells = row.cells.filter((cell) => cell.column >= block.left && cell.column <= block.right);
    if (closes(reader, row.index, cells)) continue;
    for (const { column, value } of cells) {
      const text = reader.text(row.index, column);
      if (text === '') continue;
      let sum = sums.get(column);
      if (sum === undefined) sums.set(column, (sum = new ColumnSum()));
      const content = typeof value === 'number' ? null : contentOf(text);
      if (content === null || content.kind === 'points') sum.numbers++;
      else if (content.kind === 'bonus') sum.bonusWords++;
      else sum.addText(content);
    }
  }
  return true;
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

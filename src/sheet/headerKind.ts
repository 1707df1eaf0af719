import type { GridReader } from './gridReader';
import type { HeaderBlock } from './headerBlock';
import { headerWord } from './headerWords';
import { compact } from './text';

/** A sentence, which no header row holds beside its labels, unless it repeats one. */
const LONGEST_LABEL = 80;

/** Whether a row looks like a header: the same one again, another table's, or none. */
export function headerKind(
  reader: GridReader,
  block: HeaderBlock,
  row: number,
  columns: readonly number[],
): 'same' | 'other' | null {
  let same = 0;
  let other = 0;
  for (const column of columns) {
    const text = reader.text(row, column);
    if (text === '') continue;
    const label = block.labels.get(column);
    if (text.length > LONGEST_LABEL && text !== label?.text) return null;
    // A number heads nothing, as nearly every item row has one.
    const isNumber = typeof reader.value(row, column) === 'number';
    if (isNumber && label?.plain !== text) return null;
    const plain = compact(text);
    const word = headerWord(text);
    if (label !== undefined && (label.plain === plain || (word !== null && label.word?.role === word.role)))
      same++;
    else if (word !== null && word.role !== 'other') other++;
    else if (plain.length > 12 || isNumber) return null;
  }
  if (same >= 2 && same > other) return 'same';
  return other >= 3 ? 'other' : null;
}

import { matchesOf } from './matches';

/** A stretch of text with, for each character, where it began and ended in the original. */
export interface MappedText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Replaces matches of a global expression, keeping the map; a null replacement leaves the match. */
export function replaced(
  source: MappedText,
  expression: RegExp,
  replacement: (match: RegExpExecArray) => string | null,
): MappedText {
  let out = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let from = 0;
  const copy = (to: number): void => {
    out += source.text.slice(from, to);
    for (let index = from; index < to; index += 1) {
      starts.push(source.starts[index] ?? 0);
      ends.push(source.ends[index] ?? 0);
    }
  };
  for (const match of matchesOf(expression, source.text)) {
    const value = replacement(match);
    if (value === null) continue;
    copy(match.index);
    const end = match.index + match[0].length;
    out += value;
    for (let index = 0; index < value.length; index += 1) {
      starts.push(source.starts[match.index] ?? 0);
      ends.push(source.ends[end - 1] ?? 0);
    }
    from = end;
  }
  if (from === 0) return source;
  copy(source.text.length);
  return { text: out, starts, ends };
}

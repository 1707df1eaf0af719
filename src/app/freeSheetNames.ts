import type { BookSnapshot } from '../sheet/grid';

/** Longest name of a sheet. */
const LONGEST = 31;

/** Gives names for new sheets of a workbook: fit for every spreadsheet, like the text given, and not there yet. */
export function freeSheetNames(book: BookSnapshot): (text: string) => string {
  const taken = new Set(book.grids.map(({ name }) => name.toLowerCase()));
  return (text) => {
    const name = sheetName(text);
    let candidate = name;
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${cut(name, LONGEST - 5)} (${n})`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}

/** A name that a sheet may have: none of `\ / ? * [ ] :`, no apostrophe at its ends, up to 31 characters. */
function sheetName(text: string): string {
  const plain = text
    .replace(/[\u0000-\u001F\\/?*[\]:]+/g, '_')
    .trim()
    .replace(/^'+|'+$/g, '_');
  return cut(plain, LONGEST) || '_';
}

function cut(text: string, length: number): string {
  return text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/'+$/, '_');
}

/** Characters that show nothing and that copying between programs leaves behind. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The words of a sheet are asked for many times, and come back in every workbook of a batch. */
const KEPT_TEXTS = 4000;
const LONGEST_KEPT = 400;
const kept = new Map<string, string>();

/** For comparing words: full width to half width (NFKC), every space, line break and invisible character gone. */
export function compact(text: string): string {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const fresh = text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '');
  if (text.length > LONGEST_KEPT) return fresh;
  if (kept.size >= KEPT_TEXTS) kept.clear();
  kept.set(text, fresh);
  return fresh;
}

/**
 * A name as people say it: line breaks and spaces inside a Chinese name go (基础↵↵工作 → 基础工作),
 * a space between Latin words stays.
 */
export function tidyName(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /g, '');
}

/** Whether there is nothing to see in it. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  // A letter, a figure or a Chinese character: nearly every cell ends here.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xa000)) return false;
  return text.replace(INVISIBLE, '').trim() === '';
}

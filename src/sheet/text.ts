import { remember } from '../rubric/remember';

/** Characters that show nothing and that copying between programs leaves behind. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** For comparing words: full width to half width (NFKC), every space, line break and invisible character gone. */
export const compact = remember((text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, ''),
);

/**
 * A name as people say it: line breaks and spaces inside a Chinese name go (基础↵↵工作 → 基础工作),
 * a space between Latin words stays.
 */
export const tidyName = remember((text: string): string => {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/ (?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) /g, '');
});

/** Whether there is nothing to see in it. */
export function isBlankText(text: string): boolean {
  const first = text.charCodeAt(0);
  // A letter, a figure or a Chinese character: nearly every cell ends here.
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xa000)) return false;
  return text.replace(INVISIBLE, '').trim() === '';
}

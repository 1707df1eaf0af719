import { remember } from '../rubric/remember';
import { compact } from './text';

const DIGITS = '〇一二三四五六七八九';

/** The year that a text names: 2023年度, 〔2023〕, 二〇二三年, 2023; null for none or for one out of reach (1990–2100). */
export const yearIn = remember((text: string): number | null => {
  const plain = compact(text.slice(0, 2000)).replace(/[零○Ｏ]/g, '〇');
  const candidates = [
    /(?<!\d)((?:19|20)\d{2})年/.exec(plain)?.[1],
    chineseYear(/([二一][〇一二三四五六七八九]{3})年/.exec(plain)?.[1]),
    /[〔[(【]((?:19|20)\d{2})[〕\])】]/.exec(plain)?.[1],
    /(?<!\d)(20\d{2})(?!\d)/.exec(plain)?.[1],
    /(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)/.exec(plain)?.[1],
  ];
  for (const candidate of candidates) {
    const year = Number(candidate);
    if (Number.isInteger(year) && year >= 1990 && year <= 2100) return year;
  }
  return null;
});

function chineseYear(text: string | undefined): string | undefined {
  return text === undefined ? undefined : [...text].map((digit) => DIGITS.indexOf(digit)).join('');
}

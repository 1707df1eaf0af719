const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value]));
[...'壹贰叁肆伍陆柒捌玖'].forEach((digit, index) => DIGITS.set(digit, index + 1));
DIGITS.set('貳', 2);
DIGITS.set('叄', 3);
DIGITS.set('陸', 6);
DIGITS.set('〇', 0);
DIGITS.set('两', 2);
DIGITS.set('俩', 2);
const PLACES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['拾', 10],
  ['佰', 100],
  ['仟', 1000],
]);

function wholeValue(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let plainDigits = 0;
  for (const character of text) {
    const value = DIGITS.get(character);
    const place = PLACES.get(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) {
        // 二三: digits read one by one, or a vague 两三; no amount.
        return null;
      }
      digit = value;
      plainDigits += 1;
    } else if (place !== undefined) {
      section += (digit ?? (plainDigits === 0 || place === 10 ? 1 : 0)) * place;
      digit = null;
    } else if (character === '万') {
      total += (section + (digit ?? 0)) * 10000;
      section = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + section + (digit ?? 0);
}

/**
 * Value of a Chinese numeral such as 二十, 零点五, 半, 一百二十, 两, 叁拾; null when it is none (一二, 点, 万 alone).
 */
export function chineseNumber(text: string): number | null {
  if (text === '半') return 0.5;
  if (text.length > 12 || text === '' || text === '万' || text === '千' || text === '百') return null;
  if (text.endsWith('半') && text.length > 1) return null;
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || whole === '') return null;
  const value = wholeValue(whole);
  if (value === null) return null;
  if (fraction === undefined) return value;
  if (fraction === '') return null;
  let digits = '';
  for (const character of fraction) {
    const digit = DIGITS.get(character);
    if (digit === undefined) return null;
    digits += String(digit);
  }
  return Number(`${value}.${digits}`);
}

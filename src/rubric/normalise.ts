import { chineseNumber } from './numerals';
import { correctTypos } from './reading/typos';
import { NOT_POINTS, UNIT } from './reading/words';
import type { Span, SuspectedTypo } from './clause';
import { replaced } from './reading/mapped';
import type { MappedText } from './reading/mapped';
import { joinedLadders, plainNotation } from './reading/notation';

/**
 * A rule sentence in one plain spelling: half-width letters, digits and punctuation, no spaces, line breaks only where
 * a paragraph ends, amounts in Arabic numerals, slips of the pen corrected.
 */
export interface NormalText {
  readonly original: string;
  readonly text: string;
  readonly typos: readonly SuspectedTypo[];
  /** The place in the original that `text.slice(start, end)` was read from. */
  spanOf(start: number, end: number): Span;
}

const SINGLE = new Map<string, string>([
  ['。', '。'],
  ['｡', '。'],
  ['､', '、'],
  ['﹐', ','],
  ['﹑', '、'],
  ['﹔', ';'],
  ['﹕', ':'],
  ['﹪', '%'],
  ['〔', '('],
  ['〕', ')'],
  ['【', '('],
  ['】', ')'],
  ['［', '('],
  ['］', ')'],
  ['[', '('],
  [']', ')'],
  ['—', '-'],
  ['–', '-'],
  ['―', '-'],
  ['─', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['−', '-'],
  ['﹣', '-'],
  ['〜', '~'],
  ['∼', '~'],
  ['∽', '~'],
  ['×', '×'],
  ['＊', '×'],
  ['*', '×'],
  ['≦', '≤'],
  ['⩽', '≤'],
  ['≧', '≥'],
  ['⩾', '≥'],
  ['∕', '/'],
  ['⁄', '/'],
  ['〇', '〇'],
  ['•', '·'],
  ['⁃', '-'],
  ['!', '。'],
  ['！', '。'],
]);

function plain(character: string): string {
  const mapped = SINGLE.get(character);
  if (mapped !== undefined) return mapped;
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return character;
}

const SPACE =
  /[ \t\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff\u0000-\u0009\u000b\u000c\u000e-\u001f]/;
const BREAK = /[\n\r\u0085\u2028\u2029\u000b]/;

/** What cannot begin a thought, so that the line before was only broken by the width of its cell. */
const GOES_ON = /^(?:[扣加得计给减记](?!大|强|快)|的|者|则|钟|以[上下内]|及以|为止|封顶|不[得计予])/;

/** A line ends a thought after a full stop, points or a closing bracket, and before a numbered line. */
function endsParagraph(before: string, after: string): boolean {
  if (/[:)分]$/.test(before) && GOES_ON.test(after)) return false;
  return (
    /(?:[。;:)分]|为限|为止|为上限|封顶)$/.test(before) ||
    (/分\/[\u4e00-\u9fff]{1,3}$/.test(before) && !/^(?:[分点次日作天月度员]|工作日|百分点)/.test(after)) ||
    /^(?:[(]?[0-9]{1,2}(?:[、)]|[.](?![0-9]))|[(][一二三四五六七八九十]+[)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/.test(
      after,
    )
  );
}

function withoutSpaces(original: string): MappedText {
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const push = (character: string, start: number, end: number): void => {
    characters.push(character);
    starts.push(start);
    ends.push(end);
  };
  let index = 0;
  let gap = false;
  let broken = false;
  while (index < original.length) {
    const raw = original.charAt(index);
    if (BREAK.test(raw)) broken = true;
    else if (SPACE.test(raw)) gap = true;
    else {
      const character = plain(raw);
      if (broken && characters.length > 0) {
        const before = characters.slice(-5).join('');
        const after = original
          .slice(index, index + 6)
          .replace(/[（]/g, '(')
          .replace(/[）]/g, ')')
          .replace(/[．]/g, '.');
        if (endsParagraph(before, after) && !/^[/,;。、)]/.test(character)) push('\n', index - 1, index);
      } else if (gap && /[0-9]/.test(character) && /[0-9]/.test(characters[characters.length - 1] ?? '')) {
        push(' ', index - 1, index);
      }
      gap = false;
      broken = false;
      push(character, index, index + 1);
    }
    index += 1;
  }
  return { text: characters.join(''), starts, ends };
}

const NUMERAL = '[零〇一二两俩三四五六七八九十百千万半]';
/** Capital numerals such as 叁; 伍, 陆 and 拾 also end words (队伍, 大陆, 收拾) and begin none of points there. */
const CAPITAL =
  '(?:(?<![队退入参落行军大登着内水收])[伍陆陸拾]|[零壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟]{2,6}|[壹贰貳叁叄肆柒捌玖])';
const FRACTION = '(?:点[零〇一二三四五六七八九]{1,6})?';
const COUNTED = new RegExp(`(${NUMERAL}{1,12}${FRACTION})(?=(?:个)?(?:${UNIT})(?!性|致|律|体化|票))`, 'g');
const POINTS = new RegExp(`(?<!分之)(${NUMERAL}{1,12}${FRACTION})(?=分(?!${NOT_POINTS}|为二))`, 'g');
const CAPITAL_POINTS = new RegExp(
  `(?<!分之)(${CAPITAL}(?:点[零壹贰貳叁叄肆伍陆陸柒捌玖]{1,4})?|零点[零壹贰貳叁叄肆伍陆陸柒捌玖]{1,4})(?=分(?!${NOT_POINTS}))`,
  'g',
);
const CAPITAL_COUNTED = new RegExp(`(?<=[每少缺漏差错低])(${CAPITAL})(?=(?:个)?(?:${UNIT}))`, 'g');
const LISTED = new RegExp(
  `(?<=[扣加得减])(${NUMERAL}{1,4}${FRACTION})(?=(?:、|,|或|至|到|-|~)(?:${NUMERAL}{1,4}${FRACTION}|[0-9.]{1,6})(?:、|,|或|至|到|-|~|分))`,
  'g',
);
const LISTED_ON = new RegExp(
  `(?<=[0-9](?:、|,|或|至|到|-|~))(${NUMERAL}{1,4}${FRACTION})(?=(?:、|,|或|至|到|-|~)${NUMERAL}|分)`,
  'g',
);
const PERCENT = new RegExp(`百分之(${NUMERAL}{1,8}${FRACTION}|[0-9]+(?:\\.[0-9]+)?)`, 'g');

/** 十分重视 is no amount: these want a verb of points before them and an end after them. */
const ADVERB = /^(?:十|百|千|万|半)$/;
const VERB_END =
  /(?:扣|减|加|除|按|[^获取显觉变做来]得|计|记|给|为|罚|奖|过|多|满|限|、|或|至|到|-|~|高|每[^,;。]{1,4})$/;
const AMOUNT_END = /^分(?:$|[,;。、()/\n]|[的为]|封|至|扣|每|,)/;

function amountsInArabic(source: MappedText): MappedText {
  let mapped = replaced(source, PERCENT, (match) => {
    const digits = match[1] ?? '';
    const value = /^[0-9]/.test(digits) ? Number(digits) : chineseNumber(digits);
    return value === null ? null : `${value}%`;
  });
  const whole = (match: RegExpExecArray): string | null => {
    const value = chineseNumber(match[1] ?? '');
    return value === null ? null : String(value);
  };
  const text = mapped.text;
  mapped = replaced(mapped, POINTS, (match) => {
    if (ADVERB.test(match[1] ?? '')) {
      const before = text.slice(Math.max(0, match.index - 8), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 3);
      if (!VERB_END.test(before) || !AMOUNT_END.test(after)) return null;
    }
    return whole(match);
  });
  mapped = replaced(replaced(mapped, CAPITAL_POINTS, whole), CAPITAL_COUNTED, whole);
  mapped = replaced(mapped, LISTED, whole);
  for (let round = 0; round < 6; round += 1) {
    const next = replaced(mapped, LISTED_ON, whole);
    if (next === mapped) break;
    mapped = next;
  }
  return replaced(mapped, COUNTED, whole);
}

/**
 * Brings a rule sentence into one spelling, with a map back: spans always refer to the original text.
 */
export function normalise(original: string): NormalText {
  const spaced = withoutSpaces(original);
  const dotted = replaced(plainNotation(spaced), /(?<=[0-9])[。·](?=[0-9]+(?:分|%|个百分点))/g, () => '.');
  const arabic = joinedLadders(amountsInArabic(dotted));
  const { mapped, typos } = correctTypos(arabic, original);
  return {
    original,
    text: mapped.text,
    typos,
    spanOf: (start, end) => ({
      start: mapped.starts[start] ?? original.length,
      end: mapped.ends[Math.max(start, end - 1)] ?? original.length,
    }),
  };
}

const LOOSE = /[\s\u200b-\u200f\ufeff]+/g;

/** Text for comparison: half-width, no spaces or line breaks, one kind of bracket and dash. */
export function plainText(text: string): string {
  let out = '';
  for (const character of text.replace(LOOSE, '')) out += plain(character);
  return out;
}

import { remember } from '../rubric/remember';
import { chineseNumber } from '../rubric/numerals';
import { compact } from './text';

/**
 * The number that a score typed as text clearly means: 8分, ８, "8 ", +2, ８．５, 8.5 分, 8'. Null for everything else:
 * 约8分, 8/10, 无 and 优 leave open what was meant.
 */
export function scoreFromText(text: string): number | null {
  // 8 0 may be 80, 8.0 or two scores: a blank between figures leaves open what was meant.
  if (text.length > 40 || /[\d０-９.．]\s+[\d０-９.．]/.test(text.trim())) return null;
  const plain = compact(text).replace(/[−–﹣]/g, '-');
  const match = /^['`‘’]?([+-]?(?:\d{1,12}(?:\.\d{0,10})?|\.\d{1,10}))分?['`‘’′]?$/.exec(plain);
  return match === null ? null : Number(match[1]);
}

const NUMBER = String.raw`(\d{1,6}(?:\.\d{1,6})?)`;
const POINTS_FORMS = [
  new RegExp(String.raw`^[+]?${NUMBER}(?:分|%)?$`),
  new RegExp(String.raw`^\(?(?:满分|最高|共|计|共计|分值|合计|标准分|总分)?:?${NUMBER}分?\)?$`),
  // 0-6分: what can be had, up to the maximum.
  new RegExp(String.raw`^0[-~—–至]${NUMBER}分?$`),
];

/** No number with its words is longer. */
const LONGEST_POINTS = 40;

/** Points as a rubric states them (6分, ６, "30", 满分10分, 0-6分, 十分), null when it states none. */
export const pointsFromText = remember((text: string): number | null => {
  if (text.length > LONGEST_POINTS) return null;
  const plain = compact(text).replace(/[~～]/g, '~');
  for (const form of POINTS_FORMS) {
    const match = form.exec(plain);
    if (match !== null) return Number(match[1]);
  }
  const words = plain.replace(/分$/, '');
  return /^[一二三四五六七八九十百]{1,7}$/.test(words) ? chineseNumber(words) : null;
}, LONGEST_POINTS);

export interface NameAndPoints {
  readonly name: string;
  readonly points: number | null;
  readonly bonus: boolean;
}

const POINTS_IN_NAME = new RegExp(
  String.raw`[(（【\[]\s*(?:满分|共|计|共计|分值|合计|总分|权重|基本分|基础分)?[:：]?\s*([\d０-９]{1,4}(?:[.．][\d０-９]{1,3})?|[一二三四五六七八九十百]{1,5})\s*(?:分|%|％)\s*[)）】\]]`,
);
const POINTS_AT_END = /(?:[\s:：,，—–-]+|(?<![\d.０-９．]))([\d０-９]{1,3}(?:[.．][\d０-９]{1,2})?)\s*分\s*$/;
const ORDINAL =
  /^\s*(?:第[一二三四五六七八九十]{1,3}(?:部分|项|类|章)[\s、:：.．]*|[(（][一二三四五六七八九十]{1,3}[)）][\s、.．]*|[一二三四五六七八九十]{1,3}\s*[、.．:：,，]\s*|[(（]?[\d０-９]{1,2}[)）、.．](?![\d０-９])\s*|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]\s*[、.．]?\s*)/;

/** Parts a section's heading: 一、组织领导（20分） → 组织领导, 20; 加分项（10分） → bonus. Points are null when none are named. */
export const nameAndPoints = remember((text: string): NameAndPoints => {
  // Brackets of vertical writing.
  const heading = text.replace(/︵/g, '（').replace(/︶/g, '）');
  const inBrackets = POINTS_IN_NAME.exec(heading);
  const atEnd = inBrackets === null ? POINTS_AT_END.exec(heading) : null;
  // 组织领导（20）: too large to count headings with.
  const bare =
    inBrackets === null && atEnd === null ? /[(（]\s*([5-9]|[1-9]\d{1,2})\s*[)）]\s*$/.exec(heading) : null;
  const found = inBrackets ?? atEnd ?? bare;
  const rest = found === null ? heading : heading.replace(found[0], '');
  const name = rest.replace(ORDINAL, '').replace(/[\s:：]+$/, '');
  return {
    name: name.trim() === '' ? rest : name,
    points: found === null ? null : pointsFromText(found[1] ?? ''),
    bonus: isBonusWord(heading),
  };
});

/** Whether a heading begins with an ordinal such as 一、 or （一）. */
export function hasOrdinal(heading: string): boolean {
  return ORDINAL.test(heading);
}

/** 加分项, 附加分, 奖励分: points on top of the base. */
export function isBonusWord(text: string): boolean {
  return /加分|附加|奖励分|奖分|激励分|额外得分/.test(text) && !/加减分|加扣分|扣分标准|加分标准/.test(text);
}

/** 创新工作, 特色亮点: bonus only where no points are stated for it. */
export function isInnovationWord(text: string): boolean {
  return /创新|特色|亮点/.test(text);
}

/** 扣分项, 否决项: matters that only take points away, or the grade. */
export function isDeductionWord(text: string): boolean {
  return /^(?:倒?扣分(?:项目?|事项|指标)?|减分(?:项目?|事项|指标)?|负面清单|(?:一票)?否决(?:项目?|事项|指标)?)$/.test(
    text,
  );
}

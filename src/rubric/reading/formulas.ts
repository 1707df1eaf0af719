import type { ClauseBody } from './placed';
import { UNIT } from './words';

const NUMBER = '[0-9]{1,4}(?:\\.[0-9]{1,3})?';
/**
 * What is counted, in whole numbers: 处数, 缺席人次, 问题数. 分数, 系数, 平均数 and the like are none.
 */
const COUNTED =
  '[\\u4e00-\\u9fff]{0,10}?(?:(?![分系指倍均比参基权常位])[\\u4e00-\\u9fff]数|数量|人次|户次|家次|场次|批次|件次|项次|次|起|件|篇|处|户|个)';
/** Counts above what is free: (排名-1), (次数-3). */
const ABOVE = `(?:\\((?:排名|名次|位次|${COUNTED})-[0-9]{1,3}\\)|${COUNTED})`;
const TERM = `(?:${ABOVE}×${NUMBER}(?:分)?|${NUMBER}(?:分)?×${ABOVE})`;
const START = `(?:${NUMBER}分?|(?:本项|该项|此项)?(?:满分|总?分值|标准分|权重分|基准分|基础分|基本分))`;
const END = '(?=$|[,;。)\\n])';

const TERMS = new RegExp(`([-+]?)(?:(${ABOVE})×(${NUMBER})分?|(${NUMBER})分?×(${ABOVE}))`, 'g');

/** How many terms one formula may have; a person writes two or three. */
const MOST_TERMS = 6;

/** What a count counts: 处 of 处数, 名 of (排名-1). */
function unitOf(count: string): string {
  const name = count.replace(/^\(|-[0-9]+\)$/g, '');
  return /^(?:排名|名次|位次)$/.test(name) ? '名' : name.replace(/(?<=.)(?:数量?|数)$/, '').slice(-6);
}

/** What the terms of a formula say; `signed` where a plus gives and a minus takes. */
function terms(text: string, plain: 'deduct-per' | 'gain-per', signed: boolean): ClauseBody[] {
  return [...text.matchAll(TERMS)].flatMap((match): ClauseBody[] => {
    const points = Number(match[3] ?? match[4] ?? 0);
    if (!(points > 0)) return [];
    const kind = signed && match[1] === '+' ? 'gain-per' : plain;
    return [{ kind, points, unit: unitOf(match[2] ?? match[5] ?? ''), step: 1 }];
  });
}

/**
 * 0.5分×12个月 says how many parts an item has and what each is worth. 得分=10-处数×2, 扣分=缺席人次×0.5, 加分=采用篇数×0.5:
 * a formula over whole counts says what 每处扣2分 says. One over a rate or another score (得分=完成率×10) is neither.
 */
export const FORMULA_FORMS: readonly {
  readonly expression: RegExp;
  readonly body: (match: RegExpMatchArray) => ClauseBody[];
}[] = [
  {
    expression: new RegExp(
      `(${NUMBER})分(?:\\/(?:${UNIT}))?×[0-9]{1,3}(?:个)?(?:${UNIT})(?![\\u4e00-\\u9fff]*[×÷])|(?<![0-9.])[0-9]{1,3}(?:个)?(?:${UNIT})×(${NUMBER})分(?!\\/|[\\u4e00-\\u9fff]*[×÷])`,
      'g',
    ),
    body: (match) => {
      const points = Number(match[1] ?? match[2] ?? 0);
      return points > 0 ? [{ kind: 'earn', points, part: true, each: true }] : [];
    },
  },
  {
    expression: new RegExp(
      `(?:得分|分值|分数|考核分|计分)(?:为)?=(${START})((?:[-+]${TERM}){1,${MOST_TERMS}})${END}`,
      'g',
    ),
    body: (match) => {
      const from = Number.parseFloat(match[1] ?? '');
      const base: ClauseBody[] = from > 0 ? [{ kind: 'earn', points: from, base: true }] : [];
      return [...base, ...terms(match[2] ?? '', 'deduct-per', true)];
    },
  },
  {
    expression: new RegExp(
      `(扣分|减分|加分|奖分|得分|计分)(?:值|数)?(?:为)?=(${TERM}(?:\\+${TERM}){0,${MOST_TERMS - 1}})${END}`,
      'g',
    ),
    body: (match) => {
      const kind = /[扣减]/.test(match[1] ?? '') ? 'deduct-per' : 'gain-per';
      return terms(match[2] ?? '', kind, false);
    },
  },
];

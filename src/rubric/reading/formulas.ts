import { matchesOf } from './matches';
import type { ClauseBody } from './placed';
import { UNIT } from './words';

const NUMBER = '[0-9]{1,4}(?:\\.[0-9]{1,3})?';
const WORD = '[\\u4e00-\\u9fff]';
/** What is counted, in whole numbers: 处数, 缺席人次, 问题数. 分数, 系数, 平均数 and the like are none. */
const COUNTED = `${WORD}{0,10}?(?:(?![分系指倍均比参基权常位])${WORD}数|数量|[次起件篇处户个])`;
/** The same above what is free: (排名-1), (次数-3). */
const COUNT = `(?:\\((?:排名|名次|位次|${COUNTED})-[0-9]{1,3}\\)|${COUNTED})`;
const TERM = `(?:${COUNT}×${NUMBER}分?|${NUMBER}分?×${COUNT})`;
const START = `(?:${NUMBER}分?|${WORD}{0,2}(?:满分|分值|标准分|权重分|基准分|基础分|基本分))`;

const TERMS = new RegExp(`(\\+?)(?:(${COUNT})×(${NUMBER})|(${NUMBER})分?×(${COUNT}))`, 'g');

/** What a count counts: 处 of 处数, 名 of (排名-1). */
function unitOf(count: string): string {
  const name = count.replace(/^\(|-[0-9]+\)$/g, '');
  return /^(?:排名|名次|位次)$/.test(name) ? '名' : name.replace(/(?<=.)(?:数量|数)$/, '').slice(-6);
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
      `([扣减加奖得计考核]{1,2}分|分值|分数)[值数]?为?=(?:(${START})(?=[-+]))?((?:[-+]?${TERM}){1,6})(?=$|[,;。)\\n])`,
      'g',
    ),
    body: ([, of = '', start, terms = '']) => {
      const from = Number.parseFloat(start ?? '');
      const base: ClauseBody[] = from > 0 ? [{ kind: 'earn', points: from, base: true }] : [];
      // From a start a plus gives and all else takes; without one the name of the sum says what its terms are.
      const plain = start !== undefined || /[扣减]/.test(of) ? 'deduct-per' : 'gain-per';
      const read = matchesOf(TERMS, terms).flatMap(
        ([, sign, count, after, before, counted]): ClauseBody[] => {
          const kind = start !== undefined && sign === '+' ? 'gain-per' : plain;
          const points = Number(after ?? before);
          return points > 0 ? [{ kind, points, unit: unitOf(count ?? counted ?? ''), step: 1 }] : [];
        },
      );
      return [...base, ...read];
    },
  },
];

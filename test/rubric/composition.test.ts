import fc from 'fast-check';
import { attainableScores } from '../../src/rubric/attainable';
import { readCriterion } from '../../src/rubric/criterion';
import { isAttainable } from '../../src/rubric/judge';

/** Quick by default; KAOHE_LAW_RUNS=5000 looks longer. */
const numRuns = Number(process.env['KAOHE_LAW_RUNS'] ?? 100);

/** What one rule takes off, as a person would say it: once, any number of times, up to a cap, or everything. */
interface Rule {
  readonly text: string;
  readonly points: number;
  readonly times: 'once' | 'any' | 'all';
  readonly cap?: number;
}

const condition = fc.constantFrom(
  '未按要求落实', '未及时上报', '台账缺失', '被上级通报', '资料不全', '逾期未完成', '达不到95%', '低于80%', '工作人员脱岗', '拒不配合检查',
  '超过规定时限未办结', '受到区级以上通报批评', '巡查记录弄虚作假', '因履职不力引发舆情', '每季度例会流于形式', '出租房屋漏登',
); // prettier-ignore
const unit = fc.constantFrom(
  '次', '项', '处', '个', '起', '人', '篇', '户', '件', '份', '人次', '家', '场', '天', '本', '课时', '个百分点', '个工作日',
); // prettier-ignore
const verb = fc.constantFrom('扣', '扣除', '扣减', '减');
const amount = fc.constantFrom<readonly [number, string]>(
  [0.1, '0.1'], [0.25, '０.２５'], [0.5, '0.5'], [0.5, '半'], [1, '1'], [1, '一'], [1, '壹'], [1.5, '1.5'], [1.5, '一点五'], [2, '2'],
  [2, '两'], [2, '贰'], [2, '2.0'], [3, '３'], [3, '叁'], [5, '5'], [5, '五'],
); // prettier-ignore

const counted: fc.Arbitrary<Rule> = fc
  .tuple(condition, unit, verb, amount, fc.nat({ max: 9 }))
  .map(([what, each, take, [points, said], form]) => {
    const forms = [
      `${what}的，每${each}${take}${said}分`, `${what}，每${each}${take}${said}分`, `${what}的，${take}${said}分/${each}`,
      `每发现一${each}${what}的${take}${said}分`, `${what}的，每发现1${each}${take}${said}分`, `每出现一${each}${what}，即${take}${said}分`,
      `${what}的，按每${each}${said}分扣分`, `完成率每低1%${take}${said}分`, `${what}的每少一${each}${take}${said}分`,
      `凡${what}的，每${each}一律${take}${said}分`,
    ]; // prettier-ignore
    return { text: forms[form] ?? '', points, times: 'any' };
  });
const flat: fc.Arbitrary<Rule> = fc
  .tuple(
    condition,
    verb,
    amount,
    fc.constantFrom('的', '的，', '，', '的予以', '的，一次性', '（以通报为准）的，直接'),
  )
  .map(([what, take, [points, said], link]) => ({
    text: `${what}${link}${take}${said}分`.replace('每季度', ''),
    points,
    times: 'once',
  }));
const zero: fc.Arbitrary<Rule> = fc
  .tuple(condition, fc.constantFrom('的不得分', '，本项不计分', '的，扣完本项分值', '的全扣', '的得0分'))
  .map(([what, words]) => ({ text: what + words, points: 0, times: 'all' }));
const capped: fc.Arbitrary<Rule> = fc
  .tuple(counted, fc.integer({ min: 2, max: 4 }), fc.constantFrom('，最多扣', '，累计不超过', '，扣分上限为'))
  .map(([rule, times, words]) => {
    const cap = (rule.points * times * 100) / 100;
    return { ...rule, text: `${rule.text}${words}${cap}分`, cap };
  });
const rules = fc.array(
  fc.oneof({ weight: 3, arbitrary: counted }, { weight: 3, arbitrary: flat }, zero, {
    weight: 2,
    arbitrary: capped,
  }),
  { minLength: 1, maxLength: 4 },
);
const most = fc.constantFrom(2, 3, 5, 6, 8, 10);
const joined = fc.constantFrom<(texts: readonly string[]) => string>(
  (texts) => `${texts.join('；')}。`,
  (texts) => texts.join('。'),
  (texts) => texts.join('\n'),
  (texts) => texts.map((text, index) => `${index + 1}.${text}`).join('；'),
  (texts) => texts.map((text, index) => `（${index + 1}）${text}。`).join('\n'),
);

/** Scores in twentieths of a point that the rules leave of `max`, worked out without the reader. */
function fairScores(max: number, given: readonly Rule[]): Set<number> {
  const unitOf = (points: number): number => Math.round(points * 20);
  let scores = new Set([unitOf(max)]);
  for (const { points, times, cap } of given) {
    const next = new Set(scores);
    if (times === 'all') next.add(0);
    else {
      const end = times === 'once' ? unitOf(points) : unitOf(cap ?? max);
      for (const score of scores) {
        for (let lost = unitOf(points); lost < end + unitOf(points); lost += unitOf(points)) {
          next.add(Math.max(0, score - Math.min(lost, end)));
        }
      }
    }
    scores = next;
  }
  return scores;
}

function readScores(text: string, max: number): number[] {
  const attainable = attainableScores(readCriterion(text), { max, bonus: false });
  if (attainable.kind === 'any') return [];
  return Array.from({ length: max * 20 + 1 }, (_, index) => index).filter((index) =>
    isAttainable(index / 20, attainable),
  );
}

const lowest = (scores: Iterable<number>): number[] => [...scores].sort((a, b) => a - b);

describe('laws of composition', () => {
  it('several rules allow exactly the sums that each allows', () => {
    fc.assert(
      fc.property(rules, most, joined, (given, max, join) => {
        const text = join(given.map((rule) => rule.text));
        expect([text, readScores(text, max)]).toEqual([text, lowest(fairScores(max, given))]);
      }),
      { numRuns },
    );
  });

  it('work that is described in front changes nothing', () => {
    const duties = fc.constantFrom(
      '加强组织领导，健全工作机制。', '全年召开会议不少于4次；', '及时率达95%以上，覆盖率100%。', '2023年底前完成，', '配备专职人员2名以上；',
      '接报后30分钟内到场。', '按照《管理办法》第12条执行。', '三分之二以上居民满意；', '与公安分局联动，', '十分重视宣传工作；',
    ); // prettier-ignore
    fc.assert(
      fc.property(duties, rules, most, (duty, given, max) => {
        const text = given.map((rule) => rule.text).join('；');
        expect([duty + text, readScores(duty + text, max)]).toEqual([duty + text, readScores(text, max)]);
      }),
      { numRuns },
    );
  });

  it('spaces, widths and the line breaks of a narrow cell change nothing', () => {
    const wide = (text: string): string =>
      text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const narrow = (text: string): string =>
      text.replace(/，/g, ', ').replace(/；/g, ';').replace(/（/g, ' (').replace(/）/g, ')');
    fc.assert(
      fc.property(
        rules,
        most,
        fc.constantFrom(' ', '\n', '\u3000', '\r\n'),
        fc.nat(),
        (given, max, gap, seed) => {
          const text = given.map((rule) => rule.text).join('；');
          const fair = readScores(text, max);
          const breakable = (at: number): boolean =>
            !/[分；）0-9０-９]/.test(text.charAt(at)) && !/[0-9０-９]/.test(text.charAt(at + 1));
          const at = seed % text.length;
          const broken = breakable(at) ? text.slice(0, at + 1) + gap + text.slice(at + 1) : text;
          for (const spelt of [wide(text), narrow(text), broken]) {
            expect([spelt, readScores(spelt, max)]).toEqual([spelt, fair]);
          }
        },
      ),
      { numRuns },
    );
  });
});

import { chineseNumber } from '../numerals';
import type { ClauseBody } from './placed';

/** 该项分值的, 本项满分, 标准分: what a share is taken of. */
const WHOLE =
  '(?:(?:其|该|本|此)?(?:单|小)?(?:项|指标|项目|条|款)?(?:目标|考核)?(?:的)?(?:总?分值|总分|得?分数|得分|标准分|满分|基本分|基础分|应得分|权重分|分)?(?:的)?)';
/** The same without a score that was measured elsewhere: 按得分的50%计分 is in proportion to that score. */
const OWN_WHOLE =
  '(?:(?:其|该|本|此)(?:单|小)?(?:项|指标|项目|条|款)?(?:目标|考核)?(?:的)?(?:总?分值|总分|得?分数|得分|标准分|满分|分)?(?:的)?|(?:总?分值|标准分|满分|基本分|应得分)(?:的)?)?';
const DIGIT = '[0-9一二两三四五六七八九十]{1,2}';
const ONE = `(?:[0-9]+(?:\\.[0-9]+)?%|${DIGIT}分之${DIGIT}|一半|半数)`;
const SHARES = `(${ONE}(?:(?:、|,|或|和|及)(?:${ONE}|0(?![0-9.%])))*)`;
const SCORED = '(?:扣|递减|减|计|得|给|记|赋|评|折|算|加|奖)';

/** 扣该项分值的20%, 得一半分, 得满分的80%、60%; 得95% alone may be a rate and is none. */
const GIVEN = new RegExp(
  `(扣除|扣减|扣|减|得|计|给|记|赋|获)${WHOLE}${SHARES}(?:的)?(?:标准|基本)?(?:分值|得分|分数|总分|分)?(?:$|(?=[,;。:)\\n/每的者]))`,
  'g',
);
/** Whose share it is when it is not the item's: 个人按集体的50%计分, 其他按上述标准的50%加分. */
const OTHER_AWARD =
  '(?:集体|团体|单位|国家级|全国|省级|市级|区级|第1作者|主办单位|上述|以上|前述|同级|相应|对应|原)(?:奖项|奖励|荣誉|等次)?(?:的)?(?:标准|分值|加分|得分)?(?:的)?';
/** Whether the words of a share name an award before it. */
export const ofOtherAward = new RegExp(`^按(?:照)?${OTHER_AWARD}[0-9一半]`);
/** 按50%计分, 按该项分值的10%扣分, 按100%、80%、50%、0四档计分; 不足1%按1%计算 rounds up what is counted. */
const COUNTED = new RegExp(
  `(?<!得分|成绩|分数|结果|评分|测评|考核|不足[^,;。]{1,8})按(?:照)?(?:${OTHER_AWARD}|${OWN_WHOLE})${SHARES}(?:的)?(?:[0-9一二两三四五六七八九]?个?(?:档次?|等次|等级|比例|标准|分值|分数))?(?:分别|予以|给予|进行|来|直接|逐项)?(${SCORED})(?:除|减|予)?分?(?!入|[0-9])`,
  'g',
);

/** 打八折计分, 按6折计, 得8成分: a share in tenths; 折算, 折合 and 不折不扣 are none. */
const IN_TENTHS =
  /[打按]([1-9一二三四五六七八九])(?:[.点]?([1-9五])|成)?折(?![算合页旧叠线])(?:后)?(?:[计得给]分?)?|[得计给记按]([1-9一二三四五六七八九])成的?(?:分|[计得给])(?!本|立|效)/g;

function tenthsOf(digit: string | undefined): number {
  return digit === undefined ? 0 : /[0-9]/.test(digit) ? Number(digit) : (chineseNumber(digit) ?? 0);
}

/** 达标得满分；整改后达标得60%: a share beside other tiers; 支持率得95% is a rate. */
const TIERS = /满分|不得分|不计分|全分|得(?:100|0)%/;
const RATE_BEFORE = /(?:率|度|占比|比例|测评|评议|投票|得票|支持|同意|赞成|获|取|达|赢)$/;
const TIERS_REACH = 80;

function isTier(match: RegExpMatchArray): boolean {
  const text = match.input ?? '';
  const at = match.index ?? 0;
  if (RATE_BEFORE.test(text.slice(Math.max(0, at - 4), at))) return false;
  return TIERS.test(text.slice(Math.max(0, at - TIERS_REACH), at + match[0].length + TIERS_REACH));
}

function shareOf(text: string): number | null {
  if (text === '一半' || text === '半数') return 0.5;
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  const [whole = '', part = ''] = text.split('分之');
  const numbers = [part, whole].map((each) => (/^[0-9]+$/.test(each) ? Number(each) : chineseNumber(each)));
  const [above, below] = numbers;
  if (typeof above !== 'number' || typeof below !== 'number' || below === 0) return null;
  return above / below;
}

function bodies(list: string, deducts: boolean): ClauseBody[] {
  return list.split(/[、,或和及]/).flatMap((each): ClauseBody[] => {
    if (each === '0' || each === '0%') return [{ kind: 'zero' }];
    const share = shareOf(each);
    if (share === null || !(share > 0 && share <= 1)) return [];
    return [{ kind: 'share', direction: deducts ? 'deduct' : 'earn', share, repeated: false }];
  });
}

/**
 * 扣分不超过该项分值的50%, 最多扣50%, 扣分以分值的30%为限. What speaks neither of points taken or given nor of the item's is
 * another rate: 误差不超过5%.
 */
const CAPPED = new RegExp(
  `(?:([扣减加奖])[除减]?分?(?:累计|合计|总[计额数]|最[高多]|[均也数值]){0,3})?(?:不[得能应可]?(?:超过|超出|高于|多于|大于)|以|的?上限[为是]?|最[高多]|至多|累计|合计)(?:[可只]?([扣减加奖])[除减]?分?(?:不超过|为)?)?(${OWN_WHOLE}|总分的?)(${ONE})(?:为上?限|为止|封顶)?(?=$|[,;。)\\n])`,
  'g',
);

/** Words that speak of a share of the item's points; whether it may be lost again and again is settled later. */
export const SHARE_FORMS: readonly {
  readonly expression: RegExp;
  readonly body: (match: RegExpMatchArray) => ClauseBody[];
}[] = [
  {
    expression: CAPPED,
    body: ([words, taken, given, whole, part = '']) => {
      const share = shareOf(part);
      const verb = taken ?? given;
      if (share === null || !(share > 0 && share <= 1) || (verb === undefined && !whole)) return [];
      const of = /[加奖]/.test(verb ?? '') ? 'gain' : 'deduction';
      const together = /累计|合计|总[计额数]|[本该此]项/.test(words.slice(0, 12));
      return [{ kind: 'cap', of, points: null, share, covers: 0, together }];
    },
  },
  {
    expression: IN_TENTHS,
    body: (match) => {
      const share = (tenthsOf(match[1] ?? match[3]) * 10 + tenthsOf(match[2])) / 100;
      return share > 0 ? [{ kind: 'share', direction: 'earn', share, repeated: false }] : [];
    },
  },
  {
    expression: COUNTED,
    body: (match) => bodies(match[1] ?? '', /扣|减/.test(match[2] ?? '')),
  },
  {
    expression: GIVEN,
    body: (match) => {
      const deducts = /扣|减/.test(match[1] ?? '');
      const isRate = !deducts && /%/.test(match[0]) && !/分(?!之)/.test(match[0]) && !isTier(match);
      return isRate ? [] : bodies(match[2] ?? '', deducts);
    },
  },
];

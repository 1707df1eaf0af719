import { FORMULA_FORMS } from './formulas';
import type { ClauseBody } from './placed';
import { matchesOf } from './matches';
import { SHARE_FORMS } from './shares';
import { UNIT } from './words';

/** 最多加3次, 限2次: how often the clause before it may count. */
export interface CountedCap {
  readonly kind: 'times';
  readonly times: number;
  readonly unit: string;
}

/** A clause read from words alone, placed in the normalised text. */
export interface WordClause {
  readonly start: number;
  readonly end: number;
  readonly body: ClauseBody | CountedCap | 'halved' | 'doubled' | 'continued';
}

interface Form {
  readonly expression: RegExp;
  readonly body:
    | ClauseBody
    | 'halved'
    | 'doubled'
    | 'continued'
    | ((match: RegExpMatchArray) => readonly (ClauseBody | CountedCap)[]);
}

const NEXT_NUMBER = '(?!(?:予|除|减|扣|加|罚|分|掉|:|\\(|其|该项|为|给|最高|不超过|[-+])*[0-9])';
const GIVE = '(?:扣|减|加|给|计|得|打|评|赋|奖励|奖|折|记|处理|调整)';
const SCORED = '(?:得|扣|计|折|给|赋|减|加|算|评|换|记|打)';

function directionOf(text: string): 'deduct' | 'gain' | 'earn' {
  if (/扣|减/.test(text)) return 'deduct';
  return /加|奖/.test(text) ? 'gain' : 'earn';
}

function discretion(match: RegExpMatchArray): ClauseBody[] {
  return [{ kind: 'discretion', direction: directionOf(match[0].slice(-6)), repeated: true }];
}

/** 7×24小时, 60×90厘米: a product of numbers without any points is a size or a span of time. */
function isPlainProduct(match: RegExpMatchArray): boolean {
  if (match[0] !== '×') return false;
  const text = match.input ?? '';
  const at = match.index ?? 0;
  const left = text.slice(Math.max(0, at - 16), at);
  const right = text.slice(at + 1, at + 17);
  return (
    /(?:^|[^0-9.×÷=+扣加减得计分])[0-9.]+(?:cm|mm|m|厘米|毫米|米)?(?:×[0-9.]+)*(?:cm|mm|m|厘米|毫米|米)?$/.test(
      left,
    ) && /^[0-9.]+(?:×[0-9.]+)*(?:$|[^0-9.分%÷×=+])/.test(right)
  );
}

const CAP_END: ClauseBody = { kind: 'cap', of: 'deduction', points: null, covers: 0, together: true };

/** 有√得1分，无×得0分: a mark beside a tick. */
function isMark(match: RegExpMatchArray): boolean {
  if (match[0] !== '×') return false;
  const before = (match.input ?? '').slice(Math.max(0, (match.index ?? 0) - 20), match.index);
  return /[无打画划标填]$|√[^×。]*$/.test(before);
}

/** Order matters: an earlier form takes its place in the text before a later one can. */
const FORMS: readonly Form[] = [
  ...FORMULA_FORMS,
  {
    expression:
      /不(?:得|再|予|作)?(?:倒扣|扣负)分?|不(?:得|计|记|出现|产生)(?:计|记|出现)?负分|(?:(?:直至|直到|至)扣(?:完|光)(?!该|本|此|项|分|[0-9])|扣(?:完|光)即止)|扣(?:完|光|尽|到|至)(?:该|本|此)?(?:小|单)?(?:项)?(?:的)?(?:全部|基本|所有)?(?:得?分值?|分数|总分|0分|0)?(?:即|为)?止/g,
    body: CAP_END,
  },
  { expression: /(?:扣至|扣到|扣减至|最低(?:为|得|计|扣至)?)(?:0分|0)(?:为止|止)?/g, body: CAP_END },
  {
    expression:
      /(?:本项|该项|此项|全年|年度|同一项目|同类)?[^,;。]{0,4}(?:只|仅)(?:能)?(?:计|取|加|得|记|算)(?:最高)?(?:的)?(?:1|一)(?:次|项|个)(?:分|得分)?/g,
    body: (match) => [{ kind: 'no-double-counting', whole: /^(?:本项|该项|此项|全年|年度)/.test(match[0]) }],
  },
  {
    expression:
      /(?:不|不得|不予|不再|不作)(?:重复|累计|叠加|累加|兼得|双重)(?:计|加|扣|得|累|享|奖励|记)?分?|就高不就低|就高不重复|就高(?:原则|计分|加分|计|取分|得分)?|(?:取|按|以|计)(?:其)?最高(?:分|项|级别|者|得分|等次|奖项|1项|级)(?:计分|加分|得分|计算|计|为准)?/g,
    body: { kind: 'no-double-counting', whole: false },
  },
  {
    expression:
      /(?<!每[^,;。]{0,6})(?:(?:最多|最高|至多|不超过|限)(?:可|只|能)?(?:加|扣|计|得|记|奖|取)分?|(?<=[,(])(?:最多|至多|限))(?:为)?([1-9][0-9]?)(?:个)?(人次|次|篇|个|项|件|条|人|名|起|处|户|份|期|场)(?:为限|为止)?(?=$|[,;。)\n])/g,
    body: (match) => [{ kind: 'times', times: Number(match[1]), unit: match[2] ?? '' }],
  },
  ...SHARE_FORMS,
  {
    expression:
      /(?:减半|折半|(?:标准|分值)(?:的)?(?:50%|一半)(?=加|计|扣|得|给|奖))(?:(?:加|计|扣|得|给|奖|记)(?:除|减)?分?(?![0-9]))?/g,
    body: 'halved',
  },
  { expression: /[依以](?:此|次)类推|(?<=分)…+/g, body: 'continued' },
  { expression: /(?:加倍|双倍|翻倍|2倍)(?:扣|加|计|减)(?:除|减)?分?(?![0-9])/g, body: 'doubled' },
  {
    expression:
      /(?:不得(?:该|本|此)(?:小|单|分)?项(?:的)?(?:得分|分值?)|不得此项得分|不得分|不得该项分|不计分|不给分|不记分|不赋分|不评分|不予(?:得|计|记|给|加|赋)分|不能得分|不可得分|不得该分|无分)(?!项|数线)/g,
    body: { kind: 'zero' },
  },
  {
    expression:
      /(?:得|计|记|为|按|本项|该项|此项|以)(?:分)?(?:为)?零分?(?![0-9点距容事散星售])|(?:分值|得分|分数|本项|该项|此项)(?:全部)?(?:扣完|扣光|扣除|归零|清零|为零|为0)(?!为止|[0-9.])|(?<![健安完齐周保不])全额?扣(?:除|完|光|减|分)?(?![除减分]*[0-9])|全部扣(?:除|完|光|掉)?|扣完(?![成善]|为止|后|即止|[0-9])|扣光|扣全分|扣满分|扣(?:除|减)?(?:该|本|此)?(?:项|项目|小项|单项)?(?:的)?(?:全部|所有|全)(?:的)?(?:得分|分值|分数|分)|扣(?:除|减)?(?:该|本|此)(?:项|项目)(?:得?分值?|分数)(?![的0-9中里])|取消(?:该项|本项|此项)?(?:得|计)分/g,
    body: { kind: 'zero' },
  },
  {
    expression:
      /(?:无|没有|未安排|未涉及|不承担|未承担|不涉及|不存在)(?:此|该|本|相关|上述|这)?(?:项|类|方面)?(?:工作)?(?:任务|工作|内容|职能|业务|事项|情况|指标|项目|对象)(?:的|安排)?(?=,|则|单位|街道|视为|按|可|不|得满|得分|得该|计满|计分|记满)|不涉及(?:此|该|本)?项|合理缺项|缺项(?=的?[,;。)]|得|不扣|按|不计|不考核|视)|不适用(?:的|本|该|,|。|$)|不(?:作|做|列入|纳入)(?:考核|评分|扣分)/g,
    body: { kind: 'not-applicable' },
  },
  {
    expression:
      /(?:得|计|记|给|为|赋)(?:该|本|此)?(?:项)?(?:满分|全分|全部分值|全部分数|全部分|标准分)|不(?:予|得|再)?扣(?:减)?分|不扣(?=[,;。)\n]|$)|免(?:予|于)?扣分?|视为满分|(?<=[的者,])满分(?=$|[,;。)\n])|(?:按|以)满分(?:计|记|算)/g,
    body: { kind: 'full' },
  },
  {
    expression:
      /一票否决|否优|(?:取消|丧失|不具备|不得|不能|不予)(?:年度|当年|单位)?[^,;。]{0,6}(?:评优|评先|优秀|先进|评选)[^,;。]{0,6}|(?:直接|一律)?(?:定|评|评定|确定|列|降)为?(?:不合格|不达标|末位|差等|较差|差|基本合格)(?:等次|单位|等级)?|降低?(?:一|1)?(?:个)?(?:等次|档次|等级|档)/g,
    body: { kind: 'veto' },
  },
  {
    expression:
      /(?:从|在|由)?(?:考核|年度|年终|当年)?总(?:分|成绩|得分)(?:中|里|内)(?:予以|给予|再|另行|另|直接|加倍|相应)?(?:扣|核减)|扣负分|计负分|得负分|记负分|负分|扣分(?:数|值)?(?:不封顶|不设(?:上|下)?限|无(?:上|下)限|不限)|不设(?:扣分)?(?:下|上)限|不保底|(?:可|允许|能)?(?:以)?(?:扣|倒扣)(?:至|到|成)?负(?:分|数)?|倒扣(?!分?(?:制|法|的?方式|的?办法|的?形式)[^]{0,200}(?:扣完|为止))(?:分)?|追加扣分?|追扣/g,
    body: { kind: 'beyond-max' },
  },
  {
    expression: new RegExp(
      `(?:酌情|酌|适当|适度|适量|斟酌|相应|视情|视[^,;。]{0,12}?(?:情况|情节|程度|轻重|影响|质量|效果|结果)|(?:根据|依据|按照|按|结合)[^,;。]{0,20}?(?:情况|情节|程度|轻重|质量|效果|优劣|好坏|表现))[^,;。0-9]{0,8}?(?:予以|给予|进行|地)?${GIVE}(?:除|减|分|励|定)*${NEXT_NUMBER}`,
      'g',
    ),
    body: discretion,
  },
  {
    expression: new RegExp(
      `按(?:照)?(?!时|期|要求|规定|质|量)[^,;。]{0,14}?(?:比例|百分比|占比|比率|率|系数|公式|比重|权重|折算)(?:(?!为基)[^,;。0-9每的]){0,8}?(?:的)?${SCORED}分?|按(?:相应|同等|完成|一定)?比例(?=$|[,;。:)\\n]|[^,;。0-9]{0,8}(?:得|扣|计(?!算机|划)|给|折|赋|减|加|算|评[分定价]|换|记(?!录)|打分|奖))|(?:同|等)比例|比例(?:得|扣|计|折)分?|折算(?!到户|到人|到村|面积|现金|人民币|标准煤|成(?:现金|人民币|亩|户|标)|(?:为|成)?[\\u4e00-\\u9fff]{0,4}[0-9]{1,3}(?:个)?(?:${UNIT}))(?:成|为|后)?|折合(?=[^,;。]{0,8}(?:分|得|计)|$|[,;。])|平均(?:后|计算)(?=[为作计得,;。]|$)|加权(?=[计平得汇求折,;。]|$)|乘以|(?<=[0-9a-zA-Z%)\\u4e00-\\u9fff])×(?!100%)(?=[0-9a-zA-Z(\\u4e00-\\u9fff])|÷(?![^,;。]{0,16}×100%)|(?:得分|分值|分数|计分)=(?!(?:[0-9.]{1,5}分?|[\\u4e00-\\u9fff]{0,2}(?:满分|分值|标准分|基准分|基础分|基本分|总分))(?:\\([^()]{0,12}\\))?(?:\\+加分)?-扣分(?![\\u4e00-\\u9fff0-9×]))|(?:得分|分值|分数)[^,;。=]{0,4}=[^,;。]{0,24}\\/|按(?:照)?[^,;。]{0,14}?(?:得分|成绩|分数|结果|评分)(?:的)?[0-9.]{1,6}%[^,;。0-9]{0,6}?${SCORED}|(?:评[价议分]|测评|打分|考核|互评|自评|得分|成绩)[^,;。0-9]{0,6}占(?:比|总分的?|权重)?(?:为)?[0-9.]{1,5}%|(?:按|取|以)[^,;。]{0,8}?平均(?:值|分|成绩|数|得分)(?:作?为(?!基(?:数|准(?!分))|参[照考]|底数|标准|[分]?界|目标)|计|算|折|$|(?=[,;。]))|按实际(?:完成|得分|测评)[^,;。]{0,10}(?:得|计|扣)`,
      'g',
    ),
    body: (match) => (isPlainProduct(match) || isMark(match) ? [] : [{ kind: 'proportional' }]),
  },
  {
    expression: new RegExp(
      `(?:按|依|根据|以)(?:照|据)?[^,;。]{0,14}?(?:评议|测评|考核|评估|检查|督查|暗访|抽查|平台|系统|通报|考评|调查|满意度|得票|市对区|上级|省|市)[^,;。]{0,10}?(?:结果|得分|分数|成绩|数据|通报|评分|满意率)[^,;。0-9]{0,8}?${SCORED}(?:分|算|合|入)*${NEXT_NUMBER}|(?:由|经)[^,;。]{1,28}?(?:打分|评分|评定|赋分|计分|评价得分|认定得分)|(?:综合|现场|集中|民主)(?:评定|打分|评分|测评)(?!的?[0-9])(?:得分|计分)?`,
      'g',
    ),
    body: { kind: 'discretion', direction: 'earn', repeated: true },
  },
  {
    expression: new RegExp(
      `(?:按|依|根据)[^,;。]{0,12}?(?:排名|名次|位次|排序|排位)[^,;。0-9]{0,8}?${SCORED}(?:分)?${NEXT_NUMBER}`,
      'g',
    ),
    body: { kind: 'rank' },
  },
  {
    expression:
      /(?<![不未无免计总被累重复倒])(?<!标准|比例|幅度|分值|分|分的|\/[\u4e00-\u9fff]|\/[\u4e00-\u9fff]{2})(?:扣分|扣除分数|扣除相应(?:分数|分值|得分)|扣减相应(?:分数|分值)|扣相应分(?:值|数)?|扣减分值)(?=$|[。,;)\n]|处理)/g,
    body: { kind: 'discretion', direction: 'deduct', repeated: true },
  },
  {
    expression:
      /(?<!不|不[再予得可]|未)(?:给予|予以|可|另|额外|可以|再|另行|分别)(?:适当)?(?:奖励)?加分(?=$|[。,;)\n])|给予(?:适当)?奖励分/g,
    body: { kind: 'discretion', direction: 'gain', repeated: true },
  },
];

/** Clauses that rest on words, in the order of the text; where two overlap, the earlier form stays. */
export function readWordClauses(text: string): WordClause[] {
  const found: WordClause[] = [];
  const taken: { start: number; end: number }[] = [];
  for (const form of FORMS) {
    const fresh: WordClause[] = [];
    for (const match of matchesOf(form.expression, text)) {
      const start = match.index;
      const end = start + match[0].length;
      const bodies = typeof form.body === 'function' ? form.body(match) : [form.body];
      for (const body of bodies) fresh.push({ start, end, body });
    }
    if (fresh.length === 0) continue;
    const kept = fresh.filter((each) => !overlapsAny(taken, each));
    for (const each of kept) {
      found.push(each);
      taken.push(each);
    }
    taken.sort((a, b) => a.start - b.start);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a span meets one of the sorted, disjoint spans. */
function overlapsAny(
  sorted: readonly { start: number; end: number }[],
  span: { start: number; end: number },
): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  const next = sorted[low];
  return next !== undefined && next.start < span.end;
}

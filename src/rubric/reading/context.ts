import type { Amount } from './amounts';
import { matchesOf } from './matches';
import { UNIT, WHO } from './words';

/** What stands around an amount, cut short so that reading stays linear. */
export interface Context {
  /** From the end of the amount before it, or the head of its sentence, up to the amount. */
  readonly lead: string;
  /** The sentence before `lead`, since the amount before. */
  readonly earlier: string;
  /** The last clause of `lead`, after its last comma. */
  readonly segment: string;
  /** The clause before `segment`, '' when there is none. */
  readonly segmentBefore: string;
  /** Where the clause of this amount begins in the text. */
  readonly start: number;
  /** What follows, up to 24 characters. */
  readonly after: string;
  /** No end of a sentence stands between the amount before and this one. */
  readonly sameSentence: boolean;
}

const REACH = 120;
/** What is left of the amount before: 扣2分以上；: … */
const HEAD = /^[,、):/]+/;
/** A clause that is quoted begins at most this many characters before its amount. */
const QUOTED = 48;
const EMPTY_SEGMENT = new RegExp(
  `^(?:的|者|则|从|在|总分|总成绩|年终|年度|考核|本项|该项|${WHO}|中|内|里|上|予以|给予|作|应|应当|将|要|须|需|会|可|就|即|便|都|再|另|另外|另行|额外|直接|当(?:月|季度?|日|天|次|期|周)|当场|当即|立即|一次性|每次|一律|统一|均|各|分别|酌情|酌|视情|适当|相应|按规定|按照规定|对应|按|依次|累计|实行|进行|加分|扣分|得分|处|处以|核|追加|加(?=扣)|少(?=[得计记])|倒|\\()*(?:扣罚|处罚|罚扣|核扣|核减|扣|减|加|得|计|记|给|奖励|奖|罚)?(?:除|减|去|掉|分)?(?:${WHO}){0,3}:?$`,
);

/** Where the last sentence of a text ended; -1 when nothing ended in it. */
function lastStop(text: string): number {
  return Math.max(text.lastIndexOf('。'), text.lastIndexOf(';'), text.lastIndexOf('\n'));
}

/** Reads the surroundings of one amount. */
export function contextOf(text: string, amount: Pick<Amount, 'start' | 'end'>, previousEnd: number): Context {
  const from = Math.max(0, amount.start - REACH, previousEnd);
  const reach = text.slice(from, amount.start);
  const stop = lastStop(reach);
  const lead = reach.slice(stop + 1).replace(HEAD, '');
  const comma = lead.lastIndexOf(',');
  const segment = lead.slice(comma + 1);
  const rest = comma < 0 ? '' : lead.slice(0, comma);
  const segmentBefore = rest.slice(rest.lastIndexOf(',') + 1);
  const behindStop = reach.slice(0, Math.max(0, stop));
  const earlier = behindStop.slice(lastStop(behindStop) + 1);
  const quoted = EMPTY_SEGMENT.test(segment) ? segment.length + 1 + segmentBefore.length : segment.length;
  return {
    lead,
    earlier,
    segment,
    segmentBefore,
    start: amount.start - Math.min(quoted, QUOTED, lead.length),
    after: text.slice(amount.end, amount.end + 24),
    sameSentence: stop < 0 && from === previousEnd,
  };
}

export interface Per {
  readonly unit: string;
  readonly step: number;
  /** every: 每次, /次, 逐项 · count: 发现一起, which a tier may say too (1次扣1分，2次扣3分) · singly: 各扣, 分别. */
  readonly by: 'every' | 'count' | 'singly';
}

const PER_SUFFIX = new RegExp(
  `^(?:\\/|每)(?:每)?([0-9]+(?:\\.[0-9]+)?)?(?:个)?(${UNIT}|[\\u4e00-\\u9fff]{1,2}(?![\\u4e00-\\u9fff0-9]))(?![0-9])`,
);
const COUNT_AFTER = new RegExp(`([0-9]+(?:\\.[0-9]+)?)(?:个)?(分(?!钟)|${UNIT})`);
const POINTS_AFTER = /([0-9]+(?:\.[0-9]+)?)(个百分点|百分点)/;
const PERCENT_AFTER = /([0-9]+(?:\.[0-9]+)?)(%|‰)/;
const UNIT_HEAD = new RegExp(`^(?:1)?(?:个)?(${UNIT})`);
const COUNT_THEN = new RegExp(
  `(?<![0-9.])([0-9]+(?:\\.[0-9]+)?)(?:个)?(${UNIT})(?!以上|以下|以内|及以上|\\(含|之内|内|前|后|间|月|百分|工作|自然|季|小时)`,
  'g',
);
/** A count after these is a threshold (少于3次, 一年2次), not a step. */
const THRESHOLD =
  /(?:少于|低于|不足|不到|达到|不低于|至少|高于|多于|未达|未达到|达|满|大于|小于|等于|为|第|前|后|每年|全年|年|年度|季度|每季|每月|月|每周|每半年|不超过|不多于|≥|≤|>|<|=|共|近|约|第|同|任|其|有且仅有)$/;
const STEP_WORD =
  /(?:少|缺|差|漏|低|超|高|迟|迟到|逾期|晚|多|错|延迟|推迟|延误|拖延|滞后|落后|后退|下降|上升|降低|减少|增加|增长|提高|降|升|退后|靠后|每)$/;
const YEARLY = /^(?:个)?年(?!.{0,3}[少缺])/;
/** What a number goes with that is no count: 一律, 一级, 1年, 10分. */
const NO_MEASURE =
  '(?!些|致|定|般|律|直|切|旦|贯|向|再|经|时|体|线|流|次性|并|概|起|把手|票否|岗双|网|站式|级|等|档|类|年|月|日|分|点|号|以[上下内]|及|前|后|内|间|时|[扣减罚])';
/** 缺一样, 少1面, 漏一款: after these any word that follows one is what is counted. */
const MISSING_ONE = new RegExp(
  `(?:缺少|缺|少|漏|错|每有|发现|查出|查到|查实|出现|发生|丢失|遗失|损坏|存在)(?:(?:1|一)(?![0-9.]))["“]?${NO_MEASURE}([\\u4e00-\\u9fff])`,
);
/** Any word between a number and the verb is what is counted: 1卷扣, 一票扣, 10株扣, 每10棵扣. */
const OPEN_COUNT = /^([0-9]+(?:\.[0-9]+)?)(?:个)?([\u4e00-\u9fff]{1,2})/;
const TAKEN = '(?:扣|减|罚|少得|核减)(?:除|减|掉)?(?:分)?:?$';
const OPEN_ONE = new RegExp(
  `(?<![0-9.第统同唯逐单专任万十百千之])(?:1|一)${NO_MEASURE}(?:个)?([\\u4e00-\\u9fff]{1,2}?)${TAKEN}`,
);
const OPEN_MANY = new RegExp(
  `^(?:发现|查出|缺少?|少)?([0-9]{1,4})${NO_MEASURE}([\\u4e00-\\u9fff]{1,2}?)${TAKEN}`,
);
/** 一案不结, 1店无证. */
const ONE_LACKS = new RegExp(
  `^(?:有|发现)?(?:1|一)${NO_MEASURE}([\\u4e00-\\u9fff])(?:不|未|没|无|缺|漏|错|迟|逾)[^,;。0-9]{1,12}$`,
);
/** 单起受害面积30亩以上: each single case. */
const SINGLE_CASE = /(?<![订清名菜账简表工传])单(起|次|件|例|宗|处)/;
const SINGLY =
  /(?:逐(?:项|个|条|次|一|人|户|篇|处|件)|按(?:项|次|人|件|个|篇|户|起|处|人次|条|宗|例)(?:数|次)?(?=[^0-9]{0,6}$)|(?:各|(?<![平人户])均|分别|每次|每项)[^,;。0-9]{0,2}$)/;

function perIn(segment: string): Per | null {
  let every = segment.lastIndexOf('每');
  // 每户每年扣1分 counts households.
  if (every > 0 && YEARLY.test(segment.slice(every + 1))) every = segment.lastIndexOf('每', every - 1);
  if (every >= 0) {
    const rest = segment.slice(every + 1);
    if (!YEARLY.test(rest)) {
      const head = UNIT_HEAD.exec(rest);
      if (head !== null) return { unit: head[1] ?? '', step: 1, by: 'every' };
      const count = POINTS_AFTER.exec(rest) ?? PERCENT_AFTER.exec(rest) ?? COUNT_AFTER.exec(rest);
      if (count !== null && Number(count[1]) > 0) {
        return { unit: count[2] ?? '', step: Number(count[1]), by: 'every' };
      }
      const open = OPEN_COUNT.exec(rest);
      if (open !== null && Number(open[1]) > 0) {
        return { unit: open[2] ?? '', step: Number(open[1]), by: 'every' };
      }
      const word = /^[\u4e00-\u9fff]{1,2}/.exec(rest)?.[0];
      if (word !== undefined) return { unit: word, step: 1, by: 'every' };
    }
  }
  let found: Per | null = null;
  for (const match of matchesOf(COUNT_THEN, segment)) {
    const step = Number(match[1]);
    const before = segment.slice(0, match.index);
    if (THRESHOLD.test(before)) continue;
    const isYear = match[2] === '年' && segment.charAt(match.index + match[0].length) !== '的';
    if (isYear || step <= 0) continue;
    if (step === 1 || STEP_WORD.test(before)) {
      found = { unit: match[2] ?? '', step, by: 'count' };
    }
  }
  if (found !== null) return found;
  const missing =
    MISSING_ONE.exec(segment) ??
    SINGLE_CASE.exec(segment) ??
    OPEN_ONE.exec(segment) ??
    ONE_LACKS.exec(segment);
  if (missing !== null) return { unit: missing[1] ?? '', step: 1, by: 'count' };
  const many = OPEN_MANY.exec(segment);
  if (many !== null && Number(many[1]) > 0) {
    return { unit: many[2] ?? '', step: Number(many[1]), by: 'count' };
  }
  return SINGLY.test(segment) ? { unit: '项', step: 1, by: 'singly' } : null;
}

/** 每季度召开例会，未召开的扣1分: what is due again and again may be missed again and again. */
const PERIOD = /每(?:个)?(季度|季|月|半月|双月|周|旬|日|天|半年|学期)(?!均)/;
const MISSED = /^(?:如|若|凡|对)?(?:未|没|不|缺|漏|逾期|迟|无故)[^,;。0-9]{0,20}(?:扣|减)(?:除|减)?$/;
const PER_PREFIX = new RegExp(`(?:^|[^0-9.])([0-9]+)?(?:个)?(${UNIT})/$`);

/** What a score is counted by: 每次, 每低2%, 少一次, 扣1分/次; null when it is given once. */
export function perOf(context: Context): Per | null {
  const suffix = PER_SUFFIX.exec(context.after);
  if (suffix !== null && !/^每[^,;。)]{1,8}[扣加得]/.test(context.after)) {
    return { unit: suffix[2] ?? '', step: Number(suffix[1] ?? 1) || 1, by: 'every' };
  }
  const prefix = PER_PREFIX.exec(context.segment.slice(-12));
  if (prefix !== null) return { unit: prefix[2] ?? '', step: Number(prefix[1] ?? 1) || 1, by: 'every' };
  const here = perIn(context.segment);
  if (here !== null) return here;
  if (EMPTY_SEGMENT.test(context.segment)) return perIn(context.segmentBefore);
  const duty = context.earlier + context.lead.slice(0, -context.segment.length);
  const period = PERIOD.exec(duty);
  if (period === null || !MISSED.test(context.segment)) return null;
  return { unit: period[1] ?? '', step: 1, by: 'every' };
}

/** How far a suffix such as /次 or 每次 reaches behind the amount. */
export function suffixLength(context: Context): number {
  const suffix = PER_SUFFIX.exec(context.after);
  return suffix === null || /^每[^,;。)]{1,8}[扣加得]/.test(context.after) ? 0 : suffix[0].length;
}

const QUOTED_PART = /["“”'‘’《》(（][^"“”'‘’《》()（）]{0,40}["“”'‘’》)）]/g;

/**
 * How many matters a condition names: 未制定计划、未开展检查的扣2分 names two, so that 2 may be lost twice. At least 1.
 */
export function mattersIn(context: Context): number {
  const condition = EMPTY_SEGMENT.test(context.segment) ? context.segmentBefore : context.segment;
  const bare = condition.replace(/^ ?\(?[0-9]{1,2}[、.)]/, '').replace(QUOTED_PART, '');
  return Math.min(
    12,
    1 + (bare.match(/、|或者|或|及(?![时早格以])|和(?![谐睦平解气])|(?<![参给赠授])与(?!会)/g) ?? []).length,
  );
}

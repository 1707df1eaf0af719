import type { Context, Per } from './context';

/** Words with a negation inside that speak of no failing: 不少于4次, 不定期, 无人机; 未发生事故 and 无违规 are none either. */
const HARMLESS =
  /不(?:少于|低于|超过|多于|高于|小于|定期|断|仅|限|同|论|管|含|包括|但|等|动产)|未(?:成年|来|央)|无(?:人机|障碍|偿|线|害化|纸化|烟|形|关|党派|论|疫|接触|缝)|错(?:峰|时|位|题)|差(?:额|旅|异化|别化)|(?:未|不|无|没有|零)(?:发生|出现|发现|存在|被|有)?(?:1)?(?:起|次|例|人)?(?:安全|责任|重大|任何)?(?:违[规法纪反]?|迟[到报]?|漏报?|错报?|缺席?|逾期|脱岗|旷[工课]|事故|投诉|通报|差错|问题|案件|舆情|上访|隐患)/g;
const FAILING =
  /未|不|没|无|缺|迟|漏|错|差|[脱离睡空]岗|旷|早退|违|逾期|超[期时标载]|延误|延迟|滞后|拖延|发生|出现|通报|约谈|曝光|批评|督办|问责|投诉|事故|问题|隐患|乱|脏|破损|损坏|丢失|遗失|失[误职管实效控联]|弄虚|[虚瞒谎]报|造假|虚假|推诿|敷衍|拒|擅自|占道|堵塞|私[拉搭自存]|少[报交开填签1]|裸露|抛|积[水存]|垃圾|懈怠|吸烟|抽烟|饮酒|串岗|玩手机|睡觉|烟头|杂物|油污|异味|喧哗|发现(?!并)|殴打|不文明|扣分(?=,|$)/;
/** Words that make it doubtful whether the points are taken off: 解决问题的2分/件, 查处违规的1分/起. */
const ACHIEVED =
  /完成|获|表彰|表扬|采用|录用|刊[发登]|奖|达标|达到|通过|优秀|创[建新]|推广|开展|组织|参加|举办|解决|化解|办[结理]|处[理置]|整改|排查|查[处获]|制止|纠正|举报|清[理运]|调解|消除|配合|及时/;
const COUNTING = /每|各|1|个|次|处|起|人|项|件|户|例|[发出]现|查出|发生|有/g;
/** 发生1起3分，2起1分 are the tiers of a scale. */
const NEXT_COUNT = /^[,、;](?:发生|出现|有)?[0-9]+(?:起|次|例|人|个|件|项|处)/;
const NEGATED = /(?:未|不|没有?|无|缺|漏)[^,;。]{0,10}/g;

/**
 * What an amount with a count and without any verb is: 脱岗的2分/次 takes off, 发表的2分/篇 gives (null). `both` where the
 * words speak of a failing and of an achievement.
 */
export function countedFailing(context: Context, per: Per): 'deduct' | 'both' | null {
  if (per.by === 'count' && NEXT_COUNT.test(context.after)) return null;
  const own = context.segment.replace(COUNTING, '').length > 1;
  const condition = (own ? context.segment : `${context.segmentBefore},${context.segment}`).slice(-60);
  const words = condition.replace(HARMLESS, '').replace(/[,:(]+(?=每|$)/g, ',');
  if (!FAILING.test(words)) return null;
  return ACHIEVED.test(words.replace(NEGATED, '')) ? 'both' : 'deduct';
}

import type { Context } from './context';
import type { ClauseBody, Verb } from './placed';

const CAP_GAP =
  '(?:可|能|得|扣除|扣减|扣|减|加|计|记|给|为|不|应|限|至|达|到|累计|总|共|分|值|各|合计|获|奖励|奖|超过|高于|多于|超出|单项|本项|该项|额|只|就|是|也|仅|:)*';
/** 最多, 不超过, 上限 right before an amount. */
export const CAP_BEFORE = new RegExp(
  `(?:最高|最多|至多|最大|顶多|封顶|(?<!期|时|权|超|超过)上限|不(?:得|能|可|应|予)?(?:超过|超出|超|高于|多于|大于)|[≤<]=?|小于等于|控制在|(?:直至|直到|至)(?:扣|加|减)(?:完|满)|(?<![期时权年无有界受局下])限(?=[加扣得于额为])|(?:[加扣得计]分|最多|最高|累计|总计|合计)限)${CAP_GAP}$`,
);
/** 封顶, 为限 right behind one. */
export const CAP_AFTER = /^(?:封顶|为限|为上限|为最高(?:限|分)?|为止|止(?!损)|为封顶|到顶|上限)/;
/** 扣满5分为止. */
export const FULL_OF = /(?:扣|加|得|减)(?:分)?(?:满|完|足|够|至|到)$/;
/** 最低, 保底. */
const FLOOR_BEFORE = new RegExp(`(?:最低|最少|至少|保底|不(?:得)?(?:低于|少于))${CAP_GAP}$`);
/** 最低得2分, 保底5分, or 得分不低于2分 of this item; 测评成绩不低于90分 is what another score has to reach. */
const FLOOR_GIVEN = new RegExp(
  `(?:保底|(?:最低|最少|至少)(?![^,;。]*不)${CAP_GAP}(?:得|[累合]?计|记|给)(?:分)?:?)$`,
);
const FLOOR_SUBJECT =
  /^(?:[(]|但|且|并|的|则|其|本|该|此|小|项|考核|最后|最终|实际|累计|扣分?后|扣减后|扣除后|总?得分|分值|分数|总分|单项)*(?:最低|最少|至少|不(?:得)?(?:低于|少于))/;

/** Whether the words before an amount make it the least that this item gives. */
export function isFloor(context: Context): boolean {
  if (!FLOOR_BEFORE.test(context.lead.slice(-24))) return false;
  return FLOOR_GIVEN.test(context.segment.slice(-24)) || FLOOR_SUBJECT.test(context.segment.slice(-24));
}
const TOGETHER = /(?:累计|合计|共|总|本项|该项|此项|全年|年度|小计|两项|三项|以上|上述)/;

/** 上限为5分: the 为 of a cap says nothing of what it bounds. */
function spokenVerb(verb: Verb | null, context: Context): Verb | null {
  return verb === 'earn' && /[为至到](?:分)?:?$/.test(context.segment) ? null : verb;
}

/** What the words of a cap say that it bounds: 扣分最多5分, 最高得5分. */
function saidOf(context: Context): Verb | null {
  const words = context.segment.slice(-16).replace(/累计|合计|总计|共计|不得/g, '');
  return /扣|减/.test(words) ? 'deduct' : /加|奖|得|计/.test(words) ? 'gain' : null;
}

/** 加扣分均以3分为限 bounds what is given and what is taken off. */
const BOTH_WAYS = /(?:加[、和及]?[扣减]|[扣减][、和及]?加|奖[、和及]?[扣惩])分/;

/** A cap as it stands; which clauses it covers is settled when the whole sentence is read. */
function capBody(context: Context, verb: Verb | null, points: number, previous: Verb | null): ClauseBody {
  const kind = spokenVerb(verb, context) ?? saidOf(context) ?? previous ?? 'gain';
  const of = kind === 'deduct' ? 'deduction' : 'gain';
  const zero = of === 'deduction' && points === 0;
  return {
    kind: 'cap',
    of,
    points: zero ? null : points,
    covers: 0,
    together: TOGETHER.test(context.segment),
  };
}

/** Whether the words of a cap leave open whether it bounds what is taken off or what is given. */
export function isUndecided(context: Context, verb: Verb | null): boolean {
  return spokenVerb(verb, context) === null && saidOf(context) === null;
}

/** What a cap on an amount says: a bound for the clauses around it, or (每项最多扣2分) for each single one. */
export function capOrRange(
  context: Context,
  verb: Verb | null,
  points: number,
  previous: Verb | null,
): ClauseBody[] {
  const each =
    /(?:每|单次|单项|单个|单篇|单条)[^,;。]{0,12}$/.test(context.segment) &&
    !/每(?:年|年度)/.test(context.segment);
  if (!each && BOTH_WAYS.test(context.segment.slice(-16))) {
    const cap = capBody(context, verb, points, previous);
    return cap.kind === 'cap'
      ? [
          { ...cap, of: 'gain' },
          { ...cap, of: 'deduction' },
        ]
      : [cap];
  }
  if (!each) return [capBody(context, verb, points, previous)];
  if (previous !== null && context.sameSentence) return [];
  const direction = (spokenVerb(verb, context) ?? saidOf(context)) === 'deduct' ? 'deduct' : 'gain';
  return [{ kind: 'discretion', direction, from: 0, to: points, repeated: true }];
}

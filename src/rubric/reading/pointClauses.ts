import {
  BASE_BEFORE,
  BELOW_ZERO,
  COMPARED_AFTER,
  COMPARED_BEFORE,
  EACH_WORTH,
  ECHO_BEFORE,
  FORMULA_AFTER,
  FORMULA_BEFORE,
  NAMED_LADDER,
  NOT_ONE,
  POINTS_BEHIND,
  RANK_STEP,
  SCORED_NEXT,
  SIGNED_CAP,
  TIER_STROKE,
  VERB_NEXT,
} from './amountWords';
import { findAmounts } from './amounts';
import type { Amount } from './amounts';
import { deduction, earning, gain } from './bodies';
import { CAP_AFTER, CAP_BEFORE, FULL_OF, capOrRange, isFloor, isUndecided } from './capWords';
import { contextOf, perOf, suffixLength } from './context';
import type { Context, Per } from './context';
import { countedFailing } from './failings';
import { withLevels } from './levels';
import { openTier, withScales, withoutHeadings } from './scales';
import type { ClauseBody, PlacedClause, Verb } from './placed';
import { withTiers } from './tiers';
import { DEDUCT_BEFORE, EARN_BEFORE, GAIN_BEFORE, UPSIDE_DOWN, WEAK_EARN } from './words';

interface Previous {
  readonly amount: Amount;
  readonly verb: Verb;
  readonly per: Per | null;
  /** 扣分项：迟报（1分）、漏报（2分）: a heading said what the amounts in brackets are. */
  readonly headed: boolean;
}

function verbBefore(context: Context, amount: Amount): Verb | null {
  if (amount.sign !== 0) return amount.sign < 0 ? 'deduct' : 'gain';
  const near = context.lead.slice(-28).replace(/(?<=扣分|加分|得分|扣|加|得|奖励)\($/, '');
  if (DEDUCT_BEFORE.test(near)) return 'deduct';
  if (GAIN_BEFORE.test(near)) return 'gain';
  if (EARN_BEFORE.test(near)) return 'earn';
  return null;
}

function verbAfter(context: Context): Verb | null {
  const match = VERB_NEXT.exec(context.after);
  if (match === null)
    return /^(?:\/[^,;。/]{1,3})?[,;。)]?(?:直至|直到)?扣完/.test(context.after) ? 'deduct' : null;
  const verb = match[1] ?? '';
  return /扣|减/.test(verb) ? 'deduct' : /加|奖/.test(verb) ? 'gain' : 'earn';
}

function isThreshold(context: Context, verb: Verb | null): boolean {
  if (verb === 'deduct' || verb === 'gain') return false;
  if (COMPARED_AFTER.test(context.after) && !/以内/.test(context.after.slice(0, 4))) return true;
  if (SCORED_NEXT.test(context.after) && verb === null) return true;
  if (/^(?:的|者)(?!标准|分值|幅度|评分|打分|得分|评定)/.test(context.after)) return true;
  return verb === null && COMPARED_BEFORE.test(context.lead);
}

interface Reading {
  readonly bodies: ClauseBody[];
  readonly verb: Verb | null;
  readonly per: Per | null;
  readonly undecided?: boolean;
  readonly headed?: boolean;
  /** A tier with one open end, which only a scale makes one: the length of 以上 or 以下. */
  readonly open?: number;
}

function readAmount(
  amount: Amount,
  context: Context,
  previous: Previous | null,
  partsSeen: boolean,
): Reading {
  const nothing = { bodies: [], verb: null, per: null };
  const first = amount.numbers[0] ?? 0;
  const lead = context.lead;
  if (amount.shape === 'list' && NAMED_LADDER.test(lead)) {
    return { bodies: earning(amount, null, false, context), verb: 'earn', per: null };
  }
  // (排名-1)×0.5 takes nothing off.
  if (amount.sign !== 0 && amount.bare && /^\)[×÷]/.test(context.after)) return nothing;
  const calculated = FORMULA_BEFORE.test(lead) && !TIER_STROKE.test(lead);
  if (amount.sign === 0 && (calculated || FORMULA_AFTER.test(context.after))) return nothing;
  const tier = openTier(amount, context);
  if (tier !== null) return { bodies: [tier.body], verb: 'earn', per: null, open: tier.length };
  if (BASE_BEFORE.test(lead) && amount.shape === 'single') {
    return { bodies: first > 0 ? [{ kind: 'earn', points: first, base: true }] : [], verb: null, per: null };
  }
  const before = verbBefore(context, amount);
  const verb = before === 'earn' && WEAK_EARN.test(lead) ? (verbAfter(context) ?? before) : before;
  const single = amount.shape === 'single';
  const capBefore = CAP_BEFORE.test(lead.slice(-30));
  const capAfter = CAP_AFTER.test(context.after) && (verb !== null || single);
  if (
    single &&
    (amount.sign === 0 || SIGNED_CAP.test(lead)) &&
    (capBefore || capAfter || (FULL_OF.test(lead) && /^(?:为止|止)/.test(context.after)))
  ) {
    const bodies = capOrRange(context, verb, first, previous?.verb ?? null);
    return {
      bodies,
      verb: null,
      per: null,
      undecided: isUndecided(context, verb),
    };
  }
  if (
    single &&
    amount.sign === 0 &&
    verb !== 'deduct' &&
    isFloor(context) &&
    !COMPARED_AFTER.test(context.after)
  ) {
    return {
      bodies: /^的/.test(context.after) ? [] : [{ kind: 'floor', points: first }],
      verb: null,
      per: null,
    };
  }
  if (single && amount.sign < 0 && BELOW_ZERO.test(lead)) {
    return { ...nothing, bodies: [{ kind: 'beyond-max', points: first }] };
  }
  if (isThreshold(context, verb) && verbAfter(context) === null) return nothing;
  if (RANK_STEP.test(lead.slice(-12)) && single)
    return { bodies: [{ kind: 'rank', step: first }], verb: null, per: null };
  const bracketed = lead.endsWith('(') && /^[),;:]/.test(context.after);
  if (bracketed && amount.shape === 'range' && POINTS_BEHIND.test(context.after)) return nothing;
  if (verb === null && single && first === 0 && /(?:[本该此]项|得分|分值|分数)(?:为)?:?$/.test(lead)) {
    return { ...nothing, bodies: [{ kind: 'zero' }] };
  }
  // 一分不得 is nothing.
  if (single && first === 1 && NOT_ONE.test(context.after)) return { ...nothing, bodies: [{ kind: 'zero' }] };
  if (verb === null && EACH_WORTH.test(lead)) {
    const each = single ? { each: true } : {};
    return {
      ...nothing,
      bodies: amount.numbers.map((points) => ({ kind: 'earn', points, part: true, ...each })),
    };
  }
  if (verb === null && amount.shape === 'range' && first === 0 && /^(?:$|[,;。)\n])/.test(context.after)) {
    return { ...nothing, bodies: earning(amount, null, false, context) };
  }
  if (verb === null && ECHO_BEFORE.test(lead)) {
    const inBrackets = /\([^()]{0,8}$/.test(lead) && context.after.startsWith(')');
    return inBrackets && single
      ? { bodies: [{ kind: 'earn', points: first, part: true }], verb: null, per: null }
      : nothing;
  }
  // 每季度召开会议（4分）: the brackets hold what the part is worth, not what each quarter is.
  const ownPer = bracketed && verb === null && !/每[^,;。]{1,3}\($/.test(lead) ? null : perOf(context);
  const follows = previous !== null && context.sameSentence && !bracketed;
  const heading = verb === null && verbAfter(context) === null ? headingVerb(lead) : null;
  const headed = heading !== null || (bracketed && previous?.headed === true && context.sameSentence);
  const meant = verb ?? verbAfter(context) ?? heading ?? inherited(context, previous, bracketed, partsSeen);
  const per = ownPer ?? (follows && inheritsPer(context, verb, previous.per) ? previous.per : null);
  const failing = failingOf(context, amount, verb, meant, ownPer, per, partsSeen);
  if (failing !== null && per !== null) {
    const taken = deduction(amount, per, context);
    if (failing === 'deduct') return { bodies: taken, verb: 'deduct', per };
    const given =
      meant === 'gain' ? gain(amount, per, context) : earning(amount, per, meant === null, context);
    const doubtful = taken.map((body) => (body.kind === 'deduct-per' ? { ...body, doubtful: true } : body));
    return { bodies: [...given, ...doubtful], verb: meant, per };
  }
  const isPart = meant === null;
  const body =
    meant === 'deduct'
      ? deduction(amount, per, context)
      : meant === 'gain'
        ? gain(amount, per, context)
        : earning(amount, per, isPart, context);
  const negative = amount.sign < 0 && EARN_BEFORE.test(lead);
  const beyond: ClauseBody[] =
    negative || (meant === 'deduct' && UPSIDE_DOWN.test(lead.slice(-12)))
      ? [{ kind: 'beyond-max', ...(negative ? { points: first } : {}) }]
      : [];
  return { bodies: [...body, ...beyond], verb: isPart ? null : meant, per, headed };
}

/** Whether a counted amount is, or may be, a deduction by what its condition speaks of: 脱岗2分/次, 迟到记2分/次. */
function failingOf(
  context: Context,
  amount: Amount,
  verb: Verb | null,
  meant: Verb | null,
  ownPer: Per | null,
  per: Per | null,
  partsSeen: boolean,
): 'deduct' | 'both' | null {
  if (per === null || amount.shape !== 'single' || amount.sign !== 0) return null;
  if (meant === null) {
    const failing = countedFailing(context, per);
    // 无问题5分，1处问题3分 may be a scale.
    return failing !== null && per.by === 'count' && partsSeen ? 'both' : failing;
  }
  const recorded = verb === 'earn' && /[计记](?:分)?$/.test(context.lead);
  const carriedOn = verb === null && meant !== 'deduct' && verbAfter(context) === null;
  if (ownPer?.by !== 'every' || !(recorded || carriedOn)) return null;
  return countedFailing(context, ownPer) === null ? null : 'both';
}

/** 扣分标准：每处0.5分 says once what all amounts behind it are. */
function headingVerb(lead: string): Verb | null {
  const heading = /(?:(扣分|减分)|加分|得分)(?:标准|项|办法|规则|细则|原则|情形)?:[^:]*$/.exec(lead);
  if (heading === null) return null;
  return heading[1] !== undefined ? 'deduct' : heading[0].startsWith('加') ? 'gain' : 'earn';
}

/** An amount without a verb goes on with the verb before it: 优秀得10分，良好8分. */
function inherited(
  context: Context,
  previous: Previous | null,
  bracketed: boolean,
  partsSeen: boolean,
): Verb | null {
  if (previous === null || (bracketed && !(previous.headed && context.sameSentence))) return null;
  if (context.sameSentence) return previous.verb;
  return context.lead.length <= 24 && !partsSeen ? previous.verb : null;
}

/** A short phrase after an amount that was counted goes on counting: 每篇国家级加5分、省级3分. */
function inheritsPer(context: Context, verb: Verb | null, per: Per | null): boolean {
  const phrase = context.lead.replace(/(?:扣|加|得|减|计|记)(?:除|分)?$/, '');
  if (verb === null) return phrase.length <= 24;
  return per?.by === 'every' && phrase.length <= 8 && !/[未不无的,]/.test(phrase);
}

/** Clauses that rest on an amount of points, in the order of the text; the first `most` of them. */
export function readPointClauses(text: string, most: number): PlacedClause[] {
  const placed: PlacedClause[] = [];
  const weak = new Set<PlacedClause>();
  const open = new Set<PlacedClause>();
  let previousEnd = 0;
  let previous: Previous | null = null;
  let partsSeen = false;
  for (const amount of findAmounts(text)) {
    if (placed.length > most) break;
    const context = contextOf(text, amount, previousEnd);
    const read = readAmount(amount, context, previous, partsSeen);
    const end = amount.end + (read.open ?? suffixLength(context));
    for (const body of read.bodies) {
      const undecided = read.undecided === true;
      const each = { start: context.start, end, core: amount.start, body, ...(undecided && { undecided }) };
      placed.push(each);
      if (read.per?.by === 'count') weak.add(each);
      if (read.open !== undefined) open.add(each);
    }
    if (read.verb !== null)
      previous = { amount, verb: read.verb, per: read.per, headed: read.headed === true };
    else if (read.bodies.some((body) => body.kind === 'earn' && body.part === true)) {
      previous = null;
      partsSeen = true;
    }
    // A number that is no points of this item (每低1分) stays in the condition of the amount behind it.
    if (read.bodies.length > 0) previousEnd = end;
  }
  return withLevels(withTiers(withScales(withoutHeadings(placed, text), open, text), weak, text), text).slice(
    0,
    most,
  );
}

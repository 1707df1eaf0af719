import { toMillionths } from '../points';
import type { Amount } from './amounts';
import type { Context } from './context';
import type { ClauseBody, PlacedClause } from './placed';

/** 优秀（9分以上）, 差：6分以下: the name of a grade right before its points. */
const GRADE =
  /(?:优秀?|良好?|好|一般|中等?|合格|及格|称职|达标|差|满意|不足|[A-Da-d甲乙丙丁](?:[等级档类])?|[1-5一二三四五][等级档类])[(:]?$/;
/** 得9分以上, 计6分以下. */
const GIVEN = /(?:得|计|记|给|评|打)(?:分)?(?:为)?:?$/;
const OPEN_END = /^(?:\(不?含\))?(?:含|及)?以([上下])(?:\(不?含\))?(?=$|[,;。、\n/|)])/;
/** 90分以上，得10分; 优秀（90分以上）的加2分: what follows says that the mark is a condition. */
const CONDITION =
  /^[^,;。、\n/|)]*(?:[,)、]*(?:的|者|本项|该项)*(?:[得计记给扣加减为折]|不[得计予扣])|\)[:,的]?[0-9.]{1,5}分)/;

/** A tier with one open end, and how many characters behind the amount say so. */
interface OpenTier {
  readonly body: ClauseBody;
  readonly length: number;
}

/** A tier with one open end, 9分以上 or 6分以下 of a scale; null where the words are no such tier. */
export function openTier(amount: Amount, context: Context): OpenTier | null {
  if (amount.shape !== 'single' || amount.sign !== 0) return null;
  const end = OPEN_END.exec(context.after);
  if (end === null || CONDITION.test(context.after)) return null;
  const near = context.lead.slice(-12);
  if (!GRADE.test(near) && !GIVEN.test(near)) return null;
  const points = amount.numbers[0] ?? 0;
  const bounds = end[1] === '上' ? { from: points, to: null } : { from: 0, to: points };
  return { body: { kind: 'earn-range', ...bounds }, length: end[0].length };
}

/**
 * Settles scales, runs of tiers with at least two ranges: there 6分以下 is a tier, and 中（6分） is one and no part. A lone
 * 60分以下 is a mark somewhere else.
 */
export function withScales(
  placed: readonly PlacedClause[],
  open: ReadonlySet<PlacedClause>,
  text: string,
): readonly PlacedClause[] {
  const isGrade = ({ core }: PlacedClause): boolean => GRADE.test(text.slice(Math.max(0, core - 12), core));
  // 健全5分，较健全3-4分: no heading, which has its points in brackets or its parts behind a colon.
  const isAmong = ({ core, end }: PlacedClause): boolean =>
    text.charAt(core - 1) !== '(' && /^(?:$|[,;、\n])/.test(text.charAt(end));
  return runsOf(placed).flatMap((run) => {
    if (run.filter(({ body }) => body.kind === 'earn-range').length < 2)
      return run.filter((each) => !open.has(each));
    return run.map((each): PlacedClause => {
      const { body } = each;
      if (body.kind !== 'earn' || body.part !== true || !(isGrade(each) || isAmong(each))) return each;
      return { ...each, body: { kind: 'earn', points: body.points } };
    });
  });
}

/** What stands between a heading with its points and the parts that it names: 组织领导5分(成立机构2分、专人3分). */
const NAMES_PARTS = /^\)?[(:]/;

/** Leaves out the points of a heading that the parts right behind it, at least two, add up to. */
export function withoutHeadings(placed: readonly PlacedClause[], text: string): readonly PlacedClause[] {
  return placed.filter((each, index) => {
    if (partOf(each) === 0 || !NAMES_PARTS.test(text.slice(each.end, each.end + 2))) return true;
    let left = partOf(each);
    let count = index + 1;
    while (left > 0 && partOf(placed[count]) > 0) {
      left -= partOf(placed[count]);
      count += 1;
    }
    return left !== 0 || count < index + 3;
  });
}

/** What a part is worth in millionths; 0 for what is none. */
function partOf(each: PlacedClause | undefined): number {
  return each?.body.kind === 'earn' && each.body.part === true ? toMillionths(each.body.points) : 0;
}

/** Cuts the clauses where tiers begin and end. */
function runsOf(placed: readonly PlacedClause[]): PlacedClause[][] {
  const isTier = (each: PlacedClause): boolean =>
    each.body.kind === 'earn' || each.body.kind === 'earn-range' || each.body.kind === 'zero';
  const runs: PlacedClause[][] = [];
  placed.forEach((each, index) => {
    const before = placed[index - 1];
    const last = runs[runs.length - 1];
    if (last === undefined || before === undefined || isTier(before) !== isTier(each)) runs.push([each]);
    else last.push(each);
  });
  return runs;
}

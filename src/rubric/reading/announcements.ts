import type { PlacedClause } from './placed';

const NAMED = new Set(['earn', 'deduct-per', 'deduct-flat', 'earn-range', 'gain-ladder']);
const DEDUCTED = new Set(['deduct-per', 'deduct-flat', 'deduct-ladder', 'share']);
const BASIS = /^(?:则)?(?:一律)?(?:按|根据|依据|依照|参照|对照|遵从|遵照|以|由|同时)/;

/** 按每处0.5分的标准扣分: the noun goes with the amount right before it. */
const LINKED = /^(?:的)?(?:标准|比例|幅度|分值|额度)?(?:进行|予以|给予|逐项|逐个|依次|累计|累加|来)?$/;

const EACH_AT_MOST = /(?:每|单)[^,;。]{0,8}(?:最高|最多|至多|不超过|不得超过)/;

/** 按名次得分，第一名得10分; 综合评定，优秀得10分: the points stand behind it in the same sentence. */
function announcesScores(placed: readonly PlacedClause[], index: number, text: string): boolean {
  const each = placed[index];
  if (each === undefined) return false;
  const { body } = each;
  const announces =
    (body.kind === 'rank' && body.step === undefined) ||
    (body.kind === 'discretion' && body.direction === 'earn' && body.to === undefined);
  if (!announces) return false;
  const next = placed
    .slice(index + 1, index + 4)
    .find(
      (other) => NAMED.has(other.body.kind) || (other.body.kind === 'rank' && other.body.step !== undefined),
    );
  return next !== undefined && !/[。\n]/.test(text.slice(each.end, next.core));
}

/** 根据检查记录进行扣分，每处扣1分; 【扣分】每次扣1分; （按第3条扣分）: the noun only, where the points are named elsewhere. */
function announcesDeductions(placed: readonly PlacedClause[], index: number, text: string): boolean {
  const each = placed[index];
  if (each?.body.kind !== 'discretion' || each.body.direction !== 'deduct') return false;
  // 单项最多扣2分：… bounds each of the deductions that are named behind it.
  if (each.body.to !== undefined) {
    return each.body.repeated && EACH_AT_MOST.test(text.slice(each.start, each.end));
  }
  if (!text.startsWith('扣', each.start)) return false;
  const reach = text.slice(Math.max(0, each.start - 60), each.start);
  const stop = Math.max(...[...',;。\n:('].map((mark) => reach.lastIndexOf(mark)));
  const condition = reach.slice(stop + 1);
  // 得分=标准分-扣分
  if (condition === '' || BASIS.test(condition) || condition.endsWith('-')) return true;
  const before = placed[index - 1];
  if (
    before !== undefined &&
    DEDUCTED.has(before.body.kind) &&
    LINKED.test(text.slice(before.end, each.start))
  )
    return true;
  const next = placed[index + 1];
  if (next === undefined || !DEDUCTED.has(next.body.kind)) return false;
  return /^[,:]每[^未不的无]*$/.test(text.slice(each.end, next.core));
}

/** 每项1分，缺一项扣除相应分值: what is missing earns nothing; 不完善的扣相应分值 is a judgement. */
const OWN_VALUE = /^扣(?:除|减)?(?:其)?(?:相应|对应)的?(?:分值|分数|得分)$/;
const MISSING = /(?:缺|少|未|没|无|做不到|不达标)[^,;。]{0,10}(?:的|者|则|,)*$/;
function losesParts(placed: readonly PlacedClause[], index: number, text: string): boolean {
  const each = placed[index];
  if (each?.body.kind !== 'discretion' || each.body.direction !== 'deduct' || each.body.to !== undefined)
    return false;
  const words = text.slice(each.start, each.end);
  const at = each.start + Math.max(0, words.indexOf('扣'));
  if (!OWN_VALUE.test(text.slice(at, each.end)) || !MISSING.test(text.slice(Math.max(0, at - 16), at)))
    return false;
  const before = placed.slice(Math.max(0, index - 12), index);
  return before.some(({ body }) => body.kind === 'earn' && body.part === true);
}

/** 国家级3分，省级2分，予以加分: only says of the amounts right before it what they are. */
function announcesGains(placed: readonly PlacedClause[], index: number, text: string): boolean {
  const each = placed[index];
  const before = placed[index - 1];
  if (each === undefined || before === undefined || each.body.kind !== 'discretion') return false;
  if (each.body.direction !== 'gain' || each.body.to !== undefined) return false;
  if (!NAMED.has(before.body.kind) && !before.body.kind.startsWith('gain')) return false;
  return (
    /^(?:[^,;。]{0,2}[),、]|的|者|,分别){0,3}$/.test(text.slice(before.end, each.start)) &&
    /^(?:给予|予以|可|可以|分别|加分)/.test(text.slice(each.start, each.end)) &&
    !/酌|适/.test(text.slice(each.start, each.end))
  );
}

/** Leaves out words that only announce the points named elsewhere in the sentence. */
export function withoutAnnouncements(placed: readonly PlacedClause[], text: string): PlacedClause[] {
  const spoken = placed.map((each, index): PlacedClause =>
    losesParts(placed, index, text) ? { ...each, body: { kind: 'zero' } } : each,
  );
  const deducts = placed.some((each) => DEDUCTED.has(each.body.kind));
  return spoken.filter(
    (_each, index) =>
      !announcesScores(spoken, index, text) &&
      !announcesGains(spoken, index, text) &&
      !(deducts && announcesDeductions(spoken, index, text)),
  );
}

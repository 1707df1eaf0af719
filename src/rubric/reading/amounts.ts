import { NOT_POINTS, UNIT } from './words';

/** A number of points as it stands in the sentence: 2分, 2、5、8分, 2-6分, -1分. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly numbers: readonly number[];
  readonly shape: 'single' | 'list' | 'range';
  /** -1 for 扣 written as a minus sign, 1 for a plus sign, 0 for none. */
  readonly sign: -1 | 0 | 1;
  /** 分 may be missing right after a verb or a sign: 扣2；, 每次-1. */
  readonly bare: boolean;
}

const NUMBER = /[0-9]+(?:\.[0-9]+)?/g;
const NUMBER_HERE = /[0-9]+(?:\.[0-9]+)?/y;
const LINK =
  /(?:\(含\))?(以上(?:至|到|,)?(?=[0-9.]+分(?:\(含\))?以[下内])|-{1,2}|~|至|到|、|,|\/|或者|或|和|及)(?:再)?(?=[0-9])/y;
const RANGE_LINK = /^(?:-{1,2}|~|至|到|以上.?)$/;
const POINTS_HERE = new RegExp(`(?:个)?分(?:值|数)?(?!${NOT_POINTS})`, 'y');
const POINTS_STRICT = /(?:个)?分(?!钟|之)/y;
const VERB_RIGHT_BEFORE = /(?:扣|倒扣|扣除|扣减|加|减|加计|得|计|记)(?:分)?:?[-+]?$/;
/** 每次-1, 全国+3, (-1): a sign does for the verb, where it cannot be a dash: 附件-1, 3号楼-2. */
const SIGN_RIGHT_BEFORE = /(?:^|[\u4e00-\u9fff(,;。:\n])[-+]$/;
const DASH_BEFORE =
  /(?:附件|附表|附录|表|图|编号|序号|文号|号|版|楼|栋|座|幢|区|室|温|度|卷|册|代码|月|日|年|时|零)-$/;
const SIGNED_NUMBER = /[0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9.])/y;
const BARE_END = new RegExp(`(?=$|[。;,)\\n]|\\/(?:每)?(?:1)?(?:${UNIT}))`, 'y');

const NEXT_TIER =
  /^[0-9.]+(?:(?:[-~至到])[0-9.]+)?分(?:\(含[^)]{0,4}\))?(?:及|\(含\))?(?:以上|以下|之间|者|的?(?:得|计|记|扣|加)[0-9])/;

/** Numbers one amount may list; a longer run is no ladder that a person wrote. */
const LONGEST_LIST = 40;

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

/** Reads the amount that begins with the number at `at`; where it is no number of points, the end of what it lists. */
function amountAt(text: string, at: number): Amount | number {
  const before = text.slice(Math.max(0, at - 6), at);
  const bySign =
    SIGN_RIGHT_BEFORE.test(before) && !DASH_BEFORE.test(before) && matchAt(SIGNED_NUMBER, text, at) !== null;
  const afterVerb = VERB_RIGHT_BEFORE.test(before);
  const points = afterVerb ? POINTS_STRICT : POINTS_HERE;
  const numbers: number[] = [];
  const links: string[] = [];
  let position = at;
  let complete: { end: number; count: number } | null = null;
  let bare: { end: number; count: number } | null = null;
  while (numbers.length < LONGEST_LIST) {
    const number = matchAt(NUMBER_HERE, text, position);
    if (number === null) break;
    numbers.push(Number(number[0]));
    position += number[0].length;
    const unit = matchAt(points, text, position);
    if (unit !== null) {
      position += unit[0].length;
      complete = { end: position, count: numbers.length };
    } else if ((afterVerb || bySign) && matchAt(BARE_END, text, position) !== null) {
      bare = { end: position, count: numbers.length };
    }
    const link = matchAt(LINK, text, position);
    if (link === null || (link[1]?.startsWith('以') === true && !/[扣加减]$/.test(before))) break;
    if (link[1] === ',' && (unit !== null || !/^[0-9.、,]+分/.test(text.slice(position + 1, position + 40))))
      break;
    // 得5分、90分以上的得3分: what follows is the mark that the next tier begins at.
    const isBounds = link[1]?.startsWith('以') === true;
    if (unit !== null && !isBounds && NEXT_TIER.test(text.slice(position + link[0].length, position + 24)))
      break;
    links.push(link[1] ?? '');
    position += link[0].length;
  }
  const whole = complete ?? bare;
  if (whole === null) return position;
  const kept = numbers.slice(0, whole.count);
  const thousands = /^[0-9]{1,3},[0-9]{3}分/.exec(text.slice(at, at + 9));
  if (kept.length === 2 && thousands !== null) {
    const value = Number(thousands[0].replace(/[,分]/g, ''));
    return { start: at, end: whole.end, numbers: [value], shape: 'single', sign: 0, bare: false };
  }
  const isRange = kept.length === 2 && RANGE_LINK.test(links[0] ?? '');
  const shape = kept.length === 1 ? 'single' : isRange ? 'range' : 'list';
  const signed = /[-+负]$/.test(before) && !/[0-9分%]-$/.test(before) && !before.endsWith('--');
  return {
    start: signed ? at - 1 : at,
    end: whole.end,
    numbers: isRange ? [...kept].sort((a, b) => a - b) : kept,
    shape,
    sign: signed ? (before.endsWith('+') ? 1 : -1) : 0,
    bare: complete === null,
  };
}

/** Every number of points in the sentence, in order. Clock times (9时30分) and 10分钟 are none. */
export function findAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  let position = 0;
  for (;;) {
    const number = matchGlobal(NUMBER, text, position);
    if (number === null) return amounts;
    const at = number.index;
    const clock = /(?:[0-9]时|[0-9]点|[0-9]:|分之)$/.test(text.slice(Math.max(0, at - 3), at));
    const amount = clock ? at + number[0].length : amountAt(text, at);
    if (typeof amount !== 'number' && amount.numbers.every((each) => each <= 1e9)) amounts.push(amount);
    position = typeof amount === 'number' ? Math.max(amount, at + number[0].length) : amount.end;
  }
}

function matchGlobal(expression: RegExp, text: string, from: number): RegExpExecArray | null {
  expression.lastIndex = from;
  return expression.exec(text);
}

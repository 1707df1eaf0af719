import { replaced } from './mapped';
import type { MappedText } from './mapped';

const NUMBER = '[0-9]+(?:\\.[0-9]+)?';

/** 0,5分, .5分 and O.5分 are typed for 0.5分, l分 for 1分. */
const COMMA = /(?<=(?:[扣加减得计除]|^)0),(?=[0-9]{1,2}(?:分|$|[,;。)\n/]))/g;
const NO_ZERO = /(?<=^|[扣加减得计除次项处人件篇个罚奖为:,、(])[.](?=[0-9]{1,2}(?:分|$|[,;。)\n/]))/g;
const LETTER_O = /(?<![0-9a-zA-Z.])[Oo](?=[.][0-9]+分)/g;
const LETTER_L = /(?<=[扣加减得计罚奖])[lI](?=分)/g;

/** 扣1′: a mark for 分; one that closes a quotation, or stands for minutes of an angle, is none. */
const PRIME =
  /(?=['′’‘`])(?<=(?:^|[^0-9.°长宽高深径距])[0-9]{1,6}(?:[.][0-9]{1,3})?)['′’‘`](?![′'’"”″0-9a-zA-Z])/g;
const QUOTED_REACH = 40;

function closesQuotation(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const before = text.slice(Math.max(0, at - QUOTED_REACH), at);
  if (mark === '’') return before.lastIndexOf('‘') > before.lastIndexOf('’');
  return mark === "'" && (before.match(/(?<![0-9])'/g) ?? []).length % 2 === 1;
}

/** 缺一扣一. */
const ONE_FOR_ONE = /(?<=^|[,;。:(])([每]?[缺少漏错迟][报填签]?)[一1]扣([一两二三1-3])(?=$|[,;。)\n])/g;

/** Brings decimals and marks for 分, as people type them, into the one spelling that is read. */
export function plainNotation(source: MappedText): MappedText {
  const comma = replaced(source, COMMA, () => '.');
  const letters = replaced(
    replaced(comma, LETTER_O, () => '0'),
    LETTER_L,
    () => '1',
  );
  const short = replaced(letters, ONE_FOR_ONE, (match) => `${match[1] ?? ''}1项扣${match[2] ?? ''}分`);
  const zero = replaced(short, NO_ZERO, () => '0.');
  return replaced(zero, PRIME, (match) => (closesQuotation(zero.text, match.index) ? null : '分'));
}

/** 8≤得分≤10, 5分≤得分<8分: the bounds of a tier. */
const INEQUALITY = new RegExp(
  `(?<![0-9.])(${NUMBER})分?[≤<](?:得|分|评|测)[得分值数评测]{0,3}[≤<](${NUMBER})(?:分|(?=$|[,;。)、\\n]))`,
  'g',
);
/** 按9、7、6、5计分: a list whose 分 stands in the verb behind it. */
const LISTED_FOR = new RegExp(
  `(?<=按(?:照)?)(${NUMBER}(?:、${NUMBER}){1,11})(?=(?:分别|依次|予以)?[计加记给赋奖得]分)`,
  'g',
);

/** 1分半, 1分五. */
const AND_A_HALF = /(?<![0-9.])([0-9]{1,3})分(?:半(?![年月天日个小数])|五(?=$|[,;。)\n]))/g;
/** 加5(3、2)分 against 国家(省、市)级. */
const IN_BRACKETS = new RegExp(
  `(?<=[加扣减得计奖])(${NUMBER})\\((${NUMBER}(?:[、,/]${NUMBER}){0,6})\\)(?=分)`,
  'g',
);
const RUNG =
  '(?:国家|全国|中央|部|省部|省|市厅|市|区县|区|县|镇|乡镇|街道|校|院)级?|(?:特|一|二|三|四|1|2|3|4)等奖?|优秀|优|良好|良|较好|中|一般|基本合格|不合格|不及格|不达标|合格|及格|较差|差|第[一二三四五1-5]名?';
const RUNG_POINTS = `(?:${RUNG})[:得加]?${NUMBER}`;
/** 国家级5、省级3、市级2; 优6良4中2差0: a ladder whose rungs go without 分. */
const BARE_LADDER = new RegExp(
  `(?<![\\u4e00-\\u9fff])${RUNG_POINTS}(?:[、,;/]?(?:${RUNG_POINTS})){1,7}(?=$|[,;。)\\n]|\\((?:单位:)?分)`,
  'g',
);

/** Writes out ladders and halves: 1分半 as 1.5分, 加5(3、2)分 as 加5、3、2分, 国家级5、省级3 with their 分. */
export function joinedLadders(source: MappedText): MappedText {
  const halves = replaced(source, AND_A_HALF, (match) => `${match[1] ?? ''}.5分`);
  const listed = replaced(
    halves,
    IN_BRACKETS,
    (match) => `${match[1] ?? ''}、${(match[2] ?? '').replace(/[,/]/g, '、')}`,
  );
  const bounded = replaced(listed, INEQUALITY, (match) => `${match[1] ?? ''}-${match[2] ?? ''}分`);
  const verbal = replaced(bounded, LISTED_FOR, (match) => `${match[1] ?? ''}分`);
  return replaced(verbal, BARE_LADDER, (match) =>
    match[0].replace(new RegExp(`((?:${RUNG})[:得加]?)(${NUMBER})`, 'g'), '$1$2分'),
  );
}

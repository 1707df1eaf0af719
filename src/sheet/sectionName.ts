import { looksLikeOrganisation } from './organisation';
import { hasOrdinal, isBonusWord, isDeductionWord, isInnovationWord, nameAndPoints } from './numbers';
import { compact } from './text';

/** Ends of names that are no names: 工作 of 基础工作, 分局 of 公安分局. */
const TAIL =
  /^(?:工作|事项|项目?|方面|部分|情况|指标|类|分|局|分局|支?大队|中心|办|办公室|委|委员会|部|处|科|所|站|院|会|工会|联合会|及其他|等)$/;
/** Words that only go on with what was said before. */
const GOES_ON = /^[和与及或、，,·）)】”》]|^[（(](?![一二三四五六七八九十\d]{1,3}[)）])/;
const UNFINISHED = /[和与及或的、，,·“《]$/;
/** A name with a subject and its kind: 服务工作, 队伍建设. */
const WHOLE = /.{2,}(?:工作|管理|建设|服务|保障|创建|宣传|整治|治理|监管|培训|机制|制度|领导)$/;

/**
 * What the words alone tell of a text below a section's name: the rest of it (基础 / 工作, 区发展 / 和改革局), a name of its
 * own (服务工作 / 创新工作, 二、…, 区妇联 after 区教育局), or neither.
 */
export function nameGoesOn(heading: string, text: string): 'rest' | 'own' | null {
  const before = compact(heading);
  const next = compact(text);
  if (before === '' || next === '' || next.length > 20) return 'own';
  if (hasOrdinal(text)) return 'own';
  if (isOpen(before) || GOES_ON.test(next) || UNFINISHED.test(before)) return 'rest';
  if (TAIL.test(next) || next.length === 1) return 'rest';
  if (isBonusWord(next) || isDeductionWord(next) || (isInnovationWord(next) && next.length > 3)) return 'own';
  if (nameAndPoints(text).points !== null && nameAndPoints(heading).points !== null) return 'own';
  if (isWhole(before) && isWhole(next)) return 'own';
  if (/^[区市县省]/.test(next) && looksLikeOrganisation(next)) return 'own';
  return null;
}

function isWhole(name: string): boolean {
  return WHOLE.test(name) || looksLikeOrganisation(name);
}

/** Whether a bracket or a quotation was opened and not closed: 区委宣传部（区新闻办、 */
function isOpen(text: string): boolean {
  return [
    ['(', ')'],
    ['（', '）'],
    ['“', '”'],
    ['《', '》'],
  ].some(([open = '', close = '']) => text.split(open).length > text.split(close).length);
}

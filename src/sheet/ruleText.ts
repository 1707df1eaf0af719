import { remember } from '../rubric/remember';
import { compact } from './text';

const RULE =
  /(?:扣|得|加|减|计|记|给|赋|奖|为)[^。；;，,\n]{0,14}?[\d.一二三四五六七八九十两]+分|[\d.]分|不得分|不计分|满分|酌情|按比例|否决|扣完|适当加/;

/** Whether a text says something about points: 扣1分, 不得分, 酌情扣分. */
export const isRuleText = remember((text: string): boolean => {
  return RULE.test(compact(text));
});

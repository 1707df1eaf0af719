import type { Language } from '../language';
import { summaryDocument as en } from './en';
import type { SummaryDocument } from './messages';
import { summaryDocument as zhCN } from './zh-CN';

/** The words of the summary workbook in one language. */
export function summaryWords(language: Language): SummaryDocument {
  return language === 'en' ? en : zhCN;
}

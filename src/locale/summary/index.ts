import type { Language } from '../language';
import { addSummaryFindings } from '../catalog';
import { summaryDocument as en } from './en';
import { summaryFindings } from './findings/zh-CN';
import type { SummaryDocument } from './messages';
import { summaryDocument as zhCN } from './zh-CN';

addSummaryFindings(summaryFindings);

/** The words of the summary workbook in one language. */
export function summaryWords(language: Language): SummaryDocument {
  return language === 'en' ? en : zhCN;
}

import type { Language } from '../language';
import { en } from './en';
import type { WorkbenchMessages } from './messages';
import { zhCN } from './zh-CN';

/** The sentences of the workbench in one language. */
export function workbenchMessages(language: Language): WorkbenchMessages {
  return language === 'en' ? en : zhCN;
}

import type { Language } from '../language';
import { en } from './en';
import type { PaneMessages } from './messages';
import { zhCN } from './zh-CN';

/** The sentences of the task pane in one language. */
export function paneMessages(language: Language): PaneMessages {
  return language === 'en' ? en : zhCN;
}

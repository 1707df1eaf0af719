import type { Language } from '../language';
import { en } from './en';
import type { SelfCheckMessages } from './messages';
import { zhCN } from './zh-CN';

export function selfCheckWords(language: Language): SelfCheckMessages {
  return language === 'en' ? en : zhCN;
}

import type { Language } from '../language';
import { en } from './en';
import type { CliMessages } from './messages';
import { zhCN } from './zh-CN';

/** The sentences of the command line in one language. */
export function cliMessages(language: Language): CliMessages {
  return language === 'en' ? en : zhCN;
}

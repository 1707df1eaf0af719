import { LANGUAGES, languageOf, type Language } from '../locale/language';
import { CliFault } from './fault';

/** The language of the environment (POSIX order of the variables), else Chinese. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  return languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG']) ?? 'zh-CN';
}

/**
 * Takes `--lang X` or `--lang=X` out of the arguments, wherever it stands: the language must be known before the help
 * and the messages about the other arguments can be made.
 * @throws CliFault `invalid-value` for a language we do not have.
 */
export function takeLanguage(args: readonly string[]): { language: Language | null; rest: string[] } {
  const rest: string[] = [];
  let language: Language | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') return { language, rest: [...rest, ...args.slice(i)] };
    const value =
      arg === '--lang' ? (args[++i] ?? '') : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : null;
    if (value === null) {
      rest.push(arg);
      continue;
    }
    language = languageOf(value);
    if (language === null)
      throw new CliFault('invalid-value', { text: value, allowed: LANGUAGES.join(' | ') });
  }
  return { language, rest };
}

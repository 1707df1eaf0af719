import type { Language } from '../locale/language';

/**
 * Fetches what a language takes beyond the Chinese that comes with the pane, and gives it back once it can be spoken.
 * @throws Error when it did not come; it can be asked for again.
 */
export async function loadLanguage(language: Language): Promise<Language> {
  if (language === 'en') (await import(/* webpackChunkName: "english" */ './english')).addEnglish();
  return language;
}

/** The same, and Chinese where the language did not come. */
export function loadLanguageOrChinese(language: Language): Promise<Language> {
  return loadLanguage(language).catch(() => 'zh-CN');
}

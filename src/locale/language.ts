/** The languages that every sentence exists in. Chinese is the first: the users read it. */
export type Language = 'zh-CN' | 'en';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** The language that a tag such as `zh_CN.UTF-8`, `en-GB` or `zh` asks for; null when it is none of ours. */
export function languageOf(tag: string | undefined): Language | null {
  const primary = (tag ?? '')
    .trim()
    .toLowerCase()
    .split(/[^a-z]/)[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en';
  return null;
}

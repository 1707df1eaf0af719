import { en } from './en';
import type { Language } from './language';
import type { FindingMessages, HostErrorMessages, HostErrorParams, Messages } from './messages';
import { zhCN } from './zh-CN';

const CATALOGS: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCN, en };

/** The sentences in one language. */
export function catalog(language: Language): Messages {
  return CATALOGS[language];
}

/** The sentence of a finding, from its code and params. */
export function findingSentence(
  finding: { readonly code: keyof FindingMessages; readonly params: object },
  language: Language,
): string {
  const sentence = CATALOGS[language].findings[finding.code] as (params: object) => string;
  return sentence(finding.params);
}

/** The sentence of a fault of the host, from its code and params. */
export function hostErrorSentence(
  error: { readonly code: keyof HostErrorMessages; readonly params: HostErrorParams },
  language: Language,
): string {
  return CATALOGS[language].hostErrors[error.code](error.params);
}

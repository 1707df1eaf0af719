import type { Language } from './language';
import type { FindingMessages, HostErrorMessages, HostErrorParams, Messages } from './messages';
import { zhCN } from './zh-CN';

const CATALOGS = new Map<Language, Messages>([['zh-CN', zhCN]]);

/** Makes the sentences of one more language known. Chinese is there from the start, another comes for those who read it. */
export function addCatalog(language: Language, messages: Messages): void {
  CATALOGS.set(language, messages);
}

/**
 * The sentences in one language.
 * @throws Error where it was not added: a fault of the program
 */
export function catalog(language: Language): Messages {
  const messages = CATALOGS.get(language);
  if (messages === undefined) throw new Error(`No sentences in ${language}`);
  return messages;
}

/** The sentence of a finding, from its code and params. */
export function findingSentence(
  finding: { readonly code: keyof FindingMessages; readonly params: object },
  language: Language,
): string {
  const sentence = catalog(language).findings[finding.code] as (params: object) => string;
  return sentence(finding.params);
}

/** The sentence of a fault of the host, from its code and params. */
export function hostErrorSentence(
  error: { readonly code: keyof HostErrorMessages; readonly params: HostErrorParams },
  language: Language,
): string {
  return catalog(language).hostErrors[error.code](error.params);
}

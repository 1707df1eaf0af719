import type { Language } from './language';
import type {
  FindingMessages,
  HostErrorMessages,
  HostErrorParams,
  Messages,
  TableMessages,
} from './messages';
import type { SummaryFindingMessages } from './summary/messages';
import { zhCN } from './zh-CN';

const CATALOGS = new Map<Language, Messages | TableMessages>([['zh-CN', zhCN]]);

/** Makes the sentences of one more language known. Chinese is there from the start, another comes for those who read it. */
export function addCatalog(language: Language, messages: Messages): void {
  CATALOGS.set(language, messages);
}

/** Makes the Chinese sentences across files known, which only those need who summarise. */
export function addSummaryFindings(findings: SummaryFindingMessages): void {
  CATALOGS.set('zh-CN', { ...zhCN, findings: { ...zhCN.findings, ...findings } });
}

/**
 * The sentences in one language.
 * @throws Error where it was not added: a fault of the program
 */
export function catalog(language: Language): Messages | TableMessages {
  const messages = CATALOGS.get(language);
  if (messages === undefined) throw new Error(`No sentences in ${language}`);
  return messages;
}

/**
 * The sentence of a finding, from its code and params.
 * @throws Error for a finding across files where nobody summarises: a fault of the program
 */
export function findingSentence(
  finding: { readonly code: keyof FindingMessages; readonly params: object },
  language: Language,
): string {
  const findings: Partial<FindingMessages> = catalog(language).findings;
  const sentence = findings[finding.code] as ((params: object) => string) | undefined;
  if (sentence === undefined) throw new Error(`No sentence for ${finding.code}`);
  return sentence(finding.params);
}

/** The sentence of a fault of the host, from its code and params. */
export function hostErrorSentence(
  error: { readonly code: keyof HostErrorMessages; readonly params: HostErrorParams },
  language: Language,
): string {
  return catalog(language).hostErrors[error.code](error.params);
}

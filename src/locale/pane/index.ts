import type { Language } from '../language';
import type { PaneMessages } from './messages';
import { zhCN } from './zh-CN';

const MESSAGES = new Map<Language, PaneMessages>([['zh-CN', zhCN]]);

/** Makes the pane's sentences in one more language known; Chinese is there from the start. */
export function addPaneMessages(language: Language, messages: PaneMessages): void {
  MESSAGES.set(language, messages);
}

/**
 * The sentences of the task pane in one language.
 * @throws Error where it was not added: a fault of the program
 */
export function paneMessages(language: Language): PaneMessages {
  const messages = MESSAGES.get(language);
  if (messages === undefined) throw new Error(`No sentences of the pane in ${language}`);
  return messages;
}

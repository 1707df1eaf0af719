import { createContext, useContext } from 'react';
import type { Language } from '../locale/language';
import { paneMessages } from '../locale/pane/index';
import type { PaneMessages } from '../locale/pane/messages';

export interface Words {
  readonly language: Language;
  readonly text: PaneMessages;
}

export function wordsIn(language: Language): Words {
  return { language, text: paneMessages(language) };
}

export const WordsContext = createContext<Words>(wordsIn('zh-CN'));

/** The sentences of the pane in the language it is shown in. */
export function useWords(): Words {
  return useContext(WordsContext);
}

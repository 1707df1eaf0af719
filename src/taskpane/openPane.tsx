import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { WorkbookHost } from '../hosts/host';
import type { Language } from '../locale/language';
import { Pane } from './Pane';
import { PaneSession } from './session';

export interface PaneSetting {
  readonly host: WorkbookHost;
  /** Until the user chooses another. */
  readonly language: Language;
  readonly theme: 'light' | 'dark';
}

/** Shows the pane in an element of the page and reads the workbook once, to name its unit. */
export function openPane(element: Element, { host, language, theme }: PaneSetting): PaneSession {
  let chosen = rememberedLanguage() ?? language;
  const session = new PaneSession(host, () => chosen);
  const choose = (next: Language) => {
    chosen = next;
    remember(next);
  };
  createRoot(element).render(<OpenPane session={session} first={chosen} theme={theme} onChosen={choose} />);
  void session.look();
  return session;
}

interface OpenPaneProps {
  readonly session: PaneSession;
  readonly first: Language;
  readonly theme: PaneSetting['theme'];
  readonly onChosen: (language: Language) => void;
}

function OpenPane({ session, first, theme, onChosen }: OpenPaneProps) {
  const [language, setLanguage] = useState(first);
  const choose = (next: Language) => {
    onChosen(next);
    setLanguage(next);
  };
  return <Pane session={session} language={language} theme={theme} onLanguage={choose} />;
}

const LANGUAGE_KEY = 'kaohe.language';

/**
 * The language that the user chose before, null for none. Storage may be forbidden to a page in a frame: then the choice
 * lasts as long as the pane.
 */
export function rememberedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(LANGUAGE_KEY);
    return stored === 'zh-CN' || stored === 'en' ? stored : null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // The pane has the new language all the same.
  }
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { WorkbookHost } from '../hosts/host';
import type { Language } from '../locale/language';
import { Pane } from './Pane';
import { loadLanguage, loadLanguageOrChinese } from './loadLanguage';
import { recall, remember } from './memory';
import { PaneSession } from './session';
import type { SaveFile } from './session';

export interface PaneSetting {
  readonly host: WorkbookHost;
  /** Until the user chooses another. */
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  /** Where files can be handed to the person: in a page of our own, not in a spreadsheet's pane. */
  readonly saveFile?: SaveFile;
  /** Hides the pane, where the spreadsheet's own button may not. */
  readonly onCollapse?: () => void;
  /** Puts around the pane what its page needs. */
  readonly around?: (pane: ReactElement) => ReactElement;
}

/** A pane on the screen. */
interface OpenedPane {
  readonly session: PaneSession;
  /** Takes it off the screen, and lets go of the workbook. */
  close(): void;
}

/** Shows the pane in an element of the page and reads the workbook once, to name its unit. */
export function openPane(
  element: Element,
  { host, language, theme, saveFile, onCollapse, around = (pane) => pane }: PaneSetting,
): OpenedPane {
  // What is written waits until the language is there; so does what is drawn, which for Chinese is no wait at all.
  let chosen = loadLanguageOrChinese(rememberedLanguage() ?? language);
  let isClosed = false;
  const session = new PaneSession(host, () => chosen, { live: recall('kaohe.live') === 'on' }, saveFile);
  const choose = async (next: Language) => {
    await loadLanguage(next);
    chosen = Promise.resolve(next);
    remember('kaohe.language', next);
  };
  session.subscribe(() => rememberLive(session.state().live));
  const root = createRoot(element);
  void chosen.then((first) => {
    if (isClosed) return;
    root.render(
      around(
        <OpenPane session={session} first={first} theme={theme} onChosen={choose} onCollapse={onCollapse} />,
      ),
    );
  });
  void session.look();
  void session.follow();
  const close = () => {
    isClosed = true;
    void session.close();
    root.unmount();
  };
  return { session, close };
}

interface OpenPaneProps {
  readonly session: PaneSession;
  readonly first: Language;
  readonly theme: PaneSetting['theme'];
  readonly onChosen: (language: Language) => Promise<void>;
  readonly onCollapse: (() => void) | undefined;
}

function OpenPane({ session, first, theme, onChosen, onCollapse }: OpenPaneProps) {
  const [language, setLanguage] = useState(first);
  const choose = (next: Language) => {
    onChosen(next).then(
      () => setLanguage(next),
      (fault: unknown) => session.complain(fault),
    );
  };
  return (
    <Pane session={session} language={language} theme={theme} onLanguage={choose} onCollapse={onCollapse} />
  );
}

/** The language that the user chose before, null for none. */
export function rememberedLanguage(): Language | null {
  const stored = recall('kaohe.language');
  return stored === 'zh-CN' || stored === 'en' ? stored : null;
}

function rememberLive(live: boolean): void {
  const word = live ? 'on' : 'off';
  if (recall('kaohe.live') !== word) remember('kaohe.live', word);
}

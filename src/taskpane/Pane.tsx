import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useId, useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../locale/language';
import { ViewPanels } from './frame/ViewPanels';
import { ViewTabs } from './frame/ViewTabs';
import { CollapseButton } from './parts/CollapseButton';
import { LanguageChoice } from './parts/LanguageChoice';
import type { PaneSession } from './session';
import { VIEWS } from './views';
import { WordsContext, wordsIn } from './words';

/** The system's Chinese fonts after Fluent's own: without them Windows falls back to SimSun. */
const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
};

const useStyles = makeStyles({
  // The workbench gives the pane less than a window's height.
  provider: { minHeight: 'var(--pane-height, 100vh)' },
  page: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '600px',
    minHeight: 'var(--pane-height, 100vh)',
    margin: '0 auto',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingHorizontalL}`,
    overflowWrap: 'anywhere',
    lineBreak: 'strict',
  },
  top: { display: 'flex', justifyContent: 'space-between', alignItems: 'flex-start' },
});

export interface PaneProps {
  readonly session: PaneSession;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly onLanguage: (language: Language) => void;
  /** Hides the pane; absent where the spreadsheet's own button does it well. */
  readonly onCollapse?: (() => void) | undefined;
}

/** The pane, whichever spreadsheet it stands beside. */
export function Pane({ session, language, theme, onLanguage, onCollapse }: PaneProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const words = useMemo(() => wordsIn(language), [language]);
  const views = useMemo(() => VIEWS.filter(({ isOffered }) => isOffered(session)), [session]);
  const id = useId();
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.provider} lang={language}>
      <WordsContext.Provider value={words}>
        <main className={styles.page} aria-busy={state.busy !== null}>
          <div className={styles.top}>
            <ViewTabs
              names={views.map(({ name }) => name)}
              chosen={state.view}
              id={id}
              leavesCorner={onCollapse === undefined}
              onChoose={(name) => session.show(name)}
            />
            {onCollapse && <CollapseButton onCollapse={onCollapse} />}
          </div>
          <ViewPanels views={views} id={id} session={session} state={state} />
          <LanguageChoice language={language} onLanguage={onLanguage} />
        </main>
      </WordsContext.Provider>
    </FluentProvider>
  );
}

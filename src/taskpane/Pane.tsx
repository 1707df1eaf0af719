import { FluentProvider, makeStyles, tokens, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Theme } from '@fluentui/react-components';
import { useMemo, useSyncExternalStore } from 'react';
import type { Language } from '../locale/language';
import { ActionBar } from './parts/ActionBar';
import { EmptyState } from './parts/EmptyState';
import { FaultMessage } from './parts/FaultMessage';
import { LanguageChoice } from './parts/LanguageChoice';
import { OutcomeMessage } from './parts/OutcomeMessage';
import { PaneHeader } from './parts/PaneHeader';
import { Report } from './parts/Report';
import { Shortfalls } from './parts/Shortfalls';
import type { PaneSession } from './session';
import { WordsContext, wordsIn } from './words';

/** The system's Chinese fonts after Fluent's own: without them Windows falls back to SimSun. */
const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: { ...webLightTheme, fontFamilyBase: FONTS },
  dark: { ...webDarkTheme, fontFamilyBase: FONTS },
};

const useStyles = makeStyles({
  provider: { minHeight: '100vh' },
  page: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '600px',
    minHeight: '100vh',
    margin: '0 auto',
    padding: tokens.spacingHorizontalL,
    overflowWrap: 'anywhere',
    lineBreak: 'strict',
  },
});

export interface PaneProps {
  readonly session: PaneSession;
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  readonly onLanguage: (language: Language) => void;
}

/** The pane, whichever spreadsheet it stands beside. */
export function Pane({ session, language, theme, onLanguage }: PaneProps) {
  const styles = useStyles();
  const state = useSyncExternalStore(session.subscribe, session.state);
  const words = useMemo(() => wordsIn(language), [language]);
  const { book, busy, fault, outcome, showsFindings } = state;
  const isEmpty = book !== null && book.tables.length === 0;
  return (
    <FluentProvider theme={THEMES[theme]} className={styles.provider} lang={language}>
      <WordsContext.Provider value={words}>
        <main className={styles.page} aria-busy={busy !== null}>
          <PaneHeader book={book} />
          <ActionBar session={session} state={state} />
          <OutcomeMessage busy={busy} outcome={outcome} />
          {fault !== null && <FaultMessage session={session} fault={fault} />}
          {isEmpty && <EmptyState />}
          {book !== null && !isEmpty && (
            <Report session={session} book={book} showsFindings={showsFindings} />
          )}
          {showsFindings && <Shortfalls shortfalls={session.shortfalls} />}
          <LanguageChoice language={language} onLanguage={onLanguage} />
        </main>
      </WordsContext.Provider>
    </FluentProvider>
  );
}

import {
  Button,
  FluentProvider,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
  webLightTheme,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Language } from '../locale/language';
import type { WorkbenchMessages } from '../locale/workbench/messages';
import { DropZone } from './parts/DropZone';
import { FileBar } from './parts/FileBar';
import { LeaveDialog } from './parts/LeaveDialog';
import { PanePanel } from './parts/PanePanel';
import { SheetPanel } from './parts/SheetPanel';
import { StartPage } from './parts/StartPage';
import { focusFirst, nextRegion } from './regions';
import { sourceOf } from './store';
import type { Notice, WorkbenchStore } from './store';

/** The system's Chinese fonts after Fluent's own: without them Windows falls back to SimSun. */
const FONTS =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

const THEME = { ...webLightTheme, fontFamilyBase: FONTS };

const ACCEPTED = '.xlsx,.xlsm,.xltx,.xltm,.xls,.et,.ods,.csv';

const INTENTS: Readonly<Record<Notice['kind'], 'success' | 'info' | 'error'>> = {
  done: 'success',
  info: 'info',
  failed: 'error',
};

/** A window narrower than this has no room for sheet and pane side by side. */
const SIDE_BY_SIDE = 760;
const PANE_WIDTH = 380;

const useStyles = makeStyles({
  provider: { height: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  page: { display: 'flex', flexDirection: 'column', height: '100%', overflow: 'hidden' },
  scroll: { overflowY: 'auto', flexGrow: 1 },
  bench: { display: 'flex', flexGrow: 1, minHeight: 0 },
  notice: { flexShrink: 0 },
});

export interface WorkbenchProps {
  readonly store: WorkbenchStore;
  readonly language: Language;
  readonly text: WorkbenchMessages;
}

/** The whole page: the start page, or a sheet with the pane beside it. */
export function Workbench({ store, language, text }: WorkbenchProps) {
  const styles = useStyles();
  const { workbook, errand, notice, leaving } = useSyncExternalStore(store.subscribe, store.state);
  const [width, setWidth] = useState(PANE_WIDTH);
  const [isPaneHidden, setPaneHidden] = useState(window.innerWidth < SIDE_BY_SIDE);
  const picker = useRef<HTMLInputElement>(null);
  const pick = () => picker.current?.click();
  const errandDone = useCallback(() => store.errandDone(), [store]);
  useEffect(() => {
    if (errand !== null) setPaneHidden(false);
  }, [errand]);
  useKeys(store, pick);
  return (
    <FluentProvider theme={THEME} className={styles.provider} lang={language}>
      <DropZone
        words={text.dropHere}
        onFile={(file) => store.open(sourceOf(file))}
        onFiles={(files) => store.begin('summary', files)}
      >
        <div className={styles.page}>
          {workbook !== null && (
            <FileBar
              workbook={workbook}
              store={store}
              text={text}
              onOpen={pick}
              isPaneHidden={isPaneHidden}
              onPane={() => setPaneHidden(!isPaneHidden)}
            />
          )}
          {notice !== null && <NoticeBar notice={notice} store={store} text={text} />}
          {workbook === null ? (
            <div className={styles.scroll}>
              <StartPage store={store} text={text} onOpen={pick} />
            </div>
          ) : (
            <div className={styles.bench}>
              <SheetPanel workbook={workbook} store={store} language={language} text={text} />
              <PanePanel
                workbook={workbook}
                errand={errand}
                onErrandDone={errandDone}
                language={language}
                text={text}
                width={width}
                isHidden={isPaneHidden}
                onWidth={setWidth}
              />
            </div>
          )}
        </div>
      </DropZone>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        data-open-file=""
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be picked again.
          target.value = '';
          if (file !== undefined) store.open(sourceOf(file));
        }}
      />
      {leaving !== null && workbook !== null && (
        <LeaveDialog store={store} text={text} fileName={workbook.fileName} />
      )}
    </FluentProvider>
  );
}

interface NoticeBarProps {
  readonly notice: Notice;
  readonly store: WorkbenchStore;
  readonly text: WorkbenchMessages;
}

function NoticeBar({ notice, store, text }: NoticeBarProps) {
  const styles = useStyles();
  return (
    <section aria-label={text.notice} className={styles.notice}>
      <MessageBar intent={INTENTS[notice.kind]} layout="auto">
        <MessageBarBody>{notice.words}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button
              appearance="transparent"
              icon={<Dismiss16Regular />}
              aria-label={text.action.close}
              onClick={() => store.tell(null)}
            />
          }
        />
      </MessageBar>
    </section>
  );
}

/**
 * Ctrl+S saves, Ctrl+O opens and F6 goes on to the next part of the page, whatever has the focus; undo and redo belong to
 * the sheet.
 */
function useKeys(store: WorkbenchStore, pick: () => void): void {
  const latest = useRef(pick);
  latest.current = pick;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'F6' && !event.altKey && !event.metaKey && store.state().workbook !== null) {
        goOn(store, event.shiftKey ? -1 : 1);
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const key = event.key.toLowerCase();
      if (key === 's' && store.state().workbook !== null) void store.save();
      else if (key === 'o') latest.current();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [store]);
}

/** To the next part of the page, as F6 does in Excel. */
function goOn(store: WorkbenchStore, step: 1 | -1): void {
  const region = nextRegion(document.activeElement, step);
  if (region === 'workbench-sheet') store.state().workbook?.host.focusSheet();
  else if (region !== null) focusFirst(region);
}

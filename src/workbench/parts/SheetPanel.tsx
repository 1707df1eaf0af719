import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../locale/language';
import type { WorkbenchMessages } from '../../locale/workbench/messages';
import type { SheetView } from '../sheetView';
import type { WorkbenchStore } from '../store';
import type { OpenWorkbook } from '../workbookFile';

const useStyles = makeStyles({
  panel: { position: 'relative', flexGrow: 1, minWidth: 0, height: '100%', backgroundColor: '#fff' },
  grid: { position: 'absolute', inset: 0 },
  waiting: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    placeItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
});

export interface SheetPanelProps {
  readonly workbook: OpenWorkbook;
  readonly store: WorkbenchStore;
  readonly language: Language;
  readonly text: WorkbenchMessages;
}

/** The sheet on the screen. The grid component is large and comes when it is needed. */
export function SheetPanel({ workbook, store, language, text }: SheetPanelProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [isWaiting, setWaiting] = useState(true);
  useEffect(() => {
    const { host } = workbook;
    let view: SheetView | null = null;
    let isGone = false;
    // An element of its own for each: the one before takes itself down a moment later.
    const element = document.createElement('div');
    element.style.height = '100%';
    place.current?.append(element);
    const open = async () => {
      const { openGrid } = await import(/* webpackChunkName: "grid" */ '../grid/openGrid');
      if (isGone) return;
      const events = {
        typed: host.typed.bind(host),
        computed: host.computed.bind(host),
        selected: host.selected.bind(host),
        undo: () => host.undo(),
        redo: () => host.redo(),
        save: () => void store.save(),
      };
      view = openGrid(element, events, language);
      host.attach(view);
      await view.ready();
      setWaiting(false);
    };
    open().catch((error: unknown) => {
      const detail = error instanceof Error ? error.message : String(error);
      setWaiting(false);
      store.tell({ kind: 'failed', words: text.gridFailed({ detail }) });
    });
    return () => {
      isGone = true;
      host.detach();
      // The component takes its own React root down, which must not happen while another one renders.
      setTimeout(() => {
        view?.close();
        element.remove();
      }, 0);
      setWaiting(true);
    };
  }, [workbook, store, language, text]);
  return (
    <section id="workbench-sheet" className={styles.panel} aria-label={text.sheet} aria-keyshortcuts="F6">
      <div ref={place} className={styles.grid} />
      {isWaiting && (
        <div className={styles.waiting}>
          <Spinner label={text.loading} />
        </div>
      )}
    </section>
  );
}

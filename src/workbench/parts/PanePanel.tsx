import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { Language } from '../../locale/language';
import type { WorkbenchMessages } from '../../locale/workbench/messages';
import { openPane } from '../../taskpane/openPane';
import type { PaneSession } from '../../taskpane/session';
import { downloadFile } from '../saveFile';
import type { Errand } from '../store';
import type { OpenWorkbook } from '../workbookFile';

const NARROWEST = 300;
const WIDEST = 720;
const KEY_STEP = 24;

const useStyles = makeStyles({
  panel: { display: 'flex', height: '100%', flexShrink: 0, maxWidth: '100vw' },
  edgeBox: { display: 'flex', flexShrink: 0 },
  edge: {
    width: '6px',
    flexShrink: 0,
    cursor: 'col-resize',
    touchAction: 'none',
    backgroundColor: tokens.colorNeutralBackground5,
    ':hover': { backgroundColor: tokens.colorBrandStroke2 },
    ':focus-visible': { outline: 'none', backgroundColor: tokens.colorBrandStroke1 },
  },
  pane: { flexGrow: 1, minWidth: 0, overflowY: 'auto', '--pane-height': '100%' },
});

export interface PanePanelProps {
  readonly workbook: OpenWorkbook;
  readonly errand: Errand | null;
  readonly onErrandDone: () => void;
  readonly language: Language;
  readonly text: WorkbenchMessages;
  readonly width: number;
  readonly isHidden: boolean;
  readonly onWidth: (width: number) => void;
}

/** The very pane of the add-in, beside the sheet; its edge can be dragged, or moved with the arrow keys. */
export function PanePanel(props: PanePanelProps) {
  const { workbook, errand, onErrandDone, language, text, width, isHidden, onWidth } = props;
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const [session, setSession] = useState<PaneSession | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    const element = document.createElement('div');
    element.style.height = '100%';
    place.current.replaceChildren(element);
    const { host } = workbook;
    const pane = openPane(element, { host, language, theme: 'light', saveFile: downloadFile });
    const { session } = pane;
    const stay = host.onTravel(() => void session.look());
    setSession(session);
    return () => {
      stay();
      // Not while this root renders: React does not take one root down within another.
      setTimeout(() => pane.close(), 0);
    };
  }, [workbook, language]);
  useEffect(() => {
    if (session?.host !== workbook.host || errand === null) return;
    if (errand.files === null) session.show(errand.task);
    else session.handOver(errand.files);
    onErrandDone();
  }, [session, workbook, errand, onErrandDone]);
  const resize = (to: number) => onWidth(Math.min(WIDEST, Math.max(NARROWEST, Math.round(to))));
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? KEY_STEP : event.key === 'ArrowRight' ? -KEY_STEP : 0;
    if (step !== 0) resize(width + step);
  };
  return (
    <div
      id="workbench-pane"
      className={styles.panel}
      style={{ width, display: isHidden ? 'none' : undefined }}
    >
      <section className={styles.edgeBox} aria-label={text.action.resizePane}>
        <div
          className={styles.edge}
          role="separator"
          aria-orientation="vertical"
          aria-label={text.action.resizePane}
          aria-valuemin={NARROWEST}
          aria-valuemax={WIDEST}
          aria-valuenow={width}
          tabIndex={0}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={drag}
          onKeyDown={press}
        />
      </section>
      <div ref={place} className={styles.pane} />
    </div>
  );
}

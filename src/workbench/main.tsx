import { createRoot } from 'react-dom/client';
import { languageOf } from '../locale/language';
import { workbenchMessages } from '../locale/workbench/index';
import type { SampleName } from '../locale/workbench/messages';
import { loadLanguageOrChinese } from '../taskpane/loadLanguage';
import { rememberedLanguage } from '../taskpane/openPane';
import { WorkbenchStore } from './store';
import { Workbench } from './Workbench';

/** `#sample` opens the first sample, `#sample=department-blank` the one of that name. */
function sampleAsked(names: readonly string[]): SampleName | null {
  const asked = /^#sample(?:=([\w-]+))?$/.exec(location.hash);
  if (asked === null) return null;
  return (names.find((name) => name === asked[1]) ?? names[0] ?? null) as SampleName | null;
}

async function start(): Promise<void> {
  const element = document.getElementById('workbench');
  if (element === null) return;
  const wanted = rememberedLanguage() ?? languageOf(navigator.language) ?? 'zh-CN';
  const language = await loadLanguageOrChinese(wanted);
  document.documentElement.lang = language;
  const text = workbenchMessages(language);
  const store = new WorkbenchStore(language, text);
  keepTab(store, text.title, text.tab);
  createRoot(element).render(<Workbench store={store} language={language} text={text} />);
  const sample = sampleAsked(Object.keys(text.start.sample));
  if (sample !== null) void store.openSample(sample);
}

/** The tab's title names the file, and the browser asks before unsaved changes are lost. */
function keepTab(
  store: WorkbenchStore,
  title: string,
  tab: (p: { file: string; unsaved: boolean }) => string,
): void {
  let forget = () => {};
  let host: unknown = null;
  const name = () => {
    const { workbook } = store.state();
    document.title = workbook === null ? title : tab({ file: workbook.fileName, unsaved: store.isUnsaved });
  };
  store.subscribe(() => {
    const { workbook } = store.state();
    if (workbook?.host !== host) {
      forget();
      host = workbook?.host ?? null;
      forget = workbook?.host.subscribe(name) ?? (() => {});
    }
    name();
  });
  name();
  window.addEventListener('beforeunload', (event) => {
    if (store.isUnsaved) event.preventDefault();
  });
}

void start();

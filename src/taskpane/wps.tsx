import { RendererProvider } from '@fluentui/react-components';
import type { GriffelRenderer } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { findApplication } from '../hosts/wps/findApplication';
import type { EtGlobals } from '../hosts/wps/findApplication';
import { WpsHost } from '../hosts/wps/wpsHost';
import { languageOf } from '../locale/language';
import { paneMessages } from '../locale/pane/index';
import { loadLanguageOrChinese } from './loadLanguage';
import { oldStyles } from './oldStyles';
import { openPane } from './openPane';
import { followRibbon, hidePane } from './wpsShell';
import type { WpsShell } from './wpsShell';

/** The pane in WPS 表格: no Office.js, and nothing is fetched. */
async function start(): Promise<void> {
  const element = document.getElementById('pane');
  if (element === null) return;
  const language = languageOf(navigator.language) ?? 'zh-CN';
  document.documentElement.lang = language;
  const application = findApplication(window as EtGlobals);
  if (application === null) {
    element.textContent = paneMessages(await loadLanguageOrChinese(language)).notInWps;
    return;
  }
  const shell = application as unknown as WpsShell;
  const { session } = openPane(element, {
    host: new WpsHost(application),
    language,
    theme: 'light',
    onCollapse: () => hidePane(shell),
    around: withStylesOf(oldStyles(document)),
  });
  followRibbon(shell, session);
}

function withStylesOf(renderer: GriffelRenderer | null): (pane: ReactElement) => ReactElement {
  return (pane) =>
    renderer === null ? pane : <RendererProvider renderer={renderer}>{pane}</RendererProvider>;
}

void start();

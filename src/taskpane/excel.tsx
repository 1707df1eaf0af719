/// <reference types="office-js" />
import { ExcelHost } from '../hosts/excel/excelHost';
import { languageOf } from '../locale/language';
import { paneMessages } from '../locale/pane/index';
import { loadLanguageOrChinese } from './loadLanguage';
import { openPane } from './openPane';
import { associateRibbon } from './ribbon';

/** Luminance (0–255) under which a background is dark. */
const DARK = 128;

/** The pane in Excel: waits for Office.js, then runs on the open workbook. */
async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const element = document.getElementById('pane');
  if (element === null) return;
  const language = languageOf(host === null ? navigator.language : Office.context.displayLanguage) ?? 'zh-CN';
  document.documentElement.lang = language;
  if (host !== Office.HostType.Excel) {
    element.textContent = paneMessages(await loadLanguageOrChinese(language)).notInExcel;
    return;
  }
  const { session } = openPane(element, { host: new ExcelHost(), language, theme: officeTheme() });
  associateRibbon(session);
}

/** Office's own theme, which need not be the system's; light where Office does not tell. */
function officeTheme(): 'light' | 'dark' {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})/i.exec(theme?.bodyBackgroundColor ?? '');
  if (background === null) return 'light';
  const [red = 0, green = 0, blue = 0] = background.slice(1).map((part) => parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < DARK ? 'dark' : 'light';
}

void start();

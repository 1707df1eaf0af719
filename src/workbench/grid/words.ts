import { mergeLocales } from '@univerjs/core';
import designEn from '@univerjs/design/locale/en-US';
import designZh from '@univerjs/design/locale/zh-CN';
import docsEn from '@univerjs/docs-ui/locale/en-US';
import docsZh from '@univerjs/docs-ui/locale/zh-CN';
import formulaUiEn from '@univerjs/sheets-formula-ui/locale/en-US';
import formulaUiZh from '@univerjs/sheets-formula-ui/locale/zh-CN';
import formulaZh from '@univerjs/sheets-formula/locale/zh-CN';
import formulaEn from '@univerjs/sheets-formula/locale/en-US';
import sheetsUiEn from '@univerjs/sheets-ui/locale/en-US';
import sheetsUiZh from '@univerjs/sheets-ui/locale/zh-CN';
import sheetsEn from '@univerjs/sheets/locale/en-US';
import sheetsZh from '@univerjs/sheets/locale/zh-CN';
import uiEn from '@univerjs/ui/locale/en-US';
import uiZh from '@univerjs/ui/locale/zh-CN';

/** The grid component's own words. */
export const zhCN = mergeLocales(designZh, uiZh, docsZh, sheetsZh, sheetsUiZh, formulaZh, formulaUiZh);
export const enUS = mergeLocales(designEn, uiEn, docsEn, sheetsEn, sheetsUiEn, formulaEn, formulaUiEn);

import { addCatalog } from '../locale/catalog';
import { en } from '../locale/en';
import { en as paneEn } from '../locale/pane/en';
import { addPaneMessages } from '../locale/pane/index';

/** English for the pane and what it writes: a script of its own, for those who read it. */
export function addEnglish(): void {
  addCatalog('en', en);
  addPaneMessages('en', paneEn);
}

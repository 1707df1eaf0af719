/** Fetches what writes whole sheets when there is one to write: checking a workbook, the everyday task, never does. */
export const loadSheetWriter = () => import(/* webpackChunkName: "sheets" */ './wholeSheets');

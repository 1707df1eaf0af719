import { SETTINGS_SHEET } from './readSettings';
import { compact } from './text';

/** Name of the sheet where a workbook keeps the roster, with the columns 考核单位, 类别 and 别名. */
export const ROSTER_SHEET = '考核单位名册';

/** Sheets of a summary. Programs and people look for these names: they are the same in every language. */
export const SUMMARY_SHEETS = {
  standings: '考核汇总',
  problems: '问题清单',
  missing: '未报送',
  items: '分项得分',
  charts: '折合得分图',
} as const;

const OWN_SHEETS: ReadonlySet<string> = new Set([
  SETTINGS_SHEET,
  ROSTER_SHEET,
  ...Object.values(SUMMARY_SHEETS),
]);

/** Whether the program writes the sheet of this name itself: it holds no scoring table. */
export function isOwnSheet(name: string): boolean {
  return OWN_SHEETS.has(compact(name));
}

/** Whether the sheet of this name is the ranking of a summary. */
export function isStandingsSheet(name: string): boolean {
  return compact(name) === SUMMARY_SHEETS.standings;
}

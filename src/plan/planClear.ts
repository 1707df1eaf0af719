import type { EditPlan } from './edits';

/** 清除标记: no mark of ours on any of these sheets; cells stay as they are. */
export function planClear(sheets: readonly string[]): EditPlan {
  return { cells: [], marks: sheets.map((sheet) => ({ sheet, highlights: [], notes: [] })) };
}

import type { Roster } from '../rubric/roster';
import { ROSTER_SHEET } from '../sheet/ownSheets';
import { ROSTER_HEADS } from '../sheet/rosterColumns';
import type { CellLook, SheetCell, SheetContent } from './sheetContent';

const HEAD: CellLook = {
  font: { name: '黑体', size: 11 },
  fill: 'F2F2F2',
  border: true,
  horizontal: 'center',
  vertical: 'center',
};
const BODY: CellLook = {
  font: { name: '宋体', size: 11 },
  border: true,
  vertical: 'center',
  wrap: true,
  // A name such as 2-1 must stay a name.
  format: '@',
};

/** The sheet 考核单位名册: one unit a row, to be edited by hand; `readRoster` reads it again. */
export function rosterSheet(roster: Roster): SheetContent {
  const text = (row: number, column: number, value: string, look: CellLook): SheetCell => ({
    row,
    column,
    content: value === '' ? { kind: 'format' } : { kind: 'value', value },
    look,
  });
  const heads = [ROSTER_HEADS.name, ROSTER_HEADS.category, ROSTER_HEADS.aliases];
  const cells = heads.map((head, column) => text(0, column, head, HEAD));
  roster.units.forEach(({ name, category, aliases }, index) => {
    const row = index + 1;
    cells.push(
      text(row, 0, name, BODY),
      text(row, 1, category, BODY),
      text(row, 2, aliases.join('、'), BODY),
    );
  });
  return {
    name: ROSTER_SHEET,
    cells,
    merges: [],
    widths: [30, 12, 60],
    heights: new Map([[0, 24]]),
    links: [],
    validations: [],
    frozen: { row: 1, column: 0 },
    isProtected: false,
    page: {
      landscape: false,
      titleRows: { from: 0, to: 0 },
      fitWidth: true,
      header: ROSTER_SHEET,
      footer: '&P / &N',
    },
    charts: [],
  };
}

import { isSubdistrict, rosterOf } from '../rubric/rosterReading';
import type { RosterEntry, RosterReading } from '../rubric/rosterReading';
import { splitAliases } from '../rubric/rosterJson';
import { isClosingText } from './closing';
import { gridReader } from './gridReader';
import type { GridReader } from './gridReader';
import type { Grid, GridRow } from './grid';
import { ROSTER_SHEET } from './ownSheets';
import { rosterTable } from './rosterColumns';
import type { RosterColumns } from './rosterColumns';
import { compact, tidyName } from './text';
import { totalKind } from './totalLabels';

/**
 * The roster on the sheet 考核单位名册; null without such a sheet. Read as people paste it: the header may stand below a title
 * and its columns in any order, or be missing; a category may stand once for the units below it, merged, left blank, or
 * as a heading over them (一、街道); a column of numbers and the lines below the list are passed over.
 */
export function readRoster(grids: readonly Grid[]): RosterReading | null {
  const grid = grids.find((one) => compact(one.name) === ROSTER_SHEET);
  return grid === undefined ? null : readRosterGrid(grid);
}

/** The same on a sheet of any name. */
export function readRosterGrid(grid: Grid): RosterReading {
  const reader = gridReader(grid);
  const { from, lists } = rosterTable(reader);
  const rows = reader.rows.filter((row) => row.index >= from);
  return rosterOf(lists.flatMap((list) => entriesOf(reader, rows, list)));
}

function entriesOf(reader: GridReader, rows: readonly GridRow[], list: RosterColumns): RosterEntry[] {
  const entries: RosterEntry[] = [];
  let above = '';
  rows.forEach(({ index: row }, position) => {
    const heading = headingIn(reader, row, list);
    // 一、新碶街道 二、小港街道: where the next line is one too, they are units that are counted so.
    const next = rows[position + 1];
    const isOver = next !== undefined && headingIn(reader, next.index, list) === null;
    if (heading === '' || (heading !== null && isOver)) {
      above = heading;
      return;
    }
    const name = tidyName(reader.text(row, list.name)).replace(COUNTED, '');
    const aliases = list.aliases.flatMap((column) => splitAliases(reader.text(row, column)));
    const written = list.category === null ? '' : tidyName(reader.text(row, list.category));
    if (written !== '') above = written;
    if ((name === '' && written === '' && aliases.length === 0) || isBeside(name)) return;
    // What stands in the merged area above belongs to this unit whatever it is called.
    const isMerged = list.category !== null && reader.coveredFromAbove(row, list.category);
    const carried = isMerged || mayBe(above, name) ? above : '';
    const category = written !== '' ? written : carried !== '' ? carried : list.kind;
    const cell = { row, column: list.name };
    entries.push({ name, category, aliases, entry: row + 1, sheet: reader.grid.name, cell });
  });
  return entries;
}

const COUNTED = /^(?:[(（]?\d{1,3}[)）、.．]|[一二三四五六七八九十]{1,3}、)\s*/;
const COUNT = /[(（]\s*共?\s*\d+\s*[个家]?\s*(?:单位|街道|部门)?\s*[)）]$/;

/** 一、街道（11个）, or words across the list: what the units below are; '' for a title. Null for any other row. */
function headingIn(reader: GridReader, row: number, list: RosterColumns): string | null {
  const cells = (reader.rowAt(row)?.cells ?? []).filter(({ column }) => reader.text(row, column) !== '');
  const [only] = cells;
  if (only === undefined || cells.length > 1 || only.column > list.name) return null;
  const text = tidyName(reader.text(row, only.column));
  const area = reader.merge(row, only.column);
  const isWide = area !== null && area.right > area.left;
  if (!isWide && !/^[一二三四五六七八九十]{1,3}、/.test(text) && !COUNT.test(text) && !TITLE.test(text))
    return null;
  return TITLE.test(text) || isBeside(text) ? '' : text.replace(COUNTED, '').replace(COUNT, '');
}

const TITLE = /(?:名[册单]|一览表?)(?:[(（][^()（）]*[)）])?$|^附[件表]\s*\d*$/;

/** 合计, 共45个单位, 注：…: lines beside the list. */
function isBeside(name: string): boolean {
  return name !== '' && (/^共计?\s*\d+/.test(name) || totalKind(name) !== null || isClosingText(name));
}

/** 街道 once at the top does not make 公安分局 below it a street; a group of any other name holds whoever stands below. */
function mayBe(category: string, name: string): boolean {
  if (/^(?:街道|镇街|乡镇|乡镇街道|街道乡镇)$/.test(category)) return isSubdistrict(name);
  return !/^(?:责任单位|部门|区级部门)$/.test(category) || !isSubdistrict(name);
}

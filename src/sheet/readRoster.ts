import { rosterOf } from '../rubric/rosterReading';
import type { RosterEntry, RosterReading } from '../rubric/rosterReading';
import { splitAliases } from '../rubric/rosterJson';
import { gridReader } from './gridReader';
import type { GridReader } from './gridReader';
import type { Grid } from './grid';
import { compact } from './text';

/** Name of the sheet where a workbook keeps the roster, with the columns 考核单位, 类别 and 别名. */
export const ROSTER_SHEET = '考核单位名册';

/** Heads of the columns, the first of each as the program writes it. */
export const ROSTER_HEADS = {
  name: ['考核单位', '单位', '单位名称', '名称'],
  category: ['类别', '分类'],
  aliases: ['别名', '简称', '其他名称'],
} as const;

/** Rows looked through for the header. */
const HEADER_WITHIN = 20;

/**
 * The roster on the sheet 考核单位名册; null without such a sheet. The header may stand below a title and its columns in any
 * order; without a header the columns are name, category, aliases. Further alias columns count too.
 */
export function readRoster(grids: readonly Grid[]): RosterReading | null {
  const grid = grids.find((one) => compact(one.name) === ROSTER_SHEET);
  if (grid === undefined) return null;
  const reader = gridReader(grid);
  const header = headerOf(reader);
  const columns = header?.columns ?? { name: 0, category: 1, aliases: [2] };
  const entries: RosterEntry[] = [];
  for (const row of reader.rows) {
    if (header !== null && row.index <= header.row) continue;
    const text = (column: number | undefined): string =>
      column === undefined ? '' : reader.text(row.index, column);
    const aliases = columns.aliases.flatMap((column) => splitAliases(text(column)));
    const [name, category] = [text(columns.name), text(columns.category)];
    if (name === '' && category === '' && aliases.length === 0) continue;
    const cell = { row: row.index, column: columns.name };
    entries.push({ name, category, aliases, entry: row.index + 1, sheet: grid.name, cell });
  }
  return rosterOf(entries);
}

interface RosterColumns {
  readonly name: number;
  readonly category: number | undefined;
  readonly aliases: readonly number[];
}

function headerOf(reader: GridReader): { readonly row: number; readonly columns: RosterColumns } | null {
  for (const row of reader.rows.slice(0, HEADER_WITHIN)) {
    const titled = (heads: readonly string[]): number[] =>
      row.cells
        .filter((cell) => heads.includes(compact(reader.text(row.index, cell.column))))
        .map((cell) => cell.column);
    const [name] = titled(ROSTER_HEADS.name);
    if (name === undefined) continue;
    const [category] = titled(ROSTER_HEADS.category);
    return { row: row.index, columns: { name, category, aliases: titled(ROSTER_HEADS.aliases) } };
  }
  return null;
}

import type { CellRef } from '../rubric/finding';
import { computeCell } from './formula';
import { textOf } from './gridReader';
import type { GridReader } from './gridReader';
import type { CellValue, GridRow } from './grid';
import { SETTING_KEYS } from './settings';
import type { SettingKey } from './settings';
import { compact, isBlankText } from './text';

/** One row of the sheet 考核设置 that names a setting. */
export interface SettingPlace {
  readonly key: SettingKey;
  /** As written. */
  readonly label: string;
  readonly labelCell: CellRef;
  /** Where the value stands, or would be typed; the label's own cell where both stand in one (折算满分：10). */
  readonly cell: CellRef;
  readonly value: CellValue;
}

/** Rows after these are no settings. */
const MOST_ROWS = 500;

/** Over the values, where the sheet has a header and maybe a column of remarks. */
const VALUE_HEADERS: ReadonlySet<string> = new Set(['值', '设置值', '参数值', '取值', '设定值']);

const KEYS = new Map<string, SettingKey>(SETTING_KEYS.map(([key, label]) => [label, key]));

/** The setting that a name on the sheet means. */
export function settingKeyOf(label: string): SettingKey | undefined {
  return KEYS.get(compact(label));
}

/** Every row that names a setting, in sheet order; of several for one setting the last that has a value holds. */
export function settingPlaces(reader: GridReader): readonly SettingPlace[] {
  const places: SettingPlace[] = [];
  let valueColumn: number | null = null;
  for (const row of reader.rows.slice(0, MOST_ROWS)) {
    valueColumn ??= headedColumn(reader, row);
    const first = row.cells.find((cell) => reader.text(row.index, cell.column) !== '');
    if (first === undefined) continue;
    const [label = '', inline] = splitLabel(reader.text(row.index, first.column));
    const key = settingKeyOf(label);
    if (key === undefined) continue;
    const labelCell = { row: row.index, column: first.column };
    const beside = inline === undefined ? valueBeside(reader, row, first.column, valueColumn) : null;
    const cell = beside === null ? labelCell : { row: row.index, column: beside.column };
    places.push({ key, label, labelCell, cell, value: inline ?? beside?.value ?? null });
  }
  return places;
}

function headedColumn(reader: GridReader, row: GridRow): number | null {
  const header = row.cells.find(({ column }) => VALUE_HEADERS.has(reader.word(row.index, column)));
  return header?.column ?? null;
}

function splitLabel(text: string): [string, string?] {
  const match = /^([^:：]*)[:：]\s*([^]*)$/.exec(text);
  if (match === null) return [text];
  const rest = (match[2] ?? '').trim();
  return rest === '' ? [match[1] ?? ''] : [match[1] ?? '', rest];
}

/**
 * The value right of a name: under the header of the values, else the first that is there, else the next cell. A formula
 * that was never computed counts with its result.
 */
function valueBeside(
  reader: GridReader,
  row: GridRow,
  after: number,
  headed: number | null,
): { readonly column: number; readonly value: CellValue } {
  const next = (reader.merge(row.index, after)?.right ?? after) + 1;
  const isHeaded = headed !== null && headed >= next;
  for (const { column, value, formula } of row.cells) {
    if (column < next || (isHeaded && column !== headed)) continue;
    const shown =
      value === null && formula !== null ? (computeCell(reader, { row: row.index, column }) ?? null) : value;
    if (shown !== null && !(typeof shown === 'string' && isBlankText(shown))) return { column, value: shown };
  }
  return { column: isHeaded ? headed : next, value: null };
}

/** Whether nothing was entered for the setting. */
export function isBlankSetting(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && textOf(value).trim() === '');
}

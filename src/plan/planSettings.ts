import type { CellRef } from '../rubric/finding';
import type { Grid } from '../sheet/grid';
import { gridReader } from '../sheet/gridReader';
import { SETTINGS_SHEET, settingValue } from '../sheet/readSettings';
import { settingPlaces } from '../sheet/settingPlaces';
import type { SettingPlace } from '../sheet/settingPlaces';
import { SETTING_KEYS, settingText } from '../sheet/settings';
import type { SettingKey } from '../sheet/settings';
import { compact } from '../sheet/text';
import type { CellEdit, EditPlan } from './edits';
import { newSettingsSheet } from './newSettingsSheet';

/** Settings as a person typed them; '' is the default. */
export type SettingTexts = Readonly<Partial<Record<SettingKey, string>>>;

/**
 * Writes changed settings into the sheet 考核设置: where a setting stands it is edited there, whatever the order of the rows;
 * what is not there yet comes below all that is; a workbook without the sheet gets one. Everything else on it stays.
 */
export function planSettings(grids: readonly Grid[], changes: SettingTexts): EditPlan {
  const grid = grids.find((one) => compact(one.name) === SETTINGS_SHEET);
  const texts = SETTING_KEYS.flatMap(([key, label]) => {
    const text = changes[key];
    return text === undefined ? [] : [{ key, label, value: contentOf(key, text) }];
  });
  if (grid === undefined) {
    const values = new Map(texts.map(({ key, value }) => [key, value]));
    const isNeeded = texts.some(({ value }) => value !== null);
    return { cells: [], marks: [], ...(isNeeded && { sheets: [newSettingsSheet(values)] }) };
  }
  const places = settingPlaces(gridReader(grid));
  const missing = texts.filter(
    ({ key, value }) => value !== null && !places.some((place) => place.key === key),
  );
  return {
    cells: [
      ...texts.flatMap(({ key, value }) => editsOf(grid.name, placesOf(places, key), value)),
      ...missing.flatMap(({ label, value }, index) => appended(grid, places, index, label, value)),
    ],
    marks: [],
  };
}

type Content = string | number | null;

/** What a cell gets for a typed text: what it means, or the text as it is where it means nothing. Null: nothing. */
function contentOf(key: SettingKey, text: string): Content {
  if (text.trim() === '') return null;
  const value = settingValue(key, text);
  if (value === undefined) return text.trim();
  if (typeof value === 'number') return value;
  const shown = settingText(key, value);
  return shown === '' ? null : shown;
}

/** Of several rows for one setting the last that has a value holds: it is the one to edit, and all are when it is taken back. */
function placesOf(places: readonly SettingPlace[], key: SettingKey): readonly SettingPlace[] {
  return places.filter((place) => place.key === key);
}

function editsOf(sheet: string, places: readonly SettingPlace[], value: Content): CellEdit[] {
  const meant = value === null ? places : places.slice(-1);
  return meant.map((place) => {
    const { cell, labelCell, label } = place;
    const isOneCell = cell.row === labelCell.row && cell.column === labelCell.column;
    const content = isOneCell ? `${label}：${value ?? ''}` : value;
    return { sheet, ...cell, content: { kind: 'value', value: content } };
  });
}

/** A new row below everything, in the look of the last row that names a setting. */
function appended(
  grid: Grid,
  places: readonly SettingPlace[],
  index: number,
  label: string,
  value: Content,
): CellEdit[] {
  const last = places[places.length - 1];
  const lastRow = grid.rows[grid.rows.length - 1]?.index ?? -1;
  const row = lastRow + 1 + index;
  const column = last?.labelCell.column ?? 0;
  const isApart = last !== undefined && last.cell.column !== last.labelCell.column;
  const edit = (at: number, content: Content, like: CellRef | undefined): CellEdit => ({
    sheet: grid.name,
    row,
    column: at,
    content: { kind: 'value', value: content },
    ...(like !== undefined && { like }),
  });
  return [
    edit(column, label, last?.labelCell),
    edit(isApart ? last.cell.column : column + 1, value, isApart ? last.cell : undefined),
  ];
}

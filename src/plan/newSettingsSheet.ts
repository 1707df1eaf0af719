import { DEFAULT_SETTINGS, SETTING_KEYS } from '../sheet/settings';
import type { SettingKey } from '../sheet/settings';
import { LOOKS } from './blank/looks';
import { settingsSheet } from './blank/settingsSheet';
import type { SheetContent } from './sheetContent';

/**
 * The sheet 考核设置 in the look of those that are sent out, for a workbook that has none: open to everybody, with the values
 * that were given, and blank where the default holds, so that nobody takes it for somebody's choice.
 */
export function newSettingsSheet(values: ReadonlyMap<SettingKey, string | number | null>): SheetContent {
  const sheet = settingsSheet(DEFAULT_SETTINGS, true);
  const keyOf = new Map(SETTING_KEYS.map(([key, label]) => [label, key]));
  const rows = new Map<number, SettingKey>();
  for (const { row, column, content } of sheet.cells) {
    const key = column === 0 && content.kind === 'value' ? keyOf.get(String(content.value)) : undefined;
    if (key !== undefined) rows.set(row, key);
  }
  const cells = sheet.cells.map((cell) => {
    const key = cell.column === 1 ? rows.get(cell.row) : undefined;
    if (key === undefined) return cell;
    return { ...cell, content: { kind: 'value', value: values.get(key) ?? null }, look: LOOKS.open } as const;
  });
  return { ...sheet, cells, isProtected: false };
}

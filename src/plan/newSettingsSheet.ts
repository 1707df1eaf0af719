import { SETTINGS_SHEET } from '../sheet/readSettings';
import { SETTING_KEYS } from '../sheet/settings';
import type { SettingKey } from '../sheet/settings';
import type { CellLook, SheetContent } from './sheetContent';

const FONT = { name: '宋体', size: 11 };
const HEADER: CellLook = {
  font: { ...FONT, bold: true },
  fill: 'E7E6E6',
  border: true,
  horizontal: 'center',
  vertical: 'center',
};
const NAME: CellLook = { font: FONT, border: true, vertical: 'center' };
const VALUE: CellLook = { font: FONT, border: true, horizontal: 'left', vertical: 'center', wrap: true };

/** Written by the program, of no use to a person who fills in the sheet. */
const OWN_KEYS: ReadonlySet<SettingKey> = new Set<SettingKey>(['fingerprint']);

/** The sheet 考核设置: every setting with the value it was given, blank where the default holds. */
export function newSettingsSheet(values: ReadonlyMap<SettingKey, string | number | null>): SheetContent {
  const keys = SETTING_KEYS.filter(([key]) => !OWN_KEYS.has(key) || (values.get(key) ?? null) !== null);
  const rows: readonly (readonly [string, string | number | null, CellLook, CellLook])[] = [
    ['名称', '值', HEADER, HEADER],
    ...keys.map(([key, label]) => [label, values.get(key) ?? null, NAME, VALUE] as const),
  ];
  return {
    name: SETTINGS_SHEET,
    cells: rows.flatMap(([name, value, nameLook, valueLook], row) => [
      { row, column: 0, content: { kind: 'value', value: name }, look: nameLook },
      { row, column: 1, content: { kind: 'value', value }, look: valueLook },
    ]),
    merges: [],
    widths: [20, 40],
    heights: new Map(),
    links: [],
    validations: [],
    frozen: { row: 1, column: 0 },
    isProtected: false,
    page: null,
    charts: [],
  };
}

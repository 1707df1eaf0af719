import { FORM_WORDS } from '../../locale/formWords';
import { SETTINGS_SHEET } from '../../sheet/readSettings';
import { SETTING_KEYS, settingText } from '../../sheet/settings';
import type { SettingKey, Settings } from '../../sheet/settings';
import type { SheetCell, SheetContent } from '../sheetContent';
import { LOOKS, SIZES } from './looks';
import { wrappedHeight } from './textHeight';

const WIDTHS = [20, 46, 50] as const;

/**
 * The sheet 考核设置 of these settings: every key with its value and what it means. It is protected like the scoring sheet
 * beside it; `isUnitOpen` leaves the unit's name to be typed in.
 */
export function settingsSheet(settings: Settings, isUnitOpen: boolean): SheetContent {
  const { title, name, value, meaning, meanings, hint } = FORM_WORDS.settings;
  const cells: SheetCell[] = [];
  const heights = new Map<number, number>();
  const put = (row: number, column: number, text: string | number, look: SheetCell['look']) =>
    cells.push({
      row,
      column,
      content: text === '' ? { kind: 'format' } : { kind: 'value', value: text },
      look,
    });
  put(0, 0, title, LOOKS.title);
  put(0, 1, '', LOOKS.title);
  put(0, 2, '', LOOKS.title);
  heights.set(0, 34);
  [name, value, meaning].forEach((label, column) => put(1, column, label, LOOKS.header));
  heights.set(1, 24);
  SETTING_KEYS.forEach(([key, label], index) => {
    const row = index + 2;
    const shown = shownValue(settings, key);
    put(row, 0, label, LOOKS.figure);
    put(row, 1, shown, isUnitOpen && key === 'unit' ? LOOKS.open : LOOKS.text);
    put(row, 2, meanings[key], LOOKS.text);
    heights.set(
      row,
      Math.max(
        24,
        wrappedHeight(String(shown), WIDTHS[1], SIZES.body),
        wrappedHeight(meanings[key], WIDTHS[2], SIZES.body),
      ),
    );
  });
  const last = SETTING_KEYS.length + 2;
  put(last, 0, hint, LOOKS.line);
  heights.set(last, 26);
  return {
    name: SETTINGS_SHEET,
    cells,
    merges: [
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: last, left: 0, bottom: last, right: 2 },
    ],
    widths: WIDTHS,
    heights,
    links: [],
    validations: [],
    frozen: null,
    isProtected: true,
    page: { landscape: true, titleRows: null, fitWidth: true, header: '', footer: '' },
    charts: [],
  };
}

function shownValue(settings: Settings, key: SettingKey): string | number {
  const value = settings[key];
  return typeof value === 'number' ? value : settingText(key, value);
}

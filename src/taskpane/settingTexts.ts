import type { CheckedBook } from '../check/report';
import type { PaneSetting } from '../locale/pane/messages';
import { settingValue } from '../sheet/readSettings';
import { settingKeyOf } from '../sheet/settingPlaces';
import { settingText } from '../sheet/settings';

/** The settings of the form in its groups, in the order in which people come to them. */
export const SETTING_GROUPS = {
  check: ['stage'],
  conversion: ['convertedFull', 'convertedBase', 'bonusConverted', 'bands', 'decimals'],
  limits: ['bonusCap', 'totalCap', 'gapLimit', 'smallestStep'],
  sheet: ['year', 'unit'],
} as const satisfies Record<string, readonly PaneSetting[]>;

export type SettingTexts = Readonly<Partial<Record<PaneSetting, string>>>;

/** What stands in the workbook, as a person would type it; absent where nothing does. What is not understood is there too. */
export function settingTexts({ settings, findings }: CheckedBook): SettingTexts {
  const given = settings.given.map((key) => [key, settingText(key, settings[key])] as const);
  const misread = findings.flatMap((one) =>
    one.code === 'settings/invalid' && 'key' in one.params && typeof one.received === 'string'
      ? [[settingKeyOf(String(one.params.key)), one.received] as const]
      : [],
  );
  return Object.fromEntries([...given, ...misread]) as SettingTexts;
}

/** Whether the text means something for the setting; blank is the default. */
export function isFitting(key: PaneSetting, text: string): boolean {
  return text.trim() === '' || settingValue(key, text) !== undefined;
}

import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { SETTING_KEYS, settingText } from '../../sheet/settings';
import type { SummaryEntry } from './entries';
import type { Conversion } from './submission';

type ConversionKey = keyof Conversion;

/** How most of a category are converted, and who is not: their converted scores should not be ranked together unseen. */
export function usualConversion(entries: readonly SummaryEntry[]): Conversion | null {
  // Equal ones are mostly one and the same: counted as they are first, then by what they say.
  const times = new Map<Conversion, number>();
  for (const { table } of entries) times.set(table.conversion, (times.get(table.conversion) ?? 0) + 1);
  const counts = new Map<string, { readonly conversion: Conversion; count: number }>();
  for (const [conversion, count] of times) {
    const key = JSON.stringify(conversion);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { conversion, count });
    else known.count += count;
  }
  let most: { readonly conversion: Conversion; readonly count: number } | null = null;
  for (const one of counts.values()) if (most === null || one.count > most.count) most = one;
  return most?.conversion ?? null;
}

/** What a workbook's own 考核设置 converts in another way than most of its category. */
export function conversionFinding({ table }: SummaryEntry, usual: Conversion | null): Finding | null {
  const { conversion } = table;
  if (usual === null || conversion === usual) return null;
  const differing = SETTING_KEYS.flatMap(([key, label]) => {
    if (!isConversionKey(key, conversion)) return [];
    const [own, others] = [settingText(key, conversion[key]), settingText(key, usual[key])];
    return own === others ? [] : [{ label, own, usual: others }];
  });
  if (differing.length === 0) return null;
  return finding({
    code: 'summary/conversion-differs',
    severity: 'warning',
    sheet: table.sheet,
    cell: table.at,
    params: { settings: differing },
  });
}

function isConversionKey(key: string, conversion: Conversion): key is ConversionKey {
  return Object.prototype.hasOwnProperty.call(conversion, key);
}

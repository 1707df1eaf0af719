import { finding } from '../../rubric/finding';
import type { Finding } from '../../rubric/finding';
import type { ScoringBook } from '../../sheet/table';

/** Nobody said how totals are converted, so the defaults were used: told once a workbook. */
export function defaultWeight({ settings, tables }: ScoringBook): readonly Finding[] {
  if (tables.length === 0 || settings.bands.length > 0 || settings.given.includes('convertedFull')) return [];
  return [
    finding({
      code: 'settings/default-weight',
      severity: 'notice',
      sheet: null,
      cell: null,
      params: { full: settings.convertedFull, base: settings.convertedBase },
    }),
  ];
}

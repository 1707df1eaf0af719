import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import type { SummaryEntry } from './entries';
import { majorityOf } from './majority';

/** The year of a round: the year of most tables that name one, else the only one, where half of them name it; null: none. */
export function yearOfRound(entries: readonly SummaryEntry[]): number | null {
  const years = entries.flatMap(({ table }) => table.year ?? []);
  const majority = majorityOf(years, String);
  if (majority !== null && majority.count * 2 >= entries.length) return majority.value;
  // A year that few tables name is theirs, and need not be the others'.
  const isShared = new Set(years).size === 1 && years.length * 2 >= entries.length;
  return isShared ? (years[0] ?? null) : null;
}

/** A table of another year than the round's; where no year of the round can be told, every table that names one. */
export function yearFinding(
  { table }: SummaryEntry,
  round: number | null,
  years: readonly number[],
): Finding | null {
  if (table.year === null || table.year === round || (round === null && years.length < 2)) return null;
  return finding({
    code: 'summary/year-differs',
    severity: 'warning',
    sheet: table.sheet,
    cell: table.at,
    params: { year: table.year, round, years },
  });
}

/** The different years that the tables name, in order. */
export function yearsNamed(entries: readonly SummaryEntry[]): readonly number[] {
  return [...new Set(entries.flatMap(({ table }) => table.year ?? []))].sort((a, b) => a - b);
}

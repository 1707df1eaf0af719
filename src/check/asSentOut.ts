import { compareSent, fitsFingerprint } from '../rubric/sentFingerprint';
import type { RubricDifference } from '../rubric/fingerprint';
import { recogniseUnit } from '../rubric/roster';
import type { Settings } from '../sheet/settings';
import type { ScoringTable } from '../sheet/table';

/** How a table compares with the rubric that its 细则指纹 was made of. */
export type SentComparison =
  /** There is no fingerprint. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly differences: readonly RubricDifference[] }
  /** It is another rubric, or the fingerprint tells no more than that something differs. */
  | { readonly kind: 'other' };

interface Kept {
  readonly text: string | null;
  readonly unit: string | null;
  readonly found: SentComparison;
}

/** By `rubricKey`. */
const kept = new WeakMap<object, Kept>();

/** Holds a table against the fingerprint that travels with its workbook; several checks ask for the same one. */
export function comparedWithSent(table: ScoringTable, { fingerprint }: Settings): SentComparison {
  const known = kept.get(table.rubricKey);
  if (known !== undefined && known.text === fingerprint && known.unit === table.unit) return known.found;
  const found = fingerprint === null ? ({ kind: 'unknown' } as const) : compare(table, fingerprint);
  kept.set(table.rubricKey, { text: fingerprint, unit: table.unit, found });
  return found;
}

/** Whether the table's rubric still is, word for word, the one that was sent out. */
export function isAsSentOut(table: ScoringTable, settings: Settings): boolean {
  return comparedWithSent(table, settings).kind === 'same';
}

function compare(table: ScoringTable, text: string): SentComparison {
  const sections = table.sections.map(({ name, items }) => ({
    name,
    items: items.flatMap((index) => table.items[index] ?? []),
  }));
  if (fitsFingerprint(text, sections)) return { kind: 'same' };
  const read = table.items.map(({ section, max, criterion }) => ({
    section: table.sections[section]?.name ?? '',
    max,
    criterion,
  }));
  // A unit's cut of a table lacks the other units' sections on purpose.
  const isExpected = (section: string) => {
    const owner = recogniseUnit(section)?.name ?? null;
    return owner === null || owner === table.unit;
  };
  const differences = compareSent(text, read, isExpected);
  if (differences === null) return { kind: 'other' };
  return differences.length === 0 ? { kind: 'same' } : { kind: 'changed', differences };
}

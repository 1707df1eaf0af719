import type { ScoringTable } from './table';

/**
 * A question about what a rubric says (its words, maxima and places, no scores), answered once for all tables that were
 * filled in on one form.
 */
export function byRubric<T>(
  answer: (table: Pick<ScoringTable, 'rubricKey' | 'sections' | 'items'>) => T,
): (table: Pick<ScoringTable, 'rubricKey' | 'sections' | 'items'>) => T {
  const known = new WeakMap<object, { readonly said: T }>();
  return (table) => {
    const before = known.get(table.rubricKey);
    if (before !== undefined) return before.said;
    const said = answer(table);
    known.set(table.rubricKey, { said });
    return said;
  };
}

import type { Finding, Severity } from '../rubric/finding';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Findings in the order in which a person walks through the sheet: row, column, gravest first; those without a cell lead. */
export function inSheetOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.cell?.row ?? -1) - (b.cell?.row ?? -1) ||
      (a.cell?.column ?? -1) - (b.cell?.column ?? -1) ||
      RANK[a.severity] - RANK[b.severity] ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

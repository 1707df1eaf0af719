import { inSheetOrder } from '../check/order';
import type { CheckedBook, CheckedTable } from '../check/report';
import { fixesIn } from '../plan/planFix';
import type { Fix, FixesOf } from '../plan/planFix';
import type { Attainable } from '../rubric/clause';
import type { CellRef, Finding, Severity } from '../rubric/finding';
import type { Grid } from '../sheet/grid';
import type { TableItem } from '../sheet/table';

/** Gravest first: the order in which the pane shows them. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** A finding with the rule it is about. */
export interface ReportedFinding {
  readonly finding: Finding;
  /** The rule sentence in three parts: before, in and after what was read; null where no rule is meant. */
  readonly quote: Quote | null;
  /** Null where no item is meant, or the scores are open. */
  readonly attainable: Attainable | null;
  readonly fixes: readonly Fix[];
  /** The sheet as it was read; null where the whole workbook is meant. */
  readonly grid: Grid | null;
}

export interface Quote {
  readonly before: string;
  readonly read: string;
  readonly after: string;
}

/** The findings of one table, or those of the whole workbook (`table` null). */
export interface ReportSection {
  readonly table: CheckedTable | null;
  readonly bySeverity: Readonly<Record<Severity, readonly ReportedFinding[]>>;
}

/** Findings for reading: table by table, gravest first, in sheet order; those of the whole workbook last. */
export function reportOf(book: CheckedBook): readonly ReportSection[] {
  const fixesOf = fixesIn(book);
  const general: ReportSection = {
    table: null,
    bySeverity: grouped(inSheetOrder(book.findings), null, fixesOf),
  };
  const tables = book.tables.map((table) => ({
    table,
    bySeverity: grouped(table.findings, table, fixesOf),
  }));
  return book.findings.length > 0 ? [...tables, general] : tables;
}

export function countsOf(sections: readonly ReportSection[]): SeverityCounts {
  const count = (severity: Severity) =>
    sections.reduce((sum, { bySeverity }) => sum + bySeverity[severity].length, 0);
  return { error: count('error'), warning: count('warning'), notice: count('notice') };
}

function grouped(
  findings: readonly Finding[],
  table: CheckedTable | null,
  fixesOf: FixesOf,
): ReportSection['bySeverity'] {
  const indexOf = table === null ? () => -1 : itemIndex(table);
  const of = (severity: Severity) =>
    findings
      .filter((one) => one.severity === severity)
      .map((one) => reported(one, table, indexOf(one), fixesOf));
  return { error: of('error'), warning: of('warning'), notice: of('notice') };
}

function reported(
  finding: Finding,
  checked: CheckedTable | null,
  index: number,
  fixesOf: FixesOf,
): ReportedFinding {
  const item = checked?.table.items[index];
  const common = {
    finding,
    fixes: checked === null ? [] : fixesOf(checked, finding),
    grid: checked?.table.grid ?? null,
  };
  if (checked === null || item === undefined) return { ...common, quote: null, attainable: null };
  const attainable = checked.attainable[index] ?? null;
  return {
    ...common,
    quote: item.criterion === '' ? null : quoteOf(item.criterion, finding.clause ?? ''),
    attainable: attainable?.kind === 'any' ? null : attainable,
  };
}

/** Gives the item that the finding's cell belongs to, one that applies before others; -1 for none. */
function itemIndex({ table, applies }: CheckedTable): (finding: Finding) => number {
  const byCell = new Map<string, number>();
  for (const index of [...applies, ...table.items.keys()]) {
    const item = table.items[index];
    for (const cell of item === undefined ? [] : cellsOf(item)) {
      if (cell !== null && !byCell.has(keyOf(cell))) byCell.set(keyOf(cell), index);
    }
  }
  return ({ cell }) => (cell === null ? -1 : (byCell.get(keyOf(cell)) ?? -1));
}

function cellsOf({ self, review, maxCell, criterionCell, reason }: TableItem): readonly (CellRef | null)[] {
  return [self, review, maxCell, criterionCell, reason];
}

const keyOf = ({ row, column }: CellRef) => `${row},${column}`;

/** Most characters of a rule sentence before and after the clause that is quoted, and of one quoted whole. */
const CONTEXT = 40;
const WHOLE = 120;

/** The clause in its sentence, with as much around it as fits in the pane. */
export function quoteOf(criterion: string, clause: string): Quote {
  const start = clause === '' ? -1 : criterion.indexOf(clause);
  if (start < 0) return { before: beginning(criterion, WHOLE), read: '', after: '' };
  const before = criterion.slice(0, start);
  const after = criterion.slice(start + clause.length);
  if (criterion.length <= WHOLE) return { before, read: clause, after };
  return { before: ending(before, CONTEXT), read: clause, after: beginning(after, CONTEXT) };
}

function beginning(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}……`;
}

function ending(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `……${characters.slice(-length).join('')}`;
}

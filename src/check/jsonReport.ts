import { findingSentence } from '../locale/catalog';
import type { Language } from '../locale/language';
import type { Stage } from '../locale/messages';
import type { Attainable } from '../rubric/clause';
import type { Finding, FindingCode, Severity } from '../rubric/finding';
import type { Form } from '../rubric/rubric';
import { cellAddress } from '../sheet/address';
import type { ScoreCell } from '../sheet/table';
import { scoreNumber } from './cells';
import type { CheckedBook, CheckedTable, ColumnTotals } from './report';

/** One input of a report: `checked` is null where the file could not be read, and `findings` tell why. */
export interface ReportInput {
  readonly path: string;
  readonly checked: CheckedBook | null;
  /** The file was read, but nothing came of it. Absent: readable where it was checked. */
  readonly readable?: boolean;
  readonly findings: readonly Finding[];
}

/** The report for programs, version 1. Its shape is public: extended, never changed. */
export interface JsonReport {
  readonly version: 1;
  readonly files: readonly JsonFile[];
  readonly counts: {
    readonly files: number;
    readonly unreadable: number;
    readonly errors: number;
    readonly warnings: number;
    readonly notices: number;
  };
}

export interface JsonFile {
  readonly path: string;
  readonly readable: boolean;
  readonly findings: readonly JsonFinding[];
  readonly sheets: readonly JsonSheet[];
}

export interface JsonSheet {
  readonly name: string;
  readonly form: Form;
  readonly unit: string | null;
  readonly stage: Stage;
  readonly items: readonly JsonItem[];
  readonly sections: readonly JsonSection[];
  readonly totals: { readonly self: ColumnTotals | null; readonly review: ColumnTotals | null };
  readonly findings: readonly JsonFinding[];
}

export interface JsonItem {
  readonly section: string;
  readonly bonus: boolean;
  readonly max: number | null;
  readonly criterion: string;
  readonly attainable: Attainable;
  readonly self: JsonScore | null;
  readonly review: JsonScore | null;
}

export interface JsonScore {
  readonly cell: string;
  readonly value: number | null;
}

export interface JsonSection {
  readonly name: string;
  readonly points: number | null;
  readonly self: number | null;
  readonly review: number | null;
}

export interface JsonFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
  readonly received?: string | number | boolean | null;
  readonly expected?: string | number;
  readonly suggestions?: readonly (number | string)[];
  readonly clause?: string;
}

/** Everything that was found, as plain data; sentences in the given language. */
export function toJsonReport(inputs: readonly ReportInput[], language: Language): JsonReport {
  const files = inputs.map((input) => toFile(input, language));
  const all = files.flatMap((file) => [...file.findings, ...file.sheets.flatMap((sheet) => sheet.findings)]);
  const count = (severity: Severity) => all.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    files,
    counts: {
      files: files.length,
      unreadable: files.filter((file) => !file.readable).length,
      errors: count('error'),
      warnings: count('warning'),
      notices: count('notice'),
    },
  };
}

function toFile({ path, checked, findings, readable }: ReportInput, language: Language): JsonFile {
  return {
    path,
    readable: readable ?? checked !== null,
    findings: [...findings, ...(checked?.findings ?? [])].map((one) => toJsonFinding(one, language)),
    sheets: (checked?.tables ?? []).map((table) => toSheet(table, language)),
  };
}

function toSheet(checked: CheckedTable, language: Language): JsonSheet {
  const { table, stage, applies, attainable, sections, totals, findings } = checked;
  return {
    name: table.grid.name,
    form: table.form,
    unit: table.unit,
    stage,
    items: applies.flatMap((index): JsonItem[] => {
      const item = table.items[index];
      const section = table.sections[item?.section ?? -1];
      if (!item) return [];
      return [
        {
          section: section?.name ?? '',
          bonus: section?.bonus ?? false,
          max: item.max,
          criterion: item.criterion,
          attainable: attainable[index] ?? { kind: 'any' },
          self: toScore(item.self),
          review: toScore(item.review),
        },
      ];
    }),
    sections: sections.map(({ name, points, self, review }) => ({ name, points, self, review })),
    totals,
    findings: findings.map((one) => toJsonFinding(one, language)),
  };
}

function toScore(cell: ScoreCell | null): JsonScore | null {
  return cell && { cell: cellAddress(cell), value: scoreNumber(cell) };
}

/** A finding as the report has it. */
export function toJsonFinding(one: Finding, language: Language): JsonFinding {
  const { code, severity, sheet, cell, received, expected, suggestions, clause } = one;
  return {
    code,
    severity,
    sheet,
    cell: cell && cellAddress(cell),
    message: findingSentence(one, language),
    ...(received !== undefined && { received }),
    ...(expected !== undefined && { expected }),
    ...(suggestions !== undefined && suggestions.length > 0 && { suggestions }),
    ...(clause !== undefined && clause !== '' && { clause }),
  };
}

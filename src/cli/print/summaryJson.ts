import type { FiledFinding, Summary } from '../../check/across/acrossFiles';
import { type JsonFinding, type JsonReport, toJsonFinding } from '../../check/jsonReport';
import type { Severity } from '../../rubric/finding';
import { type PackedReport, sheetsJson } from '../summary/readOne';
import type { InputFile } from '../inputs';
import type { Context } from '../io';

/**
 * The report for programs: the files as `check` reports them, each with what comparing the files brought up about it;
 * what is about no file (who is missing) stands under `findings`, the ranking under `summary`.
 */
export function printSummaryJson(
  { io, language }: Context,
  summary: Summary,
  inputs: readonly InputFile[],
  reports: readonly (PackedReport | null)[],
  output: string | null,
): void {
  const { stdout } = io;
  const across = new Map<number | null, JsonFinding[]>();
  for (const { file, finding } of summary.across) {
    across.set(file, [...(across.get(file) ?? []), toJsonFinding(finding, language)]);
  }
  stdout.write('{"version":1,"files":[');
  summary.submissions.forEach(({ readable }, index) => {
    const path = inputs[index]?.path ?? '';
    const report = reports[index] ?? null;
    const own = (across.get(index) ?? []).map((one) => JSON.stringify(one));
    const findings = [report?.findings ?? '', ...own].filter((one) => one !== '').join(',');
    const head = JSON.stringify({ path, readable }).slice(0, -1);
    const sheets = report === null ? '[]' : sheetsJson(report);
    stdout.write(`${index === 0 ? '' : ','}\n${head},"findings":[${findings}],"sheets":${sheets}}`);
  });
  stdout.write(`\n],"findings":${JSON.stringify(across.get(null) ?? [])}`);
  stdout.write(`,"summary":${JSON.stringify(ranking(summary, inputs))},"output":${JSON.stringify(output)}`);
  stdout.write(`,"counts":${JSON.stringify(countsOf(reports, summary.across))}}\n`);
}

function ranking({ year, blocks, missing }: Summary, inputs: readonly InputFile[]): object {
  return {
    year,
    categories: blocks.map(({ category, stage, entries }) => ({
      category,
      stage,
      units: entries.map(({ unit, file, table, standing, converted, rank }) => ({
        unit,
        path: inputs[file]?.path ?? null,
        sheet: table.sheet,
        self: table.totals.self,
        review: table.totals.review,
        converted,
        rank,
        standing,
      })),
    })),
    missing: missing.map(({ unit, category }) => ({ unit, category })),
  };
}

function countsOf(
  reports: readonly (PackedReport | null)[],
  across: readonly FiledFinding[],
): JsonReport['counts'] {
  const of = (severity: Severity) => across.filter(({ finding }) => finding.severity === severity).length;
  const sum = {
    files: 0,
    unreadable: 0,
    errors: of('error'),
    warnings: of('warning'),
    notices: of('notice'),
  };
  for (const report of reports) {
    if (report === null) continue;
    sum.files += report.counts.files;
    sum.unreadable += report.counts.unreadable;
    sum.errors += report.counts.errors;
    sum.warnings += report.counts.warnings;
    sum.notices += report.counts.notices;
  }
  return sum;
}

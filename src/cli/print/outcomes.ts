import stringWidth from 'string-width';
import type { CheckedTable, ColumnTotals } from '../../check/report';
import { toJsonReport } from '../../check/jsonReport';
import { findingSentence } from '../../locale/catalog';
import type { Stage } from '../../locale/messages';
import type { Finding } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import type { FileOutcome } from '../batch';
import type { Context } from '../io';
import { colorOf, colorsFor, drawTable, plain } from './terminal';

/** Prints what came of all files: as a report for programs, or for people as tables with a last line of counts. */
export function printOutcomes(context: Context, outcomes: readonly FileOutcome[], json: boolean): void {
  const report = toJsonReport(
    outcomes.map(({ input, checked, findings, failed }) => ({
      path: input.path,
      checked,
      findings,
      readable: failed || checked !== null,
    })),
    context.language,
  );
  if (json) {
    const outputs = new Map(outcomes.map(({ input, output }) => [input.path, output]));
    const files = report.files.map((file) => ({ ...file, output: outputs.get(file.path) }));
    context.io.stdout.write(`${JSON.stringify({ ...report, files }, null, 2)}\n`);
    // A report has no place for these sentences; a person at the terminal must still see what was not done.
    for (const { remarks, failed } of outcomes)
      if (failed) for (const one of remarks) context.io.stderr.write(`${plain(one)}\n`);
    return;
  }
  for (const outcome of outcomes) printOutcome(context, outcome);
  context.io.stdout.write(`${context.text.counts(report.counts)}\n`);
}

/** Prints for people what was done to each file, for commands that check nothing. */
export function printRemarks(context: Context, outcomes: readonly FileOutcome[]): void {
  for (const outcome of outcomes) printOutcome(context, outcome);
}

function printOutcome(context: Context, { input, checked, findings, remarks, failed }: FileOutcome): void {
  const { io } = context;
  const colors = colorsFor(io);
  const lines = [colors.bold(plain(input.path))];
  const general = [...findings, ...(checked?.findings ?? [])];
  for (const one of general)
    lines.push(colorOf(one.severity, colors)(`${label(context, one)}${sentence(context, one)}`));
  for (const table of checked?.tables ?? []) lines.push(...tableLines(context, table));
  for (const remark of remarks) lines.push(failed ? colors.red(plain(remark)) : plain(remark));
  io.stdout.write(`${lines.join('\n')}\n\n`);
}

function label({ text }: Context, { severity }: Finding): string {
  return `[${text.severity[severity]}] `;
}

function sentence({ language }: Context, one: Finding): string {
  return plain(findingSentence(one, language));
}

function tableLines(context: Context, checked: CheckedTable): string[] {
  const { io, text } = context;
  const colors = colorsFor(io);
  const { table, stage, findings, totals } = checked;
  const lines = [
    text.sheetHeading({ sheet: plain(table.grid.name), unit: table.unit && plain(table.unit), stage }),
  ];
  if (findings.length === 0) lines.push(colors.green(text.clean));
  else {
    const { column } = text;
    lines.push(
      drawTable(
        io,
        [
          { title: column.cell, width: 8 },
          { title: column.severity, width: Math.max(9, stringWidth(column.severity) + 2) },
          { title: column.problem, share: 3 },
          { title: column.right, share: 1 },
        ],
        findings.map((one) => [
          one.cell === null ? '' : cellAddress(one.cell),
          colorOf(one.severity, colors)(text.severity[one.severity]),
          sentence(context, one),
          plain(expectation(one)),
        ]),
      ),
    );
  }
  if (totals.self !== null || totals.review !== null) lines.push(totalsTable(context, totals));
  return lines;
}

/** What would be right, as short as it goes: the expected range or value, else the nearest attainable scores. */
function expectation({ expected, suggestions }: Finding): string {
  if (suggestions !== undefined && suggestions.length > 0) return suggestions.join(' / ');
  return expected === undefined ? '' : String(expected);
}

function totalsTable({ io, text }: Context, totals: CheckedTable['totals']): string {
  const { column } = text;
  const rows: string[][] = [];
  const add = (stage: Stage, sums: ColumnTotals | null) => {
    if (sums === null) return;
    rows.push([
      text.columnOfStage[stage],
      ...[sums.base, sums.bonus, sums.total, sums.converted].map(String),
    ]);
  };
  add('self', totals.self);
  add('review', totals.review);
  const number = (title: string) => ({ title, width: 12, align: 'right' as const });
  const heads = [{ title: column.score, width: 8 }, number(column.base), number(column.bonus)];
  return drawTable(io, [...heads, number(column.total), number(column.converted)], rows);
}

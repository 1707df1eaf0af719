import stringWidth from 'string-width';
import type { CheckedTable, ColumnTotals } from '../../check/report';
import { type JsonReport, toJsonReport } from '../../check/jsonReport';
import { findingSentence } from '../../locale/catalog';
import type { Stage } from '../../locale/messages';
import type { Finding, Severity } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { type FileOutcome, findingsOf, isReadable, type Reporter } from '../outcome';
import type { Context } from '../io';
import { colorOf, colorsFor, drawTable, plain } from './terminal';

/** Reports as JSON for programs, or for people as tables with a last line of counts. */
export function reporterFor(context: Context, json: boolean): Reporter {
  return json ? new JsonReporter(context) : new TableReporter(context, true);
}

/** Reports for people what was done to each file, for commands that check nothing. */
export function remarksReporter(context: Context): Reporter {
  return new TableReporter(context, false);
}

/** Counts of all files so far. */
class Counts {
  #sum: JsonReport['counts'] = { files: 0, unreadable: 0, errors: 0, warnings: 0, notices: 0 };

  get sum(): JsonReport['counts'] {
    return this.#sum;
  }

  add(outcome: FileOutcome): void {
    const before = this.#sum;
    const found = findingsOf(outcome);
    const count = (severity: Severity) => found.filter((one) => one.severity === severity).length;
    this.#sum = {
      files: before.files + 1,
      unreadable: before.unreadable + (isReadable(outcome) ? 0 : 1),
      errors: before.errors + count('error'),
      warnings: before.warnings + count('warning'),
      notices: before.notices + count('notice'),
    };
  }
}

class JsonReporter implements Reporter {
  readonly #counts = new Counts();

  constructor(private readonly context: Context) {
    context.io.stdout.write('{"version":1,"files":[');
  }

  add(outcome: FileOutcome): void {
    const { stdout, stderr } = this.context.io;
    const { input, checked, findings } = outcome;
    const report = { path: input.path, checked, findings, readable: isReadable(outcome) };
    const { files } = toJsonReport([report], this.context.language);
    if (this.#counts.sum.files > 0) stdout.write(',');
    for (const file of files) stdout.write(`\n${JSON.stringify({ ...file, output: outcome.output })}`);
    this.#counts.add(outcome);
    // A report has no place for these sentences; a person at the terminal must still see what was not done.
    if (outcome.failed) for (const one of outcome.remarks) stderr.write(`${plain(one)}\n`);
  }

  finish(): void {
    this.context.io.stdout.write(`\n],"counts":${JSON.stringify(this.#counts.sum)}}\n`);
  }
}

class TableReporter implements Reporter {
  readonly #counts = new Counts();
  /** Tables wait for the end where a progress bar is drawn on the same terminal. */
  readonly #waiting: string[] = [];

  constructor(
    private readonly context: Context,
    private readonly counting: boolean,
  ) {}

  add(outcome: FileOutcome): void {
    this.#counts.add(outcome);
    const { stdout, stderr } = this.context.io;
    const text = outcomeText(this.context, outcome);
    if (stderr.isTTY === true) this.#waiting.push(text);
    else stdout.write(text);
  }

  finish(): void {
    const { io, text } = this.context;
    for (const one of this.#waiting) io.stdout.write(one);
    if (this.counting) io.stdout.write(`${text.counts(this.#counts.sum)}\n`);
  }
}

function outcomeText(context: Context, { input, checked, findings, remarks, failed }: FileOutcome): string {
  const colors = colorsFor(context.io);
  const lines = [colors.bold(plain(input.path))];
  const general = [...findings, ...(checked?.findings ?? [])];
  for (const one of general)
    lines.push(colorOf(one.severity, colors)(`${label(context, one)}${sentence(context, one)}`));
  for (const table of checked?.tables ?? []) lines.push(...tableLines(context, table));
  for (const remark of remarks) lines.push(failed ? colors.red(plain(remark)) : plain(remark));
  return `${lines.join('\n')}\n\n`;
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

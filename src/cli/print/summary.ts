import type { Summary } from '../../check/across/acrossFiles';
import type { SummaryBlock } from '../../check/across/entries';
import { findingSentence } from '../../locale/catalog';
import { formatNumber } from '../../locale/format';
import { summaryWords } from '../../locale/summary';
import type { FindingCode, Severity } from '../../rubric/finding';
import type { Context } from '../io';
import { colorOf, colorsFor, drawTable, plain } from './terminal';

/** Sentences shown on the terminal; all of them stand in the workbook. */
const MOST_SHOWN = 30;
/** Units of a category shown on the terminal. */
const MOST_UNITS = 100;

/** The ranking, who is missing and what comparing the files brought up, for people. */
export function printSummary(context: Context, summary: Summary, output: string | null): void {
  const { io, text } = context;
  const colors = colorsFor(io);
  const problems = new Map<number, number>();
  for (const { file } of summary.findings) {
    if (file !== null) problems.set(file, (problems.get(file) ?? 0) + 1);
  }
  const lines = summary.blocks.flatMap((block) => [
    colors.bold(
      text.summary.block({
        category: plain(block.category),
        units: block.entries.length,
        stage: block.stage,
      }),
    ),
    blockTable(context, summary, block, problems),
  ]);
  const about = new Map<FindingCode, boolean>();
  const told = summary.findings.filter(({ finding: { code } }) => {
    const known = about.get(code) ?? isAboutRound(code);
    about.set(code, known);
    return known;
  });
  for (const { file, finding } of told.slice(0, MOST_SHOWN)) {
    const path = file === null ? '' : `${plain(summary.submissions[file]?.path ?? '')}：`;
    const sentence = `[${text.severity[finding.severity]}] ${path}${findingSentence(finding, context.language)}`;
    lines.push(colorOf(finding.severity, colors)(plain(sentence)));
  }
  if (told.length > MOST_SHOWN) lines.push(text.summary.moreProblems({ count: told.length - MOST_SHOWN }));
  if (summary.missing.length > 0) {
    const units = summary.missing.map(({ unit }) => plain(unit));
    lines.push(text.summary.missing({ count: units.length, units }));
  }
  if (output !== null) {
    const units = summary.blocks.reduce((sum, { entries }) => sum + entries.length, 0);
    lines.push(text.summary.written({ path: plain(output), units, problems: summary.findings.length }));
  }
  lines.push(text.counts(countsOf(summary)));
  io.stdout.write(`${lines.join('\n')}\n`);
}

/** What concerns the round, and not the scores of one sheet; who is missing is one line of its own. */
function isAboutRound(code: FindingCode): boolean {
  return code !== 'summary/unit-missing' && /^(?:summary|file|table|unit|settings)\//.test(code);
}

function blockTable(
  { io, text, language }: Context,
  { submissions }: Summary,
  block: SummaryBlock,
  problems: ReadonlyMap<number, number>,
): string {
  const { standing } = summaryWords(language);
  const rows = block.entries
    .slice(0, MOST_UNITS)
    .map((entry) => [
      entry.standing === 'ranked' ? String(entry.rank ?? '') : standing[entry.standing],
      plain(entry.unit ?? ''),
      shown(entry.table.totals[block.stage]?.total),
      shown(entry.converted ?? undefined),
      String(problems.get(entry.file) ?? 0),
      plain(submissions[entry.file]?.path ?? ''),
    ]);
  const number = (title: string) => ({ title, width: 12, align: 'right' as const });
  return drawTable(
    io,
    [
      { title: text.summary.rank, width: 12 },
      { title: text.summary.unit, share: 2 },
      number(text.column.total),
      number(text.column.converted),
      number(text.summary.problems),
      { title: text.summary.file, share: 3 },
    ],
    rows,
  );
}

function shown(points: number | undefined): string {
  return points === undefined ? '' : formatNumber(points);
}

function countsOf({ submissions, findings }: Summary) {
  const counts: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  for (const { finding } of findings) counts[finding.severity] += 1;
  return {
    files: submissions.length,
    unreadable: submissions.filter(({ readable }) => !readable).length,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
  };
}

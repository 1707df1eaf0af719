import type { FiledFinding } from '../../check/across/acrossFiles';
import type { SubmittedTable } from '../../check/across/submission';
import { findingSentence } from '../../locale/catalog';
import type { CellRef, Severity } from '../../rubric/finding';
import { cellAddress } from '../../sheet/address';
import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import type { SheetContent } from '../sheetContent';
import { CENTRED, COUNT, LINKED, LINKED_CENTRED, TEXT } from './looks';
import { PROBLEM_HEADS } from './names';
import { BODY_ROW, SheetDraft } from './sheetDraft';
import type { SummarySource } from './source';

const COLUMN = { number: 0, unit: 1, file: 2, sheet: 3, cell: 4, severity: 5, problem: 6 } as const;

/** A longer list is read by nobody; the gravest are kept, and the last line says how many are not in it. */
const MOST_LISTED = 5000;

/** Longest text that a cell holds is 32,767 characters. */
const LONGEST_TEXT = 30_000;

/** For each table: the row of its first problem in the list, and how many it has. */
export type ProblemPlaces = ReadonlyMap<SubmittedTable, { readonly row: number; readonly count: number }>;

/** 问题清单: everything to look at, with links to file and cell. */
export function problemsSheet(source: SummarySource): {
  readonly sheet: SheetContent;
  readonly places: ProblemPlaces;
} {
  const { summary, words, language, office, date } = source;
  const draft = new SheetDraft({
    name: SUMMARY_SHEETS.problems,
    title: words.problemsTitle({ year: summary.year }),
    info: words.made({ office, year: summary.year, date }),
    heads: PROBLEM_HEADS,
    widths: [6, 24, 34, 14, 9, 8, 72],
    footer: words.page,
  });
  const listed = gravest(summary.findings);
  const rows = new Map<FiledFinding, number>();
  listed.forEach((filed, index) => {
    const row = BODY_ROW + index;
    const { file, unit, finding } = filed;
    const { sheet, cell, severity } = finding;
    rows.set(filed, row);
    const path = file === null ? '' : (summary.submissions[file]?.path ?? '');
    const href = file === null ? null : source.linkTo(file);
    draft.number(row, COLUMN.number, index + 1, COUNT);
    draft.text(row, COLUMN.unit, unit ?? '', TEXT);
    draft.text(row, COLUMN.file, path, href === null ? TEXT : LINKED);
    draft.text(row, COLUMN.sheet, sheet ?? '', TEXT);
    const isLinked = href !== null && sheet !== null && cell !== null;
    draft.text(row, COLUMN.cell, cell === null ? '' : cellAddress(cell), isLinked ? LINKED_CENTRED : CENTRED);
    draft.text(row, COLUMN.severity, words.severity[severity], CENTRED);
    const sentence = findingSentence(finding, language);
    draft.text(row, COLUMN.problem, sentence.slice(0, LONGEST_TEXT), TEXT);
    if (href === null) return;
    const tip = words.openFile({ file: path });
    draft.link({ row, column: COLUMN.file }, { kind: 'file', path: href }, tip);
    if (isLinked) draft.link({ row, column: COLUMN.cell }, { kind: 'file', path: href, sheet, cell }, tip);
  });
  const after = BODY_ROW + listed.length;
  const more = summary.findings.length - listed.length;
  if (more > 0) draft.note(after, words.moreLeftOut({ count: more }), 20);
  if (listed.length === 0) draft.note(after, words.noProblems, 20);
  return { sheet: draft.finish(), places: placesOf(source, rows) };
}

/** Where the problem stands on 问题清单; null where the list was cut before it. */
export function placeInList(findings: readonly FiledFinding[], filed: FiledFinding): CellRef | null {
  const index = gravest(findings).indexOf(filed);
  return index < 0 ? null : { row: BODY_ROW + index, column: COLUMN.problem };
}

/** All of them in their order; of too many the errors first, then the doubts, and those in their order. */
function gravest(findings: readonly FiledFinding[]): readonly FiledFinding[] {
  if (findings.length <= MOST_LISTED) return findings;
  const kept = new Set<FiledFinding>();
  for (const severity of ['error', 'warning', 'notice'] satisfies Severity[]) {
    for (const one of findings) {
      if (kept.size >= MOST_LISTED) break;
      if (one.finding.severity === severity) kept.add(one);
    }
  }
  return findings.filter((one) => kept.has(one));
}

function placesOf({ summary }: SummarySource, rows: ReadonlyMap<FiledFinding, number>): ProblemPlaces {
  const byFile = new Map<number, FiledFinding[]>();
  for (const one of summary.findings) {
    if (one.file === null) continue;
    const known = byFile.get(one.file);
    if (known === undefined) byFile.set(one.file, [one]);
    else known.push(one);
  }
  const places = new Map<SubmittedTable, { row: number; count: number }>();
  summary.submissions.forEach(({ tables }, file) => {
    for (const table of tables) {
      const own = (byFile.get(file) ?? []).filter(({ finding }) => isOf(table, tables, finding.sheet));
      const row = own.map((one) => rows.get(one)).find((one) => one !== undefined);
      if (row !== undefined) places.set(table, { row, count: own.length });
    }
  });
  return places;
}

/** A finding belongs to the tables of its sheet; one about the file as a whole, or its settings, to every table in it. */
function isOf(table: SubmittedTable, tables: readonly SubmittedTable[], sheet: string | null): boolean {
  return sheet === table.sheet || !tables.some((one) => one.sheet === sheet);
}

import type { Finding, FindingCode, Severity } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import type { Roster } from '../../rubric/roster';
import { conversionFinding, usualConversion } from './conversions';
import { summaryBlocks } from './entries';
import type { EntryOptions, SummaryBlock, SummaryEntry } from './entries';
import { rubricFindings } from './rubrics';
import type { Conversion, Outline, Submission, SubmittedTable } from './submission';
import { duplicateFindings, expectedUnits, missingFinding, missingUnits, unknownFindings } from './units';
import type { MissingUnit } from './units';
import { yearFinding, yearOfRound, yearsNamed } from './years';

export interface AcrossOptions extends EntryOptions {
  /** The user's own roster; null: none was given. */
  readonly own: Roster | null;
  /** The rubric as it was sent out; null: the official one or the majority. */
  readonly sent: readonly Outline[] | null;
}

/** One thing to look at, with the file it is in. */
export interface FiledFinding {
  /** Index among the submissions; null where it is about none of them. */
  readonly file: number | null;
  readonly unit: string | null;
  readonly finding: Finding;
}

/** A round as a whole: who reported what, ranked, and what is to be looked at. */
export interface Summary {
  readonly submissions: readonly Submission[];
  readonly year: number | null;
  readonly blocks: readonly SummaryBlock[];
  /** How many units were to report; 0: nobody says who. */
  readonly expected: number;
  readonly missing: readonly MissingUnit[];
  /** What comparing the files brought up, `summary/*`. */
  readonly across: readonly FiledFinding[];
  /** Everything to look at, each thing once: file by file in the order of the files, who is missing last. */
  readonly findings: readonly FiledFinding[];
}

/** Holds all submissions of a round against each other, the roster and the rubric. Pure; never throws. */
export function acrossFiles(submissions: readonly Submission[], options: AcrossOptions): Summary {
  const blocks = summaryBlocks(submissions, options);
  const entries = blocks.flatMap((block) => block.entries);
  const year = yearOfRound(entries);
  const expected = expectedUnits(options.own, blocks);
  const missing = missingUnits(expected, blocks, submissions, options.roster);
  const own = ownFindings(blocks, submissions, options, year);
  const across = [
    ...missing.map((one): FiledFinding => ({ file: null, unit: one.unit, finding: missingFinding(one) })),
    ...own.values(),
  ].flat();
  const findings = allFindings(submissions, entries, across, own);
  return { submissions, year, blocks, expected: expected.length, missing, across, findings };
}

/** The `summary/*` findings of each table. */
function ownFindings(
  blocks: readonly SummaryBlock[],
  submissions: readonly Submission[],
  { own, sent }: AcrossOptions,
  year: number | null,
): ReadonlyMap<SubmittedTable, readonly FiledFinding[]> {
  const entries = blocks.flatMap((block) => block.entries);
  const duplicates = duplicateFindings(entries, submissions);
  const unknown = unknownFindings(entries, own);
  const rubrics = rubricFindings(
    entries.map(({ table }) => table),
    sent,
  );
  const years = yearsNamed(entries);
  const found = new Map<SubmittedTable, readonly FiledFinding[]>();
  for (const block of blocks) {
    const usual = usualConversion(block.entries);
    for (const entry of block.entries) {
      const { file, unit, table } = entry;
      const told: FiledFinding[] = [];
      const tell = (one: Finding | null | undefined): void => {
        if (one !== null && one !== undefined) told.push({ file, unit, finding: one });
      };
      tell(duplicates.get(entry));
      tell(unknown.get(entry));
      tell(yearFinding(entry, year, years));
      tell(standingFinding(entry, block));
      tell(conversionFinding(entry, usual));
      rubrics.get(table)?.forEach(tell);
      found.set(table, told);
    }
  }
  submissions.forEach(({ tables }, file) => {
    for (const table of tables) {
      if (!found.has(table)) found.set(table, [{ file, unit: null, finding: notScored(table, 'warning') }]);
    }
  });
  return found;
}

/** Why an entry has no rank, where nothing else says so. */
function standingFinding({ standing, table }: SummaryEntry, { stage }: SummaryBlock): Finding | null {
  const place = { sheet: table.sheet, cell: table.at } as const;
  if (standing === 'not-reviewed') {
    return finding({ code: 'summary/not-reviewed', severity: 'warning', ...place, params: { stage } });
  }
  return table.isScored ? null : notScored(table, 'error');
}

/** Nobody filled it in; where no unit is told either, it may be a spare form. */
function notScored({ sheet, at }: SubmittedTable, severity: Severity): Finding {
  return finding({ code: 'summary/not-scored', severity, sheet, cell: at, params: {} });
}

/** The same thing said of a single table and of a table among others. */
const SAME: Partial<Readonly<Record<FindingCode, string>>> = {
  'rubric/text-changed': 'text-changed',
  'rubric/max-changed': 'max-changed',
  'rubric/item-added': 'item-added',
  'rubric/item-missing': 'item-missing',
};

function allFindings(
  submissions: readonly Submission[],
  entries: readonly SummaryEntry[],
  across: readonly FiledFinding[],
  own: ReadonlyMap<SubmittedTable, readonly FiledFinding[]>,
): readonly FiledFinding[] {
  const findings: FiledFinding[] = [];
  const units = new Map(entries.map(({ table, unit }) => [table, unit]));
  const weight = submissions.flatMap((one) => one.findings.find(isDefaultWeight) ?? [])[0];
  if (weight !== undefined) findings.push({ file: null, unit: null, finding: weight });
  submissions.forEach(({ findings: ofFile, tables }, file) => {
    const unit = tables.length === 1 ? (tables[0]?.unit ?? null) : null;
    for (const one of ofFile) if (!isDefaultWeight(one)) findings.push({ file, unit, finding: one });
    for (const table of tables) {
      const told = own.get(table) ?? [];
      findings.push(...told);
      for (const one of table.findings) {
        if (isSaidBy(one, table, told)) continue;
        findings.push({ file, unit: units.get(table) ?? null, finding: one });
      }
    }
  });
  // Who is missing has a sheet of its own.
  for (const one of across) if (one.file === null) findings.push(one);
  return findings;
}

/** Nobody gave a weight: in a round it is said once, not once a file. */
function isDefaultWeight({ code }: Finding): boolean {
  return code === 'settings/default-weight';
}

/** Whether what a table's own check says is said already by what the round says of it. */
function isSaidBy(one: Finding, table: SubmittedTable, told: readonly FiledFinding[]): boolean {
  if (one.code === 'score/missing') return !table.isScored;
  const kind = SAME[one.code];
  if (kind === undefined && one.code !== 'unit/unknown') return false;
  return told.some(({ finding: other }) => {
    if (one.code === 'unit/unknown') return other.code === 'summary/unit-unknown';
    const params = other.params as { readonly kind?: string; readonly item?: string };
    const mine = one.params as { readonly item?: string };
    return (
      other.code === 'summary/rubric-differs' &&
      params.kind === kind &&
      params.item === mine.item &&
      other.cell?.row === one.cell?.row
    );
  });
}

/** How most entries of a block are converted. */
export function conversionOfBlock({ entries }: SummaryBlock): Conversion | null {
  return usualConversion(entries);
}

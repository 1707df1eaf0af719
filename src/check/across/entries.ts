import type { Stage } from '../../locale/messages';
import type { Roster } from '../../rubric/roster';
import { isSubdistrict } from '../../rubric/rosterReading';
import { DEPARTMENTS, SUBDISTRICTS } from '../../rubric/rosterUnit';
import type { Submission, SubmittedTable } from './submission';

/**
 * Why a unit is ranked or not.
 * duplicate: it reported more than once, and nobody but a person can tell which one counts · unnamed: no unit can be told ·
 * not-reviewed: it has no scores in the column that is ranked in its category · not-scored: there is nothing to total.
 */
export type Standing = 'ranked' | 'duplicate' | 'unnamed' | 'not-reviewed' | 'not-scored';

/** One line of the summary: a scoring table of a returned file. */
export interface SummaryEntry {
  /** Index of its file among the submissions. */
  readonly file: number;
  readonly table: SubmittedTable;
  readonly unit: string | null;
  readonly category: string;
  readonly standing: Standing;
  /** What is ranked; null where nothing is, or where it must not be compared. */
  readonly converted: number | null;
  /** Among those of its category, ties sharing a rank: 1, 2, 2, 4. */
  readonly rank: number | null;
}

/** The entries of one 类别, best first; those that are not ranked stand last. */
export interface SummaryBlock {
  readonly category: string;
  /** Whose scores are converted and ranked: the reviewers' as soon as any unit of the category has them. */
  readonly stage: Stage;
  readonly entries: readonly SummaryEntry[];
}

export interface EntryOptions {
  /** To recognise units by, and for their categories. */
  readonly roster: Roster;
  /** Rank by this column; absent: by what the category has. */
  readonly stage?: Stage;
}

const OTHERS = '其他';

type Draft = Pick<SummaryEntry, 'file' | 'table' | 'unit' | 'category'>;

/** The blocks of a summary, in the order of the roster's categories. */
export function summaryBlocks(submissions: readonly Submission[], options: EntryOptions): SummaryBlock[] {
  const categories = new Map(options.roster.units.map(({ name, category }) => [name, category]));
  const order = new Map(options.roster.units.map(({ name }, index) => [name, index]));
  const drafts = submissions.flatMap(({ tables }, file) =>
    tables.filter(isEntry).map((table): Draft => {
      const { unit } = table;
      return { file, table, unit, category: categoryOf(table, categories) };
    }),
  );
  const groups = new Map<string, Draft[]>();
  for (const category of categoriesInOrder(options.roster, drafts)) groups.set(category, []);
  for (const draft of drafts) groups.get(draft.category)?.push(draft);
  return [...groups].flatMap(([category, group]) =>
    group.length === 0 ? [] : [blockOf(category, group, options.stage, order)],
  );
}

/** A form without a unit and without a score was handed in by nobody. */
function isEntry({ unit, isScored }: SubmittedTable): boolean {
  return unit !== null || isScored;
}

function categoryOf({ unit, outline }: SubmittedTable, categories: ReadonlyMap<string, string>): string {
  const known = unit === null ? undefined : categories.get(unit);
  if (known !== undefined) return known;
  if (outline.form === 'subdistrict' || (unit !== null && isSubdistrict(unit))) return SUBDISTRICTS;
  return outline.form === 'department' ? DEPARTMENTS : OTHERS;
}

/** 街道 before 责任单位, unless the roster has another order; categories of nobody's roster last. */
function categoriesInOrder(roster: Roster, drafts: readonly Draft[]): Set<string> {
  const listed = roster.units.map(({ category }) => category);
  const first = listed.includes(SUBDISTRICTS) ? [] : [SUBDISTRICTS];
  return new Set([...first, ...listed, DEPARTMENTS, ...drafts.map(({ category }) => category)]);
}

function blockOf(
  category: string,
  drafts: readonly Draft[],
  wanted: Stage | undefined,
  order: ReadonlyMap<string, number>,
): SummaryBlock {
  const stage = wanted ?? (drafts.some(({ table }) => table.totals.review !== null) ? 'review' : 'self');
  const times = new Map<string, number>();
  for (const { unit } of drafts) if (unit !== null) times.set(unit, (times.get(unit) ?? 0) + 1);
  const entries = drafts.map((draft): SummaryEntry => {
    const standing = standingOf(draft, stage, times);
    return { ...draft, standing, converted: draft.table.totals[stage]?.converted ?? null, rank: null };
  });
  const sorted = entries.map((entry) => {
    const { unit } = entry;
    const place = unit === null ? Infinity : (order.get(unit) ?? 1e6);
    return { entry, isRanked: entry.standing === 'ranked', place, name: unit ?? '\uffff' };
  });
  sorted.sort(
    (a, b) =>
      Number(b.isRanked) - Number(a.isRanked) ||
      (a.isRanked ? (b.entry.converted ?? 0) - (a.entry.converted ?? 0) : 0) ||
      compare(a.place, b.place) ||
      compare(a.name, b.name) ||
      a.entry.file - b.entry.file,
  );
  return { category, stage, entries: ranked(sorted.map(({ entry }) => entry)) };
}

function compare<T>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function standingOf({ table, unit }: Draft, stage: Stage, times: ReadonlyMap<string, number>): Standing {
  if (unit === null) return 'unnamed';
  if ((times.get(unit) ?? 0) > 1) return 'duplicate';
  if (table.totals[stage] !== null) return 'ranked';
  return table.totals.self === null && table.totals.review === null ? 'not-scored' : 'not-reviewed';
}

function ranked(entries: readonly SummaryEntry[]): readonly SummaryEntry[] {
  let rank = 0;
  let before: number | null = null;
  return entries.map((entry, index) => {
    if (entry.standing !== 'ranked') return entry;
    if (entry.converted !== before) rank = index + 1;
    before = entry.converted;
    return { ...entry, rank };
  });
}

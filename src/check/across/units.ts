import type { Finding, FindingParams } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { recogniseUnit } from '../../rubric/roster';
import type { Roster } from '../../rubric/roster';
import { ROSTER_2023 } from '../../rubric/roster2023';
import { isSubdistrict } from '../../rubric/rosterReading';
import { DEPARTMENTS } from '../../rubric/rosterUnit';
import type { RosterUnit } from '../../rubric/rosterUnit';
import { unitsInName } from '../../sheet/unitNames';
import type { SummaryBlock, SummaryEntry } from './entries';
import { alike } from './likeness';
import type { Submission, SubmittedTable } from './submission';

/** A unit that was to report and did not. */
export interface MissingUnit {
  readonly unit: string;
  readonly category: string;
  /** A file whose name is the unit's, but which could not be read or holds no scoring table. */
  readonly file: string | null;
}

/**
 * The units that are to report. With a roster of one's own it is everybody on it. Without one it is the departments of
 * the notice, and only where any department reported: else a round among sub-districts would miss all of them.
 */
export function expectedUnits(own: Roster | null, blocks: readonly SummaryBlock[]): readonly RosterUnit[] {
  if (own !== null) return own.units;
  return blocks.some(({ category }) => category === DEPARTMENTS) ? ROSTER_2023.units : [];
}

/** Roster minus received, in the roster's order. */
export function missingUnits(
  expected: readonly RosterUnit[],
  blocks: readonly SummaryBlock[],
  submissions: readonly Submission[],
  roster: Roster,
): MissingUnit[] {
  const received = new Set(blocks.flatMap(({ entries }) => entries.map(({ unit }) => unit)));
  const failed = new Map<string, string>();
  for (const { path, tables } of submissions) {
    if (tables.length > 0) continue;
    const name = path.slice(path.lastIndexOf('/') + 1);
    for (const text of unitsInName(name, roster)) {
      const unit = recogniseUnit(text, roster)?.name;
      if (unit !== undefined && !failed.has(unit)) failed.set(unit, path);
    }
  }
  return expected
    .filter(({ name }) => !received.has(name))
    .map(({ name, category }) => ({ unit: name, category, file: failed.get(name) ?? null }));
}

export function missingFinding({ unit, category, file }: MissingUnit): Finding {
  return finding({
    code: 'summary/unit-missing',
    severity: 'warning',
    sheet: null,
    cell: null,
    params: { unit, category, ...(file === null ? {} : { file }) },
  });
}

/** For each entry of a unit that reported more than once: where the others are. */
export function duplicateFindings(
  entries: readonly SummaryEntry[],
  submissions: readonly Submission[],
): ReadonlyMap<SummaryEntry, Finding> {
  const byUnit = new Map<string, SummaryEntry[]>();
  for (const entry of entries) {
    if (entry.standing !== 'duplicate' || entry.unit === null) continue;
    const same = byUnit.get(entry.unit);
    if (same === undefined) byUnit.set(entry.unit, [entry]);
    else same.push(entry);
  }
  const found = new Map<SummaryEntry, Finding>();
  for (const [unit, same] of byUnit) {
    const isSame = same.every(({ table }) => same[0] !== undefined && hasSameScores(table, same[0].table));
    // One more than are named: the entry itself may be among them.
    const first = same
      .slice(0, MOST_NAMED + 1)
      .map(({ file, table }) => ({ file: submissions[file]?.path ?? '', sheet: table.sheet }));
    const named = first.slice(0, MOST_NAMED);
    for (const [place, entry] of same.entries()) {
      const others = place < MOST_NAMED ? first.filter((_, other) => other !== place) : named;
      found.set(
        entry,
        finding({
          code: 'summary/unit-duplicate',
          severity: 'error',
          sheet: entry.table.sheet,
          cell: entry.table.at,
          params: { unit, count: same.length, others, isSame },
        }),
      );
    }
  }
  return found;
}

function hasSameScores(one: SubmittedTable, other: SubmittedTable): boolean {
  return (['self', 'review'] as const).every(
    (column) =>
      one[column].length === other[column].length &&
      one[column].every((score, index) => score === other[column][index]),
  );
}

/** Other files named in a sentence about a duplicate. */
const MOST_NAMED = 5;

/**
 * Units that the roster does not know. Without a roster of one's own only the two forms of the notice say who may
 * report: any other office's units are unknown to it, and that says nothing.
 */
export function unknownFindings(
  entries: readonly SummaryEntry[],
  own: Roster | null,
): ReadonlyMap<SummaryEntry, Finding> {
  const found = new Map<SummaryEntry, Finding>();
  const listed = new Set(own?.units.map(({ name }) => name));
  // Thousands of entries may be of a few units, and each is compared with the whole roster.
  const known = new Map<string, UnknownUnit | null>();
  for (const entry of entries) {
    const { unit, table } = entry;
    if (unit === null || (own === null && table.outline.form === 'other')) continue;
    let params = known.get(unit);
    if (params === undefined) {
      const isListed = own === null ? isSubdistrict(unit) || recogniseUnit(unit) !== null : listed.has(unit);
      params = isListed ? null : unknownUnit(unit, own ?? ROSTER_2023);
      known.set(unit, params);
    }
    if (params === null) continue;
    const { sheet, at: cell } = table;
    found.set(entry, finding({ code: 'summary/unit-unknown', severity: 'warning', sheet, cell, params }));
  }
  return found;
}

type UnknownUnit = FindingParams<'summary/unit-unknown'>;

function unknownUnit(unit: string, roster: Roster): UnknownUnit {
  const near = nearest(unit, roster);
  return { unit, ...(near === null ? {} : { near }) };
}

/** Names that share this much may be slips of one another. */
const NEAR = 0.5;

function nearest(unit: string, { units }: Roster): string | null {
  let best: { readonly name: string; readonly share: number } | null = null;
  for (const { name, aliases } of units) {
    for (const each of [name, ...aliases]) {
      const share = alike(unit, each);
      if (share >= NEAR && (best === null || share > best.share)) best = { name, share };
    }
  }
  return best?.name ?? null;
}

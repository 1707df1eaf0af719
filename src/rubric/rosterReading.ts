import type { RosterProblem } from '../locale/messages';
import type { CellRef, Finding } from './finding';
import { finding } from './finding';
import { nameKey, recogniseUnit } from './roster';
import { ROSTER_2023 } from './roster2023';
import { DEPARTMENTS, SUBDISTRICTS } from './rosterUnit';
import type { Roster, RosterUnit } from './rosterUnit';

/** A roster as somebody wrote it: the units that can be used, and what is wrong with the others. */
export interface RosterReading {
  readonly roster: Roster;
  readonly findings: readonly Finding[];
}

/** One unit as it is written, with the place to point at. */
export interface RosterEntry {
  readonly name: string;
  /** '' where none is written. */
  readonly category: string;
  readonly aliases: readonly string[];
  /** Its number in the list, from 1, or its row in the sheet. */
  readonly entry: number;
  readonly sheet: string | null;
  readonly cell: CellRef | null;
}

/** Bounds of a sane roster: a district has some hundred units, and a name fits on a seal. */
const ROSTER_LIMITS = { units: 5000, name: 60, aliases: 40 } as const;

/** Category names that people write for the two of the notice. */
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['subdistrict', SUBDISTRICTS],
  ['乡镇街道', SUBDISTRICTS],
  ['镇街', SUBDISTRICTS],
  ['街道乡镇', SUBDISTRICTS],
  ['department', DEPARTMENTS],
  ['部门', DEPARTMENTS],
  ['区级部门', DEPARTMENTS],
]);

/** A problem with one entry of a roster, or with the whole where there is none. */
export function rosterProblem(
  problem: RosterProblem,
  at: Pick<RosterEntry, 'entry' | 'sheet' | 'cell'>,
  text = '',
): Finding {
  return finding({
    code: 'roster/invalid',
    severity: 'error',
    sheet: at.sheet,
    cell: at.cell,
    params: { problem, entry: at.entry, text },
  });
}

/**
 * A roster from the entries of a list: each name once, names and aliases that tell units apart. An entry that cannot be
 * used is left out and said; a category that is not written follows from the name.
 */
export function rosterOf(entries: readonly RosterEntry[]): RosterReading {
  const findings: Finding[] = [];
  const units: RosterUnit[] = [];
  const owners = new Map<string, string>();
  for (const one of entries.slice(0, ROSTER_LIMITS.units)) {
    const name = tidy(one.name);
    const key = nameKey(name);
    if (key === '') findings.push(rosterProblem('no-name', one));
    else if (name.length > ROSTER_LIMITS.name)
      findings.push(rosterProblem('name-long', one, name.slice(0, 20)));
    else if (owners.has(key)) findings.push(rosterProblem('name-twice', one, name));
    else {
      owners.set(key, name);
      const aliases: string[] = [];
      for (const alias of one.aliases.map(tidy).slice(0, ROSTER_LIMITS.aliases)) {
        const other = nameKey(alias);
        if (other === '' || owners.get(other) === name) continue;
        if (owners.has(other)) findings.push(rosterProblem('alias-shared', one, alias));
        else {
          owners.set(other, name);
          aliases.push(alias);
        }
      }
      units.push({ name, category: categoryOf(one.category, name), aliases });
    }
  }
  const [beyond] = entries.slice(ROSTER_LIMITS.units);
  if (beyond !== undefined) findings.push(rosterProblem('too-many', beyond));
  return { roster: { units }, findings };
}

function categoryOf(written: string, name: string): string {
  const category = tidy(written).slice(0, 20);
  if (category !== '') return CATEGORIES.get(category.toLowerCase()) ?? category;
  return isSubdistrict(name) ? SUBDISTRICTS : DEPARTMENTS;
}

/** Whether a name is that of a sub-district, a town or a township. */
export function isSubdistrict(name: string): boolean {
  return recogniseUnit(name, NOBODY) !== null;
}

const NOBODY: Roster = { units: [] };

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * The roster to recognise names with: a user's own, whose departments also go by the names that the notice and everyday
 * use give them, then the notice's other units, so that a department table of theirs still reads right.
 */
export function recognisingRoster(own: Roster): Roster {
  const taken = new Set(own.units.flatMap((unit) => [unit.name, ...unit.aliases].map(nameKey)));
  const free = (name: string): boolean => !taken.has(nameKey(name));
  const merged = new Set<string>();
  const units = own.units.map((unit): RosterUnit => {
    const known = recogniseUnit(unit.name)?.name;
    const official = ROSTER_2023.units.find(({ name }) => name === known);
    if (official === undefined || merged.has(official.name)) return unit;
    merged.add(official.name);
    return {
      ...unit,
      aliases: [...unit.aliases, ...[official.name, ...official.aliases].filter(free)],
    };
  });
  const others = ROSTER_2023.units
    .filter(({ name }) => !merged.has(name) && free(name))
    .map((unit) => ({ ...unit, aliases: unit.aliases.filter(free) }));
  return { units: [...units, ...others] };
}

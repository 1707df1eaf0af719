import { newBook } from '../hosts/file/patch/newBook';
import { newZip } from '../hosts/file/writeZip';
import { FORM_WORDS } from '../locale/formWords';
import { blankSheet } from '../plan/blank/blankSheet';
import { settingsSheet } from '../plan/blank/settingsSheet';
import type { SheetContent } from '../plan/sheetContent';
import { OFFICIAL_2023 } from '../rubric/official2023';
import { sumPoints } from '../rubric/points';
import { recogniseUnit } from '../rubric/roster';
import type { Roster } from '../rubric/roster';
import { ROSTER_2023 } from '../rubric/roster2023';
import { SUBDISTRICTS } from '../rubric/rosterUnit';
import { sentFingerprint } from '../rubric/sentFingerprint';
import type { Rubric } from '../rubric/rubric';
import { unitCut, unitsOf } from '../rubric/unitCut';
import type { BookSnapshot } from '../sheet/grid';
import { readBook } from '../sheet/readBook';
import { DEFAULT_SETTINGS } from '../sheet/settings';
import type { SettingKey, Settings } from '../sheet/settings';
import type { ScoringTable } from '../sheet/table';
import { tableRubric } from '../sheet/tableRubric';
import { yearIn } from '../sheet/year';

/** What is sent out: rubrics, and the settings that go with them. */
export interface RubricSource {
  readonly rubrics: readonly Rubric[];
  /** Of the rubric's workbook; those that a person set there go out with every sheet. */
  readonly settings: Settings;
}

/** The two tables of the notice of 2023. */
export const OFFICIAL_SOURCE: RubricSource = { rubrics: OFFICIAL_2023, settings: DEFAULT_SETTINGS };

/** The rubrics that stand in a workbook, scores left out; none where it has no scoring table. */
export function rubricsIn(snapshot: BookSnapshot, year: number): RubricSource {
  return rubricsOf(readBook(snapshot), year);
}

/** The same of a workbook already read. */
export function rubricsOf(
  { tables, settings }: { readonly tables: readonly ScoringTable[]; readonly settings: Settings },
  year: number,
): RubricSource {
  const rubrics = tables.filter(({ items }) => items.length > 0).map((table) => tableRubric(table, year));
  return { rubrics, settings };
}

/** One blank workbook to make: a unit and its rubric. */
export interface Assignment {
  /** As the roster names it; null for a sheet without a name. */
  readonly unit: string | null;
  readonly rubric: Rubric;
}

export interface Distribution {
  readonly assignments: readonly Assignment[];
  /** Names that no rubric is for, as they were given. */
  readonly unknown: readonly string[];
}

/**
 * Which unit gets which rubric. 'all': every unit with a section of its own, then the sub-districts of the roster, or
 * one sheet without a name for them where the roster lists none. A rubric of another form goes to every unit of a roster
 * that was given, else once without a name.
 */
export function assign(
  rubrics: readonly Rubric[],
  units: readonly string[] | 'all',
  given: Roster | null,
): Distribution {
  const roster = given ?? ROSTER_2023;
  if (units === 'all') {
    return {
      assignments: rubrics.flatMap((rubric) => everybody(rubric, roster, given !== null)),
      unknown: [],
    };
  }
  const assignments: Assignment[] = [];
  const unknown: string[] = [];
  const seen = new Set<string>();
  for (const name of units) {
    const known = (recogniseUnit(name, roster) ?? recogniseUnit(name))?.name ?? null;
    const unit = known ?? name.trim();
    const found = unit === '' ? [] : rubricsFor(rubrics, unit, known !== null, roster);
    if (found.length === 0) unknown.push(name);
    else if (!seen.has(unit)) assignments.push(...found.map((rubric) => ({ unit, rubric })));
    seen.add(unit);
  }
  return { assignments, unknown };
}

function everybody(rubric: Rubric, roster: Roster, isGiven: boolean): readonly Assignment[] {
  const of = (names: readonly string[]): readonly Assignment[] =>
    names.length > 0 ? names.map((unit) => ({ unit, rubric })) : [{ unit: null, rubric }];
  switch (rubric.form) {
    case 'department':
      return of(unitsOf(rubric, roster));
    case 'subdistrict':
      return of(roster.units.flatMap(({ name, category }) => (category === SUBDISTRICTS ? [name] : [])));
    case 'other':
      return of(isGiven ? roster.units.map(({ name }) => name) : []);
  }
}

/** The rubrics that a unit is assessed by: its own section, the sub-districts' table, or whatever is for everybody. */
function rubricsFor(
  rubrics: readonly Rubric[],
  unit: string,
  isKnown: boolean,
  roster: Roster,
): readonly Rubric[] {
  const own = rubrics.filter((rubric) => unitsOf(rubric, roster).includes(unit));
  if (own.length > 0) return own;
  const category = roster.units.find((each) => each.name === unit)?.category ?? null;
  // A name in 街道, 镇 or 乡 is taken for a sub-district, though no roster lists it.
  const isSubdistrict = category === SUBDISTRICTS || (category === null && isKnown);
  const streets = rubrics.filter(({ form }) => form === 'subdistrict');
  if (isSubdistrict && streets.length > 0) return streets;
  return rubrics.filter(({ form }) => form === 'other');
}

/** A blank workbook: its name without extension, and its sheets. */
export interface BlankBook {
  readonly name: string;
  readonly unit: string | null;
  readonly sheets: readonly SheetContent[];
}

/** The sheets that one unit gets, and the settings that travel with them. `year` is the one they are for. */
export function blankBook(
  { unit, rubric }: Assignment,
  year: number,
  given: Settings,
  roster?: Roster,
): BlankBook {
  const cut = dated(unitCut(rubric, unit, roster), year);
  const settings = settingsFor(cut, unit, year, given);
  const sheetName = FORM_WORDS.sheet[rubric.form];
  const sheet = blankSheet({ rubric: cut, unit, year, settings, sheetName });
  return {
    name: fileName([sheetName, unit ?? '']),
    unit,
    sheets: [sheet, settingsSheet(settings, unit === null)],
  };
}

/** The rubric with the year that it is sent out for in its title, where the title names one. */
export function dated(rubric: Rubric, year: number): Rubric {
  const named = yearIn(rubric.title);
  if (named === null || named === year) return rubric;
  return { ...rubric, title: rubric.title.split(String(named)).join(String(year)) };
}

/** One file for all: the workbook itself where there is one, else an archive. Its name has its extension. */
export function asOneFile(
  books: readonly BlankBook[],
  year: number,
): { readonly name: string; readonly bytes: Uint8Array } {
  const [only] = books;
  if (only !== undefined && books.length === 1) return { name: `${only.name}.xlsx`, bytes: blankBytes(only) };
  return { name: archiveName(year), bytes: newZip(namedFiles(books)) };
}

/** Name of an archive of blank workbooks. */
export function archiveName(year: number): string {
  return `${FORM_WORDS.sheet.other}-${year}.zip`;
}

/** Bytes by file name, all names different. `onFile` hears of each file before it is made. */
export function namedFiles(
  books: readonly BlankBook[],
  onFile: (book: BlankBook) => void = () => undefined,
): Map<string, Uint8Array> {
  const names = uniqueNames(books.map(({ name }) => name));
  return new Map(
    books.map((book, index) => {
      onFile(book);
      return [`${names[index] ?? book.name}.xlsx`, blankBytes(book)] as const;
    }),
  );
}

/** Bytes of a blank workbook. */
export function blankBytes({ sheets }: BlankBook): Uint8Array {
  return newBook(sheets);
}

/**
 * Settings of the workbook that goes out: those that a person set for the rubric, its year, unit and fingerprint, and a
 * weight that changes no score where none was set, so that nobody has to ask which holds. The stage does not go along: it
 * belongs to the scores, and the sheet is blank.
 */
export function settingsFor(cut: Rubric, unit: string | null, year: number, given: Settings): Settings {
  const weighted = given.given.some((key) => key === 'convertedFull' || key === 'convertedBase');
  const base = weighted || given.bands.length > 0 ? null : baseOf(cut);
  const weight = base === null ? {} : { convertedFull: base, convertedBase: base };
  const keys: readonly SettingKey[] = ['year', 'unit', 'convertedFull', 'convertedBase', 'fingerprint'];
  return {
    ...given,
    ...weight,
    year,
    unit,
    stage: null,
    fingerprint: sentFingerprint(cut.sections),
    given: [...new Set([...given.given.filter((key) => key !== 'stage'), ...keys])],
  };
}

/** Sum of the base maxima; null where one is missing. */
function baseOf(cut: Rubric): number | null {
  const maxima = cut.sections
    .filter(({ bonus }) => !bonus)
    .flatMap(({ items }) => items.filter(({ sharesMax }) => sharesMax !== true).map(({ max }) => max));
  return maxima.length > 0 && maxima.every((max): max is number => max !== null) ? sumPoints(maxima) : null;
}

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const LONGEST_PART = 50;

/** A file name that every system takes: no `\ / : * ? " < > |`, no control character, no blank or dot at its ends. */
export function fileName(parts: readonly string[]): string {
  const name = parts
    .map((part) => {
      const plain = part.replace(/[\u0000-\u001F\u007F\\/:*?"<>|]+/g, '_').replace(/\s+/g, ' ');
      const cut = [...plain.trim()].slice(0, LONGEST_PART).join('');
      return cut.replace(/^[.\s]+|[.\s]+$/g, '');
    })
    .filter((part) => part !== '')
    .join('-');
  return name === '' || DEVICE.test(name) ? `_${name}` : name;
}

/** The names made different, for file systems that take upper and lower case for the same. */
function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${name} (${n})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

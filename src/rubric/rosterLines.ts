import { splitAliases } from './rosterJson';
import { rosterOf } from './rosterReading';
import type { RosterEntry, RosterReading } from './rosterReading';
import type { Roster } from './rosterUnit';

/** What people put between the columns of a line: a tab (pasted from a sheet), a stroke, a comma. */
const BETWEEN = /[\t|｜,，]/;

/** A roster typed or pasted as text: one unit a line, then its category and its aliases, all but the name left out at will. */
export function rosterFromLines(text: string): RosterReading {
  const entries = text.split(/\r?\n/).flatMap((line, index): RosterEntry[] => {
    if (line.trim() === '') return [];
    const [name = '', category = '', ...aliases] = line.split(BETWEEN);
    const all = aliases.flatMap(splitAliases);
    return [{ name, category, aliases: all, entry: index + 1, sheet: null, cell: null }];
  });
  return rosterOf(entries);
}

/** The text that reads back as this roster. */
export function rosterLines({ units }: Roster): string {
  return units
    .map(({ name, category, aliases }) => [name, category, aliases.join('、')].filter(Boolean).join('，'))
    .join('\n');
}

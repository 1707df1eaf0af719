import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readFileContent } from '../hosts/file/fileHost';
import { findingSentence } from '../locale/catalog';
import type { Language } from '../locale/language';
import type { Roster } from '../rubric/roster';
import { rosterFromJson } from '../rubric/rosterJson';
import { rosterProblem } from '../rubric/rosterReading';
import type { RosterReading } from '../rubric/rosterReading';
import { readRoster, readRosterGrid } from '../sheet/readRoster';
import { CliFault, detailOf } from './fault';
import { nativeCodec } from './nativeCodec';

/** Sentences about a faulty roster that are shown at once. */
const MOST_SHOWN = 20;

/**
 * The roster in a --roster file: JSON, or a workbook with the sheet 考核单位名册, else the list on its first sheet.
 * @throws CliFault `roster-unreadable` when there is no such file or it is neither; `roster-invalid` with a sentence for each
 * entry that cannot be used: with a unit less in it, everybody would be told a wrong list of who is missing.
 */
export async function readRosterFile(path: string, language: Language): Promise<Roster> {
  const { roster, findings } = await reading(path);
  if (findings.length === 0) return roster;
  const problems = findings.slice(0, MOST_SHOWN).map((one) => findingSentence(one, language));
  throw new CliFault('roster-invalid', { path, problems });
}

async function reading(path: string): Promise<RosterReading> {
  try {
    const bytes = await readFile(path);
    const inWorkbook = await rosterInWorkbook(bytes, basename(path));
    return inWorkbook ?? rosterFromJson(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new CliFault('roster-unreadable', { path, detail: detailOf(error) });
  }
}

/** Null where the file is no workbook. */
async function rosterInWorkbook(bytes: Uint8Array, name: string): Promise<RosterReading | null> {
  const content = await readFileContent(bytes, name, nativeCodec);
  if (!content.ok) return null;
  const { grids } = content.snapshot;
  const [first] = grids.filter(({ hidden, rows }) => !hidden && rows.length > 0);
  const found = readRoster(grids) ?? (first === undefined ? null : readRosterGrid(first));
  if (found !== null && found.roster.units.length + found.findings.length > 0) return found;
  const nothing = rosterProblem('no-list', { entry: 0, sheet: null, cell: null });
  return { roster: { units: [] }, findings: [nothing] };
}

import { readFile } from 'node:fs/promises';
import { findingSentence } from '../locale/catalog';
import type { Language } from '../locale/language';
import type { Roster } from '../rubric/roster';
import { rosterFromJson } from '../rubric/rosterJson';
import { CliFault, detailOf } from './fault';

/** Sentences about a faulty roster that are shown at once. */
const MOST_SHOWN = 20;

/**
 * The roster in a --roster file.
 * @throws CliFault `roster-unreadable` when there is no such file or it is no JSON; `roster-invalid` with a sentence for each
 * entry that cannot be used: with a unit less in it, everybody would be told a wrong list of who is missing.
 */
export async function readRosterFile(path: string, language: Language): Promise<Roster> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CliFault('roster-unreadable', { path, detail: detailOf(error) });
  }
  const { roster, findings } = rosterFromJson(json);
  if (findings.length === 0) return roster;
  const problems = findings.slice(0, MOST_SHOWN).map((one) => findingSentence(one, language));
  throw new CliFault('roster-invalid', { path, problems });
}

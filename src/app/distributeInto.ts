import { blankSheet } from '../plan/blank/blankSheet';
import { settingsSheet } from '../plan/blank/settingsSheet';
import type { SheetContent } from '../plan/sheetContent';
import type { Roster } from '../rubric/roster';
import { sentFingerprint } from '../rubric/sentFingerprint';
import { unitCut } from '../rubric/unitCut';
import type { BookSnapshot } from '../sheet/grid';
import { SETTINGS_SHEET } from '../sheet/readSettings';
import type { Settings } from '../sheet/settings';
import { compact } from '../sheet/text';
import { dated, settingsFor } from './distribute';
import type { Assignment } from './distribute';
import { freeSheetNames } from './freeSheetNames';

/**
 * Blank sheets for an open workbook, one a unit under its name; no sheet that is there is written over. A workbook
 * without 考核设置 gets it too: the year, the weight and, where all come from one rubric, its fingerprint.
 */
export function sheetsInto(
  book: BookSnapshot,
  assignments: readonly Assignment[],
  year: number,
  given: Settings,
  roster?: Roster,
): readonly SheetContent[] {
  const free = freeSheetNames(book);
  const sheets = assignments.map(({ unit, rubric }) => {
    const own = dated(unitCut(rubric, unit, roster), year);
    const settings = settingsFor(own, unit, year, given);
    return blankSheet({
      rubric: own,
      unit,
      year,
      settings,
      sheetName: free(unit ?? rubric.title),
    });
  });
  const [first] = assignments;
  const hasSettings = book.grids.some(({ name }) => compact(name) === SETTINGS_SHEET);
  if (first === undefined || hasSettings) return sheets;
  const isOne = assignments.every(({ rubric }) => rubric === first.rubric);
  // The weight is the same for every unit's cut of one rubric; the fingerprint is that of the whole.
  const common = settingsFor(unitCut(first.rubric, first.unit, roster), null, year, given);
  const fingerprint = isOne ? sentFingerprint(first.rubric.sections) : null;
  return [...sheets, settingsSheet({ ...common, fingerprint }, false)];
}

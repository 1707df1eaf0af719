import { FORM_WORDS } from '../../locale/formWords';
import { OFFICIAL_2023 } from '../../rubric/official2023';
import { DEFAULT_SETTINGS } from '../../sheet/settings';
import type { SheetContent } from '../sheetContent';
import { blankSheet } from './blankSheet';

/**
 * Self scores of an invented sub-district on attachment 1, item by item: fair ones, and one of each slip that comes back
 * every year: above the maximum, impossible by the rule, typed as text, left blank.
 */
const SCORES: readonly (number | string | null)[] = [
  ...[6, 9, 10, 5.3],
  ...[6, 5, 6, '8分', 7, 4, null],
  ...[5, 7, 5, 3, 2],
  ...[2, null],
];

/** A scoring sheet to try the program on. Not protected, so that everything in it can be tried. */
export function sampleSheet(sheetName: string): SheetContent {
  const rubric = OFFICIAL_2023.find(({ form }) => form === 'subdistrict');
  if (rubric === undefined) throw new Error('the official rubric of sub-districts is part of the program');
  const sheet = blankSheet({
    rubric,
    unit: FORM_WORDS.sampleUnit,
    year: rubric.year,
    settings: DEFAULT_SETTINGS,
    sheetName,
    selfScores: SCORES,
  });
  return { ...sheet, isProtected: false };
}

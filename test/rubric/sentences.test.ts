import { attainableScores } from '../../src/rubric/attainable';
import { readCriterion } from '../../src/rubric/criterion';
import { accrual } from './sentences/accrual';
import { bonus } from './sentences/bonus';
import { computed } from './sentences/computed';
import { earned } from './sentences/earned';
import { noted } from './sentences/notation';
import type { Sentence } from './sentences/notation';
import { otherForms } from './sentences/otherForms';
import { perUnit } from './sentences/perUnit';
import { terse } from './sentences/terse';
import { wording } from './sentences/wording';

const FORMS: readonly (readonly [string, readonly Sentence[]])[] = [
  ['deductions that are counted', perUnit],
  ['tiers, parts and scales', earned],
  ['accrual', accrual],
  ['bonus items', bonus],
  ['all other forms', otherForms],
  ['one meaning in many wordings', wording],
  ['short notation', terse],
  ['what is worked out', computed],
];

describe.each(FORMS)('attainable scores: %s', (_form, sentences) => {
  it.each(sentences.map(([max, text, scores]) => [text, max, scores] as const))(
    '%s (%p)',
    (text, max, scores) => {
      const reading = readCriterion(text);
      expect(noted(attainableScores(reading, { max, bonus: max === null }))).toBe(scores);
      for (const clause of reading.clauses) {
        expect(clause.start).toBeGreaterThanOrEqual(0);
        expect(clause.end).toBeGreaterThan(clause.start);
        expect(clause.end).toBeLessThanOrEqual(text.length);
      }
    },
  );
});

import type { Check } from '../context';
import { baseSum } from './baseSum';
import { bonusCap } from './bonusCap';
import { criterionUnread } from './criterionUnread';
import { maxMissing } from './maxMissing';
import { reasonMissing } from './reasonMissing';
import { reviewGap } from './reviewGap';
import { rubricCompared } from './rubricCompared';
import { scoreChecks } from './scoreCells';
import { scoreFormulaError } from './scoreFormulaError';
import { scoreJudged } from './scoreJudged';
import { scoreMissing } from './scoreMissing';
import { scoreNotANumber } from './scoreNotANumber';
import { scoreTextNumber } from './scoreTextNumber';
import { sectionSum } from './sectionSum';
import { sharedMax } from './sharedMax';
import { suspectedTypo } from './suspectedTypo';
import { totalMismatch } from './totalMismatch';

/** Every check of one table. Their order does not matter: findings are put in sheet order. */
export const TABLE_CHECKS: readonly Check[] = [
  scoreMissing,
  scoreChecks([scoreNotANumber, scoreFormulaError, scoreTextNumber, scoreJudged]),
  bonusCap,
  reviewGap,
  reasonMissing,
  totalMismatch,
  sharedMax,
  sectionSum,
  baseSum,
  maxMissing,
  rubricCompared,
  criterionUnread,
  suspectedTypo,
];

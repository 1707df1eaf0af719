import { MANUAL_CALCULATION, attempt } from './etApi';
import type { EtApplication } from './etApi';

type Setting = 'ScreenUpdating' | 'EnableEvents' | 'Calculation' | 'DisplayAlerts';

const WHILE_WRITING: readonly (readonly [Setting, unknown])[] = [
  ['ScreenUpdating', false],
  ['EnableEvents', false],
  ['Calculation', MANUAL_CALCULATION],
];
/** Deleting a sheet asks the user otherwise, in the midst of the script. */
const WITHOUT_QUESTIONS: readonly (readonly [Setting, unknown])[] = [['DisplayAlerts', false]];

/**
 * Does `work` with the screen still, events off and formulas computed once at its end. The settings are the user's and go
 * back to what they were, whatever happens.
 */
export function quietly<T>(application: EtApplication, asksNothing: boolean, work: () => T): T {
  const wanted = asksNothing ? [...WHILE_WRITING, ...WITHOUT_QUESTIONS] : WHILE_WRITING;
  return withSettings(application, wanted, work);
}

/** As `quietly`, asking nothing, with formulas computed as the user has it. */
export function withoutQuestions<T>(application: EtApplication, work: () => T): T {
  const wanted = [...WHILE_WRITING, ...WITHOUT_QUESTIONS].filter(([setting]) => setting !== 'Calculation');
  return withSettings(application, wanted, work);
}

function withSettings<T>(
  application: EtApplication,
  wanted: readonly (readonly [Setting, unknown])[],
  work: () => T,
): T {
  const changed: (readonly [Setting, unknown])[] = [];
  try {
    for (const [setting, value] of wanted) {
      const before = attempt(() => application[setting]);
      if (before === undefined || before === null || before === value) continue;
      changed.unshift([setting, before]);
      attempt(() => {
        application[setting] = value;
      });
    }
    return work();
  } finally {
    for (const [setting, before] of changed) {
      attempt(() => {
        application[setting] = before;
      });
    }
  }
}

import type { HostObservations, Observation } from '../../selfCheck';
import type { HostQuestion } from '../../../locale/selfCheck/messages';
import { attempt } from '../etApi';
import { openWorkbook } from '../readWorkbook';
import { withoutQuestions } from '../quietly';
import { observed, unanswered } from './answers';
import type { Probe } from './answers';
import { askEvents } from './eventProbes';
import { MEMBER_PROBES } from './members';
import type { ProbedApplication } from './probedApi';
import { SHEET_PROBES } from './sheetProbes';
import { onScratchSheet, placeOf } from './scratchSheet';
import type { Scratch } from './scratchSheet';
import { VALUE_PROBES } from './valueProbes';

const SCRATCH_NAME = '考核自检';

const PROBES: readonly Probe[] = [...VALUE_PROBES, ...MEMBER_PROBES, ...SHEET_PROBES];
/** Questions about events take two places more. */
const EVENT_QUESTIONS: readonly HostQuestion[] = ['own-writes', 'events-off'];

/** Reads of one property that tell how long one takes. */
const READS = 200;
/** Milliseconds beyond which 60 reads would be felt. */
const SLOW_MS = 5;

/**
 * Asks everything on a scratch sheet. A question that fails leaves the others be; where no sheet can be added, as in a
 * workbook whose structure is protected, those that need one say so.
 * @throws HostError when no workbook is open
 */
export async function runSelfCheck(application: ProbedApplication): Promise<HostObservations> {
  const book = openWorkbook(application);
  const general = [version(application), hopTime(application)];
  try {
    const { result, leftOver } = await onScratchSheet(application, book, SCRATCH_NAME, askAll);
    return { answers: [...general, ...result], leftOver };
  } catch (fault) {
    const questions = PROBES.map(({ question, reliance }) => [question, reliance] as const);
    const more = EVENT_QUESTIONS.map((question) => [question, 'coped'] as const);
    const answers = [...questions, ...more].map(([question, reliance]) =>
      unanswered(question, reliance, fault),
    );
    return { answers: [...general, ...answers], leftOver: null };
  }
}

async function askAll(scratch: Scratch): Promise<Observation<HostQuestion>[]> {
  // Before the others: the last of those leaves the sheet as it may.
  const events = await askEvents(scratch, PROBES.length);
  const answers = withoutQuestions(scratch.application, () =>
    PROBES.map(({ question, reliance, ask }, number) =>
      observed(question, reliance, () => ask(placeOf(scratch, number), scratch)),
    ),
  );
  return [...answers, ...events];
}

function version(application: ProbedApplication): Observation<HostQuestion> {
  return observed('version', 'unused', () => {
    const parts = [attempt(() => application.Version), attempt(() => application.Build)];
    const detail = parts.filter((part) => part !== undefined && part !== null && part !== '').join(' / ');
    return { seen: detail === '' ? 'lacking' : 'measured', detail, verdict: 'noted' };
  });
}

function hopTime(application: ProbedApplication): Observation<HostQuestion> {
  return observed('hop-time', 'coped', () => {
    const began = Date.now();
    for (let read = 0; read < READS; read++) void application.ScreenUpdating;
    const each = Math.round(((Date.now() - began) / READS) * 1_000) / 1_000;
    return { seen: 'measured', detail: `${each} ms`, verdict: each < SLOW_MS ? 'noted' : 'trouble' };
  });
}

import type {
  HostQuestion,
  SelfCheckReliance,
  SelfCheckSeen,
  SelfCheckVerdict,
} from '../../../locale/selfCheck/messages';
import type { Observation } from '../../selfCheck';
import type { At, Scratch } from './scratchSheet';

/** What a probe saw. */
export interface Answer {
  readonly seen: SelfCheckSeen;
  readonly detail?: string;
  readonly verdict: SelfCheckVerdict;
}

/** A question and the way to ask it. */
export interface Probe {
  readonly question: HostQuestion;
  readonly reliance: SelfCheckReliance;
  readonly ask: (at: At, scratch: Scratch) => Answer;
}

/** Longest detail: ET's own words on a fault may be long. */
const LONGEST_DETAIL = 1_000;

/** The thing is as the program takes it to be, or it is not; then what it is instead is worth a word. */
export function yesOrNo(isSo: boolean, otherwise: SelfCheckVerdict, instead = ''): Answer {
  return isSo ? { seen: 'yes', verdict: 'expected' } : { seen: 'no', detail: instead, verdict: otherwise };
}

/** Asks; a probe that fails has no answer, and the others go on. */
export function observed(
  question: HostQuestion,
  reliance: SelfCheckReliance,
  ask: () => Answer,
): Observation<HostQuestion> {
  try {
    const { seen, detail = '', verdict } = ask();
    return { question, reliance, seen, verdict, detail: detail.slice(0, LONGEST_DETAIL) };
  } catch (fault) {
    return unanswered(question, reliance, fault);
  }
}

export function unanswered(
  question: HostQuestion,
  reliance: SelfCheckReliance,
  fault: unknown,
): Observation<HostQuestion> {
  const detail = fault instanceof Error ? fault.message : String(fault);
  return {
    question,
    reliance,
    seen: 'failed',
    verdict: 'unanswered',
    detail: detail.slice(0, LONGEST_DETAIL),
  };
}

/** A value of ET's in a few signs. */
export function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

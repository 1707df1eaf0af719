import { attainableScores } from '../rubric/attainable';
import type { Attainable, Clause, CriterionReading, Judgement, Verdict } from '../rubric/clause';
import { readCriterion } from '../rubric/criterion';
import { judgeScore } from '../rubric/judge';

export interface ExplainRequest {
  readonly criterion: string;
  /** Points; null for a bonus item without a maximum. */
  readonly max: number | null;
  readonly bonus: boolean;
  readonly scores: readonly number[];
  /** Finest step where the sentence leaves the score to judgement. */
  readonly smallestStep: number;
}

/** How grave a verdict is, in the words of the `explain` answer. */
export type VerdictLevel = 'ok' | 'warning' | 'error' | 'notice';

export interface Explanation {
  readonly reading: CriterionReading;
  readonly clauses: readonly (Clause & { readonly text: string })[];
  readonly attainable: Attainable;
  readonly judgements: readonly (Judgement & { readonly level: VerdictLevel })[];
}

const LEVELS: Readonly<Record<Verdict, VerdictLevel>> = {
  ok: 'ok',
  unattainable: 'warning',
  'too-precise': 'warning',
  'above-max': 'error',
  'below-zero': 'error',
  unread: 'notice',
};

/** What a rule sentence allows: its clauses, the attainable scores, and a judgement of each given score. */
export function explainCriterion({
  criterion,
  max,
  bonus,
  scores,
  smallestStep,
}: ExplainRequest): Explanation {
  const bounds = { max, bonus };
  const reading = readCriterion(criterion);
  const attainable = attainableScores(reading, bounds);
  return {
    reading,
    clauses: reading.clauses.map((clause) => ({
      ...clause,
      text: criterion.slice(clause.start, clause.end),
    })),
    attainable,
    judgements: scores.map((score) => {
      const judgement = judgeScore(score, reading, attainable, bounds, { smallestStep });
      return { ...judgement, level: LEVELS[judgement.verdict] };
    }),
  };
}

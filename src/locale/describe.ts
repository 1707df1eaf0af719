import { catalog } from './catalog';
import type { Language } from './language';
import type { AttainableShape, ClauseShape, RuleMessages } from './rules';

/** Longest list that is written out in full. */
const LIST_LENGTH = 12;

/** What a clause was read as, e.g. 每次扣 1 分. */
export function describeClause(clause: ClauseShape, language: Language): string {
  const describe = catalog(language).rules.clauses[clause.kind] as (params: ClauseShape) => string;
  return describe(clause);
}

/** The attainable scores in words, e.g. 0–6，每档 1 分. */
export function describeAttainable(attainable: AttainableShape, language: Language): string {
  return describeWith(catalog(language).rules, attainable);
}

function describeWith(rules: RuleMessages, attainable: AttainableShape): string {
  const { attainable: words } = rules;
  switch (attainable.kind) {
    case 'any':
      return words.any();
    case 'union':
      return attainable.parts.map((part) => describeWith(rules, part)).join(words.or);
    case 'range':
      return words.range(attainable);
    case 'list': {
      const even = evenSteps(attainable.scores);
      if (even) return words.range(even);
      const scores = attainable.scores.slice(0, LIST_LENGTH);
      return words.list({ scores, more: scores.length < attainable.scores.length });
    }
  }
}

/** A list of at least four scores with one step between them, as a range; scores are highest first. */
function evenSteps(scores: readonly number[]): { from: number; to: number; step: number } | null {
  const [first, second] = scores;
  const last = scores[scores.length - 1];
  if (scores.length < 4 || first === undefined || second === undefined || last === undefined) return null;
  const step = first - second;
  const even = scores.every((score, index) => Math.abs(first - index * step - score) < 1e-9);
  return even && step > 0 ? { from: last, to: first, step: Number(step.toFixed(6)) } : null;
}

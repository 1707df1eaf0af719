import type { Explanation } from '../../app/explainCriterion';
import { describeAttainable, describeClause } from '../../locale/describe';
import type { Context } from '../io';
import { colorOf, colorsFor, drawTable, plain } from './terminal';

/** Prints the clauses of a rule sentence, the attainable scores, and a verdict for each score asked about. */
export function printExplanation(
  context: Context,
  scores: readonly number[],
  explanation: Explanation,
): void {
  const { io, text, language } = context;
  const { clauses, attainable, judgements } = explanation;
  const colors = colorsFor(io);
  const lines: string[] = [];
  if (clauses.length === 0) lines.push(text.nothingRead);
  else {
    const columns = [
      { title: text.column.clauseText, share: 1 },
      { title: text.column.clauseMeaning, share: 1 },
    ];
    lines.push(
      drawTable(
        io,
        columns,
        clauses.map((clause) => [plain(clause.text), describeClause(clause, language)]),
      ),
    );
    lines.push(text.attainable(describeAttainable(attainable, language)));
  }
  judgements.forEach(({ level, nearest }, i) => {
    const score = scores[i];
    if (score === undefined) return;
    const line = text.judged({
      score: String(score),
      verdict: text.verdict[level],
      nearest: nearest.join(' / '),
    });
    lines.push(colorOf(level, colors)(line));
  });
  io.stdout.write(`${lines.join('\n')}\n`);
}

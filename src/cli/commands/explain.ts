import { createInterface } from 'node:readline';
import { type Explanation, explainCriterion } from '../../app/explainCriterion';
import { DEFAULT_SETTINGS } from '../../sheet/settings';
import { CliFault } from '../fault';
import type { Context, ExitCode } from '../io';
import { printExplanation } from '../print/explanation';

interface ExplainOptions {
  readonly max?: string;
  readonly score?: readonly string[];
  readonly bonus?: boolean;
  readonly json?: boolean;
  readonly stdin?: boolean;
}

/** `kaohe explain`: the clauses of a rule sentence, its attainable scores, a verdict for each score. */
export async function explainCommand(
  context: Context,
  args: readonly string[],
  options: ExplainOptions,
): Promise<ExitCode> {
  if (options.stdin === true) return explainLines(context);
  const { criterion, scores } = sortOut(args[0], options.score ?? []);
  const bonus = options.bonus === true;
  if (options.max === undefined && !bonus) throw new CliFault('missing-argument', { text: '--max' });
  const max = options.max === undefined ? null : numberOf(options.max, 'N ≥ 0');
  if (max !== null && max < 0)
    throw new CliFault('invalid-value', { text: options.max ?? '', allowed: 'N ≥ 0' });
  const explanation = explainCriterion({
    criterion,
    max,
    bonus,
    scores,
    smallestStep: DEFAULT_SETTINGS.smallestStep,
  });
  if (options.json === true) context.io.stdout.write(`${JSON.stringify(answer(explanation))}\n`);
  else printExplanation(context, scores, explanation);
  return explanation.judgements.some(({ level }) => level === 'error') ? 1 : 0;
}

/** `--score 5 5.3 "每次扣1分"`: the list of scores swallows a criterion that follows it, so it is taken back out. */
function sortOut(
  criterion: string | undefined,
  given: readonly string[],
): { criterion: string; scores: number[] } {
  const words = [...given];
  let text = criterion;
  if (text === undefined && words.length > 0 && Number.isNaN(Number(words[words.length - 1])))
    text = words.pop();
  if (text === undefined) throw new CliFault('missing-argument', { text: 'CRITERION' });
  return { criterion: text, scores: words.map((word) => numberOf(word, '8 / 7.5 / …')) };
}

function numberOf(text: string, allowed: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new CliFault('invalid-value', { text, allowed });
  return value;
}

/** The machine-readable answer of CONTRACT: clauses, attainable, a verdict for each score; what is nearest besides. */
function answer({ clauses, attainable, judgements }: Explanation) {
  return {
    clauses,
    attainable,
    verdicts: judgements.map(({ level }) => level),
    nearest: judgements.map(({ nearest }) => nearest),
  };
}

/** One JSON object a line in, one a line out, in order; a line that cannot be used answers with what is wrong. */
async function explainLines({ io, text }: Context): Promise<ExitCode> {
  let number = 0;
  let failed = false;
  for await (const line of createInterface({ input: io.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    let out: object;
    try {
      out = answer(explainCriterion(requestOf(line, number)));
    } catch (error) {
      if (!(error instanceof CliFault)) throw error;
      failed = true;
      const sentence = error.code === 'json-line' ? text.fault['json-line'] : text.fault['line-fields'];
      out = { error: (sentence as (p: unknown) => string)(error.params) };
    }
    if (!io.stdout.write(`${JSON.stringify(out)}\n`))
      await new Promise((resolve) => io.stdout.once('drain', resolve));
  }
  return failed ? 2 : 0;
}

function requestOf(line: string, number: number) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new CliFault('json-line', { line: number });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CliFault('json-line', { line: number });
  const { criterion, max, bonus, scores } = value as Record<string, unknown>;
  if (typeof criterion !== 'string') throw new CliFault('line-fields', { line: number, field: 'criterion' });
  const isBonus = bonus === true;
  if (!(typeof max === 'number' && Number.isFinite(max)) && !(isBonus && (max === null || max === undefined)))
    throw new CliFault('line-fields', { line: number, field: 'max' });
  if (scores !== undefined && !(Array.isArray(scores) && scores.every((score) => Number.isFinite(score))))
    throw new CliFault('line-fields', { line: number, field: 'scores' });
  return {
    criterion,
    max: typeof max === 'number' ? max : null,
    bonus: isBonus,
    scores: (scores ?? []) as number[],
    smallestStep: DEFAULT_SETTINGS.smallestStep,
  };
}

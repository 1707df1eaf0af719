import { describeAttainable } from '../../locale/describe';
import { FORM_WORDS } from '../../locale/formWords';
import { formatNumber } from '../../locale/format';
import { decimalsOf } from '../../rubric/points';
import type { Attainable, CriterionReading, ItemBounds } from '../../rubric/clause';
import type { InputRule } from '../sheetContent';

/** Longest words that a spreadsheet shows beside a cell. */
const LONGEST = 255;
/** Room for the scores in them; the rule has the rest. */
const LONGEST_SCORES = 120;

/** What stands beside a score cell while it is selected: the scores that are possible, and the rule. */
export function promptOf(
  attainable: Attainable,
  reading: CriterionReading,
  { max, bonus }: ItemBounds,
): NonNullable<InputRule['prompt']> {
  const title = FORM_WORDS.promptTitle(bonus ? null : max);
  const described = describeAttainable(attainable, 'zh-CN');
  const scores = described.length > LONGEST_SCORES ? `${described.slice(0, LONGEST_SCORES - 1)}…` : described;
  const room = LONGEST - FORM_WORDS.prompt(scores, '').length;
  return { title, text: FORM_WORDS.prompt(scores, cutRule(reading, room)) };
}

const END_OF_SENTENCE = /[。；;！!？?]/;
const CUT = '……';

/** A rule in at most `room` characters: whole, else from the sentence that speaks of points, up to an end of a sentence. */
function cutRule({ text, clauses }: CriterionReading, room: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  if (line.length <= room) return line;
  const first = text
    .slice(0, clauses[0]?.start ?? 0)
    .replace(/\s*\n\s*/g, ' ')
    .trimStart();
  const before = lastSentenceEnd(first);
  const head = before === 0 ? '' : CUT;
  const rest = line.slice(before);
  if (head.length + rest.length <= room) return head + rest;
  const short = cutBetween(rest, room - head.length - CUT.length);
  const end = lastSentenceEnd(short);
  return `${head}${end > short.length / 2 ? short.slice(0, end) : short}${CUT}`;
}

/** Offset behind the last end of a sentence, 0 for none. */
function lastSentenceEnd(text: string): number {
  for (let at = text.length; at > 0; at--) if (END_OF_SENTENCE.test(text[at - 1] ?? '')) return at;
  return 0;
}

/** The beginning of a text, not cut inside a surrogate pair. */
function cutBetween(text: string, length: number): string {
  const cut = text.slice(0, Math.max(0, length));
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** What is said when a figure is refused. `step`: the finest where the sentence leaves the score to judgement. */
export function refusalOf(
  accepts: InputRule['accepts'],
  attainable: Attainable,
  { max }: ItemBounds,
  step: number,
): InputRule['refusal'] {
  const title = FORM_WORDS.refusalTitle;
  const { list, range, steps, free, atLeast } = FORM_WORDS.refusal;
  switch (accepts.kind) {
    case 'list':
      return { title, text: fitting(list(accepts.values.join('、'))) };
    case 'decimal':
      return { title, text: range(formatNumber(accepts.from), formatNumber(accepts.to)) };
    case 'custom': {
      if (attainable.kind !== 'any')
        return { title, text: fitting(steps(describeAttainable(attainable, 'zh-CN'))) };
      const isFree = accepts.formula.includes('ROUND');
      const most = max === null ? null : formatNumber(max);
      return { title, text: isFree ? free(most, decimalsOf(step)) : atLeast('0') };
    }
  }
}

function fitting(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

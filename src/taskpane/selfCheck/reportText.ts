import type { Observation } from '../../hosts/selfCheck';
import type { HandQuestion, SelfCheckMessages, SelfCheckVerdict } from '../../locale/selfCheck/messages';

/** What a person saw, in words; '' or absent: not tried. */
export type SeenByHand = Readonly<Partial<Record<HandQuestion, string>>>;

/** Worst first: the order in which they are shown. */
const VERDICTS: readonly SelfCheckVerdict[] = ['trouble', 'unanswered', 'coped', 'expected', 'noted'];

export const HAND_QUESTIONS: readonly HandQuestion[] = [
  'undo-key',
  'docked',
  'choose-file',
  'download',
  'write-file',
];

/** What was seen, in one line. */
export function seenText({ seen, detail }: Pick<Observation, 'seen' | 'detail'>, words: SelfCheckMessages) {
  return [words.seen[seen], detail].filter((part) => part !== '').join(' ');
}

/** Observations by what they mean, those that nobody has left out. */
export function byVerdict(
  answers: readonly Observation[],
): readonly { readonly verdict: SelfCheckVerdict; readonly answers: readonly Observation[] }[] {
  return VERDICTS.map((verdict) => ({
    verdict,
    answers: answers.filter((answer) => answer.verdict === verdict),
  })).filter((group) => group.answers.length > 0);
}

/** All of it as plain text to be sent: each line has the question's code, by which it is found whatever the language. */
export function reportText(
  answers: readonly Observation[],
  byHand: SeenByHand,
  leftOver: string | null,
  words: SelfCheckMessages,
): string {
  const lineOf = (asked: string, code: string, seen: string) => `${asked} [${code}]${words.colon}${seen}`;
  const lines = [`${words.reportTitle} ${new Date().toISOString().slice(0, 10)}`];
  for (const group of byVerdict(answers)) {
    lines.push('', `# ${words.verdict[group.verdict]}`);
    for (const answer of group.answers) {
      lines.push(lineOf(words.question[answer.question], answer.question, seenText(answer, words)));
    }
  }
  lines.push('', `# ${words.byHand.heading}`);
  for (const question of HAND_QUESTIONS) {
    const { asked } = words.byHand.question[question];
    lines.push(lineOf(asked, question, byHand[question] || words.byHand.untried));
  }
  if (leftOver !== null) lines.push('', words.leftOver({ sheet: leftOver }));
  return lines.join('\n');
}

import { Body1, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneMessages, PaneTask } from '../../locale/pane/messages';
import type { Outcome } from '../state';
import { useWords } from '../words';
import { Spinner } from './Spinner';
import { useLasting } from './useLasting';

/** Only what takes longer than this is worth a word about going on. */
const MOMENT_MS = 500;

const useStyles = makeStyles({
  status: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    ':empty': { display: 'none' },
  },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface OutcomeMessageProps {
  readonly busy: PaneTask | null;
  readonly outcome: Outcome | null;
}

/** What goes on or was done, said aloud by screen readers without taking the focus. */
export function OutcomeMessage({ busy, outcome }: OutcomeMessageProps) {
  const styles = useStyles();
  const { text } = useWords();
  const lasting = useLasting(busy, MOMENT_MS);
  return (
    <div role="status" className={styles.status}>
      {lasting !== null && <Spinner label={text.busy[lasting]} />}
      {busy === null &&
        outcome !== null &&
        sentences(outcome, text.outcome).map((sentence) => (
          <Body1 key={sentence} as="p" className={styles.sentence}>
            {sentence}
          </Body1>
        ))}
    </div>
  );
}

function sentences(outcome: Outcome, words: PaneMessages['outcome']): string[] {
  switch (outcome.kind) {
    case 'filled':
      return filled(outcome, words);
    case 'entered':
      return [words.entered(outcome)];
    case 'outdated':
      return [words.outdated(outcome)];
    default:
      return [words[outcome.kind]];
  }
}

type Filled = Extract<Outcome, { kind: 'filled' }>;

function filled(outcome: Filled, words: PaneMessages['outcome']): string[] {
  const { normalised, corrected, degraded } = outcome;
  const said = [whatWasWritten(outcome, words)];
  if (normalised > 0) said.push(words.normalised({ count: normalised }));
  if (corrected > 0) said.push(words.corrected({ count: corrected }));
  if (degraded > 0) said.push(words.notesDegraded({ count: degraded }));
  return said;
}

function whatWasWritten({ cells, highlights, notes }: Filled, words: PaneMessages['outcome']): string {
  if (highlights + notes > 0) return words.filled({ cells, highlights, notes });
  return cells > 0 ? words.filledClean({ cells }) : words.unchanged;
}

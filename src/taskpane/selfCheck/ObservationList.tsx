import { Body1, Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Regular } from '@fluentui/react-icons';
import type { Observation } from '../../hosts/selfCheck';
import type { SelfCheckMessages, SelfCheckVerdict } from '../../locale/selfCheck/messages';
import { SeverityIcon } from '../parts/SeverityIcon';
import { byVerdict, seenText } from './reportText';

const useStyles = makeStyles({
  heading: { display: 'block', margin: 0 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  item: {
    display: 'flex',
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, width: '22px', paddingTop: tokens.spacingVerticalXXS },
  fine: {
    color: tokens.colorStatusSuccessForeground1,
    '@media (forced-colors: active)': { color: 'inherit' },
  },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  asked: { color: tokens.colorNeutralForeground2 },
  reliance: { display: 'block', color: tokens.colorNeutralForeground2 },
});

interface ObservationListProps {
  readonly answers: readonly Observation[];
  /** Answers with another verdict are left out. */
  readonly verdicts: readonly SelfCheckVerdict[];
  readonly words: SelfCheckMessages;
}

/** Each question with what was seen and what hangs on it. */
export function ObservationList({ answers, verdicts, words }: ObservationListProps) {
  const styles = useStyles();
  const groups = byVerdict(answers).filter(({ verdict }) => verdicts.includes(verdict));
  return (
    <>
      {groups.map((group) => (
        <section key={group.verdict}>
          <Subtitle2 as="h2" className={styles.heading}>
            {words.verdict[group.verdict]}
          </Subtitle2>
          <ul className={styles.list}>
            {group.answers.map((answer) => (
              <li key={answer.question} className={styles.item}>
                <span className={styles.icon}>
                  <VerdictIcon verdict={group.verdict} className={styles.fine} />
                </span>
                <div className={styles.text}>
                  <Body1 className={styles.asked}>{words.question[answer.question]}</Body1>
                  <Body1>{words.colon + seenText(answer, words)}</Body1>
                  <Caption1 className={styles.reliance}>{words.reliance[answer.reliance]}</Caption1>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The heading above says it in words. */
function VerdictIcon({
  verdict,
  className,
}: {
  readonly verdict: SelfCheckVerdict;
  readonly className: string;
}) {
  switch (verdict) {
    case 'trouble':
      return <SeverityIcon severity="error" />;
    case 'unanswered':
      return <SeverityIcon severity="warning" />;
    case 'coped':
    case 'noted':
      return <SeverityIcon severity="notice" />;
    case 'expected':
      return <CheckmarkCircle16Regular className={className} aria-hidden />;
  }
}

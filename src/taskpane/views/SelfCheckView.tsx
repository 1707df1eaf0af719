import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { StethoscopeRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Observation } from '../../hosts/selfCheck';
import { selfCheckWords } from '../../locale/selfCheck/index';
import type { SelfCheckVerdict } from '../../locale/selfCheck/messages';
import { Alert } from '../parts/Alert';
import { TaskMessages } from '../parts/TaskMessages';
import { CopyReport } from '../selfCheck/CopyReport';
import { HandQuestions } from '../selfCheck/HandQuestions';
import { ObservationList } from '../selfCheck/ObservationList';
import { askPage } from '../selfCheck/pageProbes';
import { reportText } from '../selfCheck/reportText';
import type { SeenByHand } from '../selfCheck/reportText';
import type { ViewProps } from '../view';
import { useWords } from '../words';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  sentence: { margin: 0 },
});

/** What is told above the questions to the person, and what below. */
const OTHERWISE: readonly SelfCheckVerdict[] = ['trouble', 'unanswered', 'coped'];
const AS_IT_SHOULD: readonly SelfCheckVerdict[] = ['expected', 'noted'];

interface Result {
  readonly answers: readonly Observation[];
  readonly leftOver: string | null;
}

/** 自检: how this build of the spreadsheet behaves where nobody knows, tried out and told. */
export function SelfCheckView({ session, state }: ViewProps) {
  const styles = useStyles();
  const words = selfCheckWords(useWords().language);
  const [result, setResult] = useState<Result | null>(null);
  const [seenByHand, setSeenByHand] = useState<SeenByHand>({});
  const { selfCheck } = session.host;
  if (selfCheck === undefined) return null;
  const run = () =>
    session.perform('selfCheck', async () => {
      const { answers, leftOver } = await selfCheck.run();
      setResult({ answers: [...answers, ...askPage()], leftOver });
      return {};
    });
  return (
    <>
      <Body1 as="p" className={styles.lead}>
        {words.lead}
      </Body1>
      <Button
        appearance={result === null ? 'primary' : 'secondary'}
        icon={<StethoscopeRegular />}
        disabledFocusable={state.busy !== null}
        onClick={() => void run()}
      >
        {result === null ? words.run : words.runAgain}
      </Button>
      <TaskMessages session={session} state={state} />
      {result !== null && (
        <>
          {result.leftOver !== null && (
            <Alert heading={words.verdict.trouble} sentence={words.leftOver({ sheet: result.leftOver })} />
          )}
          <Body1Strong as="p" role="status" className={styles.sentence}>
            {words.counts(countsOf(result.answers))}
          </Body1Strong>
          <ObservationList answers={result.answers} verdicts={OTHERWISE} words={words} />
          <HandQuestions
            selfCheck={selfCheck}
            seen={seenByHand}
            onSeen={(question, seen) => setSeenByHand((before) => ({ ...before, [question]: seen }))}
            words={words}
          />
          <CopyReport
            words={words}
            textNow={() => reportText(result.answers, seenByHand, result.leftOver, words)}
          />
          <ObservationList answers={result.answers} verdicts={AS_IT_SHOULD} words={words} />
        </>
      )}
    </>
  );
}

function countsOf(answers: readonly Observation[]): Readonly<Record<SelfCheckVerdict, number>> {
  const count = (verdict: SelfCheckVerdict) => answers.filter((one) => one.verdict === verdict).length;
  return {
    trouble: count('trouble'),
    unanswered: count('unanswered'),
    coped: count('coped'),
    expected: count('expected'),
    noted: count('noted'),
  };
}

import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Roster } from '../../rubric/roster';
import { summaryViewWords } from '../../locale/summary/view';
import { TaskMessages } from '../parts/TaskMessages';
import { FileChoice } from '../summary/FileChoice';
import { ReadingProgress } from '../summary/ReadingProgress';
import { Round } from '../summary/round';
import type { RoundChoices } from '../summary/round';
import { RoundOptions } from '../summary/RoundOptions';
import type { RoundOption } from '../summary/RoundOptions';
import { RosterEditor } from '../summary/RosterEditor';
import { RoundResult } from '../summary/RoundResult';
import type { ViewProps } from '../view';
import { useWords } from '../words';

const useStyles = makeStyles({
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** 汇总: choose what came back, see the ranking and what is wrong, write it down. */
export function SummaryView({ session, state }: ViewProps) {
  const styles = useStyles();
  const words = summaryViewWords(useWords().language);
  const [round] = useState(() => new Round());
  const [roster, setRoster] = useState<Roster | null>(null);
  const [option, setOption] = useState<RoundOption>({ sent: null, stage: undefined });
  const choices: RoundChoices = { roster, ...option };
  const {
    kind,
    total,
    done,
    name,
    isCut,
    choices: used,
    summary,
  } = useSyncExternalStore(round.subscribe, round.state);
  const { handedOver } = state;
  useEffect(() => {
    // What is being read is read to its end first.
    if (handedOver === null || kind === 'reading') return;
    session.handOver(null);
    void round.read(handedOver, { roster, ...option });
  }, [handedOver, kind, session, round, roster, option]);
  return (
    <>
      <Body1 as="p" className={styles.lead}>
        {words.lead}
      </Body1>
      <RosterEditor session={session} state={state} roster={roster} onRoster={setRoster} />
      <RoundOptions session={session} state={state} onOption={setOption} />
      {kind === 'reading' ? (
        <ReadingProgress total={total} done={done} name={name} onCancel={() => round.cancel()} />
      ) : (
        <FileChoice
          isFirst={summary === null}
          hostFiles={session.host.files}
          onFiles={(files) => {
            // What was said of the last round does not hold for this one.
            session.show('summary');
            void round.read(files, choices);
          }}
        />
      )}
      {kind === 'done' && summary !== null && !areSame(used, choices) && (
        <Button
          appearance="primary"
          onClick={() => {
            session.show('summary');
            void round.again(choices);
          }}
        >
          {words.again}
        </Button>
      )}
      <TaskMessages session={session} state={state} />
      {kind === 'done' && (
        <RoundResult
          session={session}
          state={state}
          round={round}
          summary={summary}
          cut={isCut ? { done, total } : null}
        />
      )}
    </>
  );
}

function areSame(a: RoundChoices, b: RoundChoices): boolean {
  return a.roster === b.roster && a.sent === b.sent && a.stage === b.stage;
}

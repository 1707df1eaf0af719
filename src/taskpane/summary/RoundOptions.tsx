import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { readSentRubric, sentRubricIn } from '../../app/summarise';
import { findingSentence } from '../../locale/catalog';
import { summaryViewWords } from '../../locale/summary/view';
import type { RubricChoice, StageChoice } from '../../locale/summary/viewMessages';
import { Disclosure } from '../parts/Disclosure';
import { FormRow } from '../parts/FormRow';
import { Select } from '../parts/Select';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { ACCEPTED, fromHost, fromInput } from './chosenFiles';
import { bytesOf } from './readFiles';
import type { ReturnedFile } from './readFiles';
import type { RoundChoices } from './round';

const useStyles = makeStyles({
  button: { alignSelf: 'flex-start' },
  name: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Which rubric and which column of scores the round goes by, besides its roster. */
export type RoundOption = Pick<RoundChoices, 'sent' | 'stage'>;

interface RoundOptionsProps extends ViewProps {
  readonly onOption: (option: RoundOption) => void;
}

/** 汇总选项: the rubric to hold returned sheets against, and the scores to rank by. */
export function RoundOptions({ session, state, onOption }: RoundOptionsProps) {
  const styles = useStyles();
  const { language } = useWords();
  const words = summaryViewWords(language).options;
  const input = useRef<HTMLInputElement>(null);
  const [rubric, setRubric] = useState<RubricChoice>('auto');
  const [stage, setStage] = useState<StageChoice>('auto');
  const [sent, setSent] = useState<RoundChoices['sent']>(null);
  const [name, setName] = useState<string>();
  const [fault, setFault] = useState<string>();

  const tell = (next: RoundChoices['sent'], by: StageChoice) => {
    setSent(next);
    onOption({ sent: next, stage: by === 'auto' ? undefined : by });
  };
  const chooseRubric = (choice: RubricChoice) => {
    setRubric(choice);
    setName(undefined);
    setFault(undefined);
    tell(null, stage);
    if (choice !== 'own') return;
    void readSentRubric(session.host).then(
      (own) => (own.length === 0 ? setFault(words.noTable) : tell(own, stage)),
      () => setFault(words.noTable),
    );
  };
  const take = async ([file]: readonly ReturnedFile[]) => {
    if (file === undefined) return;
    setName(file.path);
    setFault(undefined);
    tell(null, stage);
    const read = await bytesOf(file).then((bytes) => sentRubricIn(bytes, file.path));
    if (!read.ok) setFault(findingSentence(read.finding, language));
    else if (read.sent.length === 0) setFault(words.noTable);
    else tell(read.sent, stage);
  };
  const pick = () => {
    const picked = session.host.files?.pick('files') ?? { kind: 'unavailable' };
    if (picked.kind === 'picked') void take(fromHost(picked.files));
    if (picked.kind === 'unavailable') input.current?.click();
  };

  const rubrics: readonly RubricChoice[] =
    (state.latest?.tables.length ?? 0) > 0 || rubric === 'own' ? ['auto', 'own', 'file'] : ['auto', 'file'];
  return (
    <Disclosure heading={words.heading({ rubric, stage })}>
      <FormRow label={words.rubricLabel} hint={words.rubricHint[rubric]} fault={fault}>
        {(control) => (
          <Select
            {...control}
            value={rubric}
            onValue={(value) => chooseRubric(rubrics.find((one) => one === value) ?? 'auto')}
          >
            {rubrics.map((one) => (
              <option key={one} value={one}>
                {words.rubric[one]}
              </option>
            ))}
          </Select>
        )}
      </FormRow>
      {rubric === 'file' && (
        <>
          <input
            ref={input}
            type="file"
            accept={ACCEPTED}
            hidden
            tabIndex={-1}
            aria-hidden
            onChange={({ currentTarget }) => {
              const chosen = fromInput(currentTarget.files);
              currentTarget.value = '';
              void take(chosen);
            }}
          />
          <Button className={styles.button} size="small" icon={<DocumentRegular />} onClick={pick}>
            {words.chooseRubric}
          </Button>
          {name !== undefined && (
            <Caption1 as="p" className={styles.name} role="status">
              {sent === null ? name : words.rubricChosen({ name })}
            </Caption1>
          )}
        </>
      )}
      <FormRow label={words.stageLabel} hint={words.stageHint}>
        {(control) => (
          <Select
            {...control}
            value={stage}
            onValue={(value) => {
              const next = STAGES.find((one) => one === value) ?? 'auto';
              setStage(next);
              tell(sent, next);
            }}
          >
            {STAGES.map((one) => (
              <option key={one} value={one}>
                {words.stage[one]}
              </option>
            ))}
          </Select>
        )}
      </FormRow>
    </Disclosure>
  );
}

const STAGES: readonly StageChoice[] = ['auto', 'self', 'review'];

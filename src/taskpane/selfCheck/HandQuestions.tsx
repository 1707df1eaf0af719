import { Button, Caption1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { readSubmission } from '../../app/readSubmission';
import type { SelfCheck } from '../../hosts/selfCheck';
import type { HandQuestion, SelfCheckMessages } from '../../locale/selfCheck/messages';
import { FormRow } from '../parts/FormRow';
import { Select } from '../parts/Select';
import { saveFile } from '../summary/saveFile';
import { HAND_QUESTIONS, seenText } from './reportText';
import type { SeenByHand } from './reportText';

const TEXT = 'text/plain';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { display: 'block', margin: 0 },
  lead: { display: 'block', margin: 0, color: tokens.colorNeutralForeground2 },
  question: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalXS,
  },
  button: { alignSelf: 'flex-start' },
});

interface HandQuestionsProps {
  readonly selfCheck: SelfCheck;
  readonly seen: SeenByHand;
  readonly onSeen: (question: HandQuestion, seen: string) => void;
  readonly words: SelfCheckMessages;
}

/** What only a person can see: a button to try it where the page can start it, and what they saw. */
export function HandQuestions({ selfCheck, seen, onSeen, words: { byHand, ...words } }: HandQuestionsProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const readFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const { name } = file;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const { checked } = await readSubmission(bytes, name, {});
      const result = { name, bytes: bytes.length, tables: checked?.tables.length ?? 0 };
      onSeen('choose-file', checked === null ? byHand.fileUnread({ name }) : byHand.fileRead(result));
    } catch {
      onSeen('choose-file', byHand.fileUnread({ name }));
    }
  };
  const tryWriting = async () => {
    const result = await selfCheck.tryFile();
    if (result !== null) onSeen('write-file', seenText(result, { ...words, byHand }));
  };
  const trials: Readonly<Partial<Record<HandQuestion, readonly [string, () => void]>>> = {
    'choose-file': [byHand.chooseFile, () => input.current?.click()],
    download: [
      byHand.download,
      () => saveFile(new TextEncoder().encode(byHand.downloadContent), byHand.downloadName, TEXT),
    ],
    'write-file': [byHand.tryWrite, () => void tryWriting()],
  };
  return (
    <section className={styles.section}>
      <div>
        <Subtitle2 as="h2" className={styles.heading}>
          {byHand.heading}
        </Subtitle2>
        <Caption1 as="p" className={styles.lead}>
          {byHand.lead}
        </Caption1>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden
        onChange={({ currentTarget }) => {
          void readFile(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {HAND_QUESTIONS.map((question) => {
        const { asked, choices } = byHand.question[question];
        const told = seen[question] ?? '';
        const [label, start] = trials[question] ?? [];
        return (
          <div key={question} className={styles.question}>
            <FormRow label={asked} {...(told !== '' && !choices.includes(told) && { hint: told })}>
              {(control) => (
                <Select
                  {...control}
                  value={choices.includes(told) ? told : ''}
                  onValue={(value) => onSeen(question, value)}
                >
                  <option value="">{choices.includes(told) || told === '' ? byHand.untried : told}</option>
                  {choices.map((choice) => (
                    <option key={choice}>{choice}</option>
                  ))}
                </Select>
              )}
            </FormRow>
            {start !== undefined && (
              <Button size="small" className={styles.button} onClick={start}>
                {label}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}

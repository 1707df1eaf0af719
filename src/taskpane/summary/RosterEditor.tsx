import { Button, Textarea, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { loadRoster, saveRoster } from '../../app/roster';
import { findingSentence } from '../../locale/catalog';
import { summaryViewWords } from '../../locale/summary/view';
import type { Roster } from '../../rubric/roster';
import { rosterFromLines, rosterLines } from '../../rubric/rosterLines';
import { Disclosure } from '../parts/Disclosure';
import { FormRow } from '../parts/FormRow';
import type { ViewProps } from '../view';
import { useWords } from '../words';

const useStyles = makeStyles({
  save: { alignSelf: 'flex-start' },
});

interface RosterEditorProps extends ViewProps {
  readonly roster: Roster | null;
  readonly onRoster: (roster: Roster | null) => void;
}

/** The roster of the round: as the workbook keeps it, as text to be changed, and back into the workbook. */
export function RosterEditor({ session, state, roster, onRoster }: RosterEditorProps) {
  const styles = useStyles();
  const { language } = useWords();
  const words = summaryViewWords(language).roster;
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const change = (next: string) => {
    setText(next);
    const { roster: read, findings } = rosterFromLines(next);
    onRoster(read.units.length === 0 ? null : read);
    setFault(findings[0] === undefined ? undefined : findingSentence(findings[0], language));
  };
  useEffect(() => {
    let isGone = false;
    void loadRoster(session.host).then(
      (reading) => {
        if (isGone || reading === null || reading.roster.units.length === 0) return;
        setText(rosterLines(reading.roster));
        onRoster(reading.roster);
      },
      // A workbook that cannot be read now has no roster to offer; writing will say what is wrong.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [session, onRoster]);
  const save = (kept: Roster) =>
    session.perform('saveRoster', async (host, allowed) => ({
      receipt: await saveRoster(host, kept, allowed),
      outcome: { kind: 'rosterSaved' },
    }));
  return (
    <Disclosure
      heading={`${words.heading}　${roster === null ? words.none : words.ofWorkbook({ units: roster.units.length })}`}
    >
      <FormRow label={words.label} hint={words.hint} fault={fault}>
        {(control) => (
          <Textarea
            {...control}
            rows={8}
            resize="vertical"
            value={text}
            onChange={(_, { value }) => change(value)}
          />
        )}
      </FormRow>
      <Button
        className={styles.save}
        size="small"
        disabledFocusable={roster === null || state.busy !== null}
        onClick={() => roster !== null && void save(roster)}
      >
        {words.save}
      </Button>
    </Disclosure>
  );
}

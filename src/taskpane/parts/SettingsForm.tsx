import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, SaveRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { saveSettings } from '../../app/saveSettings';
import type { PaneSetting } from '../../locale/pane/messages';
import { SETTING_GROUPS, isFitting, settingTexts } from '../settingTexts';
import type { SettingTexts } from '../settingTexts';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { SettingField } from './SettingField';
import { TaskMessages } from './TaskMessages';

const GROUPS = ['check', 'conversion', 'limits', 'sheet'] as const;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  save: { flexGrow: 1 },
});

/** The settings of the workbook: what is typed is looked at at once and written when it is saved. */
export function SettingsForm({ session, state }: ViewProps) {
  const styles = useStyles();
  const { settings: words, action } = useWords().text;
  const { latest, busy, canUndo } = state;
  const form = useRef<HTMLFormElement>(null);
  const saved = useMemo(() => (latest === null ? {} : settingTexts(latest)), [latest]);
  const [typed, setTyped] = useState<SettingTexts>({});
  const [saying, setSaying] = useState<'unchanged' | 'faulty' | null>(null);
  const textOf = (key: PaneSetting) => typed[key] ?? saved[key] ?? '';
  const isBusy = busy !== null && busy !== 'look';

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const changes = changed(typed, saved);
    if (Object.entries(changes).some(([key, text]) => !isFitting(key as PaneSetting, text))) {
      setSaying('faulty');
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    setSaying(Object.keys(changes).length === 0 ? 'unchanged' : null);
    if (Object.keys(changes).length === 0) return;
    void session.perform('save', async (host, allowed) => {
      const receipt = await saveSettings(host, changes, allowed);
      setTyped({});
      return { receipt, recheck: true, outcome: { kind: 'saved' } };
    });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit} noValidate>
      <Caption1 as="p" className={styles.quiet}>
        {words.intro}
      </Caption1>
      {GROUPS.map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend className={styles.legend}>
            <Body1Strong>{words.groups[group]}</Body1Strong>
          </legend>
          {SETTING_GROUPS[group].map((key) => (
            <SettingField
              key={key}
              name={key}
              text={textOf(key)}
              onText={(text) => {
                setTyped({ ...typed, [key]: text });
                setSaying(null);
              }}
            />
          ))}
        </fieldset>
      ))}
      <div className={styles.buttons}>
        <Button
          type="submit"
          className={styles.save}
          appearance="primary"
          icon={<SaveRegular />}
          disabledFocusable={isBusy}
        >
          {action.save}
        </Button>
        <Button
          icon={<ArrowUndoRegular />}
          disabledFocusable={isBusy || !canUndo}
          onClick={() => void session.undo()}
        >
          {action.undo}
        </Button>
      </div>
      {saying !== null && (
        <Caption1 as="p" role="alert" className={styles.quiet}>
          {words[saying]}
        </Caption1>
      )}
      <TaskMessages session={session} state={state} />
    </form>
  );
}

/** What was typed that is not what stands in the workbook already. */
function changed(typed: SettingTexts, saved: SettingTexts): SettingTexts {
  const entries = Object.entries(typed) as [PaneSetting, string][];
  return Object.fromEntries(entries.filter(([key, text]) => text.trim() !== (saved[key] ?? '')));
}

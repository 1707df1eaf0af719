import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, CheckmarkRegular, EraserRegular, PulseRegular } from '@fluentui/react-icons';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { Toggle } from './Toggle';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  primary: { flexBasis: '100%' },
  other: { flexGrow: 1, flexBasis: 0, minWidth: 'fit-content', paddingInline: tokens.spacingHorizontalS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What a person does here. Buttons stay focusable while a task runs: focus is not thrown away. */
export function ActionBar({ session, state: { busy, canUndo, live } }: ViewProps) {
  const styles = useStyles();
  const { action, liveHint } = useWords().text;
  // What is asked for during the first look is done after it.
  const isBusy = busy !== null && busy !== 'look';
  return (
    <div className={styles.bar}>
      <Button
        className={styles.primary}
        appearance="primary"
        icon={<CheckmarkRegular />}
        disabledFocusable={isBusy}
        onClick={() => void session.validate()}
      >
        {action.validate}
      </Button>
      <Button
        className={styles.other}
        icon={<EraserRegular />}
        disabledFocusable={isBusy}
        onClick={() => void session.clear()}
      >
        {action.clear}
      </Button>
      <Button
        className={styles.other}
        icon={<ArrowUndoRegular />}
        disabledFocusable={isBusy || !canUndo}
        onClick={() => void session.undo()}
      >
        {action.undo}
      </Button>
      {session.canFollow && (
        <Toggle
          className={styles.other}
          icon={<PulseRegular />}
          isOn={live}
          label={action.live}
          onToggle={() => void session.chooseLive(!live)}
        />
      )}
      {live && (
        <Caption1 as="p" className={styles.hint}>
          {liveHint}
        </Caption1>
      )}
    </div>
  );
}

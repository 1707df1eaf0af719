import { Caption1, Label, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle12Filled } from '@fluentui/react-icons';
import { useId } from 'react';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS },
  text: { display: 'block', margin: 0, color: tokens.colorNeutralForeground2 },
  fault: {
    display: 'flex',
    margin: 0,
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorStatusDangerForeground1,
  },
});

/** What the control of a row has to take over. */
export interface RowControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FormRowProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with what was typed; absent: nothing. */
  readonly fault?: string | undefined;
  readonly children: (control: RowControl) => ReactElement;
}

/** A control under its name, with what it means and what is wrong with it, tied together for those who hear the pane. */
export function FormRow({ label, hint, fault, children }: FormRowProps) {
  const styles = useStyles();
  const id = useId();
  const below = fault ?? hint;
  const belowId = `${id}-below`;
  return (
    <div className={styles.row}>
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : belowId,
        'aria-invalid': fault !== undefined,
      })}
      {below !== undefined && (
        <Caption1
          as="p"
          id={belowId}
          className={fault === undefined ? styles.text : styles.fault}
          role={fault === undefined ? undefined : 'alert'}
        >
          {fault !== undefined && <ErrorCircle12Filled aria-hidden />}
          <span>{below}</span>
        </Caption1>
      )}
    </div>
  );
}

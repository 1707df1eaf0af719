import { Body1, Body1Strong, Button, makeStyles, tokens } from '@fluentui/react-components';
import { SeverityIcon } from './SeverityIcon';

const useStyles = makeStyles({
  alert: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { display: 'flex', alignItems: 'center', height: tokens.lineHeightBase300 },
  heading: { display: 'block' },
  sentence: { margin: 0 },
  button: { gridColumn: '2', justifySelf: 'start', marginTop: tokens.spacingVerticalS },
});

interface AlertProps {
  readonly heading: string;
  readonly sentence: string;
  /** What may help, where something may. */
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

/** Something was not done: what happened and what to try, said aloud at once. The focus stays where it is. */
export function Alert({ heading, sentence, action }: AlertProps) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.alert}>
      <span className={styles.icon}>
        <SeverityIcon severity="error" />
      </span>
      <div>
        <Body1Strong className={styles.heading}>{heading}</Body1Strong>
        <Body1 as="p" className={styles.sentence}>
          {sentence}
        </Body1>
      </div>
      {action !== undefined && (
        <Button size="small" className={styles.button} onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}

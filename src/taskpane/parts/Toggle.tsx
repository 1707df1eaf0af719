import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  // Pressed also where no colour is seen: a heavier line.
  on: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 ${tokens.strokeWidthThin} ${tokens.colorNeutralStroke1Selected}`,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

interface ToggleProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly isOn: boolean;
  readonly size?: 'small' | 'medium';
  readonly className?: string;
  readonly onToggle: () => void;
}

/** A button that stays pressed. Fluent's own brings the styles of every appearance and size. */
export function Toggle({ label, icon, isOn, size = 'medium', className, onToggle }: ToggleProps) {
  const styles = useStyles();
  return (
    <Button
      size={size}
      icon={icon}
      aria-pressed={isOn}
      className={mergeClasses(isOn && styles.on, className)}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}

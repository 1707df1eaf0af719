import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled, Info16Regular, Warning16Filled } from '@fluentui/react-icons';
import type { Severity } from '../../rubric/finding';

const useStyles = makeStyles({
  // In a contrast theme the text around decides: on a pressed button our colours could not be seen.
  icon: { '@media (forced-colors: active)': { color: 'inherit' } },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  notice: { color: tokens.colorNeutralForeground2 },
});

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, notice: Info16Regular } as const;

/** Each kind has its own shape, for those who see no colours. The word always stands beside it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return <Icon className={mergeClasses(styles[severity], styles.icon)} aria-hidden />;
}

import { makeStyles, tokens } from '@fluentui/react-components';
import type { Severity } from '../../rubric/finding';
import { SEVERITIES } from '../report';
import type { SeverityCounts } from '../report';
import { useWords } from '../words';
import { SeverityIcon } from './SeverityIcon';
import { Toggle } from './Toggle';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1, flexBasis: 0, minWidth: 'fit-content', fontVariantNumeric: 'tabular-nums' },
});

interface SeverityFilterProps {
  readonly counts: SeverityCounts;
  readonly hidden: ReadonlySet<Severity>;
  readonly onHidden: (hidden: ReadonlySet<Severity>) => void;
}

/** How many findings of each kind; each button shows or hides its kind. */
export function SeverityFilter({ counts, hidden, onHidden }: SeverityFilterProps) {
  const styles = useStyles();
  const { text } = useWords();
  const toggle = (severity: Severity) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    onHidden(next);
  };
  return (
    <div role="group" aria-label={text.filter} className={styles.group}>
      {SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => (
        <Toggle
          key={severity}
          size="small"
          className={styles.button}
          isOn={!hidden.has(severity)}
          icon={<SeverityIcon severity={severity} />}
          label={`${text.severity[severity]} ${counts[severity]}`}
          onToggle={() => toggle(severity)}
        />
      ))}
    </div>
  );
}

import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import type { HostShortfall } from '../../hosts/host';
import { useWords } from '../words';

const useStyles = makeStyles({
  heading: { display: 'block', margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2 },
});

/** What this spreadsheet cannot do, and what that means for the result. */
export function Shortfalls({ shortfalls }: { readonly shortfalls: readonly HostShortfall[] }) {
  const styles = useStyles();
  const words = useWords().text.shortfalls;
  if (shortfalls.length === 0) return null;
  return (
    <section>
      <Caption1Strong as="h2" className={styles.heading}>
        {words.heading}
      </Caption1Strong>
      <ul className={styles.list}>
        {shortfalls.map((one) => (
          <li key={one}>
            <Caption1>{words.sentence[one]}</Caption1>
          </li>
        ))}
      </ul>
    </section>
  );
}

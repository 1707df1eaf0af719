import { Body1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../words';

const useStyles = makeStyles({
  heading: { display: 'block', margin: 0, marginBottom: tokens.spacingVerticalS },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
  },
});

/** No scoring table stands in the workbook: what to do. */
export function EmptyState() {
  const styles = useStyles();
  const { empty } = useWords().text;
  return (
    <section>
      <Subtitle2 as="h2" className={styles.heading}>
        {empty.heading}
      </Subtitle2>
      <ol className={styles.steps}>
        {empty.steps.map((step) => (
          <li key={step}>
            <Body1>{step}</Body1>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { Body1, Button, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import type { PaneSession } from '../session';
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
  sample: { display: 'block', margin: `${tokens.spacingVerticalXL} 0 ${tokens.spacingVerticalS}` },
});

/** Fetched when it is asked for: whoever has a scoring sheet never does. */
const loadSample = () => import(/* webpackChunkName: "sample" */ '../../app/insertSample');

interface EmptyStateProps {
  readonly session: PaneSession;
}

/** No scoring table stands in the workbook: what to do, and a sheet to try. */
export function EmptyState({ session }: EmptyStateProps) {
  const styles = useStyles();
  const { empty } = useWords().text;
  const insert = async () => {
    let inserted = '';
    await session.perform('sample', async (host, allowed) => {
      const { insertSample } = await loadSample();
      const { sheet, ...receipt } = await insertSample(host, allowed);
      inserted = sheet;
      return { receipt, recheck: true, outcome: { kind: 'sampled' } };
    });
    if (inserted !== '') await session.locate(inserted, { row: 0, column: 0 });
  };
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
      <Body1 as="p" className={styles.sample}>
        {empty.sample}
      </Body1>
      <Button onClick={() => void insert()}>{empty.insertSample}</Button>
    </section>
  );
}

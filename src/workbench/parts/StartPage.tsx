import { Button, CompoundButton, makeStyles, Text, Title1, tokens } from '@fluentui/react-components';
import {
  DocumentTable24Regular,
  FolderOpen24Regular,
  SendCopy24Regular,
  ShieldCheckmark20Regular,
  TableStackAbove24Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { SampleName, StartTask, WorkbenchMessages } from '../../locale/workbench/messages';
import type { WorkbenchStore } from '../store';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '960px',
    margin: '0 auto',
    padding: `48px ${tokens.spacingHorizontalXXL}`,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { margin: 0 },
  promise: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0 },
  drop: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    padding: '40px 24px',
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    textAlign: 'center',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, marginBottom: tokens.spacingVerticalM, fontSize: tokens.fontSizeBase400 },
  samples: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  card: { width: '100%', height: '100%', justifyContent: 'flex-start', textAlign: 'start' },
  about: { lineHeight: tokens.lineHeightBase200 },
});

export interface StartPageProps {
  readonly store: WorkbenchStore;
  readonly text: WorkbenchMessages;
  readonly onOpen: () => void;
}

const TASKS: readonly { readonly task: StartTask; readonly icon: ReactElement }[] = [
  { task: 'summary', icon: <TableStackAbove24Regular /> },
  { task: 'distribute', icon: <SendCopy24Regular /> },
];

/** Where the workbench begins: a file of one's own, what needs no file yet, or a sample. */
export function StartPage({ store, text, onOpen }: StartPageProps) {
  const styles = useStyles();
  const { start } = text;
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Title1 as="h1" className={styles.title}>
          {text.title}
        </Title1>
        <Text size={400}>{start.lead}</Text>
        <Text as="p" className={styles.promise}>
          <ShieldCheckmark20Regular aria-hidden />
          {start.promise}
        </Text>
      </div>
      <div className={styles.drop}>
        <Button appearance="primary" size="large" icon={<FolderOpen24Regular />} onClick={onOpen}>
          {start.drop}
        </Button>
        <Text className={styles.quiet}>{start.formats}</Text>
        <Text className={styles.quiet}>{start.keys}</Text>
      </div>
      <section>
        <Text as="h2" weight="semibold" className={styles.heading} block>
          {start.tasks}
        </Text>
        <ul className={styles.samples}>
          {TASKS.map(({ task, icon }) => (
            <li key={task}>
              <CompoundButton
                className={styles.card}
                icon={icon}
                secondaryContent={{ children: start.task[task].about, className: styles.about }}
                onClick={() => store.begin(task)}
              >
                {start.task[task].name}
              </CompoundButton>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Text as="h2" weight="semibold" className={styles.heading} block>
          {start.samples}
        </Text>
        <ul className={styles.samples}>
          {(Object.keys(start.sample) as SampleName[]).map((name) => (
            <li key={name}>
              <CompoundButton
                className={styles.card}
                icon={<DocumentTable24Regular />}
                secondaryContent={{ children: start.sample[name].about, className: styles.about }}
                onClick={() => void store.openSample(name)}
              >
                {start.sample[name].name}
              </CompoundButton>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

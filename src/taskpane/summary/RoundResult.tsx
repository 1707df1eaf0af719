import { Body1, Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUndoRegular, TableAddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { summaryWorkbook } from '../../app/summarise';
import type { FiledFinding, Summary } from '../../check/across/acrossFiles';
import { summaryViewWords } from '../../locale/summary/view';
import { placeInList } from '../../plan/summary/problems';
import { SUMMARY_SHEETS } from '../../sheet/ownSheets';
import { FormRow } from '../parts/FormRow';
import { TextInput } from '../parts/TextInput';
import type { ViewProps } from '../view';
import { useWords } from '../words';
import { ProblemList } from './ProblemList';
import { RankTable } from './RankTable';
import type { Round } from './round';
import { saveFile } from './saveFile';

const useStyles = makeStyles({
  sentence: { margin: 0 },
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1, flexBasis: 0, minWidth: 'fit-content' },
  primary: { flexBasis: '100%' },
  heading: { display: 'block', margin: 0 },
  missing: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RoundResultProps extends ViewProps {
  readonly round: Round;
  readonly summary: Summary | null;
  /** How far it came, where it was stopped. */
  readonly cut: { readonly done: number; readonly total: number } | null;
}

/** What came of the round, and the ways to write it down. */
export function RoundResult({ session, state, round, summary, cut }: RoundResultProps) {
  const styles = useStyles();
  const { text, language } = useWords();
  const words = summaryViewWords(language);
  const [office, setOffice] = useState('');
  /** The summary that stands in the workbook. */
  const [written, setWritten] = useState<Summary | null>(null);
  if (summary === null) {
    return (
      <Body1 as="p" className={styles.sentence} role="status">
        {words.nothingRead}
      </Body1>
    );
  }
  const { submissions, findings, missing, blocks, year } = summary;
  const plan = () => round.plan({ language, office: office.trim() === '' ? null : office.trim() });
  const write = () =>
    session.perform('summarise', async (host, allowed) => {
      const receipt = await host.apply(plan(), allowed);
      setWritten(summary);
      return { receipt, outcome: { kind: 'summarised' } };
    });
  const undo = () => {
    setWritten(null);
    void session.undo();
  };
  const locate = (filed: FiledFinding) => {
    const cell = placeInList(summary.findings, filed);
    if (cell !== null) void session.locate(SUMMARY_SHEETS.problems, cell);
  };
  const said =
    cut === null ? words.finished({ files: submissions.length, problems: findings.length }) : words.cut(cut);
  return (
    <>
      <Body1Strong as="p" className={styles.sentence} role="status">
        {said}
      </Body1Strong>
      <FormRow label={words.office}>
        {(control) => <TextInput {...control} value={office} onText={setOffice} />}
      </FormRow>
      <div className={styles.bar}>
        <Button
          className={styles.primary}
          appearance="primary"
          icon={<TableAddRegular />}
          disabledFocusable={state.busy !== null}
          onClick={() => void write()}
        >
          {words.write}
        </Button>
        <Button
          className={styles.button}
          icon={<ArrowDownloadRegular />}
          onClick={() => saveFile(summaryWorkbook(plan()), words.downloadName({ year }))}
        >
          {words.download}
        </Button>
        <Button
          className={styles.button}
          icon={<ArrowUndoRegular />}
          disabledFocusable={state.busy !== null || !state.canUndo}
          onClick={undo}
        >
          {text.action.undo}
        </Button>
      </div>
      {blocks.map((block) => (
        <RankTable key={block.category} block={block} summary={summary} />
      ))}
      {missing.length > 0 && (
        <section>
          <Body1Strong as="h2" className={styles.heading}>
            {words.missing({ count: missing.length })}
          </Body1Strong>
          <Caption1 as="p" className={styles.missing}>
            {missing.map(({ unit }) => unit).join('、')}
          </Caption1>
        </section>
      )}
      <ProblemList
        summary={summary}
        onLocate={session.canLocate && written === summary ? locate : undefined}
      />
    </>
  );
}

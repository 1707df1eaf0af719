import { Body1, Button, Caption1, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableAddRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { asOneFile, assign, blankBook, OFFICIAL_SOURCE, rubricsOf } from '../../app/distribute';
import type { Assignment, RubricSource } from '../../app/distribute';
import { sheetsInto } from '../../app/distributeInto';
import type { WorkbookHost } from '../../hosts/host';
import { distributeMessages } from '../../locale/pane/distribute';
import type { DistributeMessages } from '../../locale/pane/distribute';
import type { Roster } from '../../rubric/roster';
import { unitsOf } from '../../rubric/unitCut';
import { readRoster } from '../../sheet/readRoster';
import { FormRow } from '../parts/FormRow';
import { Select } from '../parts/Select';
import { TaskMessages } from '../parts/TaskMessages';
import { TextInput } from '../parts/TextInput';
import { UnitChoice } from '../parts/UnitChoice';
import type { PaneState } from '../state';
import type { ViewProps } from '../view';
import { useWords } from '../words';

type Choice = keyof DistributeMessages['rubric']['choice'];

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  year: { width: '96px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  button: { flexGrow: 1 },
  sentence: { margin: 0, color: tokens.colorNeutralForeground2 },
  fault: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

/** The rubrics of a choice, by kind of attachment or from the open workbook. */
function sourceOf(choice: Choice, { book }: PaneState, year: number): RubricSource {
  if (choice === 'own')
    return book === null ? { ...OFFICIAL_SOURCE, rubrics: [] } : rubricsOf(readingOf(book), year);
  return {
    ...OFFICIAL_SOURCE,
    rubrics: OFFICIAL_SOURCE.rubrics.filter(({ form }) => form === choice),
  };
}

function readingOf(book: NonNullable<PaneState['book']>) {
  return { tables: book.tables.map(({ table }) => table), settings: book.settings };
}

/** The rubric's own year, to begin with. */
function yearOf({ rubrics: [first] }: RubricSource, otherwise: number): string {
  return String(first?.year ?? otherwise);
}

/** What was made, or why nothing was. */
interface Told {
  readonly sentence: string;
  readonly isFault: boolean;
}

/** 下发: blank scoring sheets for the units that are ticked or named, as sheets here or as files. */
export function DistributeView({ session, state }: ViewProps) {
  const styles = useStyles();
  const { language } = useWords();
  const words = distributeMessages(language);
  const thisYear = new Date().getFullYear();
  const hasOwn = (state.book?.tables.length ?? 0) > 0;
  const [choice, setChoice] = useState<Choice>('department');
  const [yearText, setYearText] = useState(() => yearOf(sourceOf('department', state, thisYear), thisYear));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState('');
  const [told, setTold] = useState<Told | null>(null);

  const year = /^\d{4}$/.test(yearText.trim()) ? Number(yearText) : NaN;
  const isYear = year >= 1990 && year <= 2100;
  const source = useMemo(() => sourceOf(choice, state, thisYear), [choice, state, thisYear]);
  const units = useMemo(() => source.rubrics.flatMap((rubric) => unitsOf(rubric)), [source]);
  const takesNames = source.rubrics.some(({ form }) => form !== 'department');
  const ticked = units.filter((unit) => chosen.has(unit));
  const typed = names
    .split(/[\n、，,；;]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const isBusy = state.busy !== null && state.busy !== 'look';

  /** Who gets what; null where it cannot be told, and that is said. */
  const assigned = (roster: Roster | null): readonly Assignment[] | null => {
    const wanted = [...ticked, ...typed];
    if (wanted.length === 0 && units.length > 0) {
      setTold({ sentence: words.noneChosen, isFault: true });
      return null;
    }
    const { assignments, unknown } = assign(source.rubrics, wanted.length === 0 ? 'all' : wanted, roster);
    if (unknown.length > 0) {
      setTold({ sentence: words.unknown({ units: unknown }), isFault: true });
      return null;
    }
    return assignments;
  };
  const rosterIn = async (host: WorkbookHost) => {
    const book = await host.read();
    return { book, roster: readRoster(book.grids)?.roster ?? null };
  };

  const insert = () => {
    setTold(null);
    void session.perform('distribute', async (host, allowed) => {
      const { book, roster } = await rosterIn(host);
      const assignments = assigned(roster);
      if (assignments === null) return {};
      const sheets = sheetsInto(book, assignments, year, source.settings, roster ?? undefined);
      const receipt = await host.apply({ cells: [], marks: [], sheets }, allowed);
      setTold({ sentence: words.inserted({ sheets: assignments.length }), isFault: false });
      return { receipt, recheck: true };
    });
  };
  const download = () => {
    setTold(null);
    void session.perform('distribute', async (host) => {
      const { roster } = await rosterIn(host);
      const assignments = assigned(roster);
      if (assignments === null) return {};
      const books = assignments.map((each) => blankBook(each, year, source.settings, roster ?? undefined));
      const { name, bytes } = asOneFile(books, year);
      session.saveFile?.(name, bytes);
      setTold({ sentence: words.downloaded({ files: books.length, name }), isFault: false });
      return {};
    });
  };

  const choices: readonly Choice[] = hasOwn
    ? ['department', 'subdistrict', 'own']
    : ['department', 'subdistrict'];
  return (
    <div className={styles.form}>
      <FormRow label={words.rubric.label}>
        {(control) => (
          <Select
            {...control}
            value={choice}
            onValue={(value) => {
              const next = choices.find((one) => one === value) ?? 'department';
              setChoice(next);
              setYearText(yearOf(sourceOf(next, state, thisYear), thisYear));
              setTold(null);
            }}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {words.rubric.choice[one]}
              </option>
            ))}
          </Select>
        )}
      </FormRow>
      <FormRow label={words.year.label} fault={isYear ? undefined : words.year.fault}>
        {(control) => (
          <TextInput
            {...control}
            className={styles.year}
            inputMode="numeric"
            value={yearText}
            onText={setYearText}
          />
        )}
      </FormRow>
      {units.length > 0 && (
        <UnitChoice units={units} chosen={chosen} words={words.units} onChange={setChosen} />
      )}
      {takesNames && (
        <FormRow label={words.names.label} hint={words.names.hint}>
          {(control) => (
            <Textarea {...control} rows={4} value={names} onChange={(_, { value }) => setNames(value)} />
          )}
        </FormRow>
      )}
      <Caption1 as="p" className={styles.sentence}>
        {words.about}
      </Caption1>
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          icon={<TableAddRegular />}
          disabledFocusable={isBusy || !isYear}
          onClick={insert}
        >
          {words.insert}
        </Button>
        {session.saveFile !== undefined && (
          <Button
            className={styles.button}
            icon={<ArrowDownloadRegular />}
            disabledFocusable={isBusy || !isYear}
            onClick={download}
          >
            {words.download}
          </Button>
        )}
      </div>
      <TaskMessages session={session} state={state} />
      {told !== null && !isBusy && (
        <Body1
          as="p"
          role={told.isFault ? 'alert' : 'status'}
          className={told.isFault ? styles.fault : styles.sentence}
        >
          {told.sentence}
        </Body1>
      )}
    </div>
  );
}

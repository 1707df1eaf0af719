import { acrossFiles } from '../check/across/acrossFiles';
import type { Summary } from '../check/across/acrossFiles';
import type { Outline, Submission } from '../check/across/submission';
import { outlineOf } from '../check/across/outlines';
import type { NativeCodec } from '../hosts/file/codec';
import { openFileHost, openUnread } from '../hosts/file/fileHost';
import type { FileHost } from '../hosts/file/fileHost';
import { newBook, newBookAside } from '../hosts/file/patch/newBook';
import type { WorkbookHost } from '../hosts/host';
import type { Language } from '../locale/language';
import type { Stage } from '../locale/messages';
import { summaryWords } from '../locale/summary';
import type { EditPlan } from '../plan/edits';
import { planSummary } from '../plan/summary/planSummary';
import type { SummarySource } from '../plan/summary/source';
import type { Finding } from '../rubric/finding';
import type { Roster } from '../rubric/roster';
import { ROSTER_2023 } from '../rubric/roster2023';
import { recognisingRoster } from '../rubric/rosterReading';
import type { BookSnapshot } from '../sheet/grid';
import { isOwnSheet, isStandingsSheet } from '../sheet/ownSheets';
import { readBook } from '../sheet/readBook';
import { settingsFromObject } from '../sheet/readSettings';
import { checkSnapshot } from './checkWorkbook';
import type { CheckChoices } from './options';

/** What a person may choose for a summary, besides the files. */
export interface SummaryChoices {
  readonly language: Language;
  /** Who is to report, and by what names; null: the departments of the notice. */
  readonly roster: Roster | null;
  /** The rubric as it was sent out; null: the official one or what most have. */
  readonly sent: readonly Outline[] | null;
  /** Rank by this column; absent: the reviewers' where there are any. */
  readonly stage?: Stage;
  /** Who summarises; null: to be written by hand. */
  readonly office: string | null;
  readonly date: SummarySource['date'];
  /** Where a file, by its index, lies seen from the summary, `/` between folders; null: it cannot be linked to. */
  readonly linkTo: SummarySource['linkTo'];
}

/** How each file is to be read so that its units are told by this roster. */
export function readingChoices(roster: Roster | null, choices: CheckChoices = {}): CheckChoices {
  return roster === null ? choices : { ...choices, roster: recognisingRoster(roster) };
}

/** The column to rank by: of the stage that a person asked for, else of the one in their settings; absent: as the scores tell. */
export function rankingStage({ stage, settings }: CheckChoices): Stage | undefined {
  if (stage !== undefined) return stage === 'auto' ? undefined : stage;
  return settings === undefined ? undefined : (settingsFromObject(settings).settings.stage ?? undefined);
}

/**
 * 汇总: holds the returned workbooks against each other and plans the sheets of the summary. The result of executing the
 * plan is the same whatever order the files came in their reading, as long as they stand in the same order here.
 */
export function summarise(
  submissions: readonly Submission[],
  choices: SummaryChoices,
): { readonly summary: Summary; readonly plan: EditPlan } {
  const { language, roster, sent, stage, office, date, linkTo } = choices;
  const summary = acrossFiles(submissions, {
    roster: roster === null ? ROSTER_2023 : recognisingRoster(roster),
    own: roster,
    sent,
    ...(stage !== undefined && { stage }),
  });
  const hasRoster = roster !== null || summary.expected > 0;
  const words = summaryWords(language);
  return { summary, plan: planSummary({ summary, language, words, office, date, hasRoster, linkTo }) };
}

/** Bytes of a new workbook that holds the summary and nothing else. */
export function summaryWorkbook(plan: EditPlan): Uint8Array {
  return newBook(plan.sheets ?? []);
}

/** The same by the platform's own way to deflate. */
export function summaryWorkbookBy(codec: NativeCodec, plan: EditPlan): Promise<Uint8Array> {
  return newBookAside(plan.sheets ?? [], codec);
}

/** The same of a workbook in a file, or why it cannot be read. `path` is what a person calls it. */
export async function sentRubricIn(
  bytes: Uint8Array,
  path: string,
): Promise<
  { readonly ok: true; readonly sent: readonly Outline[] } | { readonly ok: false; readonly finding: Finding }
> {
  const opened = await openFileHost(bytes, path);
  return opened.ok ? { ok: true, sent: await readSentRubric(opened.host) } : opened;
}

/**
 * A workbook that holds a summary and nothing that is not the program's own: to be written into without being read, which
 * takes as much memory as making it does. Null for any other, and for what cannot be opened.
 */
export function openSummary(bytes: Uint8Array, path: string, codec: NativeCodec): FileHost | null {
  const opened = openUnread(bytes, path, codec);
  if (opened === null || !opened.sheets.some(isStandingsSheet)) return null;
  return opened.sheets.every(isOwnSheet) ? opened.host : null;
}

/** Whether a workbook is a returned scoring sheet: there is a scoring table in it, and no summary. */
export function isReturnedSheet(book: BookSnapshot): boolean {
  return !book.grids.some(({ name }) => isStandingsSheet(name)) && readBook(book).tables.length > 0;
}

/**
 * The rubrics that stand in a workbook, to hold returned ones against; empty where it has no scoring table.
 * @throws HostError when the host cannot be read.
 */
export async function readSentRubric(host: WorkbookHost): Promise<readonly Outline[]> {
  const { tables } = checkSnapshot(await host.read(), { stage: 'self' });
  return tables.map(({ table, applies }) => outlineOf(table, applies));
}

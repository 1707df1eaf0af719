import type { Stage } from '../stage';

/** What a table's rubric was held against: the one that was sent out, the official one of 2023, or what most tables have. */
export type RubricAuthority = 'sent' | 'official' | 'majority';

/** Findings across the files of a round. */
export interface SummaryFindingMessages {
  /** `file` bears the unit's name but could not be read. */
  'summary/unit-missing': (p: { unit: string; category: string; file?: string }) => string;
  'summary/unit-duplicate': (p: {
    unit: string;
    count: number;
    others: readonly { file: string; sheet: string }[];
    /** The same scores stand in all of them. */
    isSame?: boolean;
  }) => string;
  'summary/unit-unknown': (p: { unit: string; near?: string }) => string;
  /** `was` is the maximum or the text as it should be, `is` the maximum as it stands. */
  'summary/rubric-differs': (p: {
    kind: 'whole' | 'text-changed' | 'max-changed' | 'item-missing' | 'item-added';
    against: RubricAuthority;
    section: string;
    item: string;
    was?: string | number | null;
    is?: number | null;
  }) => string;
  'summary/year-differs': (p: { year: number; round: number | null; years: readonly number[] }) => string;
  'summary/not-reviewed': (p: { stage: Stage }) => string;
  'summary/not-scored': (p: Record<string, never>) => string;
  'summary/conversion-differs': (p: {
    settings: readonly { label: string; own: string; usual: string }[];
  }) => string;
}

/** Words of the summary workbook that are no findings; the heads of its columns are fixed and stand with the plan. */
export interface SummaryDocument {
  readonly title: (p: { year: number | null }) => string;
  readonly problemsTitle: (p: { year: number | null }) => string;
  readonly missingTitle: (p: { year: number | null }) => string;
  readonly itemsTitle: (p: { year: number | null }) => string;
  /** Who made it (null: to be written by hand), for which year, and when. */
  readonly made: (p: {
    office: string | null;
    year: number | null;
    date: { readonly year: number; readonly month: number; readonly day: number };
  }) => string;
  readonly unnamed: string;
  /** In place of a rank. */
  readonly standing: Readonly<Record<'duplicate' | 'unnamed' | 'not-reviewed' | 'not-scored', string>>;
  readonly severity: Readonly<Record<'error' | 'warning' | 'notice', string>>;
  /** How the scores of a category were converted, from the settings as the sheet 考核设置 shows them. */
  readonly converted: (p: {
    category: string;
    stage: Stage;
    full: string;
    base: string;
    bands: string;
    bonusConverted: boolean;
    bonusCap: string;
    totalCap: string;
  }) => string;
  readonly rankNote: string;
  readonly signatures: string;
  /** Title of the page with the chart of a category. */
  readonly chartTitle: (p: { year: number | null; category: string; top: number | null }) => string;
  readonly allReported: string;
  readonly noRoster: string;
  readonly notReported: string;
  readonly notReadable: (p: { file: string }) => string;
  readonly noProblems: string;
  /** No unit is ranked, so there is nothing to draw. */
  readonly noChart: string;
  /** The list was cut: so many more are not in it. */
  readonly moreLeftOut: (p: { count: number }) => string;
  readonly openFile: (p: { file: string }) => string;
  readonly seeProblems: string;
  readonly page: string;
}

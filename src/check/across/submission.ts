import type { Stage } from '../../locale/messages';
import type { CellRef, Finding } from '../../rubric/finding';
import type { Form } from '../../rubric/rubric';
import type { Settings } from '../../sheet/settings';
import type { ColumnTotals } from '../report';

/**
 * One returned file as the summary needs it: plain data, small, fit to be sent from a worker. Thousands of them are held
 * at once, so what files have in common (`outline`, `conversion`, findings) is shared between them by `SubmissionPool`.
 */
export interface Submission {
  /** What a person calls it: its name, with the folders below the one they chose, `/` between. */
  readonly path: string;
  /** False where the file could not be read: `findings` tells why. */
  readonly readable: boolean;
  readonly tables: readonly SubmittedTable[];
  /** About the file as a whole. */
  readonly findings: readonly Finding[];
}

/** One scoring table of a returned file. */
export interface SubmittedTable {
  readonly sheet: string;
  /** First cell of the table. */
  readonly at: CellRef;
  readonly stage: Stage;
  /** As the roster names it, else as written; null where none can be told. */
  readonly unit: string | null;
  readonly year: number | null;
  readonly totals: { readonly self: ColumnTotals | null; readonly review: ColumnTotals | null };
  readonly outline: Outline;
  /** Scores of the items that `outline.applies` names, in its order; null: none. */
  readonly self: readonly (number | null)[];
  readonly review: readonly (number | null)[];
  /** Whether any score cell has anything in it. */
  readonly isScored: boolean;
  /** 细则指纹 of the workbook's settings still fits its rubric: nobody changed it since it was sent out. */
  readonly isAsSent: boolean;
  readonly conversion: Conversion;
  readonly findings: readonly Finding[];
}

/** The settings that make totals and the converted score. */
export type Conversion = Pick<
  Settings,
  'convertedFull' | 'convertedBase' | 'bonusConverted' | 'bonusCap' | 'totalCap' | 'decimals' | 'bands'
>;

/** The rubric that stands in a table, with the cells where it stands. */
export interface Outline {
  readonly form: Form;
  readonly sections: readonly OutlineSection[];
  readonly items: readonly OutlineItem[];
  /** Indexes of the items that apply to the unit, in sheet order. */
  readonly applies: readonly number[];
}

export interface OutlineSection {
  readonly name: string;
  readonly nameCell: CellRef | null;
  readonly points: number | null;
  readonly bonus: boolean;
}

export interface OutlineItem {
  /** Index into `sections`. */
  readonly section: number;
  readonly max: number | null;
  readonly criterion: string;
  /** A short name for a sentence. */
  readonly label: string;
  readonly criterionCell: CellRef;
  readonly maxCell: CellRef | null;
  /** Several items share this maximum, so that nobody can tell what one of them lost. */
  readonly sharesMax: boolean;
}

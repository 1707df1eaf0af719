import type { Stage } from '../locale/messages';
import type { Attainable } from '../rubric/clause';
import type { Finding } from '../rubric/finding';
import type { Settings } from '../sheet/settings';
import type { ScoringTable } from '../sheet/table';

/** Sums of one score column, in points. */
export interface ColumnTotals {
  readonly base: number;
  readonly bonus: number;
  readonly total: number;
  /** 折合的目标考核得分. */
  readonly converted: number;
}

export interface SectionSums {
  readonly section: number;
  readonly name: string;
  readonly points: number | null;
  /** Null where no score of the column stands in the section. */
  readonly self: number | null;
  readonly review: number | null;
}

export interface CheckedTable {
  readonly table: ScoringTable;
  readonly stage: Stage;
  /** Indexes of the items that apply to the unit, in sheet order. */
  readonly applies: readonly number[];
  /** Attainable scores of each item of `table.items`, by index. */
  readonly attainable: readonly Attainable[];
  readonly sections: readonly SectionSums[];
  /** Null where the column has no score at all, or no unit can be told in a table for several units. */
  readonly totals: { readonly self: ColumnTotals | null; readonly review: ColumnTotals | null };
  /** In sheet order. */
  readonly findings: readonly Finding[];
}

export interface CheckedBook {
  readonly fileName: string | null;
  readonly settings: Settings;
  readonly tables: readonly CheckedTable[];
  /** File-level findings. */
  readonly findings: readonly Finding[];
}

export interface CheckOptions {
  /** Asked for by a person: holds over 评分阶段 of the workbook; 'auto': told by the scores. Absent: as the workbook says. */
  readonly stage?: Stage | 'auto';
}

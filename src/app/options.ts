import type { Language } from '../locale/language';
import type { Stage } from '../locale/messages';
import type { Roster } from '../rubric/roster';
import type { FormMemory } from '../sheet/formMemory';

/** What a person may choose for a check. */
export interface CheckChoices {
  /** Over that of the workbook; 'auto': told by the scores. Absent: as the workbook says. */
  readonly stage?: Stage | 'auto';
  /** Settings from outside the workbook: keys in Chinese or English; they win over the sheet 考核设置. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The units to recognise instead of the official ones. */
  readonly roster?: Roster;
  /** Forms that other workbooks of the batch were filled in on. */
  readonly forms?: FormMemory;
}

/** What a person may choose where something is written into the workbook. */
export interface FillChoices extends CheckChoices {
  /** The language of labels and notes written into the workbook. */
  readonly language: Language;
}

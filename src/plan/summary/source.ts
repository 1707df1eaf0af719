import type { Language } from '../../locale/language';
import type { SummaryDocument } from '../../locale/summary/messages';
import type { Summary } from '../../check/across/acrossFiles';

/** What the sheets of a summary are made from. */
export interface SummarySource {
  readonly summary: Summary;
  readonly language: Language;
  readonly words: SummaryDocument;
  /** Who summarises; null: to be written by hand. */
  readonly office: string | null;
  /** The day it is made. */
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** Whether there is anybody to miss. */
  readonly hasRoster: boolean;
  /** Where a submission, by its index, lies seen from the summary, `/` between folders; null: it cannot be linked to. */
  readonly linkTo: (file: number) => string | null;
}

/// <reference types="office-js" />
import type { HostShortfall } from '../host';

/** What the adapter needs of Office.js: handed in by a test, found among the page's globals otherwise. */
export interface OfficeApi {
  readonly Excel: typeof Excel;
  /** Whether this Excel has a requirement set, such as `ExcelApi` `1.9`. */
  readonly isSetSupported: (name: string, version?: string) => boolean;
}

/** What this Excel can do beyond the baseline, ExcelApi 1.7 (Excel 2019). */
export interface ExcelCapabilities {
  /** Properties of many rows at once, areas of several blocks, more of a cell's look, events of all sheets, pages: 1.9. */
  readonly areas: boolean;
  /** What may be typed into cells can be ruled: 1.8. */
  readonly rules: boolean;
  /** Merged areas can be listed: 1.13. */
  readonly merges: boolean;
  /** Where the words of a mark go: notes 1.18, else comments 1.10, else input messages 1.8, else nowhere. */
  readonly words: 'notes' | 'comments' | 'messages' | 'none';
  /** Several requests can be one step of Excel's own undo: 1.20. */
  readonly undoGroup: boolean;
}

/** Office.js as the page loaded it. */
export function officeApiOfPage(): OfficeApi {
  return {
    Excel,
    isSetSupported: (name, version) => Office.context.requirements.isSetSupported(name, version),
  };
}

export function capabilitiesOf({ Excel: excel, isSetSupported }: OfficeApi): ExcelCapabilities {
  const since = (version: string) => isSetSupported('ExcelApi', version);
  // The Office.js that a page serves may be older than the Excel it runs in.
  const knowsNotes = 'notes' in excel.Worksheet.prototype;
  return {
    areas: since('1.9'),
    rules: since('1.8'),
    merges: since('1.13'),
    words: wordsOf(since, knowsNotes),
    undoGroup: since('1.20'),
  };
}

function wordsOf(since: (version: string) => boolean, knowsNotes: boolean): ExcelCapabilities['words'] {
  if (since('1.18') && knowsNotes) return 'notes';
  if (since('1.10')) return 'comments';
  return since('1.8') ? 'messages' : 'none';
}

/** What a user of this Excel has to do without, to be told once. */
export function shortfallsOf(capabilities: ExcelCapabilities): HostShortfall[] {
  const { areas, rules, merges, words, undoGroup } = capabilities;
  const shortfalls: HostShortfall[] = [];
  if (!merges) shortfalls.push('merges-unknown');
  if (!areas) shortfalls.push('hidden-rows-unknown');
  if (!rules) shortfalls.push('no-input-rules');
  if (!areas) shortfalls.push('no-page-setup');
  if (words === 'comments') shortfalls.push('words-as-comments');
  if (words === 'messages') shortfalls.push('words-as-messages');
  if (words === 'none') shortfalls.push('no-words');
  if (!undoGroup) shortfalls.push('own-undo-only');
  return shortfalls;
}

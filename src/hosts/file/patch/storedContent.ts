import type { CellContent } from '../../../plan/cellContent';
import type { CellEdit } from '../../../plan/edits';
import type { CellError, CellValue } from '../../../sheet/grid';

/**
 * What a file's cell can hold: besides what the program itself writes, truth values and errors, which a person types or a
 * formula gives, and formulas whose result is not known (null).
 */
export type StoredContent =
  | CellContent
  | { readonly kind: 'value'; readonly value: boolean | CellError }
  | { readonly kind: 'formula'; readonly formula: string; readonly cached: CellValue };

export interface StoredEdit extends Omit<CellEdit, 'content'> {
  readonly content: StoredContent;
}

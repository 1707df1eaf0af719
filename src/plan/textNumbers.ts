import type { ScoringTable } from '../sheet/table';
import type { CellContent } from './cellContent';
import type { CellEdit } from './edits';

/** A score typed as text that becomes a number. */
export interface NormalisedCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What stood there. */
  readonly text: string;
  readonly number: number;
  /** The formula that gave the text, null for typed text. */
  readonly formula: string | null;
}

/** The text numbers among a table's scores. */
export function normalisedCells(table: ScoringTable): readonly NormalisedCell[] {
  const found = new Map<string, NormalisedCell>();
  for (const item of table.items) {
    for (const cell of [item.self, item.review]) {
      if (cell === null || cell.state !== 'text-number' || cell.number === null) continue;
      const { row, column, number, formula } = cell;
      const text = typeof cell.value === 'string' ? cell.value : '';
      found.set(`${row},${column}`, { sheet: table.grid.name, row, column, text, number, formula });
    }
  }
  return [...found.values()];
}

/**
 * The edit that turns a text number into a number. A formula that gives the digits as text is kept inside VALUE; one
 * that gives more than digits (8分) can only be replaced by its number.
 */
export function normaliseEdit({ sheet, row, column, text, number, formula }: NormalisedCell): CellEdit {
  const wraps = formula !== null && formula !== '' && /^\s*-?\d+(\.\d+)?\s*$/.test(text);
  const content: CellContent = wraps
    ? { kind: 'formula', formula: `VALUE(${formula})`, cached: number }
    : { kind: 'value', value: number };
  return { sheet, row, column, content };
}

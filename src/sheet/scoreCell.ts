import { computeCell } from './formula';
import type { GridReader } from './gridReader';
import { scoreFromText } from './numbers';
import type { ScoreCell } from './table';
import { isBlankText } from './text';
import type { CellValue } from './grid';

/** Reads a cell where a score (or a total) stands. For a cell inside a merged area: the area's first cell. */
export function readScoreCell(reader: GridReader, row: number, column: number): ScoreCell {
  const at = reader.anchor(row, column);
  const cell = reader.cell(at.row, at.column);
  const value = cell?.value ?? null;
  const formula = cell?.formula ?? null;
  const read = (shown: CellValue): Pick<ScoreCell, 'state' | 'number'> => {
    if (shown === null) return { state: 'blank', number: null };
    if (typeof shown === 'number') {
      return Number.isFinite(shown) ? { state: 'number', number: shown } : { state: 'error', number: null };
    }
    if (typeof shown === 'boolean') return { state: 'not-a-number', number: null };
    if (typeof shown === 'object') return { state: 'error', number: null };
    if (isBlankText(shown)) return { state: 'blank', number: null };
    const number = scoreFromText(shown);
    return number === null ? { state: 'not-a-number', number: null } : { state: 'text-number', number };
  };
  if (formula === null || value !== null) return { ...at, ...read(value), value, formula };
  const computed = computeCell(reader, at);
  if (computed === undefined) return { ...at, state: 'not-computed', number: null, value, formula };
  return { ...at, ...read(computed), value: computed, formula };
}

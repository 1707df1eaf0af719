import { computeCell } from './formula';
import type { GridReader } from './gridReader';
import { scoreFromText } from './numbers';
import type { ScoreCell } from './table';
import { isBlankText } from './text';
import type { CellRef } from '../rubric/finding';
import type { CellValue, GridCell } from './grid';

/** Reads a cell where a score (or a total) stands. For a cell inside a merged area: the area's first cell. */
export function readScoreCell(reader: GridReader, row: number, column: number): ScoreCell {
  const at = reader.anchor(row, column);
  const cell = reader.cell(at.row, at.column);
  if (cell === null) return scoreCell(at, 'blank', null, null, null);
  const { value, formula } = cell;
  if (formula === null || value !== null) return judged(at, value, formula);
  const computed = computeCell(reader, at);
  if (computed === undefined) return scoreCell(at, 'not-computed', null, value, formula);
  return judged(at, computed, formula);
}

/** A score of which it is known that a number stands there or nothing. `at`: the first of its merged area, or itself. */
export function numberScore(at: CellRef, cell: GridCell | null): ScoreCell {
  return cell === null ? scoreCell(at, 'blank', null, null, null) : judged(at, cell.value, cell.formula);
}

/** Whether nothing stands there, as `readScoreCell` says, without reading more of it. */
export function isBlankScore(reader: GridReader, row: number, column: number): boolean {
  const at = reader.anchor(row, column);
  const cell = reader.cell(at.row, at.column);
  if (cell === null) return true;
  if (cell.value === null && cell.formula !== null)
    return readScoreCell(reader, row, column).state === 'blank';
  return cell.value === null || (typeof cell.value === 'string' && isBlankText(cell.value));
}

function judged(at: CellRef, value: CellValue, formula: string | null): ScoreCell {
  if (value === null) return scoreCell(at, 'blank', null, value, formula);
  switch (typeof value) {
    case 'number':
      if (!Number.isFinite(value)) return scoreCell(at, 'error', null, value, formula);
      return scoreCell(at, 'number', value, value, formula);
    case 'boolean':
      return scoreCell(at, 'not-a-number', null, value, formula);
    case 'string': {
      if (isBlankText(value)) return scoreCell(at, 'blank', null, value, formula);
      const number = scoreFromText(value);
      return scoreCell(at, number === null ? 'not-a-number' : 'text-number', number, value, formula);
    }
    default:
      return scoreCell(at, 'error', null, value, formula);
  }
}

/** One shape for all score cells, made in one place: this runs for every row of every sheet of a batch. */
function scoreCell(
  { row, column }: CellRef,
  state: ScoreCell['state'],
  number: number | null,
  value: CellValue,
  formula: string | null,
): ScoreCell {
  return { row, column, state, number, value, formula };
}

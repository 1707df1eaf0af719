import type { CellRef } from '../rubric/finding';
import type { GridReader } from './gridReader';
import type { CellValue } from './grid';

/** The value of a formula without a cached result; undefined where it is no plain arithmetic. */
export function computeCell(_reader: GridReader, _cell: CellRef): CellValue | undefined {
  return undefined;
}

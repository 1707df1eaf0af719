import type { IRange, Worksheet } from '@univerjs/core';
import type { CellRef } from '../../rubric/finding';

/** The selection of one cell, or of the merged cells it belongs to. */
export function selectionOf(worksheet: Worksheet, { row, column }: CellRef) {
  const merge = worksheet.getMergedCell(row, column) ?? null;
  const range: IRange = merge ?? { startRow: row, endRow: row, startColumn: column, endColumn: column };
  const { startRow, endRow, startColumn, endColumn } = range;
  const primary = {
    startRow,
    endRow,
    startColumn,
    endColumn,
    actualRow: row,
    actualColumn: column,
    isMerged: merge !== null,
    isMergedMainCell: merge !== null && startRow === row && startColumn === column,
  };
  return { range, primary, style: null };
}

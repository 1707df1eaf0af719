import type { IRange, Worksheet } from '@univerjs/core';
import type { CellRef } from '../../rubric/finding';
import { valueOf } from './typedCells';

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

/** The words of a block's cells, no further than the sheet is used. */
export function cellsIn(worksheet: Worksheet, range: IRange): string[][] {
  const { startRow, startColumn } = range;
  const endRow = Math.min(range.endRow, worksheet.getLastRowWithContent());
  const endColumn = Math.min(range.endColumn, worksheet.getLastColumnWithContent());
  const rows: string[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    const words: string[] = [];
    for (let column = startColumn; column <= endColumn; column++) {
      const value = valueOf(worksheet.getCellRaw(row, column), false);
      words.push(value === null ? '' : typeof value === 'object' ? value.error : String(value));
    }
    rows.push(words);
  }
  return rows;
}

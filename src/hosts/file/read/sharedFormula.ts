import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../../../sheet/address';

/** Strings, quoted sheet names, brackets, row spans, numbers, and names or references (with what makes them no reference). */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|\$?\d+:\$?\d+|\d[\w.]*|[$A-Za-z_\\\u0080-\uffff][$\w.\\?\u0080-\uffff]*(?:\s*[(!])?/g;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const ROWS = /^(\$?)(\d+):(\$?)(\d+)$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;

function shiftRow(fixed: string, digits: string, by: number): string | null {
  if (fixed !== '') return digits;
  const row = Number(digits) + by;
  return row >= 1 && row <= MAX_ROWS ? String(row) : null;
}

function shiftColumn(fixed: string, letters: string, by: number): string | null {
  if (fixed !== '') return letters;
  const column = columnIndex(letters);
  if (column === null) return letters;
  return column + by >= 0 && column + by < MAX_COLUMNS ? columnName(column + by) : null;
}

/**
 * The formula that a cell has by sharing another's: relative references move by so many rows and columns
 * (ISO/IEC 29500-1, 18.3.1.40). A reference pushed off the sheet becomes #REF!.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token, offset: number) => {
    // A table may be called T1: its columns follow in brackets.
    const cell = formula[offset + token.length] === '[' ? null : CELL.exec(token);
    if (cell !== null) {
      const [, fixColumn = '', letters = '', fixRow = '', digits = ''] = cell;
      if (columnIndex(letters) === null || Number(digits) > MAX_ROWS || Number(digits) === 0) return token;
      const column = shiftColumn(fixColumn, letters, columns);
      const row = shiftRow(fixRow, digits, rows);
      return column === null || row === null ? '#REF!' : `${fixColumn}${column}${fixRow}${row}`;
    }
    const span = ROWS.exec(token);
    if (span !== null) {
      const [, fixFirst = '', first = '', fixLast = '', last = ''] = span;
      const from = shiftRow(fixFirst, first, rows);
      const to = shiftRow(fixLast, last, rows);
      return from === null || to === null ? '#REF!' : `${fixFirst}${from}:${fixLast}${to}`;
    }
    // Letters alone are a column only beside a colon: A:C.
    const column = COLUMN.exec(token);
    if (column !== null && (formula[offset - 1] === ':' || formula[offset + token.length] === ':')) {
      const [, fixed = '', letters = ''] = column;
      const shifted = shiftColumn(fixed, letters, columns);
      return shifted === null ? '#REF!' : `${fixed}${shifted}`;
    }
    return token;
  });
}

import { finding } from '../../rubric/finding';
import { shownText } from '../cells';
import type { ScoreCheck } from './scoreCells';

/** 8分, ８, "8 ": text that a spreadsheet's sum passes over. It counts as its number, and the reader is told. */
export const scoreTextNumber: ScoreCheck = ({ context, cell }) => {
  if (cell.state !== 'text-number' || cell.number === null) return null;
  const text = shownText(cell);
  return finding({
    code: 'score/text-number',
    severity: 'notice',
    sheet: context.table.grid.name,
    cell: { row: cell.row, column: cell.column },
    params: { text, number: cell.number },
    received: text,
    expected: cell.number,
    suggestions: [cell.number],
  });
};

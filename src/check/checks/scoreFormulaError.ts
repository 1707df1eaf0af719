import { finding } from '../../rubric/finding';
import { itemLabel, shownText } from '../cells';
import { expectedRange } from '../expected';
import type { ScoreCheck } from './scoreCells';

/** A formula in a score cell gives an error value, or has no result that could be read or computed. */
export const scoreFormulaError: ScoreCheck = ({ context, item, cell }) => {
  if (cell.state !== 'error' && cell.state !== 'not-computed') return null;
  const text = shownText(cell);
  return finding({
    code: 'score/formula-error',
    severity: 'error',
    sheet: context.table.grid.name,
    cell: { row: cell.row, column: cell.column },
    params: {
      item: itemLabel(item),
      reason: cell.state === 'error' ? 'error-value' : 'not-computed',
      text,
    },
    received: text,
    expected: expectedRange(item.max),
  });
};

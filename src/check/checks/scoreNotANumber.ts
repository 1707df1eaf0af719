import { finding } from '../../rubric/finding';
import { isStroke, itemLabel, shownText } from '../cells';
import { expectedRange } from '../expected';
import type { ScoreCheck } from './scoreCells';

/** A score cell holds words, or true/false. A stroke or 无 beside a bonus item says that there is none: that is fair. */
export const scoreNotANumber: ScoreCheck = ({ context, item, bonus, cell }) => {
  if (cell.state !== 'not-a-number' || (bonus && isStroke(cell))) return null;
  const text = shownText(cell);
  return finding({
    code: 'score/not-a-number',
    severity: 'error',
    sheet: context.table.grid.name,
    cell: { row: cell.row, column: cell.column },
    params: { item: itemLabel(item), text, max: item.max },
    received: text,
    expected: expectedRange(item.max),
  });
};

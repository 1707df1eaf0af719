import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { comparePoints, subtractPoints } from '../../rubric/points';
import { isBlankText } from '../../sheet/text';
import { itemLabel, scoreNumber } from '../cells';
import type { Check } from '../context';
import { itemsAt } from '../totals';

/**
 * The review differs from the self score by more than 自评考核差异提醒, and no reason is written beside it. Off unless the
 * setting is given: how far a reviewer may go without a word is the office's to say.
 */
export const reviewGap: Check = ({ table, applies, settings }) => {
  const limit = settings.gapLimit;
  if (limit === null) return [];
  const findings: Finding[] = [];
  for (const item of itemsAt(table, applies)) {
    const self = scoreNumber(item.self);
    const review = scoreNumber(item.review);
    if (self === null || review === null || item.review === null) continue;
    if (item.reason !== null && !isBlankText(item.reason.text)) continue;
    if (comparePoints(Math.abs(subtractPoints(review, self)), limit) <= 0) continue;
    findings.push(
      finding({
        code: 'review/gap',
        severity: 'warning',
        sheet: table.grid.name,
        cell: { row: item.review.row, column: item.review.column },
        params: { item: itemLabel(item), self, review, limit },
        received: review,
      }),
    );
  }
  return findings;
};

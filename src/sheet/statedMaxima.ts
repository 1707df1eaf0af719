import type { ItemsReading } from './itemsReading';
import { nameAndPoints } from './numbers';
import type { TableItem } from './table';

/**
 * Maxima of a table that has no column for them: 建立机构（10分） in the item's name or at the head of its rule, or the
 * points of a section that has this one item.
 */
export function withStatedMaxima(reading: ItemsReading): TableItem[] {
  return reading.items.map((item) => {
    const section = reading.sections[item.section];
    if (item.max !== null || section === undefined || section.bonus) return item;
    const named = item.name === null ? null : nameAndPoints(item.name).points;
    if (named !== null) return { ...item, max: named };
    if (section.items.length === 1 && section.points !== null) {
      return { ...item, max: section.points, maxCell: section.pointsCell };
    }
    const head = /^[^。；;\n]{0,40}?[(（]\s*([\d０-９]{1,3}(?:[.．][\d０-９])?)\s*分\s*[)）]/.exec(
      item.criterion,
    );
    const max = head === null ? null : nameAndPoints(head[0]).points;
    return max === null ? item : { ...item, max, maxCell: item.criterionCell };
  });
}

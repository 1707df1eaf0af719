import type { ItemsReading } from './itemsReading';
import { nameAndPoints, pointsFromText } from './numbers';
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
    const max = maximumInRule(item.criterion);
    return max === null ? item : { ...item, max, maxCell: item.criterionCell };
  });
}

const POINTS = String.raw`[(（]\s*(?:满分|共|计|分值)?[:：]?\s*([\d０-９]{1,3}(?:[.．][\d０-９])?)\s*分\s*[)）]`;
const AT_HEAD = new RegExp(String.raw`^(?:[^。；;\n]{0,39}?[^。；;\n扣加减得])??${POINTS}`);
const AFTER_STOP = new RegExp(String.raw`[。；;\n]\s*${POINTS}\s*[。；;]?\s*$`);
const AT_STOP = new RegExp(String.raw`(?<![扣加减得])${POINTS}\s*(?:[。；;]|$)`);
const ANY = new RegExp(POINTS, 'g');
const LONGEST = 4000;

/**
 * The maximum that a rule states in brackets: behind its last full stop (…扣2分。（10分）), else at its head, else at the end
 * of a sentence where no other bracket gives points.
 */
function maximumInRule(rule: string): number | null {
  if (rule.length > LONGEST) return null;
  const behind = AFTER_STOP.exec(rule) ?? AT_HEAD.exec(rule);
  const found = behind ?? (rule.match(ANY)?.length === 1 ? AT_STOP.exec(rule) : null);
  return found === null ? null : pointsFromText(found[1] ?? '');
}

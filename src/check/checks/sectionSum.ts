import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { comparePoints, sumPoints } from '../../rubric/points';
import type { Check } from '../context';
import { itemsAt } from '../totals';

/** The points stated for a section are not the sum of its items' maxima. Judged only where all of them are there. */
export const sectionSum: Check = ({ table }) => {
  const findings: Finding[] = [];
  for (const section of table.sections) {
    if (section.bonus || section.points === null || section.items.length === 0) continue;
    const maxima = itemsAt(table, section.items)
      .filter((item) => item.sharesMaxWith === undefined)
      .map((item) => item.max);
    if (!maxima.every((max): max is number => max !== null)) continue;
    const sum = sumPoints(maxima);
    if (comparePoints(sum, section.points) === 0) continue;
    findings.push(
      finding({
        code: 'rubric/section-sum',
        severity: 'error',
        sheet: table.grid.name,
        cell: section.pointsCell ?? section.nameCell,
        params: { section: section.name, points: section.points, sum },
        received: section.points,
        expected: sum,
      }),
    );
  }
  return findings;
};

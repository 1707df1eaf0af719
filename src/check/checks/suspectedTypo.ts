import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import { isAsSentOut } from '../asSentOut';
import type { Check } from '../context';

/**
 * A slip of the pen in a rule sentence (价2分) that was read as what it must mean (加2分). On a sheet that still is as it was
 * sent out nobody who fills it in can mend the sentence: whoever sends a rubric out is told before.
 */
export const suspectedTypo: Check = ({ table, applies, readings, settings }) => {
  if (isAsSentOut(table, settings)) return [];
  const findings: Finding[] = [];
  for (const index of applies) {
    const item = table.items[index];
    if (!item) continue;
    for (const { text, meant } of readings[index]?.reading.typos ?? []) {
      findings.push(
        finding({
          code: 'rubric/suspected-typo',
          severity: 'notice',
          sheet: table.grid.name,
          cell: item.criterionCell,
          params: { text, meant },
          received: text,
          expected: meant,
        }),
      );
    }
  }
  return findings;
};

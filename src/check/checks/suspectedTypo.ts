import type { Finding } from '../../rubric/finding';
import { finding } from '../../rubric/finding';
import type { Check } from '../context';

/** A slip of the pen in a rule sentence (价2分) that was read as what it must mean (加2分). */
export const suspectedTypo: Check = ({ table, applies, readings }) => {
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

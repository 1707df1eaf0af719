import { fingerprint } from '../rubric/fingerprint';
import type { Settings } from '../sheet/settings';
import type { ScoringTable } from '../sheet/table';

/** Whether the table's rubric still has the 细则指纹 that it was sent out with. */
export function isAsSentOut(table: ScoringTable, settings: Settings): boolean {
  return settings.fingerprint !== null && settings.fingerprint === fingerprintOf(table);
}

function fingerprintOf(table: ScoringTable): string {
  return fingerprint(
    table.sections.map(({ name, items }) => ({
      name,
      items: items.flatMap((index) => table.items[index] ?? []),
    })),
  );
}

import type { Finding } from '../../rubric/finding';
import type { ScoreCell, TableItem } from '../../sheet/table';
import { COLUMNS } from '../cells';
import type { TableContext } from '../context';
import type { ItemReading } from '../readings';
import { isBonus } from '../totals';

/** One filled score cell with what belongs to it. */
export interface ScoreInPlace {
  readonly context: TableContext;
  readonly item: TableItem;
  readonly bonus: boolean;
  readonly cell: ScoreCell;
  readonly reading: ItemReading;
  /** All items that the cell scores: more than one where it is merged over them. */
  readonly items: readonly TableItem[];
}

/**
 * Looks at every score cell of both columns that is not blank, also outside the sections of the unit: what stands in
 * a score cell is looked at wherever it stands.
 */
export function eachScore(
  context: TableContext,
  look: (score: ScoreInPlace) => Finding | null,
): readonly Finding[] {
  const findings: Finding[] = [];
  const { sharedCells } = context;
  context.table.items.forEach((item, index) => {
    const reading = context.readings[index];
    if (!reading) return;
    for (const column of COLUMNS) {
      const cell = item[column];
      if (cell === null || cell.state === 'blank') continue;
      // Hardly any table has merged score cells.
      const shared = sharedCells.size === 0 ? undefined : sharedCells.get(`${cell.row},${cell.column}`);
      const items = shared ?? [item];
      const found = look({ context, item, bonus: isBonus(context.table, item), cell, reading, items });
      if (found) findings.push(found);
    }
  });
  return findings;
}

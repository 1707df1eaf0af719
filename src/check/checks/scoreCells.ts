import type { Finding } from '../../rubric/finding';
import type { ScoreCell, TableItem } from '../../sheet/table';
import { COLUMNS } from '../cells';
import type { Check, TableContext } from '../context';
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

/** A check of one filled score cell, wherever it stands. */
export type ScoreCheck = (score: ScoreInPlace) => Finding | null;

/**
 * The check that holds every score cell of both columns that is not blank against these, also outside the sections of the
 * unit: what stands in a score cell is looked at wherever it stands.
 */
export function scoreChecks(checks: readonly ScoreCheck[]): Check {
  return (context) => {
    const findings: Finding[] = [];
    const { table, readings, sharedCells } = context;
    table.items.forEach((item, index) => {
      const reading = readings[index];
      if (!reading) return;
      const bonus = isBonus(table, item);
      const alone = [item];
      for (const column of COLUMNS) {
        const cell = item[column];
        if (cell === null || cell.state === 'blank') continue;
        // Hardly any table has merged score cells.
        const shared = sharedCells.size === 0 ? undefined : sharedCells.get(`${cell.row},${cell.column}`);
        const place = { context, item, bonus, cell, reading, items: shared ?? alone };
        for (const check of checks) {
          const found = check(place);
          if (found) findings.push(found);
        }
      }
    });
    return findings;
  };
}

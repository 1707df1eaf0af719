import type { Stage } from '../locale/messages';
import type { ScoringTable } from '../sheet/table';
import { isFilled } from './cells';
import type { CheckOptions } from './report';

/**
 * The stage that a table is in: review as soon as any review score is there, else self. A table with one score column
 * has only the stage of that column.
 */
export function stageOf(table: ScoringTable, applies: readonly number[], options: CheckOptions): Stage {
  if (options.stage === 'self' || options.stage === 'review') return options.stage;
  if (table.columns.self === undefined && table.columns.review !== undefined) return 'review';
  return applies.some((index) => isFilled(table.items[index]?.review ?? null)) ? 'review' : 'self';
}

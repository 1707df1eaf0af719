import type { Stage } from '../locale/messages';
import type { Settings } from '../sheet/settings';
import type { ScoringTable } from '../sheet/table';
import { isFilled } from './cells';
import type { CheckOptions } from './report';

/**
 * The stage that a table is in: the one that was asked for, else 评分阶段 of the workbook, else review as soon as any
 * review score is there, else self. A table with one score column has only the stage of that column, whatever the
 * workbook says for all of its tables.
 */
export function stageOf(
  table: ScoringTable,
  applies: readonly number[],
  settings: Settings,
  options: CheckOptions,
): Stage {
  const asked = options.stage ?? settings.stage ?? 'auto';
  const { columns } = table;
  if (asked !== 'auto' && (asked === options.stage || columns[asked] !== undefined)) return asked;
  if (columns.self === undefined && columns.review !== undefined) return 'review';
  return applies.some((index) => isFilled(table.items[index]?.review ?? null)) ? 'review' : 'self';
}

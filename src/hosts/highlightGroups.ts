import type { Highlight } from '../plan/edits';
import { SEVERITIES } from '../plan/marks';
import type { Severity } from '../rubric/finding';
import type { Rect } from '../sheet/grid';
import { blocksOf } from './blocks';

/** Our highlights of one severity on a sheet, by the blocks they cover. */
export interface HighlightGroup {
  readonly severity: Severity;
  readonly blocks: readonly Rect[];
}

/** A plan's highlights, those of one severity together, the gravest last. */
export function groupsOf(highlights: readonly Highlight[]): HighlightGroup[] {
  return [...SEVERITIES]
    .reverse()
    .map((severity) => ({
      severity,
      blocks: blocksOf(highlights.filter((highlight) => highlight.severity === severity)),
    }))
    .filter(({ blocks }) => blocks.length > 0);
}

import type { CellEdit, EditPlan, SheetMarks } from '../plan/edits';
import { cellKey } from './blocks';

/** What a plan wants of one sheet. */
export interface SheetPlan {
  readonly name: string;
  readonly cells: readonly CellEdit[];
  readonly marks: SheetMarks | null;
}

/** A plan by sheets; a cell that it names twice gets the last. */
export function bySheet(plan: EditPlan): SheetPlan[] {
  const names = new Set([...plan.cells.map(({ sheet }) => sheet), ...plan.marks.map(({ sheet }) => sheet)]);
  return [...names].map((name) => {
    const marks = plan.marks.filter(({ sheet }) => sheet === name);
    const cells = new Map(
      plan.cells.filter(({ sheet }) => sheet === name).map((edit) => [cellKey(edit), edit] as const),
    );
    return {
      name,
      cells: [...cells.values()],
      marks:
        marks.length === 0
          ? null
          : {
              sheet: name,
              highlights: marks.flatMap(({ highlights }) => highlights),
              notes: marks.flatMap(({ notes }) => notes),
            },
    };
  });
}

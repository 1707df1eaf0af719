import type { CheckedBook, CheckedTable } from '../check/report';
import { COLUMNS } from '../check/cells';
import type { Stage } from '../locale/messages';
import type { Attainable, Clause } from '../rubric/clause';
import { readCriterion } from '../rubric/criterion';
import type { CellRef, Finding } from '../rubric/finding';
import { addPoints, cleanPoints } from '../rubric/points';
import type { ScoreCell, TableItem, TableSection } from '../sheet/table';

/** What a person should know of the item whose row they stand in. */
export interface ItemAtCell {
  readonly table: CheckedTable;
  readonly item: TableItem;
  readonly section: TableSection | null;
  /** In the order of the sentence; spans are places in `item.criterion`. */
  readonly clauses: readonly Clause[];
  readonly attainable: Attainable;
  /** The score cell that the person stands on, else that of the stage; null where the item has none of its own. */
  readonly score: ScoreCell | null;
  readonly column: Stage;
  /** What the last check says about that score cell. */
  readonly findings: readonly Finding[];
  /** Attainable scores to choose from, highest first; empty where they are too many or open. */
  readonly choices: readonly number[];
}

/** More than these are no choice but a list to search. */
const MOST_CHOICES = 12;

/** The item at a cell of a scoring table; null where the cell belongs to none. Looks only at what was read already. */
export function itemAtCell(book: CheckedBook, sheet: string, cell: CellRef): ItemAtCell | null {
  for (const checked of book.tables) {
    const { table, applies } = checked;
    const { left, right } = table.area;
    if (table.grid.name !== sheet || cell.column < left || cell.column > right) continue;
    const isAt = (index: number) => {
      const item = table.items[index];
      return item !== undefined && item.row <= cell.row && cell.row <= item.lastRow;
    };
    const index = applies.find(isAt) ?? table.items.findIndex((_, each) => isAt(each));
    const item = table.items[index];
    if (item !== undefined) return described(checked, index, item, cell);
  }
  return null;
}

function described(checked: CheckedTable, index: number, item: TableItem, cell: CellRef): ItemAtCell {
  const { table, stage, findings } = checked;
  const stoodOn = COLUMNS.find((column) => item[column]?.column === cell.column);
  const column = stoodOn ?? stage;
  const score = item[column];
  const section = table.sections[item.section] ?? null;
  const attainable = checked.attainable[index] ?? { kind: 'any' };
  const isOwn = score !== null && section?.deduction !== true && !isShared(checked, item, score);
  return {
    table: checked,
    item,
    section,
    clauses: readCriterion(item.criterion).clauses,
    attainable,
    score,
    column,
    findings:
      score === null
        ? []
        : findings.filter((one) => one.cell?.row === score.row && one.cell.column === score.column),
    choices: isOwn ? choicesOf(attainable) : [],
  };
}

/** Whether the score cell is merged over further items: then no one item's scores are right for it. */
function isShared({ table }: CheckedTable, item: TableItem, score: ScoreCell): boolean {
  return (table.grid.merges ?? []).some(
    ({ top, left, bottom }) => top === score.row && left === score.column && bottom > item.lastRow,
  );
}

function choicesOf(attainable: Attainable): readonly number[] {
  if (attainable.kind === 'any') return [];
  const parts = attainable.kind === 'union' ? attainable.parts : [attainable];
  const scores = new Set<number>();
  for (const part of parts) {
    if (part.kind === 'list') part.scores.forEach((score) => scores.add(score));
    else {
      const { from, to, step } = part;
      if (to === null || (to - from) / step > MOST_CHOICES) return [];
      for (let score = from; score < to; score = addPoints(score, step)) scores.add(cleanPoints(score));
      scores.add(to);
    }
    if (scores.size > MOST_CHOICES) return [];
  }
  return [...scores].sort((a, b) => b - a);
}

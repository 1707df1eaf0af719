import type { CellRef } from '../../../rubric/finding';
import type { StoredContent, StoredEdit } from './storedContent';

/** What one cell gets, all edits of it taken together. */
export interface MergedEdit extends CellRef {
  /** Null: only the look changes. */
  readonly content: Exclude<StoredContent, { kind: 'format' }> | null;
  /** The cell whose look it takes, followed to its end; null: its own. */
  readonly like: CellRef | null;
}

const key = ({ row, column }: CellRef) => `${row},${column}`;

/**
 * One edit a cell, in sheet order; later contents and looks win. Where a cell takes its look from one that itself takes
 * another's, the chain is followed, so that running twice changes nothing more.
 */
export function mergeEdits(edits: readonly StoredEdit[]): MergedEdit[] {
  const merged = new Map<string, MergedEdit>();
  for (const { row, column, content, like } of edits) {
    const before = merged.get(key({ row, column }));
    merged.set(key({ row, column }), {
      row,
      column,
      content: content.kind === 'format' ? (before?.content ?? null) : content,
      like: like === undefined ? (before?.like ?? null) : { row: like.row, column: like.column },
    });
  }
  return [...merged.values()]
    .map((edit) => ({ ...edit, like: sourceOfLook(edit, merged) }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}

function sourceOfLook(edit: MergedEdit, merged: ReadonlyMap<string, MergedEdit>): CellRef | null {
  const seen = new Set([key(edit)]);
  let at = edit.like;
  while (at !== null && !seen.has(key(at))) {
    seen.add(key(at));
    const next: CellRef | null = merged.get(key(at))?.like ?? null;
    if (next === null) return at;
    at = next;
  }
  return at;
}

import type { CellRef } from '../rubric/finding';
import type { Columns } from './columns';
import type { GridReader } from './gridReader';
import { isBlankScore, readScoreCell } from './scoreCell';
import type { ScoreCell, TableItem } from './table';

/** An item while its rows are being read. */
export interface OpenItem {
  readonly section: number;
  readonly row: number;
  lastRow: number;
  max: number | null;
  readonly maxCell: CellRef | null;
  /** The rule, a paragraph for each row that carries one. */
  readonly paragraphs: { readonly row: number; readonly text: string }[];
  criterionCell: CellRef;
  name: string | null;
}

/** Rows of one item in which a score or a reason is looked for. */
const TALLEST = 200;

/** Whether a score stands in this very row: not blank, and no part of a merge that begins above or further left. */
export function isScoredRow(reader: GridReader, row: number, column: number): boolean {
  const at = reader.anchor(row, column);
  if (at.row < row || at.column < column) return false;
  return !isBlankScore(reader, row, column);
}

/**
 * The finished item, or several: where more than one of its rows carry a score of their own, each is an item under the
 * shared maximum. `first` is the index that the first of them gets.
 */
export function finishItem(reader: GridReader, columns: Columns, item: OpenItem, first: number): TableItem[] {
  const scoreColumns = [columns.self, columns.review].filter((column) => column !== undefined);
  const starts = item.paragraphs
    .map((paragraph) => paragraph.row)
    .filter(
      (row, position) => position === 0 || scoreColumns.some((column) => isScoredRow(reader, row, column)),
    );
  const several = scoreColumns.some(
    (column) => starts.filter((row) => isScoredRow(reader, row, column)).length > 1,
  );
  const tops = several ? starts : [item.row];
  return tops.map((top, position) => {
    const last = (tops[position + 1] ?? item.lastRow + 1) - 1;
    const paragraphs = item.paragraphs.filter((one) => one.row >= top && one.row <= last);
    const finished = {
      section: item.section,
      row: top,
      lastRow: last,
      max: item.max,
      maxCell: item.maxCell,
      criterion: paragraphs.map((one) => one.text.trim()).join('\n') || (item.name ?? ''),
      criterionCell: position === 0 ? item.criterionCell : { row: top, column: item.criterionCell.column },
      name: item.name,
      self: scoreOf(reader, columns.self, top, last),
      review: scoreOf(reader, columns.review, top, last),
      reason: reasonOf(reader, columns.reason, top, last),
    };
    return position === 0 ? finished : { ...finished, sharesMaxWith: first };
  });
}

function scoreOf(
  reader: GridReader,
  column: number | undefined,
  top: number,
  last: number,
): ScoreCell | null {
  if (column === undefined) return null;
  const area = reader.merge(top, column);
  if (area !== null && (area.top < top || area.left < column)) return null;
  for (let row = top; row <= Math.min(last, top + TALLEST); row++) {
    if (isScoredRow(reader, row, column)) return readScoreCell(reader, row, column);
  }
  return readScoreCell(reader, top, column);
}

function reasonOf(
  reader: GridReader,
  column: number | undefined,
  top: number,
  last: number,
): TableItem['reason'] {
  if (column === undefined) return null;
  const at = reader.anchor(top, column);
  const texts: string[] = [];
  for (let row = at.row; row <= Math.min(last, at.row + TALLEST); row++) {
    const text = reader.text(row, column);
    if (text !== '') texts.push(text);
  }
  return { ...at, text: texts.join('\n') };
}

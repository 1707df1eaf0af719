import type { SheetLook } from '../hosts/file/look/bookLook';
import type { CellRef } from '../rubric/finding';
import type { GridCell, GridRow } from '../sheet/grid';
import { sheetsOf } from './picture';
import type { BookPicture, SheetPicture } from './picture';
import { isSameValue } from './typedEdits';

/** What differs between two pictures of a sheet of one shape. */
export interface SheetChanges {
  readonly before: SheetPicture;
  readonly after: SheetPicture;
  /** Cells whose content or style differs. */
  readonly cells: readonly CellRef[];
}

/** Null where more than cells and marks differs, so that the view has to be built anew. */
export function changesBetween(before: BookPicture, after: BookPicture): SheetChanges[] | null {
  const [old, now] = [sheetsOf(before), sheetsOf(after)];
  if (old.length !== now.length) return null;
  const changes: SheetChanges[] = [];
  for (let index = 0; index < now.length; index++) {
    const [one, other] = [old[index]!, now[index]!];
    if (!hasSameShape(one, other)) return null;
    changes.push({ before: one, after: other, cells: changedCells(one, other) });
  }
  return changes;
}

const isSame = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function hasSameShape(a: SheetPicture, b: SheetPicture): boolean {
  const heights = ({ rows }: SheetLook) =>
    [...rows].flatMap(([row, { height, style }]) =>
      height === null && style === null ? [] : [row, height, style],
    );
  return (
    a.grid.name === b.grid.name &&
    a.grid.hidden === b.grid.hidden &&
    isSame(a.grid.merges, b.grid.merges) &&
    isSame(a.grid.hiddenRows, b.grid.hiddenRows) &&
    isSame(a.grid.hiddenColumns, b.grid.hiddenColumns) &&
    isSame(a.look.columns, b.look.columns) &&
    isSame(a.look.frozen, b.look.frozen) &&
    a.look.gridlines === b.look.gridlines &&
    (a.look === b.look || isSame(heights(a.look), heights(b.look)))
  );
}

function changedCells(before: SheetPicture, after: SheetPicture): CellRef[] {
  const cells = new Map<number, Set<number>>();
  const add = (row: number, column: number) => {
    const inRow = cells.get(row) ?? new Set<number>();
    cells.set(row, inRow.add(column));
  };
  compareContents(before.grid.rows, after.grid.rows, add);
  if (before.look !== after.look) {
    compareStyles(before.look, after.look, add);
    compareRichTexts(before.look, after.look, add);
  }
  return [...cells].flatMap(([row, columns]) => [...columns].map((column) => ({ row, column })));
}

type Add = (row: number, column: number) => void;

function compareContents(before: readonly GridRow[], after: readonly GridRow[], add: Add): void {
  const old = new Map(before.map((row) => [row.index, row]));
  for (const row of after) {
    const was = old.get(row.index);
    old.delete(row.index);
    if (was !== row) compareRow(row.index, was?.cells ?? [], row.cells, add);
  }
  for (const gone of old.values()) compareRow(gone.index, gone.cells, [], add);
}

function compareRow(row: number, before: readonly GridCell[], after: readonly GridCell[], add: Add): void {
  const old = new Map(before.map((cell) => [cell.column, cell]));
  for (const cell of after) {
    const was = old.get(cell.column);
    old.delete(cell.column);
    const stays = was !== undefined && was.formula === cell.formula && isSameValue(was.value, cell.value);
    if (!stays) add(row, cell.column);
  }
  for (const column of old.keys()) add(row, column);
}

function compareStyles(before: SheetLook, after: SheetLook, add: Add): void {
  const rows = new Set([...before.rows.keys(), ...after.rows.keys()]);
  for (const row of rows) {
    const old = new Map(before.rows.get(row)?.cells.map(({ column, style }) => [column, style]));
    for (const { column, style } of after.rows.get(row)?.cells ?? []) {
      if (old.get(column) !== style) add(row, column);
      old.delete(column);
    }
    for (const column of old.keys()) add(row, column);
  }
}

function compareRichTexts(before: SheetLook, after: SheetLook, add: Add): void {
  const key = ({ row, column }: CellRef) => `${row},${column}`;
  const old = new Map(before.richTexts.map((text) => [key(text), text]));
  for (const text of after.richTexts) {
    const was = old.get(key(text));
    old.delete(key(text));
    if (was === undefined || !isSame(was.runs, text.runs)) add(text.row, text.column);
  }
  for (const { row, column } of old.values()) add(row, column);
}

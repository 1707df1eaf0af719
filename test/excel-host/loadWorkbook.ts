import type { BookSnapshot, Grid } from '../../src/sheet/grid';
import type { SheetModel } from './model/sheet';
import { WorkbookModel } from './model/workbook';

/** The workbook of a snapshot, as any host reads it, opened in the emulated Excel. */
export function workbookFrom(snapshot: BookSnapshot): WorkbookModel {
  const book = new WorkbookModel(snapshot.fileName ?? '工作簿1');
  for (const grid of snapshot.grids) fill(book.addSheet(grid.name), grid);
  return book;
}

function fill(sheet: SheetModel, grid: Grid): void {
  sheet.visibility = grid.hidden ? 'Hidden' : 'Visible';
  sheet.merges.push(...(grid.merges ?? []));
  for (const { from, to } of grid.hiddenRows)
    for (let row = from; row <= to; row++) sheet.hiddenRows.add(row);
  for (const { from, to } of grid.hiddenColumns) {
    for (let column = from; column <= to; column++) sheet.hiddenColumns.add(column);
  }
  for (const { index, cells } of grid.rows) {
    for (const { column, value, formula } of cells) sheet.setContent(index, column, { value, formula });
  }
}

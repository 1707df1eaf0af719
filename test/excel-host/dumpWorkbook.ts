import { cellAddress, rectAddress } from '../../src/sheet/address';
import type { CellRef } from '../../src/rubric/finding';
import { recalculate } from './model/recalculate';
import type { SheetModel } from './model/sheet';
import type { WorkbookModel } from './model/workbook';

/**
 * Everything in a workbook that a user could see, as plain data to compare: two dumps are equal when nobody could tell
 * the workbooks apart.
 */
export function dumpWorkbook(book: WorkbookModel): unknown[] {
  return book.sheets.map(dumpSheet);
}

function dumpSheet(sheet: SheetModel): unknown {
  recalculate(sheet);
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    merges: sheet.merges.map(rectAddress),
    contents: [...sheet.contents()].map((cell) => [cellAddress(cell), cell.content]),
    formats: sorted([...sheet.ownFormats()].map((cell) => [cellAddress(cell), cell.format])),
    lines: sorted(sheet.ownLines()),
    highlights: sheet.conditionalFormats.map(({ id: _id, areas, ...rest }) => ({
      ...rest,
      areas: areas.map(rectAddress).sort(),
    })),
    comments: sorted(
      sheet.comments.map((comment) => [at(comment), comment.content, comment.replies.map((r) => r.content)]),
    ),
    notes: sorted(sheet.notes.map((note) => [at(note), note.content, note.visible, note.width, note.height])),
    validations: sorted([...sheet.validations]),
    hyperlinks: sorted([...sheet.hyperlinks]),
    columnWidths: [...sheet.columnWidths].sort(([a], [b]) => a - b),
    rowHeights: [...sheet.rowHeights].sort(([a], [b]) => a - b),
    frozen: sheet.frozen,
    charts: sheet.charts.map(({ id: _id, ...rest }) => rest),
    page: sheet.page,
    protection: sheet.protection,
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
  };
}

function at(cell: CellRef): string {
  return cellAddress(cell);
}

function sorted(entries: (readonly [string, ...unknown[]])[]): unknown[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

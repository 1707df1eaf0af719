import type { ICommandService, Injector, Workbook } from '@univerjs/core';
import { SetRangeValuesCommand, SheetsSelectionsService } from '@univerjs/sheets';
import { cellsOfText, pastedValue, textOfCells } from './clipboardText';
import { pastedMatrix } from './gridPatch';
import { cellsIn } from './selections';

/** Puts cells on the clipboard and takes them from there, as words: looks would come along as markup, which the content policy refuses. */
export class GridClipboard {
  constructor(
    private readonly injector: Injector,
    private readonly commands: ICommandService,
  ) {}

  copy(book: Workbook): void {
    const selection = this.#selection();
    if (!selection) return;
    const text = textOfCells(cellsIn(book.getActiveSheet(), selection.range));
    navigator.clipboard.writeText(text).catch(() => {
      // Where the browser refuses, nothing is copied, as in any page.
    });
  }

  /** From the selected cell on. */
  paste(book: Workbook, text: string): void {
    const at = this.#selection()?.primary;
    if (!at || text === '') return;
    const cells = cellsOfText(text).map((row) => row.map(pastedValue));
    const { actualRow: top, actualColumn: left } = at;
    void this.commands.executeCommand(SetRangeValuesCommand.id, {
      unitId: book.getUnitId(),
      subUnitId: book.getActiveSheet().getSheetId(),
      value: pastedMatrix(cells, top, left),
      range: {
        startRow: top,
        startColumn: left,
        endRow: top + cells.length - 1,
        endColumn: left + Math.max(...cells.map(({ length }) => length)) - 1,
      },
    });
  }

  #selection() {
    return this.injector.get(SheetsSelectionsService).getCurrentLastSelection();
  }
}

import type { IDisposable, Injector } from '@univerjs/core';
import { HoverManagerService, SheetCanvasPopManagerService } from '@univerjs/sheets-ui';
import { ComponentManager } from '@univerjs/ui';
import type { CellRef } from '../../rubric/finding';
import type { MarkLayer } from './marks';
import { NOTE_POPUP, NotePopup } from './NotePopup';

/** Shows the note of the cell under the pointer, or else of the cell that is selected: the keyboard reaches it too. */
export class NoteBoxes {
  #box: IDisposable | null = null;
  #shown = '';
  #selected: (CellRef & { readonly sheet: string }) | null = null;

  constructor(
    private readonly injector: Injector,
    private readonly marks: MarkLayer,
  ) {}

  attach(): void {
    this.injector.get(ComponentManager).register(NOTE_POPUP, NotePopup);
    this.injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
      const place = cell?.location;
      const hovered = place && { sheet: place.subUnitId, row: place.row, column: place.col };
      this.#show(hovered && this.marks.noteAt(hovered.sheet, hovered) ? hovered : this.#selected);
    });
  }

  select(sheet: string, cell: CellRef): void {
    this.#selected = { ...cell, sheet };
    this.#show(this.#selected);
  }

  /** The notes changed: what is shown may be gone. */
  refresh(): void {
    this.#close();
    this.#show(this.#selected);
  }

  #show(at: (CellRef & { readonly sheet: string }) | null): void {
    const note = at === null ? undefined : this.marks.noteAt(at.sheet, at);
    if (at === null || note === undefined) return this.#close();
    const key = `${at.sheet},${at.row},${at.column}`;
    if (key === this.#shown) return;
    this.#close();
    const popup = { componentKey: NOTE_POPUP, direction: 'horizontal' as const, extraProps: { note } };
    const popups = this.injector.get(SheetCanvasPopManagerService);
    this.#box = popups.attachPopupToCell(at.row, at.column, popup) ?? null;
    this.#shown = key;
  }

  #close(): void {
    this.#box?.dispose();
    this.#box = null;
    this.#shown = '';
  }
}

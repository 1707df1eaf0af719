import {
  CanceledError,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
} from '@univerjs/core';
import type { ICommandInfo, IExecutionOptions, Univer, Workbook } from '@univerjs/core';
import { DeviceInputEventType, IRenderManagerService } from '@univerjs/engine-render';
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type {
  ISetFormulaCalculationNotificationMutation,
  ISetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import {
  ClearSelectionContentCommand,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetRowIsAutoHeightCommand,
  SheetInterceptorService,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import {
  IEditorBridgeService,
  ScrollToRangeOperation,
  SetCellEditVisibleOperation,
  SheetSkeletonManagerService,
} from '@univerjs/sheets-ui';
import { CopyCommand, CutCommand, KeyCode } from '@univerjs/ui';
import type { Language } from '../../locale/language';
import type { CellRef } from '../../rubric/finding';
import { sheetsOf } from '../picture';
import type { BookPicture } from '../picture';
import { changesBetween } from '../pictureChanges';
import type { SheetChanges } from '../pictureChanges';
import type { SheetView, SheetViewEvents } from '../sheetView';
import type { TypedEdit } from '../typedEdits';
import { rowsToMeasure } from './autoHeights';
import { Calculation } from './calculation';
import { cellsOfText, pastedValue, textOfCells } from './clipboardText';
import { guardCommand, isRedo, isUndo } from './gridCommands';
import { pastedMatrix, patchOf } from './gridPatch';
import { HeardEdits } from './heardEdits';
import { MarkLayer } from './marks';
import { NoteBoxes } from './notes';
import { cellsIn, selectionOf } from './selections';
import { sheetId, workbookData } from './workbookData';

const PASTE = 'sheet.command.paste-by-short-key';

/** The grid component as a sheet view: made to show a picture, heard for what a person does. */
export class GridView implements SheetView {
  readonly #commands: ICommandService;
  readonly #books: IUniverInstanceService;
  readonly #marks = new MarkLayer();
  readonly #notes: NoteBoxes;
  #shown: BookPicture | null = null;
  #count = 0;
  /** Own changes are not told back. */
  #isShowing = false;
  #typed: TypedEdit[] = [];
  readonly #calculation = new Calculation();
  readonly #heard: HeardEdits;

  constructor(
    private readonly univer: Univer,
    private readonly container: HTMLElement,
    private readonly events: SheetViewEvents,
    private readonly language: Language,
  ) {
    const injector = univer.__getInjector();
    this.#notes = new NoteBoxes(injector, this.#marks);
    this.#commands = injector.get(ICommandService);
    this.#books = injector.get(IUniverInstanceService);
    this.#heard = new HeardEdits(
      () => injector.get(FormulaDataModel),
      (id) => this.#nameOf(id),
    );
    this.#commands.beforeCommandExecuted((command, options) => this.#before(command, options));
    this.#commands.onCommandExecuted((command, options) => this.#after(command, options));
  }

  ready(): Promise<void> {
    return this.univer.__getInjector().get(LifecycleService).onStage(LifecycleStages.Rendered);
  }

  show(picture: BookPicture): void {
    const changes = this.#shown === null ? null : changesBetween(this.#shown, picture);
    const before = this.#shown;
    this.#shown = picture;
    this.#marks.show(picture);
    this.#quietly(() => {
      if (changes === null) this.#rebuild(picture);
      else this.#patch(changes, picture, picture.look !== before?.look);
    });
  }

  select(sheet: string, cell: CellRef): void {
    const index = this.#indexOf(sheet);
    const book = this.#book;
    const worksheet = book?.getSheetBySheetId(sheetId(index));
    if (!book || !worksheet) return;
    const [unitId, subUnitId] = [book.getUnitId(), sheetId(index)];
    if (book.getActiveSheet().getSheetId() !== subUnitId) {
      this.#commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId });
    }
    const selection = selectionOf(worksheet, cell);
    const selections = [selection];
    this.#commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
    this.#commands.syncExecuteCommand(ScrollToRangeOperation.id, { range: selection.range });
  }

  async settle(): Promise<void> {
    this.#endTyping();
    // The component puts what was typed into its cell a moment later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#flush();
    await this.#calculation.end();
  }

  focus(): void {
    this.#render?.engine.getCanvasElement().focus();
  }

  close(): void {
    this.univer.dispose();
  }

  get #book(): Workbook | null {
    return this.#books.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) ?? null;
  }

  get #render() {
    const unitId = this.#book?.getUnitId() ?? '';
    return this.univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
  }

  #indexOf(sheet: string): number {
    return this.#shown === null ? -1 : sheetsOf(this.#shown).findIndex(({ grid }) => grid.name === sheet);
  }

  #nameOf(id: string): string | undefined {
    return this.#shown === null ? undefined : sheetsOf(this.#shown)[Number(id.slice(1))]?.grid.name;
  }

  #quietly(change: () => void): void {
    this.#isShowing = true;
    try {
      change();
    } finally {
      this.#isShowing = false;
    }
  }

  #rebuild(picture: BookPicture): void {
    const old = this.#book;
    const place = old === null ? null : this.#place();
    if (old !== null) this.#books.disposeUnit(old.getUnitId());
    const id = `book${++this.#count}`;
    this.univer.createUnit(
      UniverInstanceType.UNIVER_SHEET,
      workbookData(picture, id, this.language, this.container.clientWidth),
    );
    if (old === null) {
      // The service comes with the first workbook.
      this.#marks.attach(this.univer.__getInjector().get(SheetInterceptorService));
      void this.ready().then(() => this.#notes.attach());
    }
    if (place !== null) this.select(place.sheet, place.cell);
    void this.#measure(picture, id);
  }

  /** Heights that the file leaves to the text, a few rows at a time so that the page stays awake. */
  async #measure(picture: BookPicture, unitId: string): Promise<void> {
    await this.ready();
    for (const [index, sheet] of sheetsOf(picture).entries()) {
      for (const range of rowsToMeasure(sheet, picture.look)) {
        if (this.#book?.getUnitId() !== unitId) return;
        const params = { unitId, subUnitId: sheetId(index), ranges: [range] };
        this.#commands.syncExecuteCommand(SetWorksheetRowIsAutoHeightCommand.id, params);
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    }
  }

  #patch(changes: readonly SheetChanges[], picture: BookPicture, withLooks: boolean): void {
    const unitId = this.#book?.getUnitId();
    changes.forEach((change, index) => {
      const cellValue = patchOf(change, picture, withLooks);
      if (cellValue === null) return;
      this.#commands.syncExecuteCommand(SetRangeValuesMutation.id, {
        unitId,
        subUnitId: sheetId(index),
        cellValue,
      });
    });
    if (withLooks) this.#redraw();
  }

  /** Marks are no part of the cells: the component does not see that they changed. */
  #redraw(): void {
    const render = this.#render;
    render?.with(SheetSkeletonManagerService).reCalculate();
    render?.mainComponent?.makeForceDirty(true);
    this.#notes.refresh();
  }

  #before(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (this.#isShowing || options?.fromFormula === true) return;
    const isTyping = this.univer.__getInjector().get(IEditorBridgeService).isVisible().visible;
    if ((isUndo(command) || isRedo(command)) && !isTyping) {
      if (isUndo(command)) this.events.undo();
      else this.events.redo();
      throw new CanceledError();
    }
    if (command.id === PASTE) {
      const text = (command.params as { readonly textContent?: string } | undefined)?.textContent;
      this.#paste(text ?? '');
      throw new CanceledError();
    }
    if (command.id === CutCommand.id && !isTyping) {
      // Cells are not moved: formulas elsewhere that point to them would have to follow.
      this.#copy();
      void this.#commands.executeCommand(ClearSelectionContentCommand.id);
      throw new CanceledError();
    }
    if (command.id === CopyCommand.id && !isTyping) {
      this.#copy();
      throw new CanceledError();
    }
    guardCommand(command);
  }

  #after(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    switch (command.id) {
      case SetRangeValuesMutation.id:
        if (options?.onlyLocal !== true && options?.fromFormula !== true) this.#calculation.due();
        if (!this.#isShowing && options?.fromFormula !== true && options?.onlyLocal !== true) {
          this.#collect(command.params as ISetRangeValuesMutationParams);
        }
        break;
      case SetFormulaCalculationStartMutation.id:
        this.#calculation.starts();
        break;
      case SetFormulaCalculationResultMutation.id:
        this.#tellResults(command.params as ISetFormulaCalculationResultMutation);
        break;
      case SetFormulaCalculationNotificationMutation.id: {
        const { functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
        const isBrokenOff = functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION;
        if (functionsExecutedState !== undefined && !isBrokenOff) this.#calculation.ends();
        break;
      }
      case SetSelectionsOperation.id:
      case SetWorksheetActiveOperation.id: {
        const place = this.#place();
        if (place === null) break;
        this.events.selected(place.sheet, place.cell);
        this.#notes.select(sheetId(this.#indexOf(place.sheet)), place.cell);
        break;
      }
    }
  }

  #place(): { sheet: string; cell: CellRef } | null {
    const book = this.#book;
    const worksheet = book?.getActiveSheet();
    const sheet = worksheet && this.#nameOf(worksheet.getSheetId());
    const selection = this.univer.__getInjector().get(SheetsSelectionsService).getCurrentLastSelection();
    const primary = selection?.primary;
    if (sheet === undefined || !primary) return null;
    return { sheet, cell: { row: primary.actualRow, column: primary.actualColumn } };
  }

  /** Several changes that follow from one deed are told as one. */
  #collect(params: ISetRangeValuesMutationParams): void {
    if (this.#book === null) return;
    if (this.#typed.length === 0) queueMicrotask(() => this.#flush());
    this.#typed.push(...this.#heard.typed(this.#book, params));
  }

  #flush(): void {
    const edits = this.#typed;
    this.#typed = [];
    if (edits.length > 0) this.events.typed(edits);
  }

  #tellResults(params: ISetFormulaCalculationResultMutation): void {
    if (this.#book === null) return;
    const edits = this.#heard.results(this.#book, params);
    this.#flush();
    if (edits.length > 0) this.events.computed(edits);
  }

  #endTyping(): void {
    const unitId = this.#book?.getUnitId();
    if (!this.univer.__getInjector().get(IEditorBridgeService).isVisible().visible) return;
    this.#commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
      eventType: DeviceInputEventType.Keyboard,
      keycode: KeyCode.ENTER,
      visible: false,
      unitId,
    });
  }

  /** As words: the component would put looks along, as markup that the content policy refuses. */
  #copy(): void {
    const selection = this.univer.__getInjector().get(SheetsSelectionsService).getCurrentLastSelection();
    const worksheet = this.#book?.getActiveSheet();
    if (!selection || !worksheet) return;
    const text = textOfCells(cellsIn(worksheet, selection.range));
    navigator.clipboard.writeText(text).catch(() => {
      // Where the browser refuses, nothing is copied, as in any page.
    });
  }

  #paste(text: string): void {
    const book = this.#book;
    const place = this.#place();
    if (book === null || place === null || text === '') return;
    const cells = cellsOfText(text).map((row) => row.map(pastedValue));
    const { row: top, column: left } = place.cell;
    void this.#commands.executeCommand(SetRangeValuesCommand.id, {
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
}

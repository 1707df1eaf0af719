import {
  CanceledError,
  ICommandService,
  IUniverInstanceService,
  LifecycleService,
  LifecycleStages,
  UniverInstanceType,
} from '@univerjs/core';
import type { ICommandInfo, IExecutionOptions, Univer, Workbook } from '@univerjs/core';
import { IRenderManagerService } from '@univerjs/engine-render';
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
  SetRangeValuesMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  SheetsSelectionsService,
} from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { ScrollToRangeOperation, SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import { CopyCommand, CutCommand, ILayoutService } from '@univerjs/ui';
import type { Language } from '../../locale/language';
import type { CellRef } from '../../rubric/finding';
import { sheetsOf } from '../picture';
import type { BookPicture } from '../picture';
import { changesBetween } from '../pictureChanges';
import type { SheetChanges } from '../pictureChanges';
import type { SheetView, SheetViewEvents } from '../sheetView';
import { measureHeights } from './autoHeights';
import { Calculation } from './calculation';
import { guardCommand, isRedo, isUndo } from './gridCommands';
import { CellEditor } from './cellEditor';
import { GridClipboard } from './gridClipboard';
import { patchOf } from './gridPatch';
import { HeardEdits } from './heardEdits';
import { MarkLayer } from './marks';
import { NoteBoxes } from './notes';
import { selectionOf } from './selections';
import { ToldEdits } from './toldEdits';
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
  readonly #calculation = new Calculation();
  readonly #told: ToldEdits;
  readonly #clipboard: GridClipboard;
  readonly #editor: CellEditor;

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
    const heard = new HeardEdits(
      () => injector.get(FormulaDataModel),
      (id) => this.#nameOf(id),
    );
    this.#told = new ToldEdits(heard, events);
    this.#clipboard = new GridClipboard(injector, this.#commands);
    this.#editor = new CellEditor(injector, this.#commands);
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
    this.#editor.finish(this.#book?.getUnitId());
    // The component puts what was typed into its cell a moment later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await this.calculated();
  }

  async calculated(): Promise<void> {
    this.#told.flush();
    await this.#calculation.end();
  }

  focus(): void {
    this.univer.__getInjector().get(ILayoutService).focus();
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
    void this.ready().then(() =>
      measureHeights(picture, id, this.#commands, () => this.#book?.getUnitId() === id),
    );
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
    const book = this.#book;
    const isTyping = this.#editor.isOpen;
    if ((isUndo(command) || isRedo(command)) && !isTyping) {
      if (isUndo(command)) this.events.undo();
      else this.events.redo();
      throw new CanceledError();
    }
    if (command.id === PASTE) {
      const text = (command.params as { readonly textContent?: string } | undefined)?.textContent;
      if (book !== null) this.#clipboard.paste(book, text ?? '');
      throw new CanceledError();
    }
    if (command.id === CutCommand.id && !isTyping) {
      // Cells are not moved: formulas elsewhere that point to them would have to follow.
      if (book !== null) this.#clipboard.copy(book);
      void this.#commands.executeCommand(ClearSelectionContentCommand.id);
      throw new CanceledError();
    }
    if (command.id === CopyCommand.id && !isTyping) {
      if (book !== null) this.#clipboard.copy(book);
      throw new CanceledError();
    }
    guardCommand(command);
  }

  #after(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const book = this.#book;
    switch (command.id) {
      case SetRangeValuesMutation.id:
        if (options?.onlyLocal !== true && options?.fromFormula !== true) this.#calculation.due();
        if (book && !this.#isShowing && options?.fromFormula !== true && options?.onlyLocal !== true) {
          this.#told.changed(book, command.params as ISetRangeValuesMutationParams);
        }
        break;
      case SetFormulaCalculationStartMutation.id:
        this.#calculation.starts();
        break;
      case SetFormulaCalculationResultMutation.id:
        if (book) this.#told.computed(book, command.params as ISetFormulaCalculationResultMutation);
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
}

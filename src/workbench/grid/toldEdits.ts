import type { Workbook } from '@univerjs/core';
import type { ISetFormulaCalculationResultMutation } from '@univerjs/engine-formula';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { SheetViewEvents } from '../sheetView';
import type { TypedEdit } from '../typedEdits';
import type { HeardEdits } from './heardEdits';

/** Tells what a person changes. Several changes that follow from one deed are told as one, before the results of formulas. */
export class ToldEdits {
  #typed: TypedEdit[] = [];

  constructor(
    private readonly heard: HeardEdits,
    private readonly events: Pick<SheetViewEvents, 'typed' | 'computed'>,
  ) {}

  changed(book: Workbook, params: ISetRangeValuesMutationParams): void {
    if (this.#typed.length === 0) queueMicrotask(() => this.flush());
    this.#typed.push(...this.heard.typed(book, params));
  }

  computed(book: Workbook, params: ISetFormulaCalculationResultMutation): void {
    const results = this.heard.results(book, params);
    this.flush();
    if (results.length > 0) this.events.computed(results);
  }

  /** Tells at once what waits to be told. */
  flush(): void {
    const edits = this.#typed;
    this.#typed = [];
    if (edits.length > 0) this.events.typed(edits);
  }
}

import { executePlan } from '../hosts/file/patch/executePlan';
import { HostError } from '../hosts/host';
import type { HostEvent, ReadOptions, Receipt, WorkbookHost } from '../hosts/host';
import type { EditPlan } from '../plan/edits';
import type { CellRef } from '../rubric/finding';
import type { BookSnapshot } from '../sheet/grid';
import { BookState } from './bookState';
import type { SheetView, SheetViewEvents } from './sheetView';
import { cellIn, isSameValue } from './typedEdits';
import type { TypedEdit } from './typedEdits';

/** What led from one state to the next. */
type Step = {
  readonly before: BookState;
} & (
  | { readonly kind: 'typed'; edits: readonly TypedEdit[] }
  | { readonly kind: 'written'; readonly plan: EditPlan }
  | { readonly kind: 'taken-back' }
);

export interface HistoryState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isUnsaved: boolean;
}

/** Steps that can be taken back; each holds what it changed, and at most one copy of the file. */
const MOST_STEPS = 200;

/**
 * The workbook of the workbench: a file, the sheet on the screen that shows it, and one history of what the person typed
 * and what the program wrote. The file's state is the truth; the view is made to show it.
 */
export class WorkbenchHost implements WorkbookHost, Omit<SheetViewEvents, 'save'> {
  #now: BookState;
  #saved: BookState | null;
  readonly #past: Step[] = [];
  #future: { readonly step: Step; readonly after: BookState }[] = [];
  #view: SheetView | null = null;
  readonly #watchers = new Set<(event: HostEvent) => void>();
  readonly #listeners = new Set<() => void>();
  readonly #travellers = new Set<() => void>();
  #history: HistoryState;
  #place: Extract<HostEvent, { kind: 'selected' }> | null = null;

  /** @param isSaved whether these bytes stand in a file as they are: not so for a format that is only read */
  constructor(bytes: Uint8Array, fileName: string, isSaved: boolean) {
    this.#now = BookState.of(bytes, fileName);
    this.#saved = isSaved ? this.#now : null;
    this.#history = { canUndo: false, canRedo: false, isUnsaved: false };
  }

  /** Shows the workbook in a view from now on. */
  attach(view: SheetView): void {
    this.#view = view;
    view.show(this.#now.picture);
  }

  /** The view is gone. */
  detach(): void {
    this.#view = null;
  }

  /** Gives the sheet the keyboard. */
  focusSheet(): void {
    this.#view?.focus();
  }

  readonly history = (): HistoryState => this.#history;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async read({ isUnasked = false }: ReadOptions = {}): Promise<BookSnapshot> {
    await (isUnasked ? this.#view?.calculated() : this.#view?.settle());
    return this.#now.snapshot;
  }

  async apply(plan: EditPlan): Promise<Receipt> {
    await this.#view?.settle();
    const before = this.#now;
    let counts = { cells: 0, highlights: 0, notes: 0, degraded: 0 };
    const after = before.writing((bytes) => {
      const executed = executePlan(bytes, plan);
      counts = executed;
      return executed.bytes;
    });
    const { cells, highlights, notes, degraded } = counts;
    if (after.bytes() === before.bytes()) return { cells, highlights, notes, degraded, undo: async () => {} };
    const step: Step = { kind: 'written', plan, before };
    this.#go(step, after);
    this.#leaveBlankSheet(plan);
    return { cells, highlights, notes, degraded, undo: () => this.#takeBack(step) };
  }

  /** Who looks at a blank sheet looks for what was written: its first sheet comes into view. */
  #leaveBlankSheet({ sheets: [first] = [] }: EditPlan): void {
    const { grids } = this.#now.snapshot;
    const shown = grids.find(({ name }) => name === (this.#place?.sheet ?? grids[0]?.name));
    if (first !== undefined && shown?.rows.length === 0)
      this.#view?.select(first.name, { row: 0, column: 0 });
  }

  async select(sheet: string, cell: CellRef): Promise<void> {
    if (!this.#now.snapshot.grids.some(({ name }) => name === sheet)) {
      throw new HostError('sheet-missing', { sheet });
    }
    this.#view?.select(sheet, cell);
  }

  async watch(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
    this.#watchers.add(listener);
    if (this.#place !== null) listener(this.#place);
    return async () => void this.#watchers.delete(listener);
  }

  /** Tells when the person went back behind a write of the program, or forward over it: what is known of it is old. */
  onTravel(listener: () => void): () => void {
    this.#travellers.add(listener);
    return () => this.#travellers.delete(listener);
  }

  /** The workbook's bytes as it stands, those that were opened where nothing changed. */
  async bytes(): Promise<Uint8Array> {
    await this.#view?.settle();
    return this.#now.bytes();
  }

  /** These bytes, the last that `bytes` gave, stand in a file now. */
  saved(): void {
    this.#saved = this.#now;
    this.#tell();
  }

  typed(edits: readonly TypedEdit[]): void {
    if (edits.length === 0) return;
    this.#go({ kind: 'typed', edits, before: this.#now }, this.#now.typing(edits), false);
    this.#tellEdited(edits.map(({ sheet }) => sheet));
  }

  /** What formulas give now belongs to the last thing typed: it is taken back with it. */
  computed(results: readonly TypedEdit[]): void {
    const last = this.#past[this.#past.length - 1];
    const { snapshot } = this.#now;
    const edits = results.filter((result) => {
      const cell = cellIn(snapshot, result.sheet, result);
      return cell?.formula === result.formula && !isSameValue(cell?.value ?? null, result.value);
    });
    if (last?.kind !== 'typed' || edits.length === 0) return;
    last.edits = [...last.edits, ...edits];
    const wasSaved = this.#saved === this.#now;
    this.#now = this.#now.typing(edits);
    if (wasSaved) this.#saved = this.#now;
    this.#tellEdited(edits.map(({ sheet }) => sheet));
  }

  selected(sheet: string, cell: CellRef): void {
    this.#place = { kind: 'selected', sheet, cell };
    for (const watcher of this.#watchers) watcher(this.#place);
  }

  undo(): void {
    const step = this.#back();
    if (step !== null) this.#travelled(step);
  }

  redo(): void {
    const next = this.#future.pop();
    if (next === undefined) return;
    this.#past.push(next.step);
    this.#become(next.after);
    this.#travelled(next.step);
  }

  #back(): Step | null {
    const step = this.#past.pop();
    if (step === undefined) return null;
    this.#future.push({ step, after: this.#now });
    this.#become(step.before);
    return step;
  }

  #travelled({ kind }: Step): void {
    this.#tellEdited(this.#sheetNames());
    if (kind !== 'typed') for (const listener of this.#travellers) listener();
  }

  /**
   * Takes back one write of the program. What was done after it stays: it is done again on the state before. Nothing
   * happens where the person has gone back behind it already.
   */
  async #takeBack(step: Step): Promise<void> {
    await this.#view?.settle();
    const at = this.#past.indexOf(step);
    if (at < 0) return;
    if (at === this.#past.length - 1) return void this.#back();
    let state = step.before;
    for (const later of this.#past.slice(at + 1)) {
      if (later.kind === 'typed') state = state.typing(later.edits);
      else if (later.kind === 'written') {
        state = state.writing((bytes) => executePlan(bytes, later.plan).bytes);
      }
    }
    this.#go({ kind: 'taken-back', before: this.#now }, state);
  }

  #go(step: Step, after: BookState, shows = true): void {
    this.#past.push(step);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#now = after;
    if (shows) this.#view?.show(after.picture);
    this.#tell();
  }

  #become(state: BookState): void {
    this.#now = state;
    this.#view?.show(state.picture);
    this.#tell();
  }

  #sheetNames(): string[] {
    return this.#now.snapshot.grids.map(({ name }) => name);
  }

  #tellEdited(sheets: readonly string[]): void {
    for (const sheet of new Set(sheets)) {
      for (const watcher of this.#watchers) watcher({ kind: 'edited', sheet });
    }
  }

  #tell(): void {
    this.#history = {
      canUndo: this.#past.length > 0,
      canRedo: this.#future.length > 0,
      isUnsaved: this.#past.length + this.#future.length > 0 ? this.#saved !== this.#now : false,
    };
    for (const listener of this.#listeners) listener();
  }
}
